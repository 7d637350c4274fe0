/** Lever's records as the mock stores them (lever-api.md §5), and what the store adds to find them. */

export type Milliseconds = number;

export interface StoredContact {
	id: string;
	name: string;
	headline: string;
	isAnonymized: boolean;
	location: { name: string };
	emails: string[];
	phones: Array<{ type: string | null; value: string }>;
	dataProtection: { interviewIntelligence: { allowed: boolean; expiresAt: number | null } };
}

export interface StoredArchive {
	reason: string;
	archivedAt: Milliseconds;
}

export interface StoredOpportunity {
	id: string;
	name: string;
	contact: string;
	headline: string;
	stage: string;
	confidentiality: 'non-confidential' | 'confidential';
	location: string;
	phones: Array<{ type: string | null; value: string }>;
	emails: string[];
	links: string[];
	archived: StoredArchive | null;
	tags: string[];
	sources: string[];
	stageChanges: Array<{
		toStageId: string;
		toStageIndex: number;
		updatedAt: Milliseconds;
		userId?: string;
	}>;
	origin: string;
	sourcedBy: string | null;
	owner: string | null;
	followers: string[];
	applications: string[];
	createdAt: Milliseconds;
	updatedAt: Milliseconds | null;
	lastInteractionAt: Milliseconds;
	lastAdvancedAt: Milliseconds;
	snoozedUntil: Milliseconds | null;
	urls: { list: string; show: string };
	isAnonymized: boolean;
	dataProtection: {
		store: { allowed: boolean; expiresAt: Milliseconds | null };
		contact: { allowed: boolean; expiresAt: Milliseconds | null };
	} | null;
	opportunityLocation?: string;
}

/** Only `/opportunities/deleted` shows these */
export interface StoredDeletedOpportunity extends StoredOpportunity {
	deletedBy: string;
	deletedAt: Milliseconds;
}

export interface StoredApplication {
	id: string;
	type: 'posting' | 'referral' | 'user';
	candidateId: string;
	opportunityId: string;
	posting: string;
	postingHiringManager: string | null;
	postingOwner: string | null;
	name: string | null;
	company: string | null;
	phone: { type: string | null; value: string } | null;
	email: string | null;
	links: string[];
	comments: string | null;
	user: string | null;
	customQuestions: unknown[];
	createdAt: Milliseconds;
	archived: StoredArchive | null;
	requisitionForHire: {
		id: string;
		requisitionCode: string;
		hiringManagerOnHire: string | null;
	} | null;
}

export interface StoredSignature {
	role: string;
	name: string | null;
	email: string | null;
	firstOpenedAt?: Milliseconds | null;
	lastOpenedAt?: Milliseconds | null;
	signedAt?: Milliseconds | null;
	signed?: boolean;
}

export interface StoredDocument {
	fileName: string;
	uploadedAt: Milliseconds;
	downloadUrl: string;
}

export interface StoredOffer {
	id: string;
	/** The store's link for json-server's nested route; not part of Lever's record */
	opportunityId: string;
	posting: string | null;
	createdAt: Milliseconds;
	status: string;
	creator: string;
	fields: Array<{ text: string; identifier: string; value: string | number | null }>;
	signatures: Record<string, StoredSignature> | null;
	approved: boolean | null;
	approvedAt: Milliseconds | null;
	sentAt: Milliseconds | null;
	sentDocument: StoredDocument | null;
	signedDocument: StoredDocument | null;
}

export interface StoredUser {
	id: string;
	name: string;
	username: string | null;
	email: string;
	accessRole: string | null;
	photo: string | null;
	createdAt: Milliseconds;
	deactivatedAt: Milliseconds | null;
	externalDirectoryId: string | null;
	linkedContactIds: string[] | null;
	jobTitle: string | null;
	managerId: string | null;
}

export interface StoredStage {
	id: string;
	text: string;
	/** Lever's internal order; not part of Lever's record (lever-api.md §3.1, §5.14) */
	rank: number;
}

export interface StoredArchiveReason {
	id: string;
	text: string;
	status: 'active' | 'inactive';
	type: 'hired' | 'non-hired';
}

export interface StoredTag {
	count: number;
	text: string;
}

/** Ids, titles and places only: the mock serves no postings yet */
export interface StoredPosting {
	id: string;
	text: string;
	location: string;
	team: string;
}

/** The whole account; each key is a collection of the store. */
export interface LeverDatabase {
	opportunities: StoredOpportunity[];
	deleted_opportunities: StoredDeletedOpportunity[];
	contacts: StoredContact[];
	applications: StoredApplication[];
	offers: StoredOffer[];
	users: StoredUser[];
	stages: StoredStage[];
	archive_reasons: StoredArchiveReason[];
	tags: StoredTag[];
	postings: StoredPosting[];
}

export function emptyDatabase(): LeverDatabase {
	return {
		opportunities: [],
		deleted_opportunities: [],
		contacts: [],
		applications: [],
		offers: [],
		users: [],
		stages: [],
		archive_reasons: [],
		tags: [],
		postings: [],
	};
}

/** Rows of the companion lists; every cell is text. */
export interface Companion {
	screening: Array<Record<string, string>>;
	staff: Array<Record<string, string>>;
	approvals: Array<Record<string, string>>;
}
