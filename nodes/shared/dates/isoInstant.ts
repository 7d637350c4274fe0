import type { CivilDate, EpochMilliseconds } from '../contracts';
import { civilDate } from './civilDate';

const DATE_AND_TIME =
	/^(\d{4})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?))?$/;

/** What a text with a date and a time of day says. */
type DateAndTime =
	/** With an offset: one moment, everywhere; the offset in minutes east of UTC */
	| { kind: 'instant'; instant: EpochMilliseconds; offsetMinutes: number }
	/** Without an offset: a clock that hangs nowhere */
	| { kind: 'noOffset'; date: CivilDate; midnight: boolean }
	/** Has the form, but no such day, hour or offset exists */
	| { kind: 'impossible' };

/**
 * Reads `YYYY-MM-DDTHH:mm[:ss[.fff]]` with `Z` or an offset (ISO 8601; a space for the T, and `UTC` or
 * `GMT` for Z, as exports write them). Null when the text has another form. Digits finer than
 * milliseconds are cut off.
 */
export function parseDateAndTime(text: string): DateAndTime | null {
	const parts = DATE_AND_TIME.exec(text);
	if (!parts) return null;
	const year = Number(parts[1]);
	const month = Number(parts[2]);
	const day = Number(parts[3]);
	const date = civilDate(year, month, day);
	const hour = Number(parts[4]);
	const minute = Number(parts[5]);
	const second = Number(parts[6] ?? 0);
	if (date === null || hour > 23 || minute > 59 || second > 59) return { kind: 'impossible' };
	const millisecond = Number((parts[7] ?? '').padEnd(3, '0').slice(0, 3));
	const clock = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
	const offset = parts[8];
	if (offset === undefined) return { kind: 'noOffset', date, midnight: clock === 0 };
	const minutes = minutesEastOfUtc(offset);
	if (minutes === null) return { kind: 'impossible' };
	const instant = Date.UTC(year, month - 1, day) + clock - minutes * 60_000;
	return { kind: 'instant', instant, offsetMinutes: minutes };
}

/** null for an offset that no place on Earth has (more than 14 hours). */
function minutesEastOfUtc(offset: string): number | null {
	if (/^[A-Za-z]/.test(offset)) return 0;
	const digits = offset.slice(1).replace(':', '').padEnd(4, '0');
	const hours = Number(digits.slice(0, 2));
	const minutes = Number(digits.slice(2));
	if (minutes > 59 || hours * 60 + minutes > 14 * 60) return null;
	return (offset.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
