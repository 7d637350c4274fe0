import type { HireOffer } from '../../../shared/contracts';
import { epochOf, idOf, isRecord, recordsOf, textOf, type LeverRecord } from '../reading/leverJson';
import { readSignatures } from './signatures';

/** What Collect keeps of an offer: what the checks need, and what finds its screening record. */
export interface OfferFacts extends Required<HireOffer> {
	/** User id */
	hiringManager: string | null;
	/** Address of the candidate's signature; other signers are other people */
	candidateEmail: string | null;
}

/** @param raw an offer with an id (lever-api.md §5.2); it does not name its opportunity */
export function offerFacts(raw: LeverRecord): Omit<OfferFacts, 'opportunityId'> {
	const fields = recordsOf(raw.fields);
	const { candidateEmail, ...signatures } = readSignatures(raw.signatures);
	return {
		id: idOf(raw.id) ?? '',
		status: textOf(raw.status) ?? '',
		createdAt: epochOf(raw.createdAt),
		approvedAt: epochOf(raw.approvedAt),
		sentAt: epochOf(raw.sentAt),
		...signatures,
		signedDocumentAt: isRecord(raw.signedDocument) ? epochOf(raw.signedDocument.uploadedAt) : null,
		startDateRaw: dateAsGiven(fieldValue(fields, 'anticipated_start_date')),
		jobTitle: textOf(fieldValue(fields, 'job_title')),
		location: textOf(fieldValue(fields, 'location')),
		creator: idOf(raw.creator),
		approved: typeof raw.approved === 'boolean' ? raw.approved : null,
		postingId: idOf(raw.posting),
		hiringManager: idOf(fieldValue(fields, 'hiring_manager')),
		candidateEmail,
	};
}

/** The offer as it may leave Collect: an address belongs to the hire's identity only. */
export function hireOffer(offer: OfferFacts): HireOffer {
	return {
		id: offer.id,
		opportunityId: offer.opportunityId,
		status: offer.status,
		createdAt: offer.createdAt,
		approvedAt: offer.approvedAt,
		sentAt: offer.sentAt,
		candidateSignedAt: offer.candidateSignedAt,
		candidateSigned: offer.candidateSigned,
		otherSignedAt: offer.otherSignedAt,
		signedDocumentAt: offer.signedDocumentAt,
		startDateRaw: offer.startDateRaw,
		jobTitle: offer.jobTitle,
		location: offer.location,
		creator: offer.creator,
		approved: offer.approved,
		postingId: offer.postingId,
	};
}

/** The first filled field with this identifier; null when there is none. */
function fieldValue(fields: LeverRecord[], identifier: string): unknown {
	const filled = fields.find(
		(field) => field.identifier === identifier && field.value !== null && field.value !== '',
	);
	return filled?.value ?? null;
}

/** Untouched; what is neither text nor number stays recognisable as a date that nobody can read. */
function dateAsGiven(value: unknown): number | string | null {
	if (typeof value === 'number') return value;
	if (typeof value === 'string') return textOf(value) === null ? null : value;
	return value === null || value === undefined ? null : JSON.stringify(value);
}
