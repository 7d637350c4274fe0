import { isoMoment } from '../../../fields/isoMoment';
import { reference, type Reference } from '../../../fields/reference';
import type { DeletedOpportunityRecord, OpportunityRecord } from '../../records';

/**
 * The ten fields that most workflows need; names of stage, owner and contact too when they were expanded. A
 * deleted opportunity says when and by whom.
 */
export function simplifyOpportunity(record: OpportunityRecord | DeletedOpportunityRecord): object {
	const { archived } = record;
	return {
		id: record.id,
		name: record.name,
		email: record.emails?.[0] ?? null,
		...contactOf(record.contact),
		...reference('stage', record.stage),
		...reference('owner', record.owner),
		archivedAt: isoMoment(archived?.archivedAt),
		archiveReasonId: archived?.reason ?? null,
		createdAt: isoMoment(record.createdAt),
		url: record.urls?.show ?? null,
		...('deletedAt' in record && deletion(record)),
	};
}

/** The name of the contact is the name of the opportunity. */
function contactOf(contact: Reference): object {
	return { contactId: reference('contact', contact).contactId };
}

function deletion(record: Partial<DeletedOpportunityRecord>): object {
	return { deletedAt: isoMoment(record.deletedAt), deletedById: record.deletedBy ?? null };
}
