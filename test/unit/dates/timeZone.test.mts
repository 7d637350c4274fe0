import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	addDays,
	civilDateIn,
	daysBetween,
	isTimeZoneName,
	timeZone,
	timeZoneMemory,
} from '../../../nodes/shared/dates/index.ts';

/** Daylight saving in both hemispheres, half and quarter hours, the date line, skipped midnights. */
const ZONES = [
	'UTC',
	'America/Los_Angeles',
	'America/Santiago',
	'America/St_Johns',
	'America/Sao_Paulo',
	'Africa/Cairo',
	'Asia/Kathmandu',
	'Asia/Kolkata',
	'Asia/Tokyo',
	'Australia/Lord_Howe',
	'Europe/Berlin',
	'Europe/London',
	'Pacific/Apia',
	'Pacific/Chatham',
	'Pacific/Kiritimati',
	'Pacific/Marquesas',
];

/**
 * Another way to the same answer: the offset that the zone has at the instant, added to it. The times
 * are whole minutes, as are all offsets since 1973.
 */
function byOffset(instant: number, zone: string): { date: string; minute: number } {
	const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
		.formatToParts(instant)
		.find(({ type }) => type === 'timeZoneName')?.value;
	const parts = /^GMT(?:([+-])(\d{2}):(\d{2}))?$/.exec(name ?? '');
	if (!parts) throw new Error(`No offset in ${name}`);
	const minutes = Number(parts[2] ?? 0) * 60 + Number(parts[3] ?? 0);
	const shifted = new Date(instant + (parts[1] === '-' ? -minutes : minutes) * 60_000);
	return {
		date: shifted.toISOString().slice(0, 10),
		minute: shifted.getUTCHours() * 60 + shifted.getUTCMinutes(),
	};
}

const minute = fc
	.integer({ min: Date.UTC(1975, 0, 1) / 60_000, max: Date.UTC(2037, 0, 1) / 60_000 })
	.map((minutes) => minutes * 60_000);

function daysFrom(first: string, count: number): string[] {
	return Array.from({ length: count }, (_, index) => addDays(first, index));
}

describe('timeZone', () => {
	it.each(ZONES)('gives day and minute of %s as its offset does', (name) => {
		const zone = timeZone(name);
		fc.assert(
			fc.property(minute, (instant) => {
				const expected = byOffset(instant, name);
				expect(zone.civilDate(instant)).toBe(expected.date);
				expect(zone.minuteOfDay(instant)).toBe(expected.minute);
			}),
			{ numRuns: 150 },
		);
	});

	it.each([
		// rules.md §2: 23:30 in Los Angeles on the start day is the next day in UTC
		['2026-10-06T06:30:00Z', 'America/Los_Angeles', '2026-10-05'],
		['2026-10-06T06:30:00Z', 'UTC', '2026-10-06'],
		['2026-03-29T00:59:59.999Z', 'Europe/London', '2026-03-29'],
		['2026-10-24T23:00:00Z', 'Europe/London', '2026-10-25'],
		['2026-10-25T23:59:59Z', 'Europe/London', '2026-10-25'],
		['2026-11-01T18:15:00Z', 'Asia/Kathmandu', '2026-11-02'],
		['2026-11-01T18:14:59Z', 'Asia/Kathmandu', '2026-11-01'],
		['1969-12-31T23:59:59.999Z', 'UTC', '1969-12-31'],
		['2011-12-30T10:00:00Z', 'Pacific/Apia', '2011-12-31'],
	])('%s in %s is %s', (instant, zone, expected) => {
		expect(civilDateIn(Date.parse(instant), zone)).toBe(expected);
	});

	it.each(ZONES)('finds one beginning of each day in %s, while clocks change', (name) => {
		const zone = timeZone(name);
		for (const day of [...daysFrom('2026-03-01', 60), ...daysFrom('2026-09-01', 70)]) {
			const beginnings: number[] = [];
			const noon = Date.parse(`${day}T12:00:00Z`);
			for (
				let instant = noon - 30 * 3_600_000;
				instant <= noon + 30 * 3_600_000;
				instant += 900_000
			) {
				if (zone.startsDay(instant) && zone.civilDate(instant) === day) beginnings.push(instant);
			}
			expect(beginnings, `${day} in ${name}`).toHaveLength(1);
			expect(zone.civilDate(Number(beginnings[0]) - 1)).toBe(addDays(day, -1));
		}
	});

	it('begins the day at 01:00 where daylight saving skips midnight', () => {
		const cairo = timeZone('Africa/Cairo');
		const oneOClock = Date.parse('2026-04-23T22:00:00Z');
		expect(cairo.startsDay(oneOClock)).toBe(true);
		expect(cairo.civilDate(oneOClock)).toBe('2026-04-24');
		expect(cairo.minuteOfDay(oneOClock)).toBe(60);
	});

	it.each(ZONES)('gives a day of four-digit years in %s for absurd instants too', (name) => {
		expect(civilDateIn(1e17, name)).toMatch(/^9999-12-3[01]$/);
		expect(civilDateIn(-1e17, name)).toMatch(/^1000-01-0[12]$/);
	});

	it('knows that Samoa had no 30 December 2011', () => {
		const apia = timeZone('Pacific/Apia');
		const newDay = Date.parse('2011-12-30T10:00:00Z');
		expect(apia.startsDay(newDay)).toBe(true);
		expect(daysBetween(apia.civilDate(newDay - 1), apia.civilDate(newDay))).toBe(2);
	});
});

describe('isTimeZoneName', () => {
	it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Asia/Kathmandu'])(
		'accepts %s',
		(name) => expect(isTimeZoneName(name)).toBe(true),
	);

	it.each(['', 'Berlin', 'Europe/Atlantis', '+02:00', '-08:00', 'Europe/Berlin '])(
		'refuses "%s"',
		(name) => {
			expect(isTimeZoneName(name)).toBe(false);
		},
	);
});

describe('timeZoneMemory', () => {
	it('makes each zone once', () => {
		const zoneOf = timeZoneMemory();
		expect(zoneOf('Asia/Tokyo')).toBe(zoneOf('Asia/Tokyo'));
		expect(zoneOf('Asia/Tokyo').name).toBe('Asia/Tokyo');
	});
});
