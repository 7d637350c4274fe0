import type {
	CollectionPurpose,
	EpochMilliseconds,
	EvidenceReference,
	LeverCollection,
} from '../../shared/contracts';
import { collectionReference } from './evidence';
import type { Account } from './types';

/** The collection records of what was read for a purpose; empty when it was not asked for. */
export function readsFor(
	{ collections }: Account,
	...purposes: readonly CollectionPurpose[]
): LeverCollection[] {
	return collections.filter(
		(one): one is LeverCollection => one.source === 'lever' && purposes.includes(one.purpose),
	);
}

/**
 * From when on the audit events of a type were asked for, -Infinity if from the first one on. Null when they
 * were not asked for, or Lever refused them.
 */
export function auditEventsReadFrom(account: Account, type: string): EpochMilliseconds | null {
	const reads = readsFor(account, 'auditEvents');
	if (reads.some(({ failure }) => failure !== undefined)) return null;
	const starts = reads
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
