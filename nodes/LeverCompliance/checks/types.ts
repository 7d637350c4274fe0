import type {
	AuditEvent,
	CivilDate,
	Collection,
	CollectionPurpose,
	ConnectionFacts,
	Definition,
	EpochMilliseconds,
	EvidenceReference,
	FileRecord,
	FindingBasis,
	FindingFacts,
	FindingStatus,
	HireRecord,
	IsoInstant,
	ListName,
	MatchRung,
	Opportunity,
	Period,
	Posting,
	Requisition,
	Severity,
	Sha256,
	User,
	UserRecord,
} from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import type { AlteredRead } from '../inputs/alteredReads';
import type { ApprovalJudge } from '../approvals/exceptions';
import type { People } from '../approvals/people';
import type { Approval, ScreeningRow, StaffRow } from '../lists/types';
import type { ManyByKey } from '../manyByKey';
import type { StaffScreening } from '../matching/linkStaffScreening';
import type { HireScreening, HireStaff, ScreeningLink, UserStaff } from '../matching/types';
import type { Exemption, Policy, TierChoice } from '../policy';
import type { EmploymentType } from '../population/decideEmploymentType';
import type { DecidedHire, NotInPopulationReason } from '../population/types';
import type { ControlMapping } from './controls';
import type { HireReferences } from './evidence';

/** What a person can choose in 'Checks'; `population` always runs. */
export type CheckFamily =
	| 'access'
	| 'connection'
	| 'offers'
	| 'pipeline'
	| 'population'
	| 'privacy'
	| 'screening';

/** A hire of the population with everything its checks look at. */
export interface HireSubject extends DecidedHire {
	/** Without attestations that do not count */
	screening: HireScreening;
	/**
	 * Linked records in which a supplier says that it screened its own person, where this hire is not known
	 * to be one: they screen nobody then (compliance reference B.2, SCR-15)
	 */
	uncountedAttestations: readonly ScreeningLink[];
	employmentType: EmploymentType;
	staff: HireStaff;
	/** Policy's exemption from screening */
	exemption: Exemption;
	references: HireReferences;
	/** Ids by which an approval may name the hire */
	approvalIds: readonly string[];
	/** Keys of the person, for comparison with who approved something; worked out when asked for */
	personKeys: () => ReadonlySet<string>;
	/** Policy's tier of the job */
	tier: TierChoice;
	/** Day of the evidence date in the work zone */
	today: CivilDate;
}

export interface UserSubject {
	user: User;
	staff: UserStaff;
	/** Day of the evidence date in the organisation's zone */
	today: CivilDate;
}

/** An archive or decline record of the period, or an opportunity of the current pipeline. */
export interface OpportunitySubject {
	opportunity: Opportunity;
	/** Day of the evidence date in the organisation's zone */
	today: CivilDate;
}

/** A row of the screening list, whoever it belongs to. */
export interface ScreeningRecordSubject {
	row: ScreeningRow;
	/** Hires that it is linked to; those outside the population too */
	linkedTo: readonly string[];
	/** Hires that it may belong to, so that it is linked to nobody */
	candidates: readonly string[];
	/** It carries an id of a hire whom Lever anonymised */
	namesAnonymised: boolean;
	today: CivilDate;
}

/** A row of the staff list, whoever it belongs to. */
export interface StaffRecordSubject {
	row: StaffRow;
	/** Hires that it is linked to, or may belong to; those outside the population too */
	hires: readonly string[];
	/** Those of `hires` that it is linked to */
	linkedTo: readonly string[];
	today: CivilDate;
}

/** The account as a whole: what its checks look at stands in `CheckContext.account`. */
export interface AccountSubject {
	today: CivilDate;
}

/** A collection record, or one that the Lever node gave and that did not arrive. */
export type CollectionSubject =
	| { collection: Collection; altered: AlteredRead | null }
	| { collection: null; altered: AlteredRead };

/** What a connected list can be used for, decided once for a run. */
export interface ListStanding {
	/** Name of the input, for messages */
	label: string;
	/** null when the list is not connected: no check that needs it runs then */
	collectionId: Sha256 | null;
	/** Why the list cannot prove that somebody is not on it; null when it can. A sentence without full stop */
	doubt: { reason: 'list-empty' | 'list-failed' | 'list-too-old'; text: string } | null;
}

/** The same for all subjects of a run. There is no clock, locale or machine zone in it. */
export interface CheckContext {
	policy: Policy;
	/** The policy with the settings of the node, as it goes into the head of the run (IPE-05) */
	policyDocument: Record<string, unknown>;
	asOf: EpochMilliseconds;
	organisationZone: TimeZone;
	screeningList: ListStanding;
	/** `leaversOnly`: rows arrived, none of a current employee without a last day */
	staffList: ListStanding & { leaversOnly: boolean };
	approvals: ListStanding & {
		/** Id that a row names as its subject → its rows, in the order of the list */
		bySubject: ManyByKey<Approval>;
		/** Days up to the evidence date on which somebody reviewed access, earliest first (UAR-06) */
		reviewDays: readonly CivilDate[];
	};
	/** What the approvals say about a deviation, for a check that looks at those of another one (SCR-10) */
	judgeApproval: ApprovalJudge;
	/** Who is behind an address, by the staff list */
	people: People;
	account: Account;
	/** null when no previous run is connected, or nothing of it can be used: `previousRunList` says why */
	previousRun: PreviousRun | null;
	previousRunList: ListStanding;
}

/** An opportunity that was among what was read (IPE-02, CON-04). */
export interface SeenOpportunity {
	confidential: boolean;
	evidence: EvidenceReference;
}

/** What somebody works on, by what Lever names them as (UAR-03). */
export interface Duties {
	/** Number of opportunities, postings and requisitions of which this person is the owner */
	owns: number;
	/** Number of hires, postings and requisitions of which this person is the hiring manager */
	manages: number;
	/** The first few of these records */
	evidence: readonly EvidenceReference[];
}

/** Everything that was read of the account, for checks that compare one thing with another. */
export interface Account {
	/** Of the population */
	hires: readonly HireSubject[];
	/** Folded address → users who sign in with it */
	usersByEmail: ManyByKey<User>;
	/** Contact → users whom Lever links to it */
	usersByContact: ManyByKey<User>;
	users: ReadonlyMap<string, UserSubject>;
	/** `recordId` of a staff row → active users who belong to it */
	activeUsersByStaffRow: ManyByKey<User>;
	/** User → what Lever says that this person works on; users without anything are missing */
	duties: ReadonlyMap<string, Duties>;
	/** User → latest audit event of something that this person did; sign-ins among them */
	lastActivity: ReadonlyMap<string, AuditEvent>;
	/** Archive and decline records of the period, and the current pipeline */
	opportunities: readonly Opportunity[];
	opportunitiesByContact: ManyByKey<Opportunity>;
	/** Folded name, or id, of a stage → the ids of the stages that are called so */
	stageIds: ManyByKey<string>;
	/** Archive reasons of type hired, inactive ones included */
	hiredReasonIds: ReadonlySet<string>;
	/** Opportunity → what was read of it, as hire or as record; empty where the policy names no sentinels */
	seenOpportunities: ReadonlyMap<string, SeenOpportunity>;
	postings: ReadonlyMap<string, Posting>;
	requisitions: ReadonlyMap<string, Requisition>;
	/** Offer id → requisitions that list it */
	requisitionsByOffer: ManyByKey<Requisition>;
	/** Staff row → screening records of this person; empty unless the policy screens people again (SCR-14) */
	screeningByStaffRow: ReadonlyMap<string, readonly StaffScreening[]>;
	/** Oldest first */
	auditEvents: readonly AuditEvent[];
	/** User → audit events that say that this person's role changed, oldest first */
	roleChangesByUser: ManyByKey<AuditEvent>;
	fileRecords: readonly FileRecord[];
	fileRecordsByOpportunity: ManyByKey<FileRecord>;
	/** Rows of the staff list with the hires that they belong to */
	staffRecords: readonly StaffRecordSubject[];
	/** First days of hires whom Lever anonymised and to whom no row of the staff list leads */
	anonymisedStarts: ReadonlySet<CivilDate>;
	/** Contacts that were hired, in the period or before or after it */
	hiredContacts: ReadonlySet<string>;
	/** Contact → its employments, of contacts with several only; those outside the population too */
	employmentsByContact: ReadonlyMap<string, readonly Employment[]>;
	connection: ConnectionFacts | null;
	definitions: readonly Definition[];
	collections: readonly Collection[];
	/** Candidates for the population that were left out: hireId → reason */
	leftOut: ReadonlyMap<string, NotInPopulationReason>;
	staffRows: readonly StaffRow[];
	/** Days of the run's period */
	period: Period;
}

/** One employment of a contact that was hired several times. */
export interface Employment {
	hireId: string;
	start: CivilDate | null;
	/** Last day by the staff list; null when nobody says */
	end: CivilDate | null;
}

/** What an earlier run kept (OFR-07, UAR-07, SCR-14, IPE-04, IPE-05). */
export interface PreviousRun {
	/** Collection record of the input 'Previous Run' */
	collectionId: Sha256;
	asOf: IsoInstant;
	policy: Record<string, unknown>;
	policySha256: Sha256;
	runSha256: Sha256;
	/** Whether what arrived of it agrees with the digests in its head */
	intact: boolean;
	/** Parts that do not: `run` for the head itself, names of populations, ids of checks */
	altered: readonly string[];
	/** By hireId, userId; null when the population did not arrive, or not as it was sealed */
	hires: ReadonlyMap<string, HireRecord> | null;
	users: ReadonlyMap<string, UserRecord> | null;
	/** Employee id → the latest completed screenings that it knew, one of each strength at most (SCR-14) */
	lastScreenings: ReadonlyMap<string, readonly RememberedScreening[]>;
}

/** A completed screening that an earlier run knew. */
export interface RememberedScreening {
	on: CivilDate;
	/** Why it could not carry a pass then, nor can now */
	weakLink?: WeakLink;
}

/** Why a link cannot carry a pass (rules.md §4); `weak-source`: the record is somebody's word in Lever. */
export const WEAK_LINKS = ['name-only', 'names-differ', 'weak-source'] as const;

export type WeakLink = (typeof WEAK_LINKS)[number];

/** What a result rests on: if one of these is not complete, a pass, or a fail or warning by absence, cannot stand. */
export type Foundation = CollectionPurpose | ListName;

/** The outcome of one check for one subject, before what is decided for all checks alike (run/). */
export interface CheckResult {
	status: Exclude<FindingStatus, 'excepted'>;
	basis: FindingBasis;
	/** Stable kebab-case word */
	reasonCode: string;
	/** What was seen and what was expected; no name */
	message: string;
	observed: FindingFacts;
	expected: FindingFacts;
	/** At least one */
	evidence: EvidenceReference[];
	/** Default: the check's own */
	severity?: Severity;
	match?: { rung: MatchRung };
	/** The link it rests on cannot carry a pass: a pass becomes a warning (rules.md §4) */
	weakLink?: WeakLink;
	/** Default: the check's own */
	restsOn?: readonly Foundation[];
	/** Default: the check's own */
	remediation?: string;
	/** Default: from the evidence date by severity, for what needs somebody to act */
	dueAt?: CivilDate;
	/** First day of the deviation: an approval must be older (rules.md §1). Left out: cannot be approved */
	deviationDay?: CivilDate;
}

/** What a check decides of a result; what all its results have in common is laid under it. */
export type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> & Partial<CheckResult>;

/** A part of a check whose results rest on presence or on absence, as the case may be. */
export type PartWithBasis = Part & Pick<CheckResult, 'basis'>;

/** A subject that a check leaves out, and why, in words for `run.checks[].notInPopulation`. */
export interface LeftOut {
	notInPopulation: string;
}

/** Subject type → what its evaluation looks at. */
export interface SubjectsByType {
	account: AccountSubject;
	collection: CollectionSubject;
	hire: HireSubject;
	opportunity: OpportunitySubject;
	screeningRecord: ScreeningRecordSubject;
	staffRecord: StaffRecordSubject;
	user: UserSubject;
	/** Accepted, and archived with a non-hired reason on or before the start; its findings are about a hire */
	withdrawnHire: HireSubject;
}

/** One pure function for each type of subject that a check judges, one result per subject. */
type Evaluations = {
	readonly [Type in keyof SubjectsByType]?: (
		subject: SubjectsByType[Type],
		context: CheckContext,
	) => CheckResult | LeftOut;
};

/** One check: what it is, and how it judges. The form, the README's table and the report are made of it. */
export interface Check {
	/** For instance `SCR-02` */
	id: string;
	/** Raised whenever the same input can give another result */
	version: number;
	title: string;
	/** What it tests, in one sentence */
	tests: string;
	family: CheckFamily;
	needs: {
		/** Lists without which the check is not set up */
		lists: readonly ListName[];
		/** Reads without which an empty population proves nothing */
		collections: readonly CollectionPurpose[];
		/** Reads that must have been chosen in Evidence: Collect, or the check is not set up */
		reads?: readonly CollectionPurpose[];
	};
	restsOn: readonly Foundation[];
	/** Paths of the policy settings that change its results */
	policyFields: readonly string[];
	severity: Severity;
	controls: readonly ControlMapping[];
	/** What to do about a fail, warn or indeterminate result, unless the result says more */
	remediation: string;
	/**
	 * Why it is switched off, to stand after "Not set up: "; null or left out: it is on. Mostly the policy
	 * decides; a check may need something that only some accounts use.
	 */
	offBecause?(policy: Policy, account: Account): string | null;
	evaluate: Evaluations;
}
