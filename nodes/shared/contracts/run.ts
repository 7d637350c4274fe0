import type { CollectionPurpose, ListName, ListState, Period } from './collection';
import type { FindingStatus } from './finding';
import type { IsoInstant, Sha256 } from './primitives';

/** rules.md §1: verdicts of a check as a whole; never statuses of a person. */
export type CheckVerdict =
	| 'noDeviations'
	| 'deviations'
	| 'notOccurring'
	| 'couldNotBeChecked'
	| 'notSetUp';

export interface CheckRun {
	id: string;
	version: number;
	title: string;
	/** What it tests, in one sentence */
	tests: string;
	/** Framework controls named on its findings under this policy */
	controls: Array<{ framework: string; id: string }>;
	/** Number of findings */
	population: number;
	counts: Record<FindingStatus, number>;
	/** Reason in words → number of subjects left out */
	notInPopulation: Record<string, number>;
	/**
	 * SHA-256 of the canonical JSON of each finding, sorted by subjectType then subjectId (UTF-16 code
	 * units), one per line, LF after each
	 */
	findingsSha256: Sha256;
	verdict: CheckVerdict;
	/** The verdict as a sentence, for instance "3 deviations in 41" or "Not set up: connect Staff List" */
	verdictText: string;
}

/**
 * Why a connected list cannot show that somebody is not on it (rules.md §5, §7): nothing arrived, it is
 * older than the policy allows, or a staff list names no current employee.
 */
export interface ListDoubt {
	reason: 'empty' | 'failed' | 'tooOld' | 'leaversOnly';
	/** A clause without full stop, for instance "the Staff List is 9 days old and the policy allows 7" */
	text: string;
}

export interface ListSummary {
	list: ListName;
	state: ListState;
	/** "What I understood": one line, for instance "Screening List: 41 rows, provider Checkr, e-mail from column candidate_email" */
	understood: string;
	rows: number;
	/** Empty: the list can be relied on, or is not connected */
	doubts: ListDoubt[];
}

/** Proof that a population reached Seal unchanged. */
export interface PopulationSeal {
	/** Also the name of its file: `hires`, `users`, `opportunities`, `definitions`, `postings`, `requisitions`, `audit-events`, `files`, `connection`, `joiners`, `screening`, `staff`, `collections`, `identities`, `matches` */
	name: string;
	/** `kind` of its items */
	kind: string;
	count: number;
	/** SHA-256 of its file: the canonical JSON of each item, sorted by id (shared/populations.ts), one per line, LF after each */
	sha256: Sha256;
}

/** One step of the bridge from everything read to everything tested. */
export interface BridgeStep {
	label: string;
	count: number | null;
	/** Why the number is what it is; empty if plain */
	note: string;
}

/** Something of Lever that results rest on and that is not all there; doubts about lists stand in `lists`. */
export interface RunShortfall {
	purpose: CollectionPurpose;
	/**
	 * - `incomplete`: the read did not reach its end, or records came twice without an explanation
	 * - `expansionRefused`: Lever did not send along what records of lists are matched by
	 * - `altered`: items or a collection record were left out or changed before Lever Compliance
	 */
	reason: 'incomplete' | 'expansionRefused' | 'altered';
	/** Sentences for people */
	text: string;
}

/** A link that a person should confirm. */
export interface LinkToConfirm {
	/** Hire id */
	subjectId: string;
	/** Reference of the screening or staff row */
	recordId: string;
	why: 'ambiguous' | 'name-only' | 'names-differ';
}

/** What a person can settle by saying whose record it is (rules.md §4). */
export interface LinksToConfirm {
	/** By hire, then record */
	links: LinkToConfirm[];
	/** Hires with a record that nothing can name: it has no reference of its own, or shares it with another row */
	withoutReference: string[];
}

/** The head of a run: everything a reader needs to judge and re-perform it (design: run). */
export interface Run {
	kind: 'run';
	asOf: IsoInstant;
	period: Period;
	/** IANA zone used where the policy names none for a work location */
	zone: string;
	policy: Record<string, unknown>;
	policySha256: Sha256;
	/** False: the pack is stamped TEST DATA, NOT EVIDENCE */
	production: boolean;
	checks: CheckRun[];
	lists: ListSummary[];
	populations: PopulationSeal[];
	/** Opportunities → hired → in the period → tested, beside the staff list's starters */
	bridge: BridgeStep[];
	/** Candidates for the population of hires that were left out, by id; nothing else of them is kept (rules.md §10) */
	leftOut?: Array<{ hireId: string; reason: string }>;
	/** Links that only a person can settle (rules.md §4); absent when the run makes no screening checks */
	toConfirm?: LinksToConfirm;
	/** Empty when everything of Lever that was asked for was read and arrived */
	shortfalls?: RunShortfall[];
	/** Sentences for the first screen, most serious first: what was not read, not visible, not set up */
	notices: string[];
	tool: { name: string; version: string };
	/** SHA-256 of the canonical JSON of this object without this field */
	runSha256: Sha256;
}

/** Always the first item on the Exceptions output, also when everything passed. */
export interface Summary {
	kind: 'summary';
	asOf: IsoInstant;
	/** One line, for instance "3 deviations, 1 result could not be decided" */
	headline: string;
	/** True when somebody should look: any fail, warn or indeterminate, or a notice */
	alert: boolean;
	production: boolean;
	notices: string[];
	counts: Record<FindingStatus, number>;
	checks: Array<{ id: string; title: string; verdict: CheckVerdict; verdictText: string }>;
	/** "What I understood" of each list, then the statuses that are not known, in the list's own words */
	lists: string[];
	/** "Starting in the next 14 days": ids, dates, what is missing */
	upcomingStarts: Array<{ hireId: string; startDate: string; message: string }>;
	/** Differs in every run, so that Remove Duplicates never drops the summary */
	fingerprint: Sha256;
}
