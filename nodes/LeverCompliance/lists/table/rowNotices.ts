const MOST_ROWS = 10;
const MOST_NOTICES = 20;

/** What is noticed while reading rows; one sentence per kind, whatever the number of rows. */
export class RowNotices {
	private readonly rowsByText = new Map<string, number[]>();

	constructor(private readonly listName: string) {}

	/** @param text a sentence without its full stop, that names no person */
	note(text: string, row: number): void {
		const rows = this.rowsByText.get(text);
		if (rows) rows.push(row);
		else this.rowsByText.set(text, [row]);
	}

	/** At most twenty sentences with at most ten row numbers each; what is left out is counted. */
	sentences(): string[] {
		const all = [...this.rowsByText].map(
			([text, rows]) => `${this.listName}: ${text} (${shownRows(rows)}).`,
		);
		if (all.length <= MOST_NOTICES) return all;
		const left = all.length - MOST_NOTICES;
		return [...all.slice(0, MOST_NOTICES), `${this.listName}: ${left} more notices are not shown.`];
	}
}

/** "row 3", "rows 3 and 5", "rows 1, 2, 3 and 9 more", in ascending order. */
export function shownRows(rows: readonly number[]): string {
	const sorted = [...rows].sort((a, b) => a - b);
	const shown = sorted.slice(0, MOST_ROWS).map(String);
	const left = sorted.length - shown.length;
	const last = left > 0 ? `${left} more` : shown.pop();
	const before = shown.join(', ');
	return `${sorted.length === 1 ? 'row' : 'rows'} ${before === '' ? last : `${before} and ${last}`}`;
}

/** One sentence about references that several rows share; none when there are none. */
export function sharedReferenceNotices(
	listName: string,
	shared: ReadonlyArray<{ reference: string; rows: number[] }>,
): string[] {
	const [first] = shared;
	if (first === undefined) return [];
	const others = shared.length > 1 ? `, and ${shared.length - 1} more references are shared` : '';
	return [
		`${listName}: several rows share the reference "${first.reference}" (${shownRows(first.rows)})${others}; each row is kept.`,
	];
}
