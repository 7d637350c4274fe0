import type {
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
	if (hire.offers.length === 0) return [wholeCollection(hire.collectionIds.offers, 'offers')];
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
	const { collectionId, userId, rawSha256 } = user;
	return { collectionId, leverUrl: null, rawSha256, recordId: userId };
}

/** A posting, requisition, opportunity or file as it was read. */
export function readReference(
	recordId: string,
	{ collectionId, rawSha256 }: { collectionId: Sha256; rawSha256: Sha256 },
): EvidenceReference {
	return { collectionId, leverUrl: null, rawSha256, recordId };
}

/** Rows of the screening list; the list itself when there is none, which is what was searched. */
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

export function collectionReference({
	collectionId,
	resource,
}: Pick<Collection, 'collectionId' | 'resource'>): EvidenceReference {
	return wholeCollection(collectionId, resource);
}

function listReferences(
	{ collectionId }: ListStanding,
	resource: string,
	records: ReadonlyArray<{ recordId: string; rawSha256: Sha256 }>,
): EvidenceReference[] {
	if (collectionId === null) return [];
	if (records.length === 0) return [wholeCollection(collectionId, resource)];
	return records.map(({ recordId, rawSha256 }) => ({
		collectionId,
		leverUrl: null,
		rawSha256,
		recordId,
	}));
}

/** Nothing was found in it, or it is itself what a finding is about. */
function wholeCollection(collectionId: Sha256, resource: string): EvidenceReference {
	return { collectionId, leverUrl: null, rawSha256: null, recordId: resource };
}
