import type { CivilDate, EpochMilliseconds, ListedDate } from '../contracts';
import { FIRST_YEAR, isUtcMidnight, LAST_YEAR, utcCivilDate } from './civilDate';
import { parseDayText } from './dayText';
import { parseDateAndTime } from './isoInstant';
import type { TimeZone } from './timeZone';

/**
 * What a date field says, a field that stands for a day and not for a moment (rules.md §2).
 * `missing` and `unparsable` are what OFR-03 fails; `ambiguous`, `impossible` and `notADate` leave a
 * result undecided (rules.md §2 and §6).
 */
export type DateFieldReading =
	| { kind: 'date'; date: CivilDate; readAs: 'utcMidnight' | 'zoneMidnight' | 'text' }
	| { kind: 'missing' }
	/** Day and month can be exchanged, or the epoch is midnight of different days in the two zones */
	| { kind: 'ambiguous' }
	/** The calendar has no such day */
	| { kind: 'impossible' }
	/** A moment that begins no day in UTC, the work zone or the organisation's zone */
	| { kind: 'notADate' }
	/** Another form of text or value */
	| { kind: 'unparsable' };

const EPOCH_TEXT = /^-?\d{11,15}$/;

/**
 * Reads a date field of Lever, for instance `anticipated_start_date`: an epoch at 00:00:00.000Z is a
 * civil date and never shifted; an epoch at midnight of one of the zones is that date; any other epoch
 * is no date; text in strict forms is not converted (rules.md §2). Dates far away (1900, 2999) are
 * read: whether they are plausible is for OFR-03 to say.
 *
 * @param raw value as Lever gave it: milliseconds, text or null
 * @param zones the work zone and the organisation's zone; UTC is always asked
 */
export function parseDateField(raw: unknown, zones: readonly TimeZone[]): DateFieldReading {
	if (raw === null || raw === undefined) return { kind: 'missing' };
	if (typeof raw === 'number') return dateOfInstant(raw, zones);
	if (typeof raw !== 'string') return { kind: 'unparsable' };
	const text = raw.trim();
	if (text === '') return { kind: 'missing' };
	if (EPOCH_TEXT.test(text)) return dateOfInstant(Number(text), zones);
	const dateAndTime = parseDateAndTime(text);
	if (dateAndTime?.kind === 'impossible') return { kind: 'impossible' };
	if (dateAndTime?.kind === 'instant') return dateOfInstant(dateAndTime.instant, zones);
	if (dateAndTime?.kind === 'noOffset') {
		if (!dateAndTime.midnight) return { kind: 'notADate' };
		return { kind: 'date', date: dateAndTime.date, readAs: 'text' };
	}
	const day = parseDayText(text);
	if (day.kind === 'day') return { kind: 'date', date: day.date, readAs: 'text' };
	return { kind: day.kind === 'notADay' ? 'unparsable' : day.kind };
}

/**
 * The same rule for a date of a connected list (start or end of an employment): a day is that day, a
 * moment must begin a day.
 */
export function dateFieldOfListed(
	listed: ListedDate,
	zones: readonly TimeZone[],
): DateFieldReading {
	if (listed.precision === 'instant') return dateOfInstant(listed.instant, zones);
	if (listed.precision === 'day') return { kind: 'date', date: listed.date, readAs: 'text' };
	return { kind: listed.precision === 'missing' ? 'missing' : 'unparsable' };
}

function dateOfInstant(instant: EpochMilliseconds, zones: readonly TimeZone[]): DateFieldReading {
	if (!Number.isSafeInteger(instant)) return { kind: 'unparsable' };
	const first = Date.UTC(FIRST_YEAR, 0, 1);
	const last = Date.UTC(LAST_YEAR, 11, 31);
	if (instant < first || instant > last) return { kind: 'unparsable' };
	if (isUtcMidnight(instant)) {
		return { kind: 'date', date: utcCivilDate(instant), readAs: 'utcMidnight' };
	}
	const dates = new Set(
		zones.filter((zone) => zone.startsDay(instant)).map((zone) => zone.civilDate(instant)),
	);
	const [date, another] = dates;
	if (date === undefined) return { kind: 'notADate' };
	if (another !== undefined) return { kind: 'ambiguous' };
	return { kind: 'date', date, readAs: 'zoneMidnight' };
}
