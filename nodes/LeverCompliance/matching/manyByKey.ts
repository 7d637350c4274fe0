/** A map from a key to everything that has it. */
export class ManyByKey<Value> {
	private readonly values = new Map<string, Value[]>();

	add(key: string, value: Value): void {
		const known = this.values.get(key);
		if (known) known.push(value);
		else this.values.set(key, [value]);
	}

	get(key: string): readonly Value[] {
		return this.values.get(key) ?? [];
	}

	/** What any of the keys has, each value once */
	ofAny(keys: Iterable<string>): Set<Value> {
		const found = new Set<Value>();
		for (const key of keys) for (const value of this.get(key)) found.add(value);
		return found;
	}

	entries(): Iterable<[string, readonly Value[]]> {
		return this.values;
	}
}
