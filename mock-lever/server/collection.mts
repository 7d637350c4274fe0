import type { Order } from './orders.mts';
import { compareKeys } from './orders.mts';
import { Relation } from './relation.mts';
import type { SortKey } from './cursors.mts';
import type { Entry } from './sortedList.mts';
import { SortedList } from './sortedList.mts';

/** Tags and sources have no id: their text is one (lever-api.md §5.5). */
export function identify(record: object): string {
	const id: unknown = 'id' in record ? record.id : Reflect.get(record, 'text');
	if (typeof id !== 'string') throw new TypeError('A stored record has neither id nor text.');
	return id;
}

/**
 * One collection of the account: the array that lowdb holds, and beside it what finds records in it. Indexes
 * are made when they are first asked for and kept up to date from then on.
 */
export class Collection<T extends object> {
	private readonly records: T[];
	private positions: Map<string, number> | null = null;
	private readonly relations = new Map<string, Relation<T>>();
	private readonly sorted = new Map<string, { list: SortedList<T>; basis: string }>();
	/** Grows with every change */
	version = 0;

	/** @param records lowdb's own array; it is changed in place */
	constructor(records: T[]) {
		this.records = records;
	}

	get(id: string): T | undefined {
		const position = this.index().get(id);
		return position === undefined ? undefined : this.records[position];
	}

	related(field: string, value: string): T[] {
		const known = this.relations.get(field);
		const relation = known ?? new Relation(field, identify, this.records);
		if (known === undefined) this.relations.set(field, relation);
		return relation.of(value);
	}

	/**
	 * @param keyOf the order's key with everything it depends on
	 * @param basis changes when what the keys depend on beside the record has changed
	 */
	inOrder(order: Order<T>, keyOf: (record: T) => SortKey, basis: string): ReadonlyArray<Entry<T>> {
		let known = this.sorted.get(order.name);
		if (known === undefined) {
			const compare = (a: SortKey, b: SortKey) => compareKeys(order, a, b);
			known = { list: new SortedList({ keyOf, compare }, identify), basis };
			this.sorted.set(order.name, known);
		}
		if (known.basis !== basis) known.list.reset();
		known.basis = basis;
		return known.list.read(this.records);
	}

	put(record: T): void {
		const id = identify(record);
		const index = this.index();
		const position = index.get(id) ?? this.records.length;
		this.records[position] = record;
		index.set(id, position);
		this.note(id, record);
	}

	/** The last record takes the free place: the order of the array means nothing. */
	remove(id: string): T | undefined {
		const index = this.index();
		const position = index.get(id);
		if (position === undefined) return undefined;
		const removed = this.records[position];
		const last = this.records.pop();
		if (last !== undefined && position < this.records.length) {
			this.records[position] = last;
			index.set(identify(last), position);
		}
		index.delete(id);
		this.note(id, null);
		return removed;
	}

	private index(): Map<string, number> {
		this.positions ??= new Map(this.records.map((record, at) => [identify(record), at]));
		return this.positions;
	}

	private note(id: string, record: T | null): void {
		this.version += 1;
		for (const relation of this.relations.values()) relation.note(id, record);
		for (const { list } of this.sorted.values()) list.note(id, record);
	}
}
