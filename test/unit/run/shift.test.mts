import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { ComplianceInput } from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import { runCompliance } from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import { withGivenItems } from '../../../nodes/shared/givenItems.ts';
import { inputOf, opened } from './company.mts';
import { companyOf, people } from './madeUpPeople.mts';

const WEEK = 7 * 86_400_000;
/** Numbers that are moments: milliseconds of the years 2001 to 2100 */
const isMoment = (value: number) => value > 1e12 && value < 4.1e12;
const DAY_TEXT = /\d{4}-\d{2}-\d{2}/g;

/** Everything that says a day or a moment, so many weeks later. */
function later<T>(value: T, weeks: number): T {
	const moved = (one: unknown): unknown => {
		if (typeof one === 'number') return isMoment(one) ? one + weeks * WEEK : one;
		if (typeof one === 'string') {
			return one.replace(DAY_TEXT, (day) =>
				new Date(Date.parse(`${day}T00:00:00Z`) + weeks * WEEK).toISOString().slice(0, 10),
			);
		}
		if (Array.isArray(one)) return one.map(moved);
		if (typeof one !== 'object' || one === null) return one;
		return Object.fromEntries(Object.entries(one).map(([name, member]) => [name, moved(member)]));
	};
	return moved(value) as T;
}

/** Findings with the same word for every day. */
function withoutDays(findings: readonly object[]): unknown {
	return JSON.parse(JSON.stringify(findings).replace(DAY_TEXT, 'day'));
}

function laterInput(input: ComplianceInput, weeks: number): ComplianceInput {
	const { lever, lists } = later({ lever: input.lever, lists: input.lists }, weeks);
	const collections = withGivenItems(lever.collections, [...lever.hires, ...lever.users]);
	return { ...input, lists, lever: { ...lever, collections } };
}

describe('a run some weeks later', () => {
	it('gives the same findings but for their dates, where all days are those of UTC', () => {
		fc.assert(
			fc.property(people, fc.integer({ min: -60, max: 60 }), (some, weeks) => {
				const input = inputOf(companyOf(some));
				const { findings } = opened(runCompliance(input));
				const moved = opened(runCompliance(laterInput(input, weeks))).findings;
				// Months are not as long as each other: a day some months before a start moves by other days.
				expect(withoutDays(moved)).toEqual(withoutDays(findings));
			}),
			{ numRuns: 150 },
		);
	});
});
