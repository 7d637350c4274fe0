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

/** What was read of a hire, named once for all its findings. */
export interface HireReferences {
	/** The opportunities of the episode; Lever's page is known of the earliest */
	opportunities: readonly EvidenceReference[];
	/** Every offer that was read, in the order of `hire.offers` */
	offers: readonly EvidenceReference[];
}

export function hireReferences(hire: Hire): HireReferences {
	return {
		opportunities: opportunityReferences(hire),
		offers: hire.offers.map((offer) => referenceTo(hire, offer)),
	};
}

function opportunityReferences(hire: Hire): EvidenceReference[] {
	return hire.opportunityIds.map((recordId, index) => ({
		collectionId: hire.opportunityCollectionIds?.[recordId] ?? hire.collectionIds.opportunities,
		leverUrl: index === 0 ? hire.leverUrl : null,
		rawSha256: hire.rawSha256[recordId] ?? null,
		recordId,
	}));
}

function referenceTo(hire: Hire, offer: HireOffer): EvidenceReference {
	return {
		collectionId: hire.collectionIds.offers,
		leverUrl: hire.leverUrl,
		rawSha256: hire.rawSha256[offer.id] ?? null,
		recordId: offer.id,
	};
}

/** @param offer one of the hire's own */
export function offerReference(
	{ hire, references }: Pick<HireSubject, 'hire' | 'references'>,
	offer: HireOffer,
): EvidenceReference {
	return references.offers[hire.offers.indexOf(offer)] ?? referenceTo(hire, offer);
}

/** Every offer that was read; the collection of offers when there is none. */
export function offerReferences({
	hire,
	references,
}: Pick<HireSubject, 'hire' | 'references'>): readonly EvidenceReference[] {
	if (references.offers.length > 0) return references.offers;
	return [collectionReference({ collectionId: hire.collectionIds.offers, resource: 'offers' })];
}

/** The hire, and the offer and staff row that say when it starts. */
export function startEvidence(subject: HireSubject, context: CheckContext): EvidenceReference[] {
	const { references, start } = subject;
	return [
		...references.opportunities,
		...(start.offer ? [offerReference(subject, start.offer.offer)] : []),
		...staffRowOf(subject, context),
	];
}

/** The hire, every offer that was read, and the staff row. */
export function offerEvidence(subject: HireSubject, context: CheckContext): EvidenceReference[] {
	return [
		...subject.references.opportunities,
		...offerReferences(subject),
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
