import type { CivilDate } from '../contracts';
import { civilDate } from './civilDate';

/** What a text that may be a day says. Nothing in it depends on a locale. */
type DayText =
	| { kind: 'day'; date: CivilDate }
	/** Day and month can be exchanged: 03/04/2026 */
	| { kind: 'ambiguous' }
	/** Has the form of a date, but the calendar has no such day: 30 February */
	| { kind: 'impossible' }
	/** Another form, two-digit years included */
	| { kind: 'notADay' };

const MONTHS = [
	'january',
	'february',
	'march',
	'april',
	'may',
	'june',
	'july',
	'august',
	'september',
	'october',
	'november',
	'december',
] as const;

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/;
const YEAR_FIRST_BASIC = /^(\d{4})(\d{2})(\d{2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/;
const DAY_MONTH_NAME = /^(\d{1,2})(?:st|nd|rd|th)?[-\s.]+([A-Za-z]{3,9})\.?,?[-\s]+(\d{4})$/;
const MONTH_NAME_DAY = /^([A-Za-z]{3,9})\.?[-\s]+(\d{1,2})(?:st|nd|rd|th)?,?[-\s]+(\d{4})$/;

/**
 * Reads a day from text: `2026-11-02`, `2026/11/02`, `20261102`, `02 Nov 2026`, `Nov 2, 2026`,
 * `13.11.2026`, `11/13/2026`. A year at the end with two numbers before it is read only when just one
 * of the orders exists, or when both give the same day (rules.md §2).
 */
export function parseDayText(text: string): DayText {
	const given = text.trim();
	const yearFirst = YEAR_FIRST.exec(given);
	if (yearFirst) return day(yearFirst[1], yearFirst[3], yearFirst[4]);
	const basic = YEAR_FIRST_BASIC.exec(given);
	if (basic) return day(basic[1], basic[2], basic[3]);
	const yearLast = YEAR_LAST.exec(given);
	if (yearLast) return dayInEitherOrder(yearLast[4], yearLast[1], yearLast[3]);
	const dayFirst = DAY_MONTH_NAME.exec(given);
	if (dayFirst) return dayWithMonthName(dayFirst[3], dayFirst[2], dayFirst[1]);
	const monthFirst = MONTH_NAME_DAY.exec(given);
	if (monthFirst) return dayWithMonthName(monthFirst[3], monthFirst[1], monthFirst[2]);
	return { kind: 'notADay' };
}

function day(
	year: string | undefined,
	month: number | string | undefined,
	dayOfMonth: string | undefined,
): DayText {
	const date = civilDate(Number(year), Number(month), Number(dayOfMonth));
	return date === null ? { kind: 'impossible' } : { kind: 'day', date };
}

function dayInEitherOrder(
	year: string | undefined,
	first: string | undefined,
	second: string | undefined,
): DayText {
	const dayMonth = day(year, second, first);
	const monthDay = day(year, first, second);
	if (dayMonth.kind !== 'day') return monthDay;
	if (monthDay.kind !== 'day' || monthDay.date === dayMonth.date) return dayMonth;
	return { kind: 'ambiguous' };
}

/** Months by their English names, whole or by the first three letters (and `Sept`). */
function dayWithMonthName(
	year: string | undefined,
	name: string | undefined,
	dayOfMonth: string | undefined,
): DayText {
	const word = (name ?? '').toLowerCase();
	const index = MONTHS.findIndex(
		(month) =>
			word === month || word === month.slice(0, 3) || (word === 'sept' && month === 'september'),
	);
	return index < 0 ? { kind: 'notADay' } : day(year, index + 1, dayOfMonth);
}
