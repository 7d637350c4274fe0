/** What a record is looked up by: none, one or several texts. */
export type ValuesOf<T> = (record: T) => ReadonlyArray<string | null>;

/** The values of a plain field; a list counts with each of its values. */
export const valuesIn =
	<T extends object>(field: string): ValuesOf<T> =>
	(record) => {
		const value: unknown = Reflect.get(record, field);
		const values: unknown[] = Array.isArray(value) ? value : [value];
		return values.filter((each) => typeof each === 'string');
	};

/** Records by one of their values, for instance offers by their opportunity. */
export class Relation<T extends object> {
	private readonly valuesOf: ValuesOf<T>;
	private readonly groups = new Map<string, Map<string, T>>();
	/** Id → the values the record stands under, also after somebody changed the record itself */
	private readonly values = new Map<string, ReadonlyArray<string | null>>();

	constructor(valuesOf: ValuesOf<T>, identify: (record: T) => string, records: readonly T[]) {
		this.valuesOf = valuesOf;
		for (const record of records) this.note(identify(record), record);
	}

	/** Takes in a new or changed record, or with null drops one that is gone. */
	note(id: string, record: T | null): void {
		for (const value of this.values.get(id) ?? []) {
			if (value === null) continue;
			const group = this.groups.get(value);
			group?.delete(id);
			if (group?.size === 0) this.groups.delete(value);
		}
		this.values.delete(id);
		if (record === null) return;
		const values = this.valuesOf(record);
		for (const value of values) {
			if (value === null) continue;
			const group = this.groups.get(value) ?? new Map<string, T>();
			group.set(id, record);
			this.groups.set(value, group);
		}
		this.values.set(id, values);
	}

	/** In the order in which they came */
	of(value: string): T[] {
		return [...(this.groups.get(value)?.values() ?? [])];
	}

	/** How many `of` gives */
	count(value: string): number {
		return this.groups.get(value)?.size ?? 0;
	}
}
