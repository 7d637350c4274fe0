/**
 * The form of a situation file: one person's story (or one company's base data) as Lever records,
 * rows of the companion lists, and the results that an auditor expects. `README.md` beside this file
 * explains it with examples.
 */

/**
 * A day or moment relative to the evidence date. Exactly one of `day` and `businessDay` is given.
 */
export interface RelativeDate {
	/** Calendar days from the evidence date's civil day (UTC), or from the day named by `from` */
	day?: number;
	/**
	 * Weekdays (Monday to Friday) from that day: it is first moved back to a weekday, then that many
	 * weekdays are stepped. `-n` is thus the latest weekday with exactly n weekdays after it, up to and
	 * including that day.
	 */
	businessDay?: number;
	/** Name of an entry of `dates`; its day, after its own `snap`, takes the evidence day's place */
	from?: string;
	/** Move the resulting day off a weekend: to the Friday before, or the Monday after */
	snap?: 'before' | 'after';
	/** Time of day in `zone`, `HH:MM` or `HH:MM:SS.mmm`; default `12:00` */
	time?: string;
	/** IANA zone of `time`; default `UTC` */
	zone?: string;
	/**
	 * What the date becomes. In Lever records the default is `epoch`; in list cells it is `isoInstant`
	 * when `time` is given, else `isoDate`.
	 * - `epoch`: milliseconds of `time` in `zone`
	 * - `epochDay`: milliseconds of 00:00 UTC of the day (Lever's form of a calendar date)
	 * - `epochZoneDay`: milliseconds of 00:00 in `zone`
	 * - `isoInstant`: `2026-10-24T08:00:00.000Z`
	 * - `isoOffset`: the same moment as `2026-10-24T10:00:00+02:00`
	 * - `isoDate`: `2026-10-24`; `usDate`: `10/24/2026`; `euDate`: `24/10/2026`; `germanDate`: `24.10.2026`
	 */
	as?:
		| 'epoch'
		| 'epochDay'
		| 'epochZoneDay'
		| 'isoInstant'
		| 'isoOffset'
		| 'isoDate'
		| 'usDate'
		| 'euDate'
		| 'germanDate';
}

/** The id that a symbolic id of this file, or of the company, resolves to. */
export interface Reference {
	ref: string;
}

export type Literal = string | number | boolean | null;
/** Anything in `raw`: dates and references inside it are resolved too. */
export type Raw = Literal | RelativeDate | Reference | Raw[] | { [key: string]: Raw };

/** One person. Symbolic `id`, for instance `contact-a`. */
export interface ContactSituation {
	id: string;
	name: string;
	/** Default: one address `<id>.<file>@example.com` */
	emails?: string[];
	/** Default: empty */
	headline?: string;
	location?: string;
	isAnonymized?: boolean;
	/** Laid over the finished record, last */
	raw?: Record<string, Raw>;
}

/** One candidacy; everything left out gets a believable default. */
export interface OpportunitySituation {
	id: string;
	contact: string;
	/** Default `posting-backend` */
	posting?: string;
	/** Stage id of the company, default `offer` */
	stage?: string;
	/** Default: 30 days before the earliest of its offers and archiving, and at least 60 before the evidence day */
	createdAt?: RelativeDate;
	/** Default: one day before its earliest offer was made, else 7 days after `createdAt` */
	lastAdvancedAt?: RelativeDate;
	/** Default null: not archived */
	archived?: { reason: string; at: RelativeDate } | null;
	/** Default `user-recruiter-1`; null = nobody */
	owner?: string | null;
	/** `opportunityLocation`; default `Berlin` */
	location?: string;
	tags?: string[];
	confidentiality?: 'non-confidential' | 'confidential';
	/** Addresses of the opportunity; default: the contact's */
	emails?: string[];
	/** Default: one application with the contact's first address; null = none */
	application?: { email?: string | null; hiringManager?: string | null } | null;
	/** Requisition of this file that it is hired on; default: the one of its posting, once archived as hired */
	requisition?: string;
	/** Default: evenly through every stage of the pipeline. The last one is its stage and its `lastAdvancedAt` */
	stageChanges?: StageChangeSituation[];
	/** Default null: no policy applies */
	dataProtection?: DataProtectionSituation | null;
	/** Default: one form for each stage with interviews, completed before the next stage; `[]` = none */
	feedback?: FeedbackSituation[];
	/** Default: some, with harmless names; `[]` = none. Likewise `forms` and `notes` */
	files?: FileSituation[];
	forms?: ProfileFormSituation[];
	notes?: NoteSituation[];
	raw?: Record<string, Raw>;
}

/** A move into a stage. */
export interface StageChangeSituation {
	stage: string;
	at: RelativeDate;
	/** Default: the opportunity's owner; null = imported or automatic */
	by?: string | null;
}

/** What the account's data protection policy says of the person's data. */
export interface DataProtectionSituation {
	/** Default true */
	storeAllowed?: boolean;
	/** Default null: for good */
	storeExpiresAt?: RelativeDate | null;
}

interface FilledInSituation {
	/** Default `user-interviewer-1` */
	by?: string;
	createdAt: RelativeDate;
	/** Default: at once; null = not completed */
	completedAt?: RelativeDate | null;
	/** Default null */
	deletedAt?: RelativeDate | null;
}

/** What an interviewer says, in the account's first feedback template. */
export type FeedbackSituation = FilledInSituation;

/** A profile form in the account's first template. */
export interface ProfileFormSituation extends FilledInSituation {
	/** Default: the template's */
	title?: string;
}

/** A thread of notes. */
export interface NoteSituation extends FilledInSituation {
	/** Default `Note`, as Lever calls all of them */
	title?: string;
	/** Default: one harmless sentence */
	comments?: string[];
	/** Default false */
	secret?: boolean;
}

export interface FileSituation {
	/** With its extension */
	name: string;
	uploadedAt: RelativeDate;
	/** Default null: the candidate */
	by?: string | null;
}

/** An offer of one opportunity. */
export interface OfferSituation {
	id: string;
	opportunity: string;
	/** Lever's status; default `signed` */
	status?: string;
	/**
	 * Value of the field `anticipated_start_date`: a date (default form `epochDay`), or raw text, number
	 * or null. Left out: the offer form has no such field.
	 */
	startDate?: RelativeDate | string | number | null;
	/** When the candidate signed. Left out: not signed by the candidate */
	candidateSignedAt?: RelativeDate;
	/** Address in the candidate's signature; default: the contact's first */
	candidateEmail?: string | null;
	/** When the company signed. Left out: there is no company signer */
	companySignedAt?: RelativeDate;
	/** Upload of the signed document; default: one minute after the first signature, null if there is none */
	signedDocumentAt?: RelativeDate | null;
	/** Defaults: 5, 3 and 2 days before the candidate signed (else before the company signed or the document was uploaded; else 14, 12 and 11 days before the evidence day) */
	createdAt?: RelativeDate;
	approvedAt?: RelativeDate | null;
	/** Lever's word on it; default true once there is `approvedAt`, else null */
	approved?: boolean | null;
	/** Who made it; default `user-recruiter-1` */
	creator?: string;
	sentAt?: RelativeDate | null;
	/** Offer field `location`; default: the opportunity's */
	location?: string | null;
	/** Default: the posting's title */
	jobTitle?: string;
	/** Default `user-hiring-manager` */
	hiringManager?: string | null;
	raw?: Record<string, Raw>;
}

/** A Lever user. */
export interface UserSituation {
	id: string;
	name: string;
	/** Default: `<id>.<file>@example.com` */
	email?: string;
	/** Default `interviewer` */
	accessRole?: string | null;
	/** Default: 400 days before the evidence day */
	createdAt?: RelativeDate;
	/** Default null: active */
	deactivatedAt?: RelativeDate | null;
	/** Audit event of a sign-in; default: in the last two weeks before the evidence day or the deactivation; null = none */
	lastSignInAt?: RelativeDate | null;
	externalDirectoryId?: string | null;
	/** Contacts of this file */
	linkedContacts?: string[] | null;
	jobTitle?: string | null;
	manager?: string | null;
	raw?: Record<string, Raw>;
}

export interface StageSituation {
	id: string;
	text: string;
	/** Lever's internal number that orders the opportunity list (lever-api.md §3.1) */
	rank: number;
	/** Default: made from the symbolic id; Lever's fixed ids are given as they are */
	fixedId?: true;
}

export interface ArchiveReasonSituation {
	id: string;
	text: string;
	/** Default `active` */
	status?: 'active' | 'inactive';
	type: 'hired' | 'non-hired';
}

export interface PostingSituation {
	id: string;
	text: string;
	location: string;
	team: string;
	/** Default `published` */
	state?: 'published' | 'internal' | 'closed' | 'draft' | 'pending' | 'rejected';
	/** Default `Full-time` */
	commitment?: string;
	/** Default `user-recruiter-1`; null = nobody. Likewise the manager: `user-hiring-manager` */
	owner?: string | null;
	hiringManager?: string | null;
	confidentiality?: 'non-confidential' | 'confidential';
	/**
	 * Default: those of the requisitions of this file that name it, else one of its own, whose requisition is
	 * made; `[]` = there is no requisition
	 */
	requisitionCodes?: string[];
	raw?: Record<string, Raw>;
}

/** A headcount that somebody approved. */
export interface RequisitionSituation {
	id: string;
	/** Default: made from its id and the file's number */
	code?: string;
	/** At least one; name, place and team are those of the first */
	postings: string[];
	/** Default `open` */
	status?: 'open' | 'onHold' | 'closed' | 'draft' | 'pending' | 'rejected';
	/** Default: two more than were hired */
	headcount?: number | 'unlimited';
	/** Default: the opportunities of this file that are hired on it */
	hired?: number;
	/** Default: the offers, drafts aside, of the opportunities of this file that applied to its postings */
	offers?: string[];
	/** Default `full-time` */
	employmentStatus?: string | null;
	/** Users; default: those of the first posting */
	creator?: string | null;
	owner?: string | null;
	hiringManager?: string | null;
	/** Default null: it has no approval steps */
	approval?: {
		/** Default `approved` */
		status?: string;
		/** Default: when the requisition was made */
		startedAt?: RelativeDate;
		/** Default: two days later for `approved`, else null */
		approvedAt?: RelativeDate | null;
		/** Users; default `user-super-admin-2` */
		approvers?: string[];
	} | null;
	/** Default: 500 days before the evidence day */
	createdAt?: RelativeDate;
	/** Default: 100 days before the evidence day for `closed`, else null */
	closedAt?: RelativeDate | null;
	raw?: Record<string, Raw>;
}

/** Something done in the account. */
export interface AuditEventSituation {
	/** lever-api.md §5.12, for instance `user.role:changed` */
	type: string;
	at: RelativeDate;
	/** User who did it; default `user-super-admin-1`; null = nobody knows who */
	by?: string | null;
	/** User that it was done to, for events of users */
	user?: string;
	/** Of `user.role:changed` and `user.permission:changed` */
	from?: string;
	to?: string;
	/** Of events of keys: last four characters of the key */
	tokenLastFour?: string;
	/** Laid over the finished `meta` */
	meta?: Record<string, Raw>;
}

/** A cell of a companion list. */
export type Cell = Literal | RelativeDate | Reference;

export const SCREENING_COLUMNS = [
	'provider',
	'report_id',
	'external_id',
	'email',
	'name',
	'date_of_birth',
	'package',
	'status',
	'result',
	'adjudication',
	'includes_canceled',
	'ordered_at',
	'completed_at',
	'adjudicated_at',
	'pre_adverse_at',
	'post_adverse_at',
	'record_type',
	'searches',
	'valid_until',
] as const;

export const STAFF_COLUMNS = [
	'external_id',
	'email',
	'name',
	'status',
	'start_date',
	'end_date',
	'date_of_birth',
	'account_created_at',
	'last_sign_in_at',
	'employment_type',
] as const;

export const APPROVAL_COLUMNS = [
	'id',
	'type',
	'check_id',
	'subject_id',
	'record_id',
	'reason',
	'compensating_control',
	'decision',
	'requested_by',
	'approved_by',
	'approved_at',
	'expires_at',
] as const;

/** Cells left out: provider `checkr`, package `standard`, status `complete`, result `clear`, includes_canceled `false`, a report_id of its own; the others empty */
export type ScreeningRow = Partial<Record<(typeof SCREENING_COLUMNS)[number], Cell>>;
/** Cells left out: status `active`; the others empty */
export type StaffRow = Partial<Record<(typeof STAFF_COLUMNS)[number], Cell>>;
/** Cells left out are empty. A hire as subject: `{ "ref": "hire:opp-a" }` */
export type ApprovalRow = Partial<Record<(typeof APPROVAL_COLUMNS)[number], Cell>>;

export type ExpectedStatus =
	| 'pass'
	| 'fail'
	| 'warn'
	| 'indeterminate'
	| 'not_applicable'
	| 'excepted';

/** One result, written by hand. */
export interface ExpectedCell {
	status: ExpectedStatus;
	/** The rule and why it applies here, for instance "rules.md §5 SCR-02: completed on the start day" */
	because: string;
	/** The finding's `reasonCode`, where the rules name it */
	reason?: string;
	/** Name of a policy variant → the result under its policy, where it is another one or has another reason */
	variants?: Record<string, Omit<ExpectedCell, 'variants'>>;
}

export interface ExpectedHire {
	/** Opportunities of the episode; the hire's id is made from its contact and the earliest of them */
	hire: string[];
	/** Check id → result; every check that applies to hires has an entry, planned ones may have one */
	cells: Record<string, ExpectedCell>;
}

export interface ExpectedUser {
	user: string;
	cells: Record<string, ExpectedCell>;
}

/** A hire candidate that the checks leave out of the population and count. */
export interface ExpectedNotInPopulation {
	hire: string[];
	/** Part of the reason in words, compared without regard to case */
	reasonContains: string;
	because: string;
	/** Results of planned checks that look at such candidates too */
	cells?: Record<string, ExpectedCell>;
}

export interface Situation {
	/** Where it comes from: number in B.3 and the section of rules.md */
	reference: string;
	/** The situation in one sentence */
	title: string;
	/** Named days that other dates of this file count from */
	dates?: Record<string, RelativeDate>;
	lever?: {
		contacts?: ContactSituation[];
		opportunities?: OpportunitySituation[];
		offers?: OfferSituation[];
		users?: UserSituation[];
		stages?: StageSituation[];
		archiveReasons?: ArchiveReasonSituation[];
		postings?: PostingSituation[];
		requisitions?: RequisitionSituation[];
		auditEvents?: AuditEventSituation[];
	};
	screening?: ScreeningRow[];
	staff?: StaffRow[];
	approvals?: ApprovalRow[];
	/** What an earlier run saw in place of it; what came later than that run need not stand here */
	previous?: {
		offers?: Array<Partial<OfferSituation> & { id: string }>;
		users?: Array<Partial<UserSituation> & { id: string }>;
		/** Rows that are no longer on the list */
		screening?: ScreeningRow[];
	};
	expected: {
		hires?: ExpectedHire[];
		users?: ExpectedUser[];
		notInPopulation?: ExpectedNotInPopulation[];
	};
}
