import type {
	AcceptanceSource,
	CivilDate,
	EpochMilliseconds,
	Hire,
	HireOffer,
} from '../../shared/contracts';
import type { DateFieldReading } from '../../shared/dates';
import type { ZoneInUse } from '../policy';

/** The first day of work, where it comes from, and what else was said about it (rules.md §3). */
export interface StartDecision {
	/** null when no source gives a day that can be read */
	date: CivilDate | null;
	source: 'staffList' | 'offer' | 'none';
	/** Why `date` is null, or how the deciding source was read */
	reading: DateFieldReading;
	/** The newest signed offer and what its start field says; null when no signed offer was read */
	offer: { offer: HireOffer; reading: DateFieldReading } | null;
	/** The staff row and what its start says; null when no row is linked */
	staff: { recordId: string; reading: DateFieldReading } | null;
	/** Other first days in older signed offers, oldest offer first; each differs from `date` */
	earlierSignedStarts: ReadonlyArray<{ offerId: string; date: CivilDate }>;
}

export interface AcceptanceDecision {
	/** null with source `none` */
	at: EpochMilliseconds | null;
	source: AcceptanceSource;
	/** First candidate signature of the episode on any offer (OFR-04); null when the candidate signed none */
	earliestCandidateSignature: EpochMilliseconds | null;
}

/** Why a candidate for the population is no hire of this run (rules.md §3). */
export type NotInPopulationReason =
	| 'notHired'
	| 'withdrawnBeforeStart'
	| 'startBeforePeriod'
	| 'startAfterPeriod';

/** What the reasons say in `run.checks[].notInPopulation`. */
export const NOT_IN_POPULATION_TEXT: Record<NotInPopulationReason, string> = {
	notHired: 'Not archived as hired and no signed offer',
	withdrawnBeforeStart: 'Archived with a non-hired reason on or before the start date',
	startBeforePeriod: 'Started before the period, and nothing of the hiring lies in it',
	startAfterPeriod: 'Starts after the period, and nothing of the hiring lies in it',
};

/** A hire with everything that is decided before any check looks at it. */
export interface DecidedHire {
	hire: Hire;
	zone: ZoneInUse;
	start: StartDecision;
	acceptance: AcceptanceDecision;
	/** null = in the population */
	notInPopulation: NotInPopulationReason | null;
}
