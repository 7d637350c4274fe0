import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import {
	aHired,
	anOffer,
	check,
	employed,
	millis,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';
import { aTier } from './tiers.mts';

type Screening = Partial<Policy['screening']>;
type Row = Record<string, unknown>;

const SENSITIVE = aTier({
	name: 'sensitive',
	jobTitles: ['Security Engineer'],
	packages: ['enhanced'],
	components: ['identity', 'criminal'],
});
const STANDARD = aTier({ jobTitles: [' ENGINEER '], packages: ['standard'] });
const MAPPING = [{ package: 'Basic', components: ['identity'] }];

const company = (row: Row, screening: Screening, more: Company = {}): Company => ({
	hires: [aHired()],
	screening: [screened('a', row)],
	policy: { screening },
	...more,
});
const security = (row: Row, screening: Screening = {}) =>
	company(
		row,
		{ tiers: [SENSITIVE], packageComponents: MAPPING, ...screening },
		{ hires: [aHired('a', {}, { jobTitle: 'Security Engineer' })] },
	);
const withTiers = (tiers: Policy['screening']['tiers'], more: Company = {}) =>
	company({ package: 'standard' }, { tiers }, more);

describe('SCR-05: what the screening holds', () => {
	cases('SCR-05', [
		['the package is enough', security({ package: ' Enhanced' }), 'pass scope-meets-tier'],
		[
			'every search itemised',
			security({ searches: 'Criminal; Identity' }),
			'pass scope-meets-tier',
		],
		['one not itemised', security({ searches: 'Identity' }), 'fail search-missing'],
		[
			'what was really done counts more than the name of the package',
			security({ package: 'enhanced', searches: 'Identity' }),
			'fail search-missing',
		],
		['a package that lacks one', security({ package: 'basic' }), 'fail search-missing'],
		[
			'by the table of packages',
			security(
				{ package: 'plus' },
				{
					packageComponents: [{ package: 'plus', components: ['criminal', 'identity'] }],
				},
			),
			'warn scope-by-mapping',
		],
		['a package nobody knows', security({ package: 'gold' }), 'indeterminate package-not-mapped'],
		['neither package nor searches', security({}), 'indeterminate scope-not-stated'],
		[
			'a tier of packages only, and none of them',
			company({ package: 'gold' }, { tiers: [STANDARD] }),
			'fail package-below-tier',
		],
		[
			'a tier of packages only, and none named',
			company({}, { tiers: [STANDARD] }),
			'indeterminate scope-not-stated',
		],
		[
			'a tier of packages only, beside searches that the list itemises too',
			company({ package: 'Standard', searches: 'Identity; Criminal' }, { tiers: [STANDARD] }),
			'pass scope-meets-tier',
		],
		[
			'a tier of packages only, and another one, itemised',
			company({ package: 'gold', searches: 'Identity; Criminal' }, { tiers: [STANDARD] }),
			'fail package-below-tier',
		],
		[
			'searches between commas',
			security({ searches: 'Criminal, Identity' }),
			'pass scope-meets-tier',
		],
		['only running', security({ status: 'pending' }), 'not_applicable nothing-completed'],
	]);

	/** The first record by an id, so that it decides; the second as the case says. */
	const two = (first: Row, second: Row): Company => ({
		...security({}),
		screening: [
			screened('a', {
				report_id: 'r1',
				external_id: 'opp-a',
				completed_at: '2026-09-25',
				...first,
			}),
			screened('a', { report_id: 'r2', completed_at: '2026-10-01', ...second }),
		],
	});
	const UNRELATED = { name: 'Wholly Different' };
	cases('SCR-05', [
		[
			'§4 one of the searches only in a record under another name',
			two({ searches: 'Identity' }, { searches: 'Criminal', ...UNRELATED }),
			'warn linked-by-email-names-differ',
		],
		[
			'§4 one of the searches only in a form in Lever',
			two({ searches: 'Identity' }, { searches: 'Criminal', provider: 'Lever' }),
			'warn weak-source',
		],
		[
			'§4 a package that is enough only in a record under another name',
			two({ package: 'basic' }, { package: 'enhanced', ...UNRELATED }),
			'warn linked-by-email-names-differ',
		],
		[
			'§4 a record under another name that is not needed',
			two({ searches: 'Identity; Criminal' }, { searches: 'Credit', ...UNRELATED }),
			'pass scope-meets-tier',
		],
		[
			'§4 a fail stays a fail',
			two({ searches: 'Identity' }, { searches: 'Credit', ...UNRELATED }),
			'fail search-missing',
		],
	]);

	it('names what is missing', () => {
		const { observed, message } = check(security({ package: 'basic' })).of('SCR-05');
		expect(observed.missingSearches).toEqual(['criminal']);
		expect(message).toContain('criminal');
	});
});

describe('SCR-05: which tier holds', () => {
	cases('SCR-05', [
		['named by job title', withTiers([STANDARD]), 'pass scope-meets-tier'],
		[
			'no tier names the job',
			withTiers([aTier({ jobTitles: ['Cook'], packages: ['standard'] })]),
			'indeterminate no-tier',
		],
		[
			'a tier for everybody else',
			withTiers([aTier({ packages: ['standard'] })]),
			'warn tier-by-default',
		],
		[
			'a tier with jobs of its own that is also for everybody else',
			withTiers([aTier({ jobTitles: ['Cook'], packages: ['standard'], default: true })]),
			'warn tier-by-default',
		],
		[
			'by default and not enough',
			withTiers([aTier({ packages: ['enhanced'] })]),
			'fail package-below-tier',
		],
		[
			'the strictest of two',
			withTiers([aTier({ workLocations: ['berlin'], packages: ['enhanced'] }), STANDARD]),
			'fail package-below-tier',
		],
		[
			'every list that a tier fills must fit',
			withTiers([
				aTier({ jobTitles: ['Engineer'], workLocations: ['Tokyo'], packages: ['enhanced'] }),
				STANDARD,
			]),
			'pass scope-meets-tier',
		],
		[
			'the strictest of several postings',
			withTiers([aTier({ postings: ['posting-b'], packages: ['enhanced'] }), STANDARD], {
				hires: [aHired('a', { postingIds: ['posting-a', 'posting-b'] })],
			}),
			'fail package-below-tier',
		],
		[
			'a stricter tier may hold: no posting is known',
			withTiers([aTier({ postings: ['posting-b'], packages: ['enhanced'] }), STANDARD]),
			'indeterminate tier-unknown',
		],
		[
			'a department of the staff list',
			withTiers([aTier({ departments: ['Treasury'], packages: ['enhanced'] }), STANDARD], {
				staff: [employed('a', { department: 'treasury' })],
			}),
			'fail package-below-tier',
		],
		[
			'a stricter tier may hold: no department is known',
			withTiers([aTier({ departments: ['Treasury'], packages: ['enhanced'] }), STANDARD]),
			'indeterminate tier-unknown',
		],
		[
			'the job of the newest signed offer, not of an earlier one',
			withTiers([SENSITIVE, STANDARD], {
				hires: [
					aHired('a', {
						offers: [
							anOffer('a', {
								id: 'offer-earlier',
								jobTitle: 'Security Engineer',
								candidateSignedAt: millis('2026-09-05T10:00:00Z'),
							}),
							anOffer('a'),
						],
					}),
				],
			}),
			'pass scope-meets-tier',
		],
	]);

	it('is not set up while the policy has no tiers', () => {
		const { run } = check({ hires: [aHired()], screening: [screened()] });
		const line = run.checks.find(({ id }) => id === 'SCR-05');
		expect(line?.verdictText).toContain("'Screening Tiers'");
	});
});

describe('SCR-05: searches that a place does not allow', () => {
	const notAllowed = (instead: string, workLocations = ['BERLIN']): Screening => ({
		alternatives: [{ workLocations, component: 'Criminal', instead }],
	});
	cases('SCR-05', [
		[
			'what takes its place is there',
			security({ searches: 'Identity; References' }, notAllowed('references')),
			'pass scope-meets-tier',
		],
		[
			'what takes its place is not there',
			security({ searches: 'Identity; Criminal' }, notAllowed('references')),
			'fail search-missing',
		],
		[
			'nothing takes its place',
			security({ searches: 'Identity' }, notAllowed('')),
			'pass scope-meets-tier',
		],
		[
			'another place',
			security({ searches: 'Identity' }, notAllowed('', ['Tokyo'])),
			'fail search-missing',
		],
		[
			'the package cannot be enough where it is not what was done',
			security({ package: 'enhanced' }, notAllowed('references')),
			'indeterminate package-not-mapped',
		],
		[
			'nothing is left to ask for',
			company(
				{ package: 'any' },
				{
					tiers: [aTier({ jobTitles: ['Engineer'], components: ['criminal'] })],
					...notAllowed(''),
				},
			),
			'not_applicable nothing-needed',
		],
	]);
});

describe('SCR-05: controls', () => {
	const controlsUnder = (screening: Screening) =>
		check(company({ package: 'standard' }, { tiers: [STANDARD], ...screening }))
			.of('SCR-05')
			.controls.map(({ id }) => id);

	it('are those that the policy is as strict as (rules.md §1)', () => {
		expect(controlsUnder({})).toEqual(['CC1.4', '10.2.2(a)']);
		expect(controlsUnder({ completeBefore: 'before' })).toEqual([
			'A.6.1',
			'CC1.4',
			'12.7.1',
			'10.2.2(a)',
		]);
		expect(controlsUnder({ tiersMeetBs7858: true })).toContain('BS 7858');
	});
});
