/** A small generator of numbers that are the same in every run (mulberry32). */
export class Random {
	private state: number;

	constructor(seed: number) {
		this.state = seed >>> 0;
	}

	/** Between 0 (inclusive) and 1 (exclusive) */
	next(): number {
		this.state = (this.state + 0x6d2b79f5) >>> 0;
		let mixed = this.state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** A whole number from `low` to `high`, both included */
	between(low: number, high: number): number {
		return low + Math.floor(this.next() * (high - low + 1));
	}

	pick<T>(list: readonly T[]): T {
		const chosen = list[this.between(0, list.length - 1)];
		if (chosen === undefined) throw new RangeError('Nothing to pick from an empty list.');
		return chosen;
	}

	/** True with the given probability */
	chance(probability: number): boolean {
		return this.next() < probability;
	}

	/** One of several values, the more likely the larger its share */
	weighted<T>(list: ReadonlyArray<readonly [value: T, share: number]>): T {
		let left = this.next() * list.reduce((sum, [, share]) => sum + share, 0);
		for (const [value, share] of list) {
			left -= share;
			if (left < 0) return value;
		}
		return this.pick(list)[0];
	}

	/** So many of a list, each once, in an order of chance; all of them if it has fewer */
	sample<T>(list: readonly T[], count: number): T[] {
		const rest = [...list];
		const end = Math.min(count, rest.length);
		for (let index = 0; index < end; index += 1) {
			const other = this.between(index, rest.length - 1);
			[rest[index], rest[other]] = [rest[other] as T, rest[index] as T];
		}
		return rest.slice(0, end);
	}
}
