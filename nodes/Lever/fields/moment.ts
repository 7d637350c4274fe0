import { UserError } from 'n8n-workflow';

import type { EpochMilliseconds } from '../../shared/contracts';
import {
	isCivilDate,
	isTimeZoneName,
	parseDateAndTime,
	timeZone,
	utcMidnight,
	type TimeZone,
} from '../../shared/dates';

const HOW_TO_WRITE_IT =
	'Choose a date, or write it like 2026-11-02, 2026-11-02T09:00:00 or 2026-11-02T09:00:00+01:00.';

/**
 * Reads a date field of the node: ISO 8601, with or without offset, milliseconds, or a date object of an
 * expression (JavaScript's or n8n's). Without an offset it is the clock of the workflow's zone, as in n8n's date picker.
 *
 * @param label name of the field as the person sees it
 * @throws UserError when it is no date
 */
export function readMoment(value: unknown, zoneName: string, label: string): EpochMilliseconds {
	if (typeof value === 'number' && Number.isInteger(value)) return value;
	const isDate = value instanceof Date && !Number.isNaN(value.getTime());
	const text = isDate ? value.toISOString() : String(value).trim();
	if (/^\d{11,}$/.test(text)) return Number(text);
	if (isCivilDate(text)) return onClockOf(zoneName, utcMidnight(text));

	const reading = parseDateAndTime(text);
	if (reading?.kind === 'instant') return reading.instant;
	if (reading?.kind === 'noOffset') return onClockOf(zoneName, Date.parse(`${isoClock(text)}Z`));
	throw new UserError(`'${label}' is not a date that can be read. ${HOW_TO_WRITE_IT}`);
}

function isoClock(text: string): string {
	return text.replace(/[Tt ]/, 'T').replace(',', '.');
}

/**
 * The instant at which a zone's clock shows what a UTC clock shows at `wall`. In the hour that daylight
 * saving skips it is the moment after, in the hour that comes twice one of both.
 */
function onClockOf(zoneName: string, wall: EpochMilliseconds): EpochMilliseconds {
	const zone = timeZone(isTimeZoneName(zoneName) ? zoneName : 'UTC');
	const first = wall - offsetAt(zone, wall);
	return wall - offsetAt(zone, first);
}

/** How far the zone's clock is ahead of UTC, in ms. */
function offsetAt(zone: TimeZone, instant: EpochMilliseconds): number {
	const minute = Math.floor(instant / 60_000) * 60_000;
	return utcMidnight(zone.civilDate(minute)) + zone.minuteOfDay(minute) * 60_000 - minute;
}
