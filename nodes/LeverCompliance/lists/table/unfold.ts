/** A row before its cells are looked at. */
export interface UnfoldedRow {
	/** As received; what is hashed */
	raw: object;
	/** What the cells are read from */
	row: object;
}

/** What the items of a list are rows of. */
export interface Unfolding {
	rows: UnfoldedRow[];
	/** What was understood, a sentence part for people; null when every item is a row */
	understood: string | null;
	/** Why these cannot be all rows of the list, a whole sentence; null when nothing speaks against it */
	incompleteBecause: string | null;
}

/** Makes rows of items; gives null for items that it does not know. */
export type Unfold = (items: readonly object[]) => Unfolding | null;

/** Every item is a row. */
export function asTheyAre(items: readonly object[]): Unfolding {
	return {
		rows: items.map((item) => ({ raw: item, row: item })),
		understood: null,
		incompleteBecause: null,
	};
}
