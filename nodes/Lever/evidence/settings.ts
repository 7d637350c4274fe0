import type { CivilDate, EpochMilliseconds, IsoInstant, Period } from '../../shared/contracts';
import { addDays, addMonths, civilDateIn, isTimeZoneName } from '../../shared/dates';

/** What a person can leave out of a run; each family of checks rests on its own reads. */
export type CheckFamily = 'hires' | 'users' | 'records';

export const CHECK_FAMILIES: readonly CheckFamily[] = ['hires', 'users', 'records'];

/** Everything that decides what is read. The same settings and Lever data give the same items. */
export interface CollectSettings {
	asOf: IsoInstant;
	period: Period;
	/** IANA zone of the workflow */
	workflowZone: string;
	families: ReadonlySet<CheckFamily>;
	/** Read every opportunity and the offers of each, instead of those that can be hires */
	exhaustive: boolean;
	/** First day from which archived opportunities can be hires */
	hiresSince: CivilDate;
	/** First day from which archive and decline records are read */
	recordsSince: CivilDate;
}

export interface ChosenSettings {
	asOf: EpochMilliseconds;
	/** Zone of the workflow as n8n names it; UTC is used when no such zone exists */
	workflowZone: string;
	/** Days before the evidence date's day on which the period begins */
	periodDaysBack: number;
	/** Days after the evidence date's day on which the period ends */
	periodDaysAhead: number;
	/** None chosen means all */
	families: readonly CheckFamily[];
	exhaustive: boolean;
}

/** An opportunity may be archived as hired long before its first day, but not longer than this. */
const MONTHS_FROM_ARCHIVING_TO_START = 12;

export function collectSettings(chosen: ChosenSettings): CollectSettings {
	const workflowZone = isTimeZoneName(chosen.workflowZone) ? chosen.workflowZone : 'UTC';
	const today = civilDateIn(chosen.asOf, workflowZone);
	const from = addDays(today, -chosen.periodDaysBack);
	return {
		asOf: new Date(chosen.asOf).toISOString(),
		period: { from, to: addDays(today, chosen.periodDaysAhead) },
		workflowZone,
		families: new Set(chosen.families.length === 0 ? CHECK_FAMILIES : chosen.families),
		exhaustive: chosen.exhaustive,
		hiresSince: addMonths(from, -MONTHS_FROM_ARCHIVING_TO_START),
		// The day before: the period may begin earlier in a work location's zone than in UTC.
		recordsSince: addDays(from, -1),
	};
}
