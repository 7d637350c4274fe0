import type {
	CollectionPurpose,
	EpochMilliseconds,
	EvidenceReference,
	LeverCollection,
	ListCollection,
	ListName,
} from '../../shared/contracts';
import { collectionReference } from './evidence';
import type { Account } from './types';

/** The collection records of what was read for a purpose; empty when it was not asked for. */
export function readsFor(
	{ collections }: Pick<Account, 'collections'>,
	...purposes: readonly CollectionPurpose[]
): LeverCollection[] {
	return collections.filter(
		(one): one is LeverCollection => one.source === 'lever' && purposes.includes(one.purpose),
	);
}

/** The collection records of a list: one, or none where it is not connected. */
export function listsCalled(
	resource: ListName,
	{ collections }: Pick<Account, 'collections'>,
): ListCollection[] {
	return collections.filter(
		(one): one is ListCollection => one.source === 'list' && one.resource === resource,
	);
}

/**
 * From when on the audit events of a type were read, -Infinity if from the first one on; null when they were
 * not. A read that failed counts for nothing, and takes nothing from another one.
 *
 * @param type left out: those of every type, sign-ins among them
 */
export function auditEventsReadFrom(
	account: Pick<Account, 'collections'>,
	type?: string,
): EpochMilliseconds | null {
	const starts = readsFor(account, 'auditEvents')
		.filter(({ failure }) => failure === undefined)
		.flatMap(({ requests }) => requests)
		.filter(({ query }) => query.type === undefined || query.type === type)
		.map(({ query: { created_at_start: from } }) => (from === undefined ? -Infinity : Number(from)))
		.filter((from) => !Number.isNaN(from));
	return starts.length === 0 ? null : Math.min(...starts);
}

export function readReferences(
	account: Account,
	...purposes: readonly CollectionPurpose[]
): EvidenceReference[] {
	return readsFor(account, ...purposes).map(collectionReference);
}
