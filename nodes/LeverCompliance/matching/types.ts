import type { CivilDate, Hire, Match, MatchRung, ScreeningRecord } from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import type { ScreeningDetails, StaffRow } from '../lists/types';

/** A hire with what the ladder needs to know of it beyond its record. */
export interface HireToMatch {
	hire: Hire;
	/** First day as decided; null when not known: then rung M4 has no window */
	start: CivilDate | null;
	/** Day of the newest signed offer (sent, else created), in the work zone; null when there is none */
	offerDay: CivilDate | null;
	workZone: TimeZone;
	/** From the staff list, only with the policy's consent (rung M3); null otherwise */
	birthDate: CivilDate | null;
}

/** A screening record that belongs to a hire. */
export interface ScreeningLink {
	record: ScreeningRecord;
	details: ScreeningDetails;
	rung: MatchRung;
	/** Whether both names share a word; null when one side has no name */
	namesAgree: boolean | null;
	/** Whether the record has an e-mail of the hire, of other opportunities too; null when one side has none */
	emailsAgree: boolean | null;
	/** Whether the dates of birth are the same; null when one side has none, or they may not be compared */
	birthDatesAgree: boolean | null;
	/** Linked by an e-mail that only other opportunities of the same contact hold */
	viaOtherEmail: boolean;
	/** Linked because a person confirmed it on the approvals list */
	confirmed: boolean;
}

export interface HireScreening {
	/** By recordId */
	linked: readonly ScreeningLink[];
	/** Records that may belong to this hire or to somebody else: no link (rules.md §4); by recordId */
	ambiguous: readonly ScreeningRecord[];
	/** Those of `ambiguous` with an id of this hire, but neither its name nor its e-mail */
	ofSomebodyElse: readonly ScreeningRecord[];
}

/** Of a hire that nothing leads to; one for all */
export const NO_SCREENING: HireScreening = { linked: [], ambiguous: [], ofSomebodyElse: [] };

export interface ScreeningMatches {
	/** hireId → its records; every hire has an entry */
	byHire: ReadonlyMap<string, HireScreening>;
	/** Every link and every ambiguous candidate, by hire, then record */
	matches: Match[];
}

/** The staff row of a hire (rules.md §3: actual start). */
export interface HireStaff {
	/** null when nothing is linked */
	row: StaffRow | null;
	/** Rows that are no link: equally good ones, or rows that may be somebody else's; the offer's start is used then */
	ambiguous: StaffRow[];
}

/** Of a hire that nothing leads to; one for all */
export const NO_STAFF: HireStaff = { row: null, ambiguous: [] };

/** The staff rows of a Lever user (rules.md §7). */
export interface UserStaff {
	/** The row that decides: a current one wins over an old one; null when the user is not on the list */
	row: StaffRow | null;
	/** All linked rows */
	rows: StaffRow[];
}
