import type { StoredOpportunity } from '../scenarios/records.mts';
import { LeverFault } from './faults.mts';
import type { Caller } from './keys.mts';
import type { LeverQuery } from './query.mts';

const CHOICES = ['non-confidential', 'confidential', 'all'] as const;

/**
 * Which opportunities a list shows: without the parameter the confidential ones are left out silently
 * (lever-api.md §4.2, §9).
 *
 * @throws LeverFault 403 when confidential data is asked for without the grant
 */
export function visibleIn(
	query: LeverQuery,
	caller: Caller,
): (opportunity: StoredOpportunity) => boolean {
	const asked = query.choice('confidentiality', CHOICES) ?? 'non-confidential';
	if (asked !== 'non-confidential' && !caller.confidential) throw confidentialFault();
	return (opportunity) => asked === 'all' || opportunity.confidentiality === asked;
}

/** @throws LeverFault 403 for a confidential opportunity without the grant */
export function refuseConfidential(opportunity: StoredOpportunity, caller: Caller): void {
	if (opportunity.confidentiality === 'confidential' && !caller.confidential) {
		throw confidentialFault();
	}
}

const confidentialFault = () => new LeverFault(403, 'Not authorized to access confidential data');
