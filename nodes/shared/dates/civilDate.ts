import type { CivilDate, EpochMilliseconds } from '../contracts';

export const MILLISECONDS_PER_DAY = 86_400_000;

/** Earliest and latest year that a date may have; what lies outside is a typing slip, never a day of work. */
export const FIRST_YEAR = 1900;
export const LAST_YEAR = 9999;

/** Still the year 1000 twelve hours further west, and the year 9999 fourteen hours further east. */
const EARLIEST_INSTANT = Date.UTC(1000, 0, 1, 12);
const LATEST_INSTANT = Date.UTC(9999, 11, 31, 9, 59, 59);

const CIVIL_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The day, or null when it does not exist (30 February) or its year lies outside 1900 to 9999. */
export function civilDate(year: number, month: number, day: number): CivilDate | null {
	if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
	if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null;
	if (day < 1 || day > daysInMonth(year, month)) return null;
	return dayText(year, month, day);
}

/** Whether a text is a day that exists, written `YYYY-MM-DD`. */
export function isCivilDate(text: string): text is CivilDate {
	const parts = CIVIL_DATE.exec(text);
	return parts !== null && civilDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) !== null;
}

/** Milliseconds from 1970-01-01 to 00:00 UTC of the day. */
export function utcMidnight(date: CivilDate): EpochMilliseconds {
	const [year, month, day] = partsOf(date);
	return Date.UTC(year, month - 1, day);
}

/** Days since 1970-01-01 → their texts: a run asks a million times, mostly for the same few hundred. */
const knownDays = new Map<number, CivilDate>();

/** Enough for the days of a person's life in work; then the memory begins anew. */
const DAYS_KNOWN = 20_000;

/** The day in UTC that holds the instant; see `withinCalendar` for instants beyond it. */
export function utcCivilDate(instant: EpochMilliseconds): CivilDate {
	const day = Math.floor(withinCalendar(instant) / MILLISECONDS_PER_DAY);
	const known = knownDays.get(day);
	if (known !== undefined) return known;
	const date = new Date(day * MILLISECONDS_PER_DAY);
	const text = dayText(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
	if (knownDays.size === DAYS_KNOWN) knownDays.clear();
	knownDays.set(day, text);
	return text;
}

/** Midnight in UTC is how a day is written as a moment: it is that day, and never shifted (rules.md §2). */
export function isUtcMidnight(instant: EpochMilliseconds): boolean {
	return instant % MILLISECONDS_PER_DAY === 0;
}

/** Years have four digits here. */
function dayText(year: number, month: number, day: number): CivilDate {
	return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/**
 * The instant, or the nearest one whose day has a year of four digits in every zone: an absurd number in
 * one record must neither stop a run nor break the order of days as text.
 */
export function withinCalendar(instant: EpochMilliseconds): EpochMilliseconds {
	return Math.min(Math.max(instant, EARLIEST_INSTANT), LATEST_INSTANT);
}

/** @param days whole days, negative for earlier */
export function addDays(date: CivilDate, days: number): CivilDate {
	return utcCivilDate(utcMidnight(date) + days * MILLISECONDS_PER_DAY);
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
	return (utcMidnight(to) - utcMidnight(from)) / MILLISECONDS_PER_DAY;
}

/**
 * The same day of another month; the month's last day where that day does not exist
 * (31 January + 1 month = 28 or 29 February).
 *
 * @param months whole months, negative for earlier
 */
export function addMonths(date: CivilDate, months: number): CivilDate {
	const [year, month, day] = partsOf(date);
	const monthIndex = year * 12 + (month - 1) + months;
	const newYear = Math.floor(monthIndex / 12);
	const newMonth = monthIndex - newYear * 12 + 1;
	const newDay = Math.min(day, daysInMonth(newYear, newMonth));
	return utcCivilDate(Date.UTC(newYear, newMonth - 1, newDay));
}

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export function weekday(date: CivilDate): number {
	return ((((daysBetween('1970-01-01', date) + 3) % 7) + 7) % 7) + 1;
}

function daysInMonth(year: number, month: number): number {
	if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
}

function partsOf(date: CivilDate): [number, number, number] {
	return [Number(date.slice(0, 4)), Number(date.slice(5, 7)), Number(date.slice(8, 10))];
}
