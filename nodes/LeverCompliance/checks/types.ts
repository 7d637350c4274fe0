import type {
	CivilDate,
	Collection,
	CollectionPurpose,
	EpochMilliseconds,
	EvidenceReference,
	FindingBasis,
	FindingFacts,
	FindingStatus,
	ListName,
	MatchRung,
	Severity,
	Sha256,
	User,
} from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import type { AlteredRead } from '../inputs/alteredReads';
import type { HireScreening, HireStaff, UserStaff } from '../matching/types';
import type { Exemption, Policy } from '../policy';
import type { DecidedHire } from '../population/types';
import type { ControlMapping } from './controls';

/** What a person can choose in 'Checks'; `population` always runs. */
export type CheckFamily = 'screening' | 'offers' | 'access' | 'population';

/** A hire of the population with everything its checks look at. */
export interface HireSubject extends DecidedHire {
	screening: HireScreening;
	staff: HireStaff;
	/** Policy's exemption from screening */
	exemption: Exemption;
	/** Day of the evidence date in the work zone */
	today: CivilDate;
}

export interface UserSubject {
	user: User;
	staff: UserStaff;
	/** Day of the evidence date in the organisation's zone */
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
	asOf: EpochMilliseconds;
	organisationZone: TimeZone;
	screeningList: ListStanding;
	/** `leaversOnly`: rows arrived, none of a current employee without a last day */
	staffList: ListStanding & { leaversOnly: boolean };
}

/** What a result rests on: if one of these is not complete, a pass or a fault by absence cannot stand. */
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
	weakLink?: 'name-only' | 'names-differ';
	/** Default: the check's own */
	restsOn?: readonly Foundation[];
	/** Default: the check's own */
	remediation?: string;
	/** Default: from the evidence date by severity, for what needs somebody to act */
	dueAt?: CivilDate;
	/** First day of the deviation: an approval must be older (rules.md §1). Left out: cannot be approved */
	deviationDay?: CivilDate;
}

interface CheckCommon {
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
	};
	restsOn: readonly Foundation[];
	/** Paths of the policy settings that change its results */
	policyFields: readonly string[];
	severity: Severity;
	controls: readonly ControlMapping[];
	/** What to do about a fail, warn or indeterminate result, unless the result says more */
	remediation: string;
}

export interface HireCheck extends CheckCommon {
	subjectType: 'hire';
	evaluate(subject: HireSubject, context: CheckContext): CheckResult;
}

export interface UserCheck extends CheckCommon {
	subjectType: 'user';
	evaluate(subject: UserSubject, context: CheckContext): CheckResult;
}

export interface CollectionCheck extends CheckCommon {
	subjectType: 'collection';
	evaluate(subject: CollectionSubject, context: CheckContext): CheckResult;
}

/** One check: pure, one result per subject. */
export type Check = HireCheck | UserCheck | CollectionCheck;
