/** Numbers of a seeded generator (mulberry32), at least 0 and less than 1: the same in every run. */
export type Random = () => number;

export function seeded(seed: number): Random {
	let state = seed | 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** A whole number from 0 to below `end`. */
export function below(random: Random, end: number): number {
	return Math.floor(random() * end);
}

export function pick<T>(random: Random, values: readonly T[]): T {
	const value = values[below(random, values.length)];
	if (value === undefined) throw new Error('There is nothing to pick from');
	return value;
}
