import type { ReadFailure } from './collection';
import type { CivilDate, EpochMilliseconds, Sha256 } from './primitives';

/** Names and addresses of a hire: used for matching, kept out of the evidence pack (rules.md §10). */
export interface HireIdentity {
	name: string;
	/** Of the contact, the opportunities of the episode, their applications and the offer signatures; trimmed, as written */
	emails: string[];
	/** Held only by other opportunities of the same contact */
	otherEmails: string[];
}

/** What the checks need of one offer (lever-api.md §5.2); no pay, no documents. */
export interface HireOffer {
	id: string;
	opportunityId: string;
	/** Lever's status; open enum */
	status: string;
	createdAt: EpochMilliseconds | null;
	approvedAt: EpochMilliseconds | null;
	sentAt: EpochMilliseconds | null;
	/** `signatures.candidate.signedAt`, or the flat form */
	candidateSignedAt: EpochMilliseconds | null;
	/** True when the candidate's signature says `signed: true`, even without a date */
	candidateSigned: boolean;
	/** Latest signature of anybody else */
	otherSignedAt: EpochMilliseconds | null;
	/** `signedDocument.uploadedAt` */
	signedDocumentAt: EpochMilliseconds | null;
	/** Value of `anticipated_start_date`, untouched; null when the field is empty or absent */
	startDateRaw: number | string | null;
	jobTitle: string | null;
	location: string | null;
}

/** A trace that Lever's Checkr integration leaves in tags; the result is deliberately not kept (rules.md §5). */
export type ScreeningTag = 'invitationPending' | 'invitationCompleted' | 'reportReturned';

/** How an opportunity of the episode is archived. */
export interface HireArchive {
	opportunityId: string;
	reasonId: string;
	/** null when the archive reason is unknown to the account's list */
	reasonType: 'hired' | 'non-hired' | null;
	archivedAt: EpochMilliseconds;
}

export type AcceptanceSource = 'candidateSignature' | 'document' | 'archive' | 'none';

/**
 * One contact and employment episode that may be a hire. Collect gives every candidate for the
 * population; whether it is in the population is decided in Lever Compliance (rules.md §3).
 */
export interface Hire {
	kind: 'hire';
	/** `<contact id>:<id of the earliest opportunity of the episode>` */
	hireId: string;
	contact: string;
	/** Earliest first (createdAt, then id) */
	opportunityIds: string[];
	/** Other opportunities of the same contact that were read: a screening record may name one of them */
	otherOpportunityIds?: string[];
	postingId: string | null;
	jobTitle: string | null;
	/** Offer's location, else the opportunity's; key of the policy's zone table */
	workLocation: string | null;
	/** From the newest signed offer; null when missing, ambiguous or unreadable. The checks decide again with the policy's zones */
	startDate: CivilDate | null;
	startDateSource: 'offer' | 'none';
	acceptedAt: EpochMilliseconds | null;
	acceptedAtSource: AcceptanceSource;
	/** Hired-type archiving of the episode, latest; null when not archived as hired */
	archivedAt: EpochMilliseconds | null;
	hiredReasonId: string | null;
	/** Every archiving of the episode's opportunities, hired or not */
	archives: HireArchive[];
	/** Current stage ids of the episode's opportunities, same order as `opportunityIds` */
	stageIds: string[];
	isAnonymized: boolean;
	confidential: boolean;
	/** User id of the opportunity's owner */
	owner: string | null;
	/** User id, from the offer or the application */
	hiringManager: string | null;
	/** true when the offers of every opportunity of the episode were read */
	offersRead: true | ReadFailure;
	offers: HireOffer[];
	screeningTags: ScreeningTag[];
	/** Page of the earliest opportunity in Lever's web application */
	leverUrl: string | null;
	/** Ids of the collections these records come from */
	collectionIds: { opportunities: Sha256; offers: Sha256 };
	/** Opportunity id → its collection, for those that were not read with `collectionIds.opportunities` */
	opportunityCollectionIds?: Record<string, Sha256>;
	identity: HireIdentity;
	/** Opportunity or offer id → SHA-256 of the canonical JSON of the raw record */
	rawSha256: Record<string, Sha256>;
}

/** What Lever Compliance decided about a hire before any check looked at it (rules.md §2, §3). */
export interface HireDecision {
	firstDay: CivilDate | null;
	/** The staff list gives the actual first day, the offer the agreed one */
	firstDaySource: 'staffList' | 'offer' | 'none';
	/** Day of acceptance in the work zone */
	acceptedOn: CivilDate | null;
	/** IANA zone whose days count for this hire */
	zone: string;
	zoneChosenBy: 'workLocation' | 'organisation';
}

/** A hire of the population as it goes into the evidence pack. */
export type HireRecord = Omit<Hire, 'identity'> & { decision?: HireDecision };

/** A Lever user (lever-api.md §5.4) without photo. */
export interface User {
	kind: 'user';
	userId: string;
	name: string;
	username: string | null;
	email: string;
	/** Free string: role name, id of a custom role, empty or null */
	accessRole: string | null;
	createdAt: EpochMilliseconds | null;
	deactivatedAt: EpochMilliseconds | null;
	externalDirectoryId: string | null;
	linkedContactIds: string[];
	jobTitle: string | null;
	managerId: string | null;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** rules.md §7: pending invitations and custom roles both show as no role. */
export type AccountState = 'active' | 'deactivated' | 'roleNotSet';

/** A user as it goes into the evidence pack. */
export type UserRecord = Omit<User, 'name' | 'username' | 'email'> & { accountState: AccountState };

/** Archive and decline records of the period and the current pipeline: ids, statuses, dates. */
export interface Opportunity {
	kind: 'opportunity';
	opportunityId: string;
	contact: string | null;
	stageId: string | null;
	archived: { reasonId: string | null; archivedAt: EpochMilliseconds | null } | null;
	owner: string | null;
	tags: string[];
	isAnonymized: boolean;
	confidential: boolean;
	createdAt: EpochMilliseconds | null;
	updatedAt: EpochMilliseconds | null;
	lastAdvancedAt: EpochMilliseconds | null;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/**
 * An opportunity as it goes into the evidence pack: ids only, because most of these people were never
 * hired (rules.md §10).
 */
export type OpportunityRecord = Pick<
	Opportunity,
	'kind' | 'opportunityId' | 'contact' | 'stageId' | 'owner' | 'collectionId' | 'rawSha256'
> & { archived: { reasonId: string | null } | null };

/** What an id in the other records means. Tags are free text: Lever Compliance does not pass them on. */
export interface Definition {
	kind: 'definition';
	definitionType: 'stage' | 'archiveReason' | 'tag';
	/** Lever's id; the text itself for tags, which have none */
	id: string;
	text: string;
	/** Position in the pipeline from 0; stages only */
	index?: number;
	/** Archive reasons only */
	type?: 'hired' | 'non-hired' | null;
	/** Archive reasons only */
	status?: string;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** Items that Evidence: Collect gives besides collection records. */
export type PopulationItem = Hire | User | Opportunity | Definition;
