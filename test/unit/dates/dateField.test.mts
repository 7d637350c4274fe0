import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	addDays,
	dateFieldOfListed,
	parseDateField,
	parseDayText,
	timeZone,
	utcMidnight,
} from '../../../nodes/shared/dates/index.ts';

const LOS_ANGELES = timeZone('America/Los_Angeles');
const TOKYO = timeZone('Asia/Tokyo');
const UTC = timeZone('UTC');
const at = (text: string) => Date.parse(text);

describe('parseDateField: epochs (rules.md §2)', () => {
	it.each([
		[
			'00:00Z is the date, seen from the west',
			at('2026-10-05T00:00:00Z'),
			[LOS_ANGELES, UTC],
			'2026-10-05',
		],
		[
			'00:00Z is the date, seen from the east',
			at('2026-10-05T00:00:00Z'),
			[TOKYO, UTC],
			'2026-10-05',
		],
		['midnight of the work zone', at('2026-10-05T07:00:00Z'), [LOS_ANGELES, UTC], '2026-10-05'],
		['midnight of the work zone, east', at('2026-10-04T15:00:00Z'), [TOKYO, UTC], '2026-10-05'],
		[
			'midnight of the organisation zone',
			at('2026-10-04T15:00:00Z'),
			[LOS_ANGELES, TOKYO],
			'2026-10-05',
		],
		['1900', at('1900-01-01T00:00:00Z'), [UTC], '1900-01-01'],
		['2999', at('2999-12-31T00:00:00Z'), [UTC], '2999-12-31'],
		['0 is 1 January 1970', 0, [UTC], '1970-01-01'],
		['milliseconds as text', String(at('2026-10-05T00:00:00Z')), [UTC], '2026-10-05'],
	])('%s', (_, raw, zones, date) => {
		expect(parseDateField(raw, zones)).toMatchObject({ kind: 'date', date });
	});

	it.each([
		['any other epoch', at('2026-10-05T12:00:00Z'), [LOS_ANGELES, UTC], 'notADate'],
		['a second after midnight', at('2026-10-05T00:00:01Z'), [UTC], 'notADate'],
		['a millisecond before midnight', at('2026-10-05T00:00:00Z') - 1, [UTC], 'notADate'],
		[
			'midnight of a zone that is neither',
			at('2026-10-04T15:00:00Z'),
			[LOS_ANGELES, UTC],
			'notADate',
		],
		['seconds taken for milliseconds', 1_759_622_400, [UTC], 'notADate'],
		[
			'midnight of two days at once',
			at('2026-10-05T10:00:00Z'),
			[timeZone('Pacific/Kiritimati'), timeZone('Pacific/Honolulu')],
			'ambiguous',
		],
		['a fraction', 1.5, [UTC], 'unparsable'],
		['NaN', NaN, [UTC], 'unparsable'],
		['after the year 9999', 8.64e15, [UTC], 'unparsable'],
		['before 1900', at('1899-12-31T00:00:00Z'), [UTC], 'unparsable'],
	])('%s', (_, raw, zones, kind) => {
		expect(parseDateField(raw, zones)).toEqual({ kind });
	});

	it('never shifts a day at 00:00Z, whatever the zones', () => {
		fc.assert(
			fc.property(
				fc.integer({ min: -20_000, max: 60_000 }).map((days) => addDays('1970-01-01', days)),
				fc.constantFrom(LOS_ANGELES, TOKYO, UTC, timeZone('Asia/Kathmandu')),
				fc.constantFrom(LOS_ANGELES, TOKYO, UTC, timeZone('Pacific/Kiritimati')),
				(date, work, organisation) => {
					expect(parseDateField(utcMidnight(date), [work, organisation])).toEqual({
						kind: 'date',
						date,
						readAs: 'utcMidnight',
					});
				},
			),
		);
	});
});

describe('parseDateField: text in strict forms (rules.md §2)', () => {
	it.each([
		['2026-11-02', '2026-11-02'],
		[' 2026-11-02 ', '2026-11-02'],
		['2026/11/02', '2026-11-02'],
		['2026.11.02', '2026-11-02'],
		['2026-11-2', '2026-11-02'],
		['20261102', '2026-11-02'],
		['02 Nov 2026', '2026-11-02'],
		['2 November 2026', '2026-11-02'],
		['2-Nov-2026', '2026-11-02'],
		['2. November 2026', '2026-11-02'],
		['2nd November 2026', '2026-11-02'],
		['Nov 2, 2026', '2026-11-02'],
		['November 2 2026', '2026-11-02'],
		['Sept. 30, 2026', '2026-09-30'],
		['NOV 2, 2026', '2026-11-02'],
		['13.11.2026', '2026-11-13'],
		['13/11/2026', '2026-11-13'],
		['11/13/2026', '2026-11-13'],
		['11-13-2026', '2026-11-13'],
		['05/05/2026', '2026-05-05'],
		['2026-11-02T00:00:00', '2026-11-02'],
		['2026-11-02 00:00', '2026-11-02'],
		['2026-11-02T00:00:00Z', '2026-11-02'],
		['2026-11-02T00:00:00-08:00', '2026-11-02'],
	])('reads %s as %s', (text, date) => {
		expect(parseDateField(text, [LOS_ANGELES, UTC])).toMatchObject({ kind: 'date', date });
	});

	it.each([
		['03/04/2026', 'ambiguous'],
		['03.04.2026', 'ambiguous'],
		['3-4-2026', 'ambiguous'],
		['2026-02-30', 'impossible'],
		['31.04.2026', 'impossible'],
		['13/13/2026', 'impossible'],
		['30 Feb 2026', 'impossible'],
		['0000-00-00', 'impossible'],
		['2026-13-45T00:00:00Z', 'impossible'],
		['02/11/26', 'unparsable'],
		['2 Foo 2026', 'unparsable'],
		['2 Novem 2026', 'unparsable'],
		['as soon as possible', 'unparsable'],
		['2026-11', 'unparsable'],
		['2026/11-02', 'unparsable'],
		['46328', 'unparsable'],
		['2026-11-02T09:00:00', 'notADate'],
		['2026-11-02T09:00:00Z', 'notADate'],
		['', 'missing'],
		['   ', 'missing'],
		[null, 'missing'],
		[undefined, 'missing'],
		[true, 'unparsable'],
		[{}, 'unparsable'],
	])('gives %s as %s', (raw, kind) => {
		expect(parseDateField(raw, [LOS_ANGELES, UTC])).toEqual({ kind });
	});
});

describe('parseDayText', () => {
	const day = fc.integer({ min: -25_000, max: 300_000 }).map((days) => addDays('1970-01-01', days));
	const months = [
		'Jan',
		'Feb',
		'Mar',
		'Apr',
		'May',
		'Jun',
		'Jul',
		'Aug',
		'Sep',
		'Oct',
		'Nov',
		'Dec',
	];

	it('reads back every day it can be written as without doubt', () => {
		fc.assert(
			fc.property(day, (date) => {
				const [year = '', month = '', dayOfMonth = ''] = date.split('-');
				const name = months[Number(month) - 1] ?? '';
				for (const text of [
					date,
					`${year}/${month}/${dayOfMonth}`,
					`${year}${month}${dayOfMonth}`,
					`${dayOfMonth} ${name} ${year}`,
					`${name} ${Number(dayOfMonth)}, ${year}`,
				]) {
					expect(parseDayText(text), text).toEqual({ kind: 'day', date });
				}
			}),
		);
	});

	it('never chooses between two orders of day and month', () => {
		fc.assert(
			fc.property(day, fc.constantFrom('/', '.', '-'), (date, sign) => {
				const [year, month, dayOfMonth] = date.split('-');
				const american = parseDayText([month, dayOfMonth, year].join(sign));
				const european = parseDayText([dayOfMonth, month, year].join(sign));
				const clear = Number(dayOfMonth) > 12 || dayOfMonth === month;
				const expected = clear ? { kind: 'day', date } : { kind: 'ambiguous' };
				expect(american).toEqual(expected);
				expect(european).toEqual(expected);
			}),
		);
	});
});

describe('dateFieldOfListed', () => {
	it('applies the same rule to dates of a list', () => {
		const zones = [LOS_ANGELES, UTC];
		const moment = (text: string) => ({ precision: 'instant' as const, instant: at(text) });
		expect(dateFieldOfListed({ precision: 'day', date: '2026-10-05' }, zones)).toMatchObject({
			date: '2026-10-05',
		});
		expect(dateFieldOfListed(moment('2026-10-05T07:00:00Z'), zones)).toMatchObject({
			date: '2026-10-05',
		});
		expect(dateFieldOfListed(moment('2026-10-05T09:00:00Z'), zones)).toEqual({ kind: 'notADate' });
		expect(dateFieldOfListed({ precision: 'missing' }, zones)).toEqual({ kind: 'missing' });
		expect(dateFieldOfListed({ precision: 'unreadable' }, zones)).toEqual({ kind: 'unparsable' });
	});
});
