import type { EpochMilliseconds, ListedDate } from '../contracts';
import { FIRST_YEAR, isUtcMidnight, utcCivilDate } from './civilDate';
import { parseDayText } from './dayText';
import { parseDateAndTime } from './isoInstant';

/** How lists write that there is nothing. */
const NOTHING: ReadonlySet<string> = new Set(['', '-', '–', '—', 'n/a', 'null', 'none']);

/** One for all: most date columns of most lists are not there. */
export const MISSING: ListedDate = Object.freeze({ precision: 'missing' });

const WHOLE_NUMBER = /^-?\d+$/;

/**
 * Reads a date cell of a connected list (rules.md §2):
 * - date and time with an offset → that moment, but 00:00 in UTC is a day: systems write one so;
 * - a day without a time → that day, never converted; so is a day followed by 00:00 without an offset,
 *   the way spreadsheets write a day;
 * - another time without an offset → unreadable, since nobody says where its clock hangs;
 * - a whole number of 12 or 13 digits → milliseconds since 1970, of 10 digits → seconds; at 00:00Z it
 *   is a day; any other number (a spreadsheet's serial number, for instance) → unreadable;
 * - ambiguous day and month, impossible days, two-digit years, other forms → unreadable.
 *
 * @param cell value of the cell as n8n gives it
 */
export function parseListedDate(cell: unknown): ListedDate {
	if (cell === null || cell === undefined) return MISSING;
	if (cell instanceof Date) return dayOrInstant(cell.getTime());
	if (typeof cell === 'number') return listedEpoch(cell);
	if (typeof cell !== 'string') return { precision: 'unreadable' };
	const text = cell.trim();
	if (NOTHING.has(text.toLowerCase())) return MISSING;
	// Not a form of a day, none of which has a time, and the form that most lists have.
	const dateAndTime = parseDateAndTime(text);
	if (dateAndTime?.kind === 'instant') {
		// Only a clock that runs in UTC: 02:00+02:00 is midnight there too, but nobody wrote a day.
		const { instant, offsetMinutes } = dateAndTime;
		return offsetMinutes === 0 ? dayOrInstant(instant) : listedInstant(instant);
	}
	if (dateAndTime?.kind === 'noOffset' && dateAndTime.midnight) {
		return { precision: 'day', date: dateAndTime.date };
	}
	if (dateAndTime !== null) return { precision: 'unreadable' };
	const day = parseDayText(text);
	if (day.kind === 'day') return { precision: 'day', date: day.date };
	return day.kind === 'notADay' && WHOLE_NUMBER.test(text)
		? listedEpoch(Number(text))
		: { precision: 'unreadable' };
}

function listedEpoch(value: number): ListedDate {
	if (!Number.isSafeInteger(value)) return { precision: 'unreadable' };
	const digits = String(Math.abs(value)).length;
	if (value < 0 || ![10, 12, 13].includes(digits)) return { precision: 'unreadable' };
	return dayOrInstant(digits === 10 ? value * 1000 : value);
}

function dayOrInstant(instant: EpochMilliseconds): ListedDate {
	const listed = listedInstant(instant);
	return listed.precision === 'instant' && isUtcMidnight(instant)
		? { precision: 'day', date: utcCivilDate(instant) }
		: listed;
}

function listedInstant(instant: EpochMilliseconds): ListedDate {
	if (!Number.isFinite(instant) || instant < Date.UTC(FIRST_YEAR, 0, 1)) {
		return { precision: 'unreadable' };
	}
	return { precision: 'instant', instant };
}
