import { describe, expect, it } from 'vitest';

import { decideVerdict } from '../../../nodes/LeverCompliance/run/summary/verdict.ts';
import type { FindingStatus } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, REFUSED, screened, type Company } from './company.mts';

const verdict = (
	counts: Partial<Record<FindingStatus, number>>,
	more: { notSetUpBecause?: string; doubts?: string[]; visibilityTested?: boolean } = {},
) => {
	const { verdict: word, verdictText } = decideVerdict({
		counts: {
			fail: 0,
			indeterminate: 0,
			warn: 0,
			excepted: 0,
			pass: 0,
			not_applicable: 0,
			...counts,
		},
		subjects: 'hires',
		notSetUpBecause: more.notSetUpBecause ?? null,
		doubts: more.doubts ?? [],
		visibilityTested: more.visibilityTested ?? false,
	});
	return `${word}: ${verdictText}`;
};

describe('verdicts (rules.md §1)', () => {
	it.each([
		[{ pass: 41 }, 'noDeviations: No deviations noted in 41 of 41; visibility not tested'],
		[
			{ pass: 39, warn: 1, indeterminate: 2, not_applicable: 7 },
			'noDeviations: No deviations noted in 40 of 42; 2 could not be decided; visibility not tested',
		],
		[{ pass: 40, fail: 1 }, 'deviations: 1 deviation in 41'],
		[
			{ pass: 38, fail: 3, indeterminate: 1 },
			'deviations: 3 deviations in 42; a rate above 5 %; 1 could not be decided',
		],
		// Nothing is said about the rate of fewer than ten.
		[{ pass: 6, fail: 3 }, 'deviations: 3 deviations in 9'],
		[{ pass: 19, fail: 1 }, 'deviations: 1 deviation in 20'],
		[{ pass: 5, excepted: 1 }, 'deviations: 1 deviation in 6; 1 excepted by approval'],
		[
			{ indeterminate: 41 },
			'couldNotBeChecked: Could not be checked: none of 41 hires could be decided',
		],
		[{}, 'notOccurring: Not occurring: there were no hires; visibility not tested'],
		[
			{ not_applicable: 3 },
			'notOccurring: Not occurring: it applied to none of 3 hires; visibility not tested',
		],
	])('%o', (counts, text) => {
		expect(verdict(counts)).toBe(text);
	});

	it('says "not occurring" only when nothing speaks against it', () => {
		expect(verdict({}, { doubts: ['no Super Admin was visible'] })).toBe(
			'couldNotBeChecked: Could not be checked: there were no hires; no Super Admin was visible',
		);
	});

	it('says what to connect', () => {
		expect(verdict({}, { notSetUpBecause: 'connect Staff List' })).toBe(
			'notSetUp: Not set up: connect Staff List',
		);
	});
});

describe('a run without hires', () => {
	const verdictOf = (company: Parameters<typeof check>[0]) =>
		check({ screening: [screened()], ...company }).run.checks.find(({ id }) => id === 'SCR-02');

	it('is "not occurring" on the production host, read completely, with something visible', () => {
		expect(verdictOf({})?.verdict).toBe('notOccurring');
	});

	it.each<[string, Company]>([
		['another host', { collections: { hires: { production: false } } }],
		['hires forbidden', { collections: { hires: REFUSED } }],
		['offers forbidden', { collections: { offers: REFUSED } }],
		['no opportunity visible', { collections: { hires: { uniqueIds: 0 } } }],
		['no Super Admin visible', { users: [aUser('a')] }],
		[
			'confidential forbidden',
			{
				collections: {
					hires: { visibility: { confidential: 'forbidden', deactivated: 'notApplicable' } },
				},
			},
		],
		['records doubled without a reason', { collections: { hires: { records: 3, duplicates: 2 } } }],
	])('could not be checked: %s', (_name, company) => {
		expect(verdictOf(company)?.verdict).toBe('couldNotBeChecked');
	});
});

/** Archived with a non-hired reason before the first day. */
const withdrawn = aHired('b', {
	archivedAt: null,
	hiredReasonId: null,
	archives: [
		{
			opportunityId: 'opp-b',
			reasonId: 'reason-withdrew',
			reasonType: 'non-hired',
			archivedAt: Date.parse('2026-10-01T09:00:00Z'),
		},
	],
});

it('counts nobody twice: whom a check judges is not left out of it', () => {
	const elsewhere = aHired('c', { archivedAt: null, archives: [], offers: [] });
	const { run, findings } = check({
		hires: [aHired(), withdrawn, elsewhere],
		screening: [screened()],
		policy: { screening: { lawfulBasis: 'Article 10', adverseActionWorkLocations: ['Berlin'] } },
	});
	const own = findings.filter(({ checkId }) => checkId === 'SCR-11');
	expect(own.map(({ subjectId }) => subjectId)).toEqual(['contact-a:opp-a', 'contact-b:opp-b']);
	expect(run.checks.find(({ id }) => id === 'SCR-11')).toMatchObject({ population: 2 });
	expect(run.checks.find(({ id }) => id === 'SCR-11')?.notInPopulation).toEqual({
		'Not archived as hired and no signed offer': 1,
	});
});

it('counts who was left out, by reason and by id', () => {
	const { run, evidence } = check({ hires: [aHired(), withdrawn] });
	const reason = 'Archived with a non-hired reason on or before the start date';
	expect(run.checks.find(({ id }) => id === 'OFR-01')).toMatchObject({
		population: 1,
		notInPopulation: { [reason]: 1 },
	});
	expect(run.leftOut).toEqual([{ hireId: 'contact-b:opp-b', reason }]);
	// rules.md §10: of somebody who was not hired, ids only.
	expect(JSON.stringify(evidence)).not.toContain('Person b');
	expect(run.bridge.map(({ label, count }) => `${label}: ${count}`)).toEqual([
		'Opportunities read: 1',
		'Hired: 1',
		'In the period: 1',
		'Tested: 1',
		'Starters on the staff list: null',
	]);
});
