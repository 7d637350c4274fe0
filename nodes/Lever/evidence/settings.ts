import type { CivilDate, EpochMilliseconds, IsoInstant, Period } from '../../shared/contracts';
import { addDays, addMonths, civilDateIn, isTimeZoneName } from '../../shared/dates';

/** What a person can leave out of a run; each family of checks rests on its own reads. */
export type CheckFamily =
	| 'hires'
	| 'interviews'
	| 'files'
	| 'users'
	| 'records'
	| 'jobs'
	| 'auditEvents'
	| 'connection';

export const CHECK_FAMILIES: readonly CheckFamily[] = [
	'hires',
	'interviews',
	'files',
	'users',
	'records',
	'jobs',
	'auditEvents',
	'connection',
];

/** What is read unless somebody chooses: names of files only on demand (rules.md §10). */
export const USUAL_FAMILIES: readonly CheckFamily[] = CHECK_FAMILIES.filter(
	(family) => family !== 'files',
);

/** These read what hangs on hires. */
const NEED_HIRES: readonly CheckFamily[] = ['interviews', 'files'];

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
	/** First day from which audit events are read */
	auditEventsSince: CivilDate;
	/** Read who signed in when, too */
	signIns: boolean;
}

export interface ChosenSettings {
	asOf: EpochMilliseconds;
	/** Zone of the workflow as n8n names it; UTC is used when no such zone exists */
	workflowZone: string;
	/** Days before the evidence date's day on which the period begins */
	periodDaysBack: number;
	/** Days after the evidence date's day on which the period ends; negative for days before it */
	periodDaysAhead: number;
	/** None chosen means the usual ones */
	families: readonly CheckFamily[];
	exhaustive: boolean;
	signIns: boolean;
}

/** An opportunity may be archived as hired long before its first day, but not longer than this. */
const MONTHS_FROM_ARCHIVING_TO_START = 12;

/** What a person may do is settled within a year; more events would only take longer to read. */
const MONTHS_OF_AUDIT_EVENTS = 12;

export function collectSettings(chosen: ChosenSettings): CollectSettings {
	const workflowZone = isTimeZoneName(chosen.workflowZone) ? chosen.workflowZone : 'UTC';
	const today = civilDateIn(chosen.asOf, workflowZone);
	const from = addDays(today, -chosen.periodDaysBack);
	// The day before: the period may begin earlier in a work location's zone than in UTC.
	const recordsSince = addDays(from, -1);
	const aYearAgo = addMonths(today, -MONTHS_OF_AUDIT_EVENTS);
	return {
		asOf: new Date(chosen.asOf).toISOString(),
		period: { from, to: addDays(today, chosen.periodDaysAhead) },
		workflowZone,
		families: familiesOf(chosen.families),
		exhaustive: chosen.exhaustive,
		hiresSince: addMonths(from, -MONTHS_FROM_ARCHIVING_TO_START),
		recordsSince,
		auditEventsSince: recordsSince > aYearAgo ? recordsSince : aYearAgo,
		signIns: chosen.signIns,
	};
}

function familiesOf(chosen: readonly CheckFamily[]): ReadonlySet<CheckFamily> {
	const families = new Set(chosen.length === 0 ? USUAL_FAMILIES : chosen);
	if (NEED_HIRES.some((family) => families.has(family))) families.add('hires');
	return families;
}
