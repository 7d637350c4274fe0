import type { CivilDate } from '../contracts';
import { addDays, daysBetween, weekday } from './civilDate';

/** Monday to Friday; public holidays are not known here (rules.md §7). */
export function isBusinessDay(date: CivilDate): boolean {
	return weekday(date) <= 5;
}

/**
 * Business days after `from` up to and including `to`: with `from` as the last day of work, the first
 * business day after it is 1 (rules.md §7). Zero when `to` is not after `from`.
 */
export function businessDaysAfter(from: CivilDate, to: CivilDate): number {
	const days = daysBetween(from, to);
	if (days <= 0) return 0;
	const fullWeeks = Math.floor(days / 7);
	let count = fullWeeks * 5;
	for (let day = fullWeeks * 7 + 1; day <= days; day++) {
		if (isBusinessDay(addDays(from, day))) count++;
	}
	return count;
}

/**
 * The day that lies so many business days after (or before, when negative) a day. Zero gives the day
 * itself, also on a weekend.
 */
export function addBusinessDays(date: CivilDate, businessDays: number): CivilDate {
	const step = businessDays < 0 ? -1 : 1;
	let day = date;
	for (let left = Math.abs(businessDays); left > 0; ) {
		day = addDays(day, step);
		if (isBusinessDay(day)) left--;
	}
	return day;
}
