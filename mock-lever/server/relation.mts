/** Values of a field that records are looked up by; a list counts with each of its values. */
function valuesOf(record: object, field: string): string[] {
	const value: unknown = Reflect.get(record, field);
	const values: unknown[] = Array.isArray(value) ? value : [value];
	return values.filter((each) => typeof each === 'string');
}

/** Records by the value of one field, for instance offers by their opportunity. */
export class Relation<T extends object> {
	private readonly field: string;
	private readonly identify: (record: T) => string;
	private readonly groups = new Map<string, Map<string, T>>();
	/** Id → the values the record stands under, also after somebody changed the record itself */
	private readonly values = new Map<string, string[]>();

	constructor(field: string, identify: (record: T) => string, records: readonly T[]) {
		this.field = field;
		this.identify = identify;
		for (const record of records) this.note(identify(record), record);
	}

	/** Takes in a new or changed record, or with null drops one that is gone. */
	note(id: string, record: T | null): void {
		for (const value of this.values.get(id) ?? []) {
			const group = this.groups.get(value);
			group?.delete(id);
			if (group?.size === 0) this.groups.delete(value);
		}
		this.values.delete(id);
		if (record === null) return;
		const values = valuesOf(record, this.field);
		for (const value of values) {
			const group = this.groups.get(value) ?? new Map<string, T>();
			group.set(this.identify(record), record);
			this.groups.set(value, group);
		}
		this.values.set(id, values);
	}

	/** In the order in which they came */
	of(value: string): T[] {
		return [...(this.groups.get(value)?.values() ?? [])];
	}
}
