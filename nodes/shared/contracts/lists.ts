import type { CivilDate, EpochMilliseconds, Sha256 } from './primitives';

/** A date as a list gave it, read as far as it can be read (rules.md §2). */
export type ListedDate =
	| { precision: 'instant'; instant: EpochMilliseconds }
	| { precision: 'day'; date: CivilDate }
	| { precision: 'missing' }
	/** Ambiguous day/month, impossible or foreign form; the text is not kept */
	| { precision: 'unreadable' };

/** `unknown` is neither running nor done nor stopped (rules.md §4). */
export type ScreeningState = 'running' | 'done' | 'stopped' | 'unknown';

/**
 * One row of the screening list as it goes into the evidence pack: no result, no adjudication, no name.
 * The list's own status text stays out: with some providers it is a result ("consider"), and it is free
 * text in others.
 */
export interface ScreeningRecord {
	kind: 'screeningRecord';
	/** Provider's reference, else `row-<n>`; unique within the list. A digest when it holds an address */
	recordId: string;
	/** From 1, header not counted */
	row: number;
	/** Name of a provider this package knows, else "another provider"; null when the row names none */
	provider: string | null;
	/** A digest when it holds an address */
	externalId: string | null;
	state: ScreeningState;
	orderedAt: ListedDate;
	completedAt: ListedDate;
	/** True when the row says that part of the check was cancelled */
	hasCancelled: boolean;
	rawSha256: Sha256;
}

/**
 * One row of the staff list as it goes into the evidence pack. The list's own status text stays out: it
 * can say why somebody is away.
 */
export interface StaffRecord {
	kind: 'staffRecord';
	/** Employee id, else `row-<n>`; a digest when it holds an address */
	recordId: string;
	row: number;
	/** A digest when it holds an address */
	externalId: string | null;
	/** `unknown` when the status text is not in the status map */
	employment: 'current' | 'left' | 'unknown';
	startDate: ListedDate;
	endDate: ListedDate;
	rawSha256: Sha256;
}

/**
 * A row that was linked to no hire of the population and no user, as it goes into the evidence pack: that
 * it was there, and nothing of the person in it (rules.md §10).
 */
export interface UnlinkedRow<Kind extends 'screeningRecord' | 'staffRecord'> {
	kind: Kind;
	recordId: string;
	row: number;
	rawSha256: Sha256;
}

/** Rung of the match ladder (rules.md §4). */
export type MatchRung = 'M1' | 'M2' | 'M3' | 'M4';

/** A link between a hire or user and a row of a list; goes into the identities pack. */
export interface Match {
	kind: 'match';
	subjectType: 'hire' | 'user';
	subjectId: string;
	list: 'screeningList' | 'staffList';
	recordId: string;
	rung: MatchRung;
	/** False when two candidates stand on one rung: no link is made */
	linked: boolean;
	/** Whether the names of both sides share a word; null when one side has no name */
	namesAgree: boolean | null;
}

/** Who an id is; goes into the identities pack and nowhere else. */
export interface Identity {
	kind: 'identity';
	subjectType: 'hire' | 'user' | 'screeningRecord' | 'staffRecord';
	subjectId: string;
	name: string;
	emails: string[];
	/** Digest in the evidence pack → the id as it was given, for ids that hold an address */
	hashedIds?: Record<string, string>;
}
