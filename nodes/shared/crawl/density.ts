/** The smaller one of two densities counts as at least this part of the larger one. */
const LEAST_RATIO = 0.1;

/** Densities that differ more than this do not change evenly in between. */
const EVEN_CHANGE = 4;

/** Mean density between two places, where it changes by the same factor everywhere in between. */
export function meanDensity(one: number, other: number): number {
	const most = Math.max(one, other);
	const least = Math.max(Math.min(one, other), most * LEAST_RATIO);
	// Where they are the same there is nothing to divide by.
	return most - least <= most / 1000 ? most : (most - least) / Math.log(most / least);
}

/** Whether a density is far below another one, so that it says nothing of the dates beside that one. */
export function isFarBelow(one: number, other: number): boolean {
	return one * EVEN_CHANGE < other;
}
