import type {
	AuditEvent,
	Collection,
	EvidenceReference,
	Hire,
	HireOffer,
	ScreeningRecord,
	Sha256,
	User,
} from '../../shared/contracts';
import type { StaffRow } from '../lists/types';
import type { CheckContext, HireSubject, ListStanding } from './types';

/** The opportunities of the episode; Lever's page is known of the earliest. */
export function opportunityReferences(hire: Hire): EvidenceReference[] {
	return hire.opportunityIds.map((recordId, index) => ({
		collectionId: hire.opportunityCollectionIds?.[recordId] ?? hire.collectionIds.opportunities,
		leverUrl: index === 0 ? hire.leverUrl : null,
		rawSha256: hire.rawSha256[recordId] ?? null,
		recordId,
	}));
}

export function offerReference(hire: Hire, offer: HireOffer): EvidenceReference {
	return {
		collectionId: hire.collectionIds.offers,
		leverUrl: hire.leverUrl,
		rawSha256: hire.rawSha256[offer.id] ?? null,
		recordId: offer.id,
	};
}

/** Every offer that was read; the collection of offers when there is none. */
export function offerReferences(hire: Hire): EvidenceReference[] {
	if (hire.offers.length === 0)
		return [collectionReference({ collectionId: hire.collectionIds.offers, resource: 'offers' })];
	return hire.offers.map((offer) => offerReference(hire, offer));
}

/** The hire, and the offer and staff row that say when it starts. */
export function startEvidence(subject: HireSubject, context: CheckContext): EvidenceReference[] {
	const { hire, start } = subject;
	return [
		...opportunityReferences(hire),
		...(start.offer ? [offerReference(hire, start.offer.offer)] : []),
		...staffRowOf(subject, context),
	];
}

/** The hire, every offer that was read, and the staff row. */
export function offerEvidence(subject: HireSubject, context: CheckContext): EvidenceReference[] {
	return [
		...opportunityReferences(subject.hire),
		...offerReferences(subject.hire),
		...staffRowOf(subject, context),
	];
}

function staffRowOf({ staff }: HireSubject, { staffList }: CheckContext): EvidenceReference[] {
	return staff.row ? staffReferences(staffList, [staff.row]) : [];
}

export function userReference(user: User): EvidenceReference {
	return readReference(user.userId, user);
}

export function auditEventReference(event: AuditEvent): EvidenceReference {
	return readReference(event.auditEventId, event);
}

/** A record as it was read, of a kind without a page in Lever that is known. */
export function readReference(
	recordId: string,
	{ collectionId, rawSha256 }: Pick<EvidenceReference, 'collectionId' | 'rawSha256'>,
): EvidenceReference {
	return { collectionId, leverUrl: null, rawSha256, recordId };
}

export function screeningReferences(
	list: ListStanding,
	records: readonly ScreeningRecord[],
): EvidenceReference[] {
	return listReferences(list, 'screeningList', records);
}

export function staffReferences(
	list: ListStanding,
	rows: readonly StaffRow[],
): EvidenceReference[] {
	return listReferences(
		list,
		'staffList',
		rows.map(({ record }) => record),
	);
}

/** A whole collection: nothing was found in it, or it is itself what a finding is about. */
export function collectionReference({
	collectionId,
	resource,
}: Pick<Collection, 'collectionId' | 'resource'>): EvidenceReference {
	return readReference(resource, { collectionId, rawSha256: null });
}

/** Rows of a list; the list itself when there is none, which is what was searched. */
export function listReferences(
	{ collectionId }: ListStanding,
	resource: string,
	records: ReadonlyArray<{ recordId: string; rawSha256: Sha256 }>,
): EvidenceReference[] {
	if (collectionId === null) return [];
	if (records.length === 0) return [collectionReference({ collectionId, resource })];
	return records.map(({ recordId, rawSha256 }) =>
		readReference(recordId, { collectionId, rawSha256 }),
	);
}
