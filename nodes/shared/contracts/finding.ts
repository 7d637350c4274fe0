import type { MatchRung } from './lists';
import type { CivilDate, Sha256 } from './primitives';

/** rules.md §1; every finding has exactly one. */
export type FindingStatus =
	| 'pass'
	| 'fail'
	| 'warn'
	| 'indeterminate'
	| 'not_applicable'
	| 'excepted';

export const FINDING_STATUSES: readonly FindingStatus[] = [
	'fail',
	'indeterminate',
	'warn',
	'excepted',
	'pass',
	'not_applicable',
];

/** Whether a result rests on something read, or on nothing having been found. */
export type FindingBasis = 'presence' | 'absence';

export type Severity = 'critical' | 'high' | 'medium' | 'low';

/** What a finding is about. `account`: the Lever account as a whole, one finding per check. */
export type SubjectType =
	| 'account'
	| 'collection'
	| 'hire'
	| 'opportunity'
	| 'screeningRecord'
	| 'staffRecord'
	| 'user';

export interface EvidenceReference {
	collectionId: Sha256;
	recordId: string;
	/** null when the reference is to a whole collection, for instance one without a record of this person */
	rawSha256: Sha256 | null;
	/** Page in Lever's web application; null for lists */
	leverUrl: string | null;
}

export interface ControlReference {
	/** For instance "ISO/IEC 27001:2022" */
	framework: string;
	/** For instance "A.6.1" */
	id: string;
}

/** Facts in a finding: ids, statuses, dates, counts; never a name, an address or a result of a check. */
export type FindingFacts = Record<string, string | number | boolean | null | string[]>;

/** The outcome of one check for one subject (design: finding). */
export interface Finding {
	kind: 'finding';
	checkId: string;
	checkVersion: number;
	subjectType: SubjectType;
	subjectId: string;
	status: FindingStatus;
	basis: FindingBasis;
	severity: Severity;
	/** Stable kebab-case word, for instance `completed-after-start` */
	reasonCode: string;
	/** For the person who must act; no name in it */
	message: string;
	observed: FindingFacts;
	expected: FindingFacts;
	match?: { rung: MatchRung };
	/** At least one */
	evidence: EvidenceReference[];
	controls: ControlReference[];
	remediation: { text: string; ownerId: string | null; dueAt: CivilDate | null };
	/** Id of the approval that made a fail `excepted`, or that came too late */
	approvalId?: string;
	/** SHA-256 over check, subject, status and reason: the same deviation tomorrow has the same one */
	fingerprint: Sha256;
}

/** A finding on the Exceptions output, with the names that those who act need (design, promise 6). */
export interface ExceptionItem extends Finding {
	/** Name of the hire or user; the id for confidential hires */
	subjectLabel: string;
	owner: { id: string; name: string; email: string } | null;
}
