import type { CredentialKind, ReadFailure } from './collection';
import type { MatchRung, ScreeningState } from './lists';
import type { CivilDate, EpochMilliseconds, Sha256 } from './primitives';

/** Names and addresses of a hire: used for matching, kept out of the evidence pack (rules.md §10). */
export interface HireIdentity {
	name: string;
	/** Of the contact, the opportunities of the episode, their applications and the offer signatures; trimmed, as written */
	emails: string[];
	/** Held only by other opportunities of the same contact */
	otherEmails: string[];
	/** `emails` without those that only signatures name (OFR-08); absent when somebody is anonymised */
	contactEmails?: string[];
	/** Offer id → address that the candidate's signature names; absent where it names none */
	signerEmails?: Record<string, string>;
	/** Tags of the episode's opportunities: free text, never in a pack (SCR-15). Absent when there are none */
	tags?: string[];
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
	/** User id of who made the offer */
	creator?: string | null;
	/** Lever's own word on whether it is approved; null when it says nothing */
	approved?: boolean | null;
	postingId?: string | null;
}

/** A move of an opportunity into a stage (lever-api.md §5.1, `stageChanges`). */
export interface StageChange {
	opportunityId: string;
	stageId: string;
	/** Position of the stage in the pipeline at that time, from 0; null when Lever does not say */
	stageIndex: number | null;
	at: EpochMilliseconds;
	/** User id of who moved it; null for imported and automatic moves */
	userId: string | null;
}

/** A form that interviewers fill in, as far as checks use it (lever-api.md §5.10). */
export interface FeedbackFacts {
	feedbackId: string;
	opportunityId: string;
	/** User id of who gave it */
	userId: string | null;
	/** null while it is not submitted */
	completedAt: EpochMilliseconds | null;
	rawSha256: Sha256;
}

/** What Lever's data protection rules say about a person's data (lever-api.md §5.1, `dataProtection`). */
export interface DataProtection {
	storeAllowed: boolean | null;
	/** When the permission to keep the data ends; null when it does not */
	storeExpiresAt: EpochMilliseconds | null;
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
	/** Every move of the episode's opportunities, oldest first */
	stageChanges?: StageChange[];
	/** Postings of the episode's applications, then of its offers; without doubles */
	postingIds?: string[];
	/** Requisitions that the episode's applications were hired on */
	requisitionIds?: string[];
	dataProtection?: DataProtection | null;
	/** Absent when interviews were not asked for; a failure when they could not be read */
	feedback?: { read: true | ReadFailure; forms: FeedbackFacts[]; collectionId: Sha256 };
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
	dataProtection?: DataProtection | null;
	/** Lever's location of the application or posting; decides which retention rule holds */
	location?: string | null;
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

/** A posting (lever-api.md §5.6): what a job is and who answers for it. */
export interface Posting {
	kind: 'posting';
	postingId: string;
	title: string;
	/** Open enum: `published`, `internal`, `closed`, `draft`, `pending`, `rejected` */
	state: string | null;
	team: string | null;
	department: string | null;
	location: string | null;
	/** Free text, for instance `Full-time` or `Contractor` */
	commitment: string | null;
	/** User ids */
	owner: string | null;
	hiringManager: string | null;
	creator: string | null;
	requisitionCodes: string[];
	confidential: boolean;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** A requisition (lever-api.md §5.7): a headcount that somebody approved. */
export interface Requisition {
	kind: 'requisition';
	requisitionId: string;
	requisitionCode: string | null;
	/** Open enum: `open`, `onHold`, `closed`, `draft`, `pending`, `rejected` */
	status: string | null;
	/** `unlimited`, or null when Lever does not say */
	headcountTotal: number | 'unlimited' | null;
	headcountHired: number | null;
	/** Free text, for instance `full-time` or `contractor` */
	employmentStatus: string | null;
	/** User ids */
	creator: string | null;
	owner: string | null;
	hiringManager: string | null;
	postingIds: string[];
	offerIds: string[];
	/** null when the requisition has no approval steps */
	approval: {
		status: string | null;
		approvedAt: EpochMilliseconds | null;
		/** User ids of those who approved */
		approvedBy: string[];
	} | null;
	createdAt: EpochMilliseconds | null;
	closedAt: EpochMilliseconds | null;
	confidential: boolean;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** Something done in the account (lever-api.md §5.12): ids, roles and times, no name or address. */
export interface AuditEvent {
	kind: 'auditEvent';
	auditEventId: string;
	/** For instance `user.role:changed` */
	type: string;
	at: EpochMilliseconds;
	/** User id of who did it */
	userId: string | null;
	/** Role of who did it, at that time */
	userRole: string | null;
	targetType: string | null;
	targetId: string | null;
	/** Of `user.role:changed`: role names */
	from: string | null;
	to: string | null;
	/** Of `key:added` and `key:removed`: last four characters of the key */
	tokenLastFour: string | null;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** Where something in Lever hangs that may be screening material. */
export type FileRecordType = 'file' | 'form' | 'note';

/** Name of a file, form or note of an opportunity (PRV-01); never its content. */
export interface FileRecord {
	kind: 'fileRecord';
	/** `<recordType>:<Lever's id>` */
	fileRecordId: string;
	recordType: FileRecordType;
	opportunityId: string;
	/** Name of the file, title of the form; never goes into a pack */
	name: string;
	createdAt: EpochMilliseconds | null;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** A file record as it goes into the evidence pack. */
export type FileTrace = Omit<FileRecord, 'name'>;

/** What the credential is and may do (Connection: Check; CON-01 to CON-04). */
export interface ConnectionFacts {
	kind: 'connection';
	/** `connection` */
	connectionId: string;
	credentialKind: CredentialKind;
	/** Scopes of the OAuth token; null for a key, and where the token does not say */
	scopes: string[] | null;
	/** User id of who authorised the OAuth connection; null for a key, or when not known */
	authorisedBy: string | null;
	/** Last four characters of the API key; null for OAuth */
	keyLastFour: string | null;
	/** Endpoint (`/opportunities`) → what reading one record of it gave */
	reads: Record<string, EndpointRead>;
	/** Whether confidential opportunities may be read; null when that is not known */
	confidentialVisible: boolean | null;
	collectionId: Sha256;
	rawSha256: Sha256;
}

/** `unknown`: neither an answer nor a refusal came */
export type EndpointRead = 'allowed' | 'forbidden' | 'unknown';

/** A start of the period with every date that joiner controls ask for; days are those of the work zone. */
export interface Joiner {
	kind: 'joiner';
	hireId: string;
	contact: string;
	jobTitle: string | null;
	workLocation: string | null;
	/** IANA zone whose days count */
	zone: string;
	/** The newest signed offer, else the newest of all; null when there is none */
	offerId: string | null;
	offerSentOn: CivilDate | null;
	acceptedOn: CivilDate | null;
	acceptedAtSource: AcceptanceSource;
	/** null: it is not known, so that it may lie in the period */
	firstDay: CivilDate | null;
	firstDaySource: HireDecision['firstDaySource'];
	/** The record that decides SCR-02, else the best that is linked; null when none is */
	screeningRecordId: string | null;
	screeningState: ScreeningState | null;
	screeningOrderedOn: CivilDate | null;
	screeningCompletedOn: CivilDate | null;
	matchRung: MatchRung | null;
	staffRecordId: string | null;
	/** The Lever account that was made first for this person; null when none is known */
	userId: string | null;
	accountCreatedOn: CivilDate | null;
	accountDeactivatedOn: CivilDate | null;
}

/** Items that Evidence: Collect gives besides collection records. */
export type PopulationItem =
	| AuditEvent
	| ConnectionFacts
	| Definition
	| FileRecord
	| Hire
	| Opportunity
	| Posting
	| Requisition
	| User;
