import { describe, expect, it } from 'vitest';

import { readMoment } from '../../../nodes/Lever/fields/moment.ts';

const read = (value: unknown, zone = 'UTC') =>
	new Date(readMoment(value, zone, 'Created After')).toISOString();

describe('readMoment', () => {
	it.each([
		['2026-11-02T06:00:00Z', 'America/Los_Angeles', '2026-11-02T06:00:00.000Z'],
		['2026-11-02T07:00:00+01:00', 'UTC', '2026-11-02T06:00:00.000Z'],
		['2026-11-02', 'UTC', '2026-11-02T00:00:00.000Z'],
		['2026-11-02', 'Europe/Berlin', '2026-11-01T23:00:00.000Z'],
		['2026-07-02', 'Europe/Berlin', '2026-07-01T22:00:00.000Z'],
		['2026-11-02T09:30:15', 'Asia/Tokyo', '2026-11-02T00:30:15.000Z'],
		['2026-11-02 09:30', 'Asia/Tokyo', '2026-11-02T00:30:00.000Z'],
		['2026-11-02T09:30:15.123', 'America/Los_Angeles', '2026-11-02T17:30:15.123Z'],
		[1_793_599_200_000, 'Asia/Tokyo', '2026-11-02T06:00:00.000Z'],
		['1793599200000', 'Asia/Tokyo', '2026-11-02T06:00:00.000Z'],
		['2026-11-02', 'No/Such_Zone', '2026-11-02T00:00:00.000Z'],
	])('%s in %s is %s', (value, zone, instant) => {
		expect(read(value, zone)).toBe(instant);
	});

	it('finds the day of a clock change', () => {
		expect(read('2026-03-29T01:59:59', 'Europe/Berlin')).toBe('2026-03-29T00:59:59.000Z');
		expect(read('2026-03-29T03:00:00', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
		expect(read('2026-10-25T12:00:00', 'Europe/Berlin')).toBe('2026-10-25T11:00:00.000Z');
	});

	it('takes a date object of an expression', () => {
		const luxonLike = { toString: () => '2026-11-02T07:00:00.000+01:00' };
		expect(read(luxonLike)).toBe('2026-11-02T06:00:00.000Z');
		expect(read(new Date('2026-11-02T06:00:00Z'), 'Asia/Tokyo')).toBe('2026-11-02T06:00:00.000Z');
		expect(() => read(new Date(Number.NaN))).toThrow("'Created After'");
	});

	it.each(['', 'yesterday', '02/11/2026', '2026-13-01', '2026-02-30T10:00:00Z', Number.NaN, {}])(
		'refuses %j and names the field',
		(value) => {
			expect(() => read(value)).toThrow("'Created After'");
		},
	);
});
