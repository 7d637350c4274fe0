import { describe, expect, it } from 'vitest';

import type { LeverInput } from '../../../nodes/LeverCompliance/inputs/leverInput.ts';
import { runCompliance } from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import {
	aHired,
	aSuperAdmin,
	aUser,
	check,
	employed,
	inputOf,
	opened,
	screened,
	type Company,
} from './company.mts';

const COMPANY: Company = {
	hires: [aHired('a'), aHired('b'), aHired('c')],
	users: [aSuperAdmin(), aUser('x')],
	collections: { identities: {}, definitions: {}, records: {} },
	screening: ['a', 'b', 'c'].map((key) => screened(key, { includes_canceled: 'false' })),
	staff: [
		...['a', 'b', 'c'].map((key) => employed(key, { start_date: '2026-10-12' })),
		employed('y', { email: 'user-admin@example.com' }),
		employed('x', { email: 'user-x@example.com' }),
	],
};

/** What becomes of the company when something happens between Collect and Lever Compliance. */
function checkAfter(happening: (lever: LeverInput) => Partial<LeverInput>) {
	const input = inputOf(COMPANY);
	return opened(runCompliance({ ...input, lever: { ...input.lever, ...happening(input.lever) } }));
}

const without =
	(purpose: string) =>
	({ collections }: LeverInput) => ({
		collections: collections.filter((one) => one.purpose !== purpose),
	});

const verdictOf = ({ run }: ReturnType<typeof opened>, id: string) =>
	run.checks.find((one) => one.id === id)?.verdict;

describe('between Collect and Lever Compliance (design, promise 4)', () => {
	it('stays calm when everything arrives as it was given', () => {
		const { run, summary } = check(COMPANY);
		expect(summary.alert).toBe(false);
		expect(run.shortfalls).toEqual([]);
	});

	it.each<[string, (lever: LeverInput) => Partial<LeverInput>, string, string]>([
		[
			'one hire left out',
			({ hires }) => ({ hires: hires.slice(1) }),
			'hires',
			"Of Lever's opportunities (hires), the Lever node gave 3 hires and 2 arrived.",
		],
		['every hire left out', () => ({ hires: [] }), 'hires', 'gave 3 hires and 0 arrived'],
		[
			'a hire edited',
			({ hires }) => ({
				hires: hires.map((hire) => ({ ...hire, screeningTags: ['reportReturned'] })),
			}),
			'hires',
			'was changed before it arrived',
		],
		[
			'a user left out',
			({ users }) => ({ users: users.slice(1) }),
			'users',
			'gave 2 users and 1 arrived',
		],
		['the record of the hires left out', without('hires'), 'hires', 'did not arrive'],
		[
			'the record of the offers left out',
			without('offers'),
			'hires',
			"of Lever's offers was given",
		],
		['the record of the identities left out', without('identities'), 'hires', 'did not arrive'],
		['the record of the users left out', without('users'), 'users', "of Lever's users was given"],
		[
			'a record edited',
			({ collections }) => ({
				collections: collections.map((one) => ({ ...one, records: one.records + 1 })),
			}),
			'hires',
			'was changed before it arrived',
		],
		[
			'records that do not say what was given',
			({ collections }) => ({
				collections: collections.map(({ given: _given, ...one }) => one),
			}),
			'hires',
			'does not say what the Lever node gave',
		],
	])(
		'%s: said first, nothing passes that rests on it, IPE-01 fails',
		(_name, happening, purpose, text) => {
			const after = checkAfter(happening);
			const { run, summary, findings } = after;
			expect(run.notices[0]).toMatch(/^Altered or incomplete between the Lever node/);
			expect(run.notices[0]).toContain(text);
			expect(run.notices[0]).toContain("straight to the input 'Lever'");
			expect(summary.alert).toBe(true);
			expect(run.shortfalls).toContainEqual(
				expect.objectContaining({ purpose, reason: 'altered' }),
			);
			const ipe = findings.filter(
				({ checkId, status }) => checkId === 'IPE-01' && status === 'fail',
			);
			expect(ipe.length).toBeGreaterThan(0);
			expect(ipe[0]).toMatchObject({ reasonCode: 'altered-on-the-way', basis: 'presence' });
			expect(verdictOf(after, 'IPE-01')).toBe('deviations');
			const [ids, verdict] =
				purpose === 'users'
					? [['UAR-01'], 'couldNotBeChecked']
					: [['SCR-01', 'SCR-02', 'OFR-01', 'OFR-03', 'OFR-04'], 'couldNotBeChecked'];
			for (const id of ids) expect(`${id} ${verdictOf(after, id)}`).toBe(`${id} ${verdict}`);
		},
	);

	it('a read whose record is lost is still named, with its id', () => {
		const { findings, exceptions } = checkAfter(without('offers'));
		const lost = findings.find(
			({ checkId, subjectId }) => checkId === 'IPE-01' && subjectId === 'b'.repeat(64),
		);
		expect(lost).toMatchObject({
			status: 'fail',
			observed: { resource: 'offers', arrived: false },
			evidence: [{ collectionId: 'b'.repeat(64), recordId: 'offers' }],
		});
		expect(exceptions).toContainEqual(
			expect.objectContaining({ checkId: 'IPE-01', subjectLabel: 'Lever: offers (offers)' }),
		);
	});

	it('a fault that was read stands (rules.md §1)', () => {
		const late = [screened('a', { completed_at: '2026-10-14' })];
		const input = inputOf({ ...COMPANY, screening: late });
		const { of } = opened(
			runCompliance({ ...input, lever: { ...input.lever, ...without('offers')(input.lever) } }),
		);
		expect(of('SCR-02', 'contact-a:opp-a')).toMatchObject({ status: 'fail', basis: 'presence' });
	});
});
