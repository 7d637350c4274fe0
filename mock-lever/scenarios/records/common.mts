/** Since 1970-01-01T00:00:00Z (lever-api.md §4.2) */
export type Milliseconds = number;

export type Confidentiality = 'non-confidential' | 'confidential';

export interface StoredPhone {
	type?: string | null;
	value: string;
}

/** When and why something left the pipeline */
export interface StoredArchive {
	/** Id of an archive reason */
	reason: string;
	archivedAt: Milliseconds;
}

/**
 * What the store adds to the records of an opportunity's sub-lists, to find them. Lever's own record of an
 * offer, interview, note… does not name its opportunity; only applications do.
 */
export interface OfOpportunity {
	opportunityId: string;
}
