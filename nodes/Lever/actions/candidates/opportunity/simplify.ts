import { isoMoment } from '../../../fields/isoMoment';
import type { OpportunityRecord } from '../../records';

/** The ten fields that most workflows need; names of stage, owner and contact when they were expanded. */
export function simplifyOpportunity(record: OpportunityRecord): object {
	const { stage, owner, contact, archived } = record;
	return {
		id: record.id,
		name: record.name,
		email: record.emails?.[0] ?? null,
		contactId: idOf(contact),
		stageId: idOf(stage),
		...(typeof stage === 'object' && stage !== null && { stage: stage.text }),
		ownerId: idOf(owner),
		...(typeof owner === 'object' && owner !== null && { owner: owner.name }),
		archivedAt: isoMoment(archived?.archivedAt),
		archiveReasonId: archived?.reason ?? null,
		createdAt: isoMoment(record.createdAt),
		url: record.urls?.show ?? null,
	};
}

/** Lever gives an id, or the whole record where it was expanded (lever-api.md §4.1). */
function idOf(value: string | { id: string } | null | undefined): string | null {
	if (typeof value === 'object' && value !== null) return value.id;
	return value ?? null;
}
