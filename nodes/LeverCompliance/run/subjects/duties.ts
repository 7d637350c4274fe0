import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { EvidenceReference } from '../../../shared/contracts';
import { readReference } from '../../checks/evidence';
import type { Duties } from '../../checks/types';
import type { LeverInput } from '../../inputs/leverInput';

/** As many records as show what somebody does; a recruiter may own thousands. */
const MOST_EVIDENCE = 3;

type DutyRecords = Pick<LeverInput, 'hires' | 'opportunities' | 'postings' | 'requisitions'>;

interface Counted {
	owns: number;
	manages: number;
	evidence: EvidenceReference[];
}

/**
 * What users work on, as Lever names them (UAR-03): owners and hiring managers of hires, opportunities,
 * postings and requisitions.
 */
export function dutiesOf({
	hires,
	opportunities,
	postings,
	requisitions,
}: DutyRecords): ReadonlyMap<string, Duties> {
	const duties = new Map<string, Counted>();
	const count = (
		userId: string | null,
		as: 'owns' | 'manages',
		recordId: string,
		read: Parameters<typeof readReference>[1],
	) => {
		if (userId === null) return;
		const known = duties.get(userId) ?? { owns: 0, manages: 0, evidence: [] };
		known[as] += 1;
		duties.set(userId, known);
		const last = known.evidence[MOST_EVIDENCE - 1];
		if (last !== undefined && last.recordId <= recordId) return;
		const others = known.evidence.filter((reference) => reference.recordId !== recordId);
		// The same few, in whatever order the records come.
		known.evidence = [...others, readReference(recordId, read)]
			.sort((a, b) => compareCodeUnits(a.recordId, b.recordId))
			.slice(0, MOST_EVIDENCE);
	};
	for (const posting of postings) {
		count(posting.owner, 'owns', posting.postingId, posting);
		count(posting.hiringManager, 'manages', posting.postingId, posting);
	}
	for (const requisition of requisitions) {
		count(requisition.owner, 'owns', requisition.requisitionId, requisition);
		count(requisition.hiringManager, 'manages', requisition.requisitionId, requisition);
	}
	const ownerOfHire = new Map<string, string | null>();
	for (const { opportunityIds, owner, hiringManager, collectionIds, rawSha256 } of hires) {
		const [opportunityId] = opportunityIds;
		if (opportunityId === undefined) continue;
		for (const id of opportunityIds) ownerOfHire.set(id, owner);
		const read = {
			collectionId: collectionIds.opportunities,
			rawSha256: rawSha256[opportunityId] ?? null,
		};
		count(owner, 'owns', opportunityId, read);
		count(hiringManager, 'manages', opportunityId, read);
	}
	for (const opportunity of opportunities) {
		// The owner of a hire has been counted with it; another opportunity of it may have another owner.
		if (opportunity.owner === ownerOfHire.get(opportunity.opportunityId)) continue;
		count(opportunity.owner, 'owns', opportunity.opportunityId, opportunity);
	}
	return duties;
}
