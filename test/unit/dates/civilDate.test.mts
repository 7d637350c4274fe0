import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	addBusinessDays,
	addDays,
	addMonths,
	businessDaysAfter,
	civilDate,
	daysBetween,
	isBusinessDay,
	isCivilDate,
	utcCivilDate,
	utcMidnight,
	weekday,
} from '../../../nodes/shared/dates/index.ts';

const day = fc.integer({ min: -25_000, max: 100_000 }).map((days) => addDays('1970-01-01', days));

describe('civilDate', () => {
	it.each([
		[2026, 11, 2, '2026-11-02'],
		[2024, 2, 29, '2024-02-29'],
		[2000, 2, 29, '2000-02-29'],
		[1900, 1, 1, '1900-01-01'],
		[2999, 12, 31, '2999-12-31'],
		[2026, 2, 29, null],
		[1900, 2, 29, null],
		[2026, 4, 31, null],
		[2026, 13, 1, null],
		[2026, 0, 1, null],
		[2026, 1, 0, null],
		[1899, 12, 31, null],
		[10_000, 1, 1, null],
		[2026, 1.5, 1, null],
		[NaN, 1, 1, null],
	])('%i-%i-%i is %s', (year, month, dayOfMonth, expected) => {
		expect(civilDate(year, month, dayOfMonth)).toBe(expected);
	});

	it('accepts exactly the days of the calendar', () => {
		fc.assert(
			fc.property(day, (date) => {
				expect(isCivilDate(date)).toBe(true);
				expect(utcCivilDate(utcMidnight(date))).toBe(date);
			}),
		);
		for (const text of ['2026-02-30', '2026-2-3', '20260203', '', '2026-02-03T00:00']) {
			expect(isCivilDate(text), text).toBe(false);
		}
	});
});

describe('addDays and daysBetween', () => {
	it('are inverse', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -5000, max: 5000 }), (date, days) => {
				expect(daysBetween(date, addDays(date, days))).toBe(days);
			}),
		);
	});

	it('stay within four-digit years, so that days compare as text', () => {
		expect(addDays('9999-12-31', 90)).toBe('9999-12-31');
		expect(utcCivilDate(1e17)).toBe('9999-12-31');
		expect(utcCivilDate(-1e17)).toBe('1000-01-01');
	});

	it('step over the end of February', () => {
		expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
		expect(addDays('2026-02-28', 1)).toBe('2026-03-01');
		expect(daysBetween('2026-11-02', '2026-10-31')).toBe(-2);
	});
});

describe('addMonths', () => {
	it.each([
		['2026-11-02', -12, '2025-11-02'],
		['2026-01-31', 1, '2026-02-28'],
		['2024-01-31', 1, '2024-02-29'],
		['2024-02-29', -12, '2023-02-28'],
		['2024-02-29', 12, '2025-02-28'],
		['2026-12-15', 1, '2027-01-15'],
		['2026-01-15', -1, '2025-12-15'],
		['2026-03-31', -1, '2026-02-28'],
		['2026-05-31', 0, '2026-05-31'],
	])('%s and %i months is %s', (date, months, expected) => {
		expect(addMonths(date, months)).toBe(expected);
	});

	it('keeps the day of the month unless the month is too short', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: -240, max: 240 }), (date, months) => {
				const moved = addMonths(date, months);
				expect(utcCivilDate(utcMidnight(moved))).toBe(moved);
				const shorter = Number(moved.slice(8)) < Number(date.slice(8));
				if (shorter) expect(addDays(moved, 1).slice(8)).toBe('01');
				else expect(moved.slice(8)).toBe(date.slice(8));
			}),
		);
	});
});

describe('weekday', () => {
	it.each([
		['2026-11-02', 1],
		['2026-11-07', 6],
		['2026-11-08', 7],
		['1970-01-01', 4],
		['1969-12-31', 3],
		['1900-01-01', 1],
	])('%s is day %i of the week', (date, expected) => {
		expect(weekday(date)).toBe(expected);
	});
});

describe('business days (rules.md §7: Mon–Fri, the day after the end is 1)', () => {
	it.each([
		['2026-10-30', '2026-10-30', 0],
		['2026-10-30', '2026-10-31', 0],
		['2026-10-30', '2026-11-01', 0],
		['2026-10-30', '2026-11-02', 1],
		['2026-10-30', '2026-11-06', 5],
		['2026-10-30', '2026-11-09', 6],
		['2026-10-26', '2026-11-02', 5],
		['2026-10-31', '2026-11-02', 1],
		['2026-11-02', '2026-10-30', 0],
	])('from %s to %s are %i', (from, to, expected) => {
		expect(businessDaysAfter(from, to)).toBe(expected);
	});

	it('counts as a walk from day to day does', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 0, max: 800 }), (from, days) => {
				let walked = 0;
				for (let step = 1; step <= days; step++) {
					if (weekday(addDays(from, step)) <= 5) walked++;
				}
				expect(businessDaysAfter(from, addDays(from, days))).toBe(walked);
			}),
		);
	});

	it('adding so many and counting them agree, forwards and backwards', () => {
		fc.assert(
			fc.property(day, fc.integer({ min: 1, max: 60 }), (date, count) => {
				const later = addBusinessDays(date, count);
				expect(businessDaysAfter(date, later)).toBe(count);
				expect(isBusinessDay(later)).toBe(true);
				expect(isBusinessDay(addBusinessDays(date, -count))).toBe(true);
			}),
		);
	});

	it.each([
		['2026-11-02', -2, '2026-10-29'],
		['2026-11-08', -1, '2026-11-06'],
		['2026-11-07', 0, '2026-11-07'],
		['2026-11-06', 1, '2026-11-09'],
	])('%s and %i business days is %s', (date, count, expected) => {
		expect(addBusinessDays(date, count)).toBe(expected);
	});
});
