import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	addDays,
	compareToStart,
	listedDay,
	parseListedDate,
	timeZone,
	utcMidnight,
} from '../../../nodes/shared/dates/index.ts';

const at = (text: string) => Date.parse(text);
const instant = (text: string) => ({ precision: 'instant' as const, instant: at(text) });
const LOS_ANGELES = timeZone('America/Los_Angeles');

describe('parseListedDate (rules.md §2)', () => {
	it.each([
		['2026-10-24T08:00:00.000Z', '2026-10-24T08:00:00Z'],
		['2026-10-24T10:00:00+02:00', '2026-10-24T08:00:00Z'],
		['2026-10-24 08:00:00 UTC', '2026-10-24T08:00:00Z'],
		['2026-10-24 10:00:00 +0200', '2026-10-24T08:00:00Z'],
		// Two in the morning on a stated clock, which happens to be midnight in UTC.
		['2026-10-24T02:00:00+02:00', '2026-10-24T00:00:00Z'],
		[at('2026-10-24T08:00:00Z'), '2026-10-24T08:00:00Z'],
		[String(at('2026-10-24T08:00:00Z')), '2026-10-24T08:00:00Z'],
		[at('2026-10-24T08:00:00Z') / 1000, '2026-10-24T08:00:00Z'],
		[new Date('2026-10-24T08:00:00Z'), '2026-10-24T08:00:00Z'],
	])('reads %s as the moment %s', (cell, expected) => {
		expect(parseListedDate(cell)).toEqual(instant(expected));
	});

	it.each([
		['2026-10-24', '2026-10-24'],
		['2026/10/24', '2026-10-24'],
		['24 Oct 2026', '2026-10-24'],
		['Oct 24, 2026', '2026-10-24'],
		['24.10.2026', '2026-10-24'],
		['10/24/2026', '2026-10-24'],
		['20261024', '2026-10-24'],
		['2026-10-24 00:00:00', '2026-10-24'],
		[at('2026-10-24T00:00:00Z'), '2026-10-24'],
		['2026-10-24T00:00:00Z', '2026-10-24'],
		['2026-10-24T00:00:00.000Z', '2026-10-24'],
		['2026-10-24 00:00:00 UTC', '2026-10-24'],
		['2026-10-24T00:00:00+00:00', '2026-10-24'],
		[new Date('2026-10-24T00:00:00Z'), '2026-10-24'],
	])('reads %s as the day %s, not converted', (cell, date) => {
		expect(parseListedDate(cell)).toEqual({ precision: 'day', date });
	});

	it.each([
		['03/04/2026'],
		['03.04.2026'],
		['2026-02-30'],
		['2026-10-24T08:00:00'],
		['2026-10-24 08:00'],
		['2026-02-30T08:00:00Z'],
		['24.10.26'],
		['24 Okt 2026'],
		['see file'],
		['1899-12-30'],
		[46_328],
		['46328'],
		[20_261_024],
		[-1_000_000_000_000],
		[1.5],
		[NaN],
		[true],
		[['2026-10-24']],
		[new Date(NaN)],
	])('leaves %s unread', (cell) => {
		expect(parseListedDate(cell)).toEqual({ precision: 'unreadable' });
	});

	it.each([[''], ['  '], [null], [undefined], ['N/A'], ['-'], ['null']])(
		'takes %s as missing',
		(cell) => {
			expect(parseListedDate(cell)).toEqual({ precision: 'missing' });
		},
	);

	it('reads back days and moments that it is given in ISO 8601', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: at('1973-03-04T00:00:00Z'), max: at('2286-01-01T00:00:00Z') }),
				(value) => {
					const iso = new Date(value).toISOString();
					fc.pre(!iso.endsWith('T00:00:00.000Z'));
					expect(parseListedDate(iso)).toEqual({ precision: 'instant', instant: value });
					expect(parseListedDate(iso.slice(0, 10))).toEqual({
						precision: 'day',
						date: iso.slice(0, 10),
					});
				},
			),
		);
	});
});

describe('a completion at midnight in UTC (rules.md §2: a civil date, never shifted)', () => {
	it.each([
		['ISO 8601', '2026-10-06T00:00:00.000Z'],
		['an epoch', at('2026-10-06T00:00:00Z')],
		['a day', '2026-10-06'],
	])('written as %s is a day late, in Los Angeles too', (_, cell) => {
		expect(compareToStart(parseListedDate(cell), '2026-10-05', LOS_ANGELES)).toMatchObject({
			inWorkZone: { date: '2026-10-06', onOrBefore: false, daysLate: 1 },
			zoneSensitive: false,
		});
	});
});

describe('compareToStart (rules.md §2: in the work zone and in UTC)', () => {
	it.each([
		['before', '2026-10-04T10:00:00Z', true, 0, false],
		[
			'23:30 in Los Angeles on the start day, the next day in UTC',
			'2026-10-06T06:30:00Z',
			true,
			0,
			true,
		],
		['23:30 in Los Angeles on the day before', '2026-10-05T06:30:00Z', true, 0, false],
		['00:30 in Los Angeles on the day after', '2026-10-06T07:30:00Z', false, 1, false],
		['two days late', '2026-10-07T20:00:00Z', false, 2, false],
	])('%s', (_, completed, onOrBefore, daysLate, zoneSensitive) => {
		expect(compareToStart(instant(completed), '2026-10-05', LOS_ANGELES)).toMatchObject({
			inWorkZone: { onOrBefore, daysLate },
			zoneSensitive,
		});
	});

	it('does not convert a day', () => {
		expect(
			compareToStart({ precision: 'day', date: '2026-10-05' }, '2026-10-05', LOS_ANGELES),
		).toEqual({
			inWorkZone: { date: '2026-10-05', onOrBefore: true, daysLate: 0 },
			inUtc: { date: '2026-10-05', onOrBefore: true, daysLate: 0 },
			zoneSensitive: false,
		});
	});

	it('gives nothing for a completion that is missing or unreadable', () => {
		expect(compareToStart({ precision: 'missing' }, '2026-10-05', LOS_ANGELES)).toBeNull();
		expect(listedDay({ precision: 'unreadable' }, LOS_ANGELES)).toBeNull();
	});

	it('is zone-sensitive exactly when the start day lies between the two days', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -40, max: 40 }),
				fc.constantFrom('America/Los_Angeles', 'Asia/Tokyo', 'Asia/Kathmandu', 'UTC'),
				(hours, zoneName) => {
					const start = '2026-10-05';
					const zone = timeZone(zoneName);
					const moment = utcMidnight(start) + hours * 3_600_000;
					const comparison = compareToStart({ precision: 'instant', instant: moment }, start, zone);
					const workDay = zone.civilDate(moment);
					const utcDay = new Date(moment).toISOString().slice(0, 10);
					expect(comparison?.zoneSensitive).toBe(workDay <= start !== utcDay <= start);
					expect(addDays(start, comparison?.inWorkZone.daysLate ?? -1)).toBe(
						workDay > start ? workDay : start,
					);
				},
			),
		);
	});
});
