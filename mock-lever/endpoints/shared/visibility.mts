import { sees } from '../../access/views.mts';
import type { Confidentiality, StoredOpportunity } from '../../scenarios/records.mts';
import type { LeverCall } from '../../server/call.mts';
import { LeverFault } from '../../server/faults.mts';

const CHOICES = ['non-confidential', 'confidential', 'all'] as const;

/** Opportunities, postings and requisitions are confidential or not */
interface Classified {
	confidentiality: Confidentiality;
}

const confidentialFault = () => new LeverFault(403, 'Not authorized to access confidential data');

/** Whether this caller may read a record once it was found by its id. */
export const mayRead = ({ caller }: LeverCall, { confidentiality }: Classified) =>
	confidentiality === 'non-confidential' || caller.confidential;

/**
 * Which records a list shows: without the parameter the confidential ones are left out silently
 * (lever-api.md §4.2, §9).
 *
 * @throws LeverFault 403 when confidential data is asked for without the grant
 */
export function visibleIn({ query, caller }: LeverCall): (record: Classified) => boolean {
	const asked = query.choice('confidentiality', CHOICES) ?? 'non-confidential';
	if (asked !== 'non-confidential' && !caller.confidential) throw confidentialFault();
	return (record) => asked === 'all' || record.confidentiality === asked;
}

/** As `visibleIn`, and for a grant with a view of its own only what it owns or follows. */
export function visibleOpportunities(call: LeverCall): (record: StoredOpportunity) => boolean {
	const visible = visibleIn(call);
	return (record) => visible(record) && sees(call.caller, record);
}

/** @throws LeverFault 403 for a confidential record without the grant */
export function refuseConfidential(record: Classified, call: LeverCall): void {
	if (!mayRead(call, record)) throw confidentialFault();
}

/** @throws LeverFault 404 for an opportunity outside the caller's view, 403 for a confidential one */
export function refuseOpportunity(record: StoredOpportunity | undefined, call: LeverCall): void {
	if (record === undefined || !sees(call.caller, record)) {
		throw new LeverFault(404, 'Opportunity was not found');
	}
	refuseConfidential(record, call);
}
