import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { parseDateAndTime, parseEvidenceDate } from '../../../nodes/shared/dates/index.ts';

describe('parseEvidenceDate (rules.md §2: ISO 8601 with offset, else refused)', () => {
	it.each([
		['2026-11-02T06:00:00Z', '2026-11-02T06:00:00.000Z'],
		['2026-11-02T06:00:00.123Z', '2026-11-02T06:00:00.123Z'],
		['2026-11-02T06:00:00.123999Z', '2026-11-02T06:00:00.123Z'],
		['2026-11-02T06:00Z', '2026-11-02T06:00:00.000Z'],
		['2026-11-02T07:00:00+01:00', '2026-11-02T06:00:00.000Z'],
		['2026-11-01T22:00:00-0800', '2026-11-02T06:00:00.000Z'],
		['2026-11-02T11:30:00+05:30', '2026-11-02T06:00:00.000Z'],
		['2026-11-02T08:00:00+02', '2026-11-02T06:00:00.000Z'],
		[' 2026-11-02T06:00:00Z ', '2026-11-02T06:00:00.000Z'],
	])('reads %s', (text, iso) => {
		expect(parseEvidenceDate(text)).toEqual({ ok: true, instant: Date.parse(iso), iso });
	});

	it.each([
		['', 'nothing is given'],
		['2026-11-02', 'no time and no offset'],
		['2026-11-02T06:00:00', 'no offset'],
		['2026-11-02 06:00:00Z', 'not a date and time in ISO 8601'],
		['2026-11-02T06:00:00UTC', 'not a date and time in ISO 8601'],
		['2026-02-30T06:00:00Z', 'does not exist'],
		['2026-11-02T24:00:00Z', 'does not exist'],
		['2026-11-02T06:60:00Z', 'does not exist'],
		['2026-11-02T06:00:60Z', 'does not exist'],
		['2026-11-02T06:00:00+15:00', 'does not exist'],
		['2026-11-02T06:00:00+02:60', 'does not exist'],
		['02/11/2026', 'not a date and time in ISO 8601'],
		['yesterday', 'not a date and time in ISO 8601'],
		['1793599200000', 'not a date and time in ISO 8601'],
	])('refuses "%s": %s', (text, reason) => {
		const reading = parseEvidenceDate(text);
		expect(reading).toMatchObject({ ok: false });
		const message = 'message' in reading ? reading.message : '';
		expect(message).toContain('Evidence Date');
		expect(message).toContain(reason);
		expect(message).toContain('2026-11-02T06:00:00Z');
	});

	it('names the setting it was asked for', () => {
		expect(parseEvidenceDate('soon', 'Exported At')).toMatchObject({
			message: expect.stringMatching(/^Exported At: "soon"/) as string,
		});
	});

	it('reads back every instant that it writes', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2999, 0, 1) }),
				(instant) => {
					const iso = new Date(instant).toISOString();
					expect(parseEvidenceDate(iso)).toEqual({ ok: true, instant, iso });
				},
			),
		);
	});
});

describe('parseDateAndTime', () => {
	it('agrees with the built-in parser wherever it gives an instant', () => {
		const two = (value: number) => String(value).padStart(2, '0');
		fc.assert(
			fc.property(
				fc.integer({ min: Date.UTC(1900, 0, 2), max: Date.UTC(2999, 0, 1) }),
				fc.integer({ min: -14 * 60, max: 14 * 60 }),
				(instant, minutes) => {
					const local = new Date(instant + minutes * 60_000).toISOString().slice(0, -1);
					const sign = minutes < 0 ? '-' : '+';
					const size = Math.abs(minutes);
					const text = `${local}${sign}${two(Math.floor(size / 60))}:${two(size % 60)}`;
					expect(parseDateAndTime(text)).toEqual({
						kind: 'instant',
						instant: Date.parse(text),
						offsetMinutes: minutes,
					});
					expect(Date.parse(text)).toBe(instant);
				},
			),
		);
	});
});
