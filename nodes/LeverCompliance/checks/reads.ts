import type { CollectionPurpose, EvidenceReference, LeverCollection } from '../../shared/contracts';
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

export function readReferences(
	account: Account,
	...purposes: readonly CollectionPurpose[]
): EvidenceReference[] {
	return readsFor(account, ...purposes).map(collectionReference);
}
