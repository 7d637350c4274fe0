import type { EpochMilliseconds, IsoInstant } from '../contracts';
import { parseDateAndTime } from './isoInstant';

type EvidenceDateReading =
	| { ok: true; instant: EpochMilliseconds; iso: IsoInstant }
	/** A sentence that says what is wrong and what to write instead */
	| { ok: false; message: string };

/** `parseDateAndTime` also reads the forms of exports (a space for T, UTC for Z): not here. */
const ISO_8601_WITH_OFFSET = /^\S+(?:Z|[+-]\d{2}(?::?\d{2})?)$/i;

const HOW_TO_WRITE_IT =
	'Write a date and a time with an offset (ISO 8601), for instance 2026-11-02T06:00:00Z or 2026-11-02T07:00:00+01:00.';

/**
 * Reads the evidence date, or any other instant that a person sets: ISO 8601 with an offset, anything
 * else is refused (rules.md §2).
 *
 * @param label name of the setting as the person sees it, for the message
 */
export function parseEvidenceDate(text: string, label = 'Evidence Date'): EvidenceDateReading {
	const given = text.trim();
	const reading = parseDateAndTime(given);
	if (reading?.kind === 'instant' && ISO_8601_WITH_OFFSET.test(given)) {
		return { ok: true, instant: reading.instant, iso: new Date(reading.instant).toISOString() };
	}
	return {
		ok: false,
		message: `${label}: ${whatIsWrong(given, reading?.kind)} ${HOW_TO_WRITE_IT}`,
	};
}

function whatIsWrong(given: string, kind: string | undefined): string {
	if (given === '') return 'nothing is given.';
	const shown = `"${given.slice(0, 40)}"`;
	if (kind === 'noOffset') return `${shown} has no offset, so it is not one moment.`;
	if (kind === 'impossible') return `${shown} is a day, time or offset that does not exist.`;
	if (/^\d{4}-\d{2}-\d{2}$/.test(given)) return `${shown} has no time and no offset.`;
	return `${shown} is not a date and time in ISO 8601.`;
}
