import type { CivilDate, ListedDate } from '../contracts';
import { daysBetween, utcCivilDate } from './civilDate';
import type { TimeZone } from './timeZone';

/** How a completion lies against a start, seen from one zone. */
export interface StartView {
	/** Day of the completion */
	date: CivilDate;
	onOrBefore: boolean;
	/** Days after the start; 0 when on or before it */
	daysLate: number;
}

export interface StartComparison {
	inWorkZone: StartView;
	inUtc: StartView;
	/** The two zones give different verdicts: at best warn `time-zone-sensitive` (rules.md §2) */
	zoneSensitive: boolean;
}

/**
 * Compares a completion with a first day, in the work zone and in UTC (rules.md §2). A completion that
 * is known by its day only gives the same view twice.
 *
 * @returns null when the completion is missing or unreadable
 */
export function compareToStart(
	completion: ListedDate,
	start: CivilDate,
	workZone: TimeZone,
): StartComparison | null {
	const workDay = listedDay(completion, workZone);
	if (workDay === null) return null;
	const utcDay = completion.precision === 'instant' ? utcCivilDate(completion.instant) : workDay;
	const inWorkZone = view(workDay, start);
	const inUtc = utcDay === workDay ? inWorkZone : view(utcDay, start);
	return { inWorkZone, inUtc, zoneSensitive: inWorkZone.onOrBefore !== inUtc.onOrBefore };
}

/** The day of a listed date in a zone; null when it is missing or unreadable. */
export function listedDay(listed: ListedDate, zone: TimeZone): CivilDate | null {
	if (listed.precision === 'instant') return zone.civilDate(listed.instant);
	return listed.precision === 'day' ? listed.date : null;
}

function view(date: CivilDate, start: CivilDate): StartView {
	const onOrBefore = date <= start;
	return { date, onOrBefore, daysLate: onOrBefore ? 0 : daysBetween(start, date) };
}
