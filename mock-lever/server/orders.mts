import type { SortKey } from './cursors.mts';
import type { LeverQuery } from './query.mts';
import type { CollectionName, LeverStore } from './store.mts';

/** One part of a sort key. */
interface OrderPart<T> {
	of: (record: T, store: LeverStore) => number | string;
	descending?: true;
}

/** How Lever orders a list (lever-api.md §3.1); the parts of the key are also the cursor. */
export interface Order<T> {
	name: string;
	parts: ReadonlyArray<OrderPart<T>>;
	/** Collections that the key is read from beside the record itself */
	dependsOn?: readonly CollectionName[];
}

/** The order may depend on the filters. */
export type OrderChoice<T> = (query: LeverQuery) => Order<T>;

/** One order, whatever the filters are */
export const always =
	<T,>(order: Order<T>): OrderChoice<T> =>
	() =>
		order;

interface Created {
	id: string;
	createdAt: number;
}

/** Where no order was ever recorded, records stand as they were made. */
export const oldestFirst: OrderChoice<Created> = always({
	name: 'created',
	parts: [{ of: (record) => record.createdAt }, { of: (record) => record.id }],
});

export const newestFirst: OrderChoice<Created> = always({
	name: 'newest',
	parts: [{ of: (record) => record.createdAt, descending: true }, { of: (record) => record.id }],
});

/** Where the records have no date either. */
export const byId: OrderChoice<{ id: string }> = always({
	name: 'id',
	parts: [{ of: (record) => record.id }],
});

export function sortKey<T>(order: Order<T>, record: T, store: LeverStore): SortKey {
	return order.parts.map((part) => part.of(record, store));
}

/** Negative when `a` stands before `b`. Text is compared by code unit. */
export function compareKeys<T>(order: Order<T>, a: SortKey, b: SortKey): number {
	const { parts } = order;
	// A plain loop: this runs millions of times when a large list is sorted.
	for (let index = 0; index < parts.length; index += 1) {
		const left = a[index] ?? '';
		const right = b[index] ?? '';
		if (left === right) continue;
		return left < right === (parts[index]?.descending === true) ? 1 : -1;
	}
	return 0;
}
