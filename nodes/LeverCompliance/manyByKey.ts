/** A map from a key to everything that has it. */
export class ManyByKey<Value> {
	/** A value that is alone with its key stands there by itself: a list for each takes most of the memory */
	private readonly values = new Map<string, Value | Several<Value>>();

	add(key: string, value: Value): void {
		const known = this.values.get(key);
		if (known === undefined) this.values.set(key, value);
		else if (known instanceof Several) known.values.push(value);
		else this.values.set(key, new Several([known, value]));
	}

	has(key: string): boolean {
		return this.values.has(key);
	}

	/** Empty when nothing has the key */
	get(key: string): readonly Value[] {
		const known = this.values.get(key);
		if (known === undefined) return NOTHING;
		return known instanceof Several ? known.values : [known];
	}

	/** What any of the keys has, each value once */
	ofAny(keys: readonly string[]): readonly Value[] {
		const [only] = keys;
		const found =
			keys.length === 1 && only !== undefined
				? this.get(only)
				: keys.flatMap((key) => this.get(key));
		return found.length < 2 ? found : [...new Set(found)];
	}

	/** Those keys that several values have, with their values */
	*several(): Generator<[key: string, values: readonly Value[]]> {
		for (const [key, known] of this.values) if (known instanceof Several) yield [key, known.values];
	}
}

/** What is given, by each of its keys, in the order given. */
export function byKeys<Value>(
	given: readonly Value[],
	keysOf: (value: Value) => readonly string[],
): ManyByKey<Value> {
	const index = new ManyByKey<Value>();
	for (const value of given) {
		const keys = keysOf(value);
		for (const key of keys.length > 1 ? new Set(keys) : keys) index.add(key, value);
	}
	return index;
}

const NOTHING: readonly never[] = [];

class Several<Value> {
	readonly values: Value[];

	constructor(values: Value[]) {
		this.values = values;
	}
}
