import { isoMoment } from '../../../fields/isoMoment';
import type { OfferRecord } from '../../records';

/** What most workflows need of an offer; no pay. `signedAt` is the candidate's own signature (lever-api.md §5.2). */
export function simplifyOffer(record: OfferRecord, opportunityId: string | null): object {
	return {
		id: record.id,
		opportunityId: opportunityId ?? record.opportunityId ?? record.opportunity ?? null,
		status: record.status,
		createdAt: isoMoment(record.createdAt),
		approvedAt: isoMoment(record.approvedAt),
		sentAt: isoMoment(record.sentAt),
		signedAt: isoMoment(record.signatures?.candidate?.signedAt),
		startDate: startDateOf(valueOf(record, 'anticipated_start_date')),
		jobTitle: valueOf(record, 'job_title') ?? null,
		location: valueOf(record, 'location') ?? null,
	};
}

function valueOf(record: OfferRecord, identifier: string): unknown {
	return record.fields?.find((field) => field.identifier === identifier)?.value;
}

/** Midnight UTC is a calendar day (rules.md §2); anything else stays a moment, and text stays as it is. */
function startDateOf(value: unknown): unknown {
	if (typeof value !== 'number') return value ?? null;
	const iso = isoMoment(value);
	return iso?.endsWith('T00:00:00.000Z') ? iso.slice(0, 10) : iso;
}
