import type {
	StoredArchiveReason,
	StoredDeletedOpportunity,
	StoredOffer,
	StoredOpportunity,
	StoredStage,
	StoredTag,
	StoredUser,
} from '../scenarios/records.mts';
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

const always =
	<T,>(order: Order<T>): OrderChoice<T> =>
	() =>
		order;

const rankOf = (opportunity: StoredOpportunity, store: LeverStore) =>
	store.get('stages', opportunity.stage)?.rank ?? 0;

const byStage: Order<StoredOpportunity> = {
	name: 'stage',
	dependsOn: ['stages'],
	parts: [
		{ of: rankOf },
		{ of: (record) => record.lastAdvancedAt, descending: true },
		{ of: (record) => record.id },
	],
};

const byUpdate: Order<StoredOpportunity> = {
	name: 'updated',
	parts: [{ of: (record) => record.updatedAt ?? 0 }, { of: (record) => record.id }],
};

/** Other time filters leave the order by stage as it is, `created_at_*` included. */
export const opportunityOrder: OrderChoice<StoredOpportunity> = (query) =>
	query.names().some((name) => name.startsWith('updated_at_')) ? byUpdate : byStage;

export const deletedOrder: OrderChoice<StoredDeletedOpportunity> = always({
	name: 'deleted',
	parts: [{ of: (record) => record.deletedAt, descending: true }, { of: (record) => record.id }],
});

export const offerOrder: OrderChoice<StoredOffer> = always({
	name: 'created',
	parts: [{ of: (record) => record.createdAt }, { of: (record) => record.id }],
});

export const userOrder: OrderChoice<StoredUser> = always({
	name: 'created',
	parts: [{ of: (record) => record.createdAt, descending: true }, { of: (record) => record.id }],
});

/** Pipeline order */
export const stageOrder: OrderChoice<StoredStage> = always({
	name: 'pipeline',
	parts: [{ of: (record) => record.rank }, { of: (record) => record.id }],
});

/** Alphabetical without regard to case; the text itself parts "Full-time" from "Full-Time" */
export const tagOrder: OrderChoice<StoredTag> = always({
	name: 'text',
	parts: [{ of: (record) => record.text.toLowerCase() }, { of: (record) => record.text }],
});

/** "No evident order": by id */
export const archiveReasonOrder: OrderChoice<StoredArchiveReason> = always({
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
