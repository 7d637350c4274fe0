import type { Order } from './orders.mts';
import { compareKeys } from './orders.mts';
import type { ValuesOf } from './relation.mts';
import { Relation, valuesIn } from './relation.mts';
import type { SortKey } from './cursors.mts';
import type { Entry } from './sortedList.mts';
import { lowerBound, SortedList } from './sortedList.mts';

/** Tags and sources have no id: their text is one (lever-api.md §5.5). */
export function identify(record: object): string {
	const id: unknown = 'id' in record ? record.id : Reflect.get(record, 'text');
	if (typeof id !== 'string') throw new TypeError('A stored record has neither id nor text.');
	return id;
}

/** A moment of a record, milliseconds; null = it has none */
export type MomentOf<T> = (record: T) => number | null;

/** Before every moment that can be asked for */
const NEVER = Number.NEGATIVE_INFINITY;

const compareMoments = (a: SortKey, b: SortKey) => Number(a[0]) - Number(b[0]);

/**
 * One collection of the account: the array that lowdb holds, and beside it what finds records in it. Indexes
 * are made when they are first asked for and kept up to date from then on.
 */
export class Collection<T extends object> {
	private readonly records: T[];
	private positions: Map<string, number> | null = null;
	private readonly relations = new Map<string | ValuesOf<T>, Relation<T>>();
	private readonly moments = new Map<MomentOf<T>, SortedList<T>>();
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

	get size(): number {
		return this.records.length;
	}

	/**
	 * Records by one of their values.
	 *
	 * @param by a field, or a function that is defined once: each other function makes another index
	 */
	grouped(by: string | ValuesOf<T>): Relation<T> {
		const known = this.relations.get(by);
		const valuesOf = typeof by === 'string' ? valuesIn<T>(by) : by;
		const relation = known ?? new Relation(valuesOf, identify, this.records);
		if (known === undefined) this.relations.set(by, relation);
		return relation;
	}

	/**
	 * Records whose moment lies between two others, both included; those without one never do.
	 *
	 * @param momentOf defined once: each other function makes another index
	 */
	between(momentOf: MomentOf<T>, start: number, end: number): ReadonlyArray<Entry<T>> {
		const known = this.moments.get(momentOf);
		const keyOf = (record: T) => [momentOf(record) ?? NEVER];
		const list = known ?? new SortedList({ keyOf, compare: compareMoments }, identify);
		if (known === undefined) this.moments.set(momentOf, list);
		const entries = list.read(this.records);
		const begin = lowerBound(entries, [start], compareMoments);
		// Moments are whole milliseconds.
		const stop = lowerBound(entries, [end + 1], compareMoments);
		return entries.slice(begin, Math.max(begin, stop));
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
		for (const list of this.moments.values()) list.note(id, record);
		for (const { list } of this.sorted.values()) list.note(id, record);
	}
}
