import type { INodeExecutionData } from 'n8n-workflow';

import type {
	CivilDate,
	IsoInstant,
	ListCollection,
	ListedDate,
	ListName,
	ListState,
	ListSummary,
	ScreeningRecord,
	ScreeningState,
	Sha256,
	StaffRecord,
} from '../../shared/contracts';

/** One list input of the node as n8n hands it over, with what the person set for it. */
export interface ListInput {
	/** Whether anything is wired to the input, whether or not items came */
	wired: boolean;
	items: readonly INodeExecutionData[];
	/** Evidence date of the run; the age of the list is counted to it */
	asOf: IsoInstant;
	/** Name a person gave the source; empty if none */
	sourceName: string;
	/** When the list was exported: ISO 8601 with offset, empty = look for a column, else not judged */
	exportedAt: string;
	/** Field → column name, for instance `{ completedAt: 'Done on' }`; wins over recognition */
	columns: Partial<Record<string, string>>;
}

/** The line about a list as reading it gives it; what the policy says of it follows with the run. */
export type UnjudgedList = Omit<ListSummary, 'doubts'>;

/** What every list gives besides its rows. */
export interface ReadList {
	list: ListName;
	state: ListState;
	/** "What I understood" */
	summary: UnjudgedList;
	/** null when the list is not connected */
	collection: ListCollection | null;
	/** Sentences that name rows and columns, never a person */
	notices: string[];
	/** Sentences with words of the list that no check knows; for the output Exceptions, never for a pack */
	unknownStatuses: string[];
}

/** What a search inside a screening turned out to be, for lists that itemise them. */
export interface ScreeningComponent {
	/** Name of the search as `foldKey` gives it, for instance `county criminal search` */
	name: string;
	state: ScreeningState;
}

/**
 * What only checks may see, and only where the policy switches them on (rules.md §5, §10): no part of it
 * goes into a pack or a message but the dates, and the names of components that a role needs.
 */
export interface ScreeningDetails {
	/** As written, trimmed; null when the row names none */
	package: string | null;
	/** null when the list does not itemise */
	components: ScreeningComponent[] | null;
	/** Whether a search was cancelled; null when the row says nothing of it */
	cancelledSearches: boolean | null;
	/** `none`: the row has no result; `unknown`: a text that no table knows */
	result: 'clear' | 'needsDecision' | 'none' | 'unknown';
	adjudication: 'engaged' | 'preAdverse' | 'postAdverse' | 'none' | 'unknown';
	adjudicatedAt: ListedDate;
	preAdverseAt: ListedDate;
	postAdverseAt: ListedDate;
	/** Until when the provider calls it valid */
	validUntil: ListedDate;
	/** `attestation`: a supplier says that it screened its own person */
	recordType: 'check' | 'attestation';
	/** The row is somebody's word for a check elsewhere, for instance a form in Lever: at best a warning */
	weakSource?: true;
}

/** A row of the screening list with what only matching may see (rules.md §10). */
export interface ScreeningRow {
	record: ScreeningRecord;
	details: ScreeningDetails;
	/** Provider's reference as the list gives it; several rows may share one, their `recordId`s differ */
	reference: string | null;
	/** Empty when the list has none */
	name: string;
	/** As written, trimmed */
	emails: string[];
	/** Read only when the policy switches on matching by name and date of birth; never stored */
	birthDate: CivilDate | null;
	/** Digest → id as given, for ids that hold an address; goes into the identities pack */
	hashedIds?: Record<string, string>;
}

export interface ScreeningList extends ReadList {
	list: 'screeningList';
	rows: ScreeningRow[];
}

/** What a staff list says of a person besides the dates; only the checks named may see it. */
export interface StaffDetails {
	/** SCR-15; null when the list does not say */
	employmentType: 'employee' | 'contractor' | null;
	/** UAR-03, as written */
	jobTitle: string | null;
	department: string | null;
	/** UAR-08: first account of the person, from an export of the identity provider */
	accountCreatedAt: ListedDate;
	/** UAR-05, only with the policy's consent (rules.md §10) */
	lastSignInAt: ListedDate;
}

/** A row of the staff list with what only matching may see. */
export interface StaffRow {
	record: StaffRecord;
	details: StaffDetails;
	reference: string | null;
	name: string;
	emails: string[];
	birthDate: CivilDate | null;
	/** Digest → id as given, for ids that hold an address; goes into the identities pack */
	hashedIds?: Record<string, string>;
}

export interface StaffList extends ReadList {
	list: 'staffList';
	rows: StaffRow[];
	/** True when rows arrived and none is of a current employee: no full staff (rules.md §7) */
	leaversOnly: boolean;
}

/** ISO/IEC 27002:2022 6.1; a closed list (rules.md §1). */
export const COMPENSATING_CONTROLS = [
	'delayed onboarding',
	'delayed assets',
	'reduced access',
	'supervised work',
	'termination',
] as const;

export type CompensatingControl = (typeof COMPENSATING_CONTROLS)[number];

/** A date that a list gave and that can be read. */
export type ReadableDate = Extract<ListedDate, { precision: 'instant' | 'day' }>;

interface ApprovalCommon {
	/** Unique within the table */
	id: string;
	/** From 1, header not counted */
	row: number;
	/** SHA-256 of the row as received */
	rawSha256: Sha256;
	/** Hire, contact, opportunity or user id */
	subjectId: string;
	/** As written, trimmed; empty when the row has none */
	reason: string;
	requestedBy: string;
	approvedBy: string;
	approvedAt: ReadableDate;
	/** null = does not expire */
	expiresAt: ReadableDate | null;
}

/** A deviation that somebody accepted (rules.md §1). */
export interface ExceptionApproval extends ApprovalCommon {
	type: 'exception';
	checkId: string;
	compensatingControl: CompensatingControl;
	expiresAt: ReadableDate;
}

/** A user who may hold a privileged role. */
export interface PrivilegedUserApproval extends ApprovalCommon {
	type: 'privileged_user';
}

/** A link that somebody confirmed by hand: rung M1 (rules.md §4). */
export interface ConfirmedMatch extends ApprovalCommon {
	type: 'confirmed_match';
	/** Reference of the screening or staff row */
	recordId: string;
}

/** A user who belongs to nobody of the staff list: an agency, a service account (UAR-04). */
export interface ExternalAccountApproval extends ApprovalCommon {
	type: 'external_account';
}

/** A change of somebody's role (UAR-07). */
export interface RoleChangeApproval extends ApprovalCommon {
	type: 'role_change';
}

/** What a reviewer decided about a user (UAR-06); `approvedBy` is the reviewer. */
export interface AccessReview extends ApprovalCommon {
	type: 'access_review';
	decision: 'keep' | 'change' | 'remove';
}

export type Approval =
	| AccessReview
	| ConfirmedMatch
	| ExceptionApproval
	| ExternalAccountApproval
	| PrivilegedUserApproval
	| RoleChangeApproval;

export interface ApprovalsList extends ReadList {
	list: 'approvals';
	/** Usable rows; the others are named in `notices` and do nothing */
	approvals: Approval[];
}

/** How a screening list is read. */
export interface ScreeningListOptions {
	/** Provider of rows that name none; empty = not known */
	provider: string;
	/** Title of the profile form in Lever whose filled forms are the list; left out = the list is no such */
	leverForm?: string;
	/** Status text → meaning; wins over the maps that ship with the node, as the next two do */
	statusMeanings: Record<string, ScreeningState>;
	resultMeanings?: Record<string, 'clear' | 'needsDecision'>;
	adjudicationMeanings?: Record<string, 'engaged' | 'preAdverse' | 'postAdverse'>;
	/** Policy's `screening.matchByNameAndBirthDate` */
	readBirthDates: boolean;
	/**
	 * Whether the policy states a lawful basis for results (rules.md §5, §10). Without it the columns for
	 * results, adjudications and their dates are not read at all.
	 */
	readResults: boolean;
}

/** How a staff list is read. */
export interface StaffListOptions {
	/** Status text → meaning; wins over the map that ships with the node */
	statusMeanings: Record<string, StaffRecord['employment']>;
	/** Policy's `screening.matchByNameAndBirthDate` */
	readBirthDates: boolean;
	/** Policy's `access.useSignInData` (rules.md §10). Without it sign-ins are not read at all. */
	readSignIns: boolean;
}
