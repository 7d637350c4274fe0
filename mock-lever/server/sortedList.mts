import type { SortKey } from './cursors.mts';

/** A record at its place in a list. */
export interface Entry<T> {
	key: SortKey;
	record: T;
}

/** What a sorted list must know of its order; `Order` of orders.mts with the store filled in. */
export interface Sorting<T> {
	keyOf: (record: T) => SortKey;
	compare: (a: SortKey, b: SortKey) => number;
}

/** Beyond this share of the list, sorting everything once is quicker than moving single records. */
const RESORT_SHARE = 0.05;

/** First position whose key does not stand before the given one. */
export function lowerBound<T>(
	entries: ReadonlyArray<Entry<T>>,
	key: SortKey,
	compare: Sorting<T>['compare'],
): number {
	let low = 0;
	let high = entries.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		const entry = entries[middle];
		if (entry !== undefined && compare(entry.key, key) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * A collection in one order. Changes are only noted; the next read moves the records that changed, each by
 * a binary search, so that a change between two pages never sorts the whole list again.
 */
export class SortedList<T> {
	private readonly sorting: Sorting<T>;
	private readonly identify: (record: T) => string;
	private entries: Array<Entry<T>> | null = null;
	private readonly byId = new Map<string, Entry<T>>();
	/** Id → the record as it is now, null = gone */
	private readonly changed = new Map<string, T | null>();

	constructor(sorting: Sorting<T>, identify: (record: T) => string) {
		this.sorting = sorting;
		this.identify = identify;
	}

	/** Notes a new or changed record, or with null one that is gone. */
	note(id: string, record: T | null): void {
		if (this.entries !== null) this.changed.set(id, record);
	}

	/** Forgets the order, for when what it depends on has changed. */
	reset(): void {
		this.entries = null;
		this.byId.clear();
		this.changed.clear();
	}

	/** @param records the whole collection, read only when everything is to be sorted */
	read(records: readonly T[]): ReadonlyArray<Entry<T>> {
		if (this.changed.size > RESORT_SHARE * records.length + 8) this.reset();
		this.entries ??= this.sortAll(records);
		for (const [id, record] of this.changed) this.move(this.entries, id, record);
		this.changed.clear();
		return this.entries;
	}

	private sortAll(records: readonly T[]): Array<Entry<T>> {
		const { keyOf, compare } = this.sorting;
		const entries = records.map((record) => ({ key: keyOf(record), record }));
		entries.sort((a, b) => compare(a.key, b.key));
		for (const entry of entries) this.byId.set(this.identify(entry.record), entry);
		return entries;
	}

	private move(entries: Array<Entry<T>>, id: string, record: T | null): void {
		const { keyOf, compare } = this.sorting;
		const old = this.byId.get(id);
		if (old !== undefined) {
			// Keys may be equal where an order does not end with the id: step to the entry itself.
			let position = lowerBound(entries, old.key, compare);
			while (position < entries.length && entries[position] !== old) position += 1;
			entries.splice(position, 1);
			this.byId.delete(id);
		}
		if (record === null) return;
		const entry = { key: keyOf(record), record };
		entries.splice(lowerBound(entries, entry.key, compare), 0, entry);
		this.byId.set(id, entry);
	}
}
