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

	get(key: string): readonly Value[] {
		const known = this.values.get(key);
		if (known === undefined) return [];
		return known instanceof Several ? known.values : [known];
	}

	/** What any of the keys has, each value once */
	ofAny(keys: Iterable<string>): ReadonlySet<Value> {
		const found = new Set<Value>();
		for (const key of keys) for (const value of this.get(key)) found.add(value);
		return found;
	}
}

class Several<Value> {
	readonly values: Value[];

	constructor(values: Value[]) {
		this.values = values;
	}
}
