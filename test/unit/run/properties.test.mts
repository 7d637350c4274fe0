import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { runCompliance } from '../../../nodes/LeverCompliance/run/runCompliance.ts';
import { CHECKS } from '../../../nodes/LeverCompliance/checks/index.ts';
import { canonicalJson, compareCodeUnits } from '../../../nodes/shared/canonicalJson.ts';
import { FINDING_STATUSES, type Finding } from '../../../nodes/shared/contracts/index.ts';
import { sha256OfJson, sha256OfLines } from '../../../nodes/shared/sha256.ts';
import {
	aHired,
	employed,
	check,
	collectionOf,
	inputOf,
	opened,
	screened,
	type Company,
} from './company.mts';
import { companyOf, people } from './madeUpPeople.mts';

const incomplete = fc.subarray(['hires', 'users', 'identities'] as const);
const withIncomplete = (purposes: readonly string[]): Company['collections'] =>
	Object.fromEntries(
		purposes.map((purpose) => [purpose, { complete: false, incompleteBecause: 'It ended early.' }]),
	);

function findingsByKey(findings: readonly Finding[]): Map<string, Finding> {
	return new Map(
		findings.map((one) => [`${one.checkId} ${one.subjectType} ${one.subjectId}`, one]),
	);
}

/** The account was read, and the screening that is missing would not be among users. */
const STANDS: ReadonlySet<string> = new Set(['UAR-08 fail users']);

describe('properties of a run', () => {
	it('gives the same output whatever the order of hires, users and collection records', () => {
		fc.assert(
			fc.property(people, incomplete, fc.integer(), (some, purposes, seed) => {
				const input = inputOf({ ...companyOf(some), collections: withIncomplete(purposes) });
				const shuffle = <T,>(items: T[]): T[] =>
					[...items]
						.map((item, index) => ({ item, rank: (index * 7919 + seed) % 101 }))
						.sort((a, b) => a.rank - b.rank)
						.map(({ item }) => item);
				const { lever } = input;
				const other = runCompliance({
					...input,
					lever: {
						...lever,
						hires: shuffle(lever.hires),
						users: shuffle(lever.users),
						collections: shuffle(lever.collections),
					},
				});
				expect(canonicalJson(other)).toBe(canonicalJson(runCompliance(input)));
			}),
			{ numRuns: 60 },
		);
	});

	it('gives the same findings whatever the order of rows that have references', () => {
		fc.assert(
			fc.property(people, (some) => {
				const company = companyOf(some);
				const reversed = {
					...company,
					screening: [...company.screening].reverse(),
					staff: [...company.staff].reverse(),
				};
				expect(check(reversed).findings).toEqual(check(company).findings);
			}),
			{ numRuns: 60 },
		);
	});

	it('changes no finding of anybody when somebody unrelated is hired', () => {
		fc.assert(
			fc.property(people, (some) => {
				const company = companyOf(some);
				const before = check(company).findings;
				const newcomer = aHired('new', {
					identity: { name: 'Zoe Unrelated', emails: ['zoe@example.com'], otherEmails: [] },
				});
				const after = findingsByKey(
					check({ ...company, hires: [...company.hires, newcomer] }).findings,
				);
				// What is said of the account as a whole counts everybody in it.
				const others = before.filter(({ subjectType }) => subjectType !== 'account');
				for (const [key, finding] of findingsByKey(others)) expect(after.get(key)).toEqual(finding);
				const own = [...after.values()].filter(({ subjectId }) => subjectId === newcomer.hireId);
				expect(own.length).toBeGreaterThanOrEqual(7);
				expect(after.size).toBe(before.length + own.length);
			}),
			{ numRuns: 60 },
		);
	});

	it('gives nothing a member without a value: n8n shows it, and compares it, as one', () => {
		const valueless = (value: unknown): boolean =>
			value === undefined ||
			(typeof value === 'object' && value !== null && Object.values(value).some(valueless));
		fc.assert(
			fc.property(people, incomplete, (some, purposes) => {
				const company = { ...companyOf(some), collections: withIncomplete(purposes) };
				const { findings, exceptions } = check(company);
				expect([...findings, ...exceptions].filter(valueless)).toEqual([]);
			}),
			{ numRuns: 60 },
		);
	});

	it('gives each subject exactly one finding of each check, with a status and evidence', () => {
		fc.assert(
			fc.property(people, incomplete, (some, purposes) => {
				const company = { ...companyOf(some), collections: withIncomplete(purposes) };
				const { findings, evidence, run } = check(company);
				expect(findingsByKey(findings).size).toBe(findings.length);
				const subjects: Partial<Record<string, number>> = {
					account: 1,
					hire: evidence.filter(({ kind }) => kind === 'hire').length,
					user: company.users.length,
					collection: evidence.filter(({ kind }) => kind === 'collection').length,
					screeningRecord: company.screening.length,
					staffRecord: company.staff.length,
				};
				for (const { id, evaluate } of CHECKS) {
					const own = findings.filter(({ checkId }) => checkId === id);
					const checkRun = run.checks.find((one) => one.id === id);
					expect(checkRun?.population).toBe(own.length);
					if (checkRun?.verdict === 'notSetUp') continue;
					const judged = Object.keys(evaluate).reduce(
						(sum, type) => sum + (subjects[type] ?? 0),
						0,
					);
					const candidates = Object.values(checkRun?.notInPopulation ?? {});
					const leftOut = candidates.reduce((sum, count) => sum + count, 0);
					// What a check leaves out itself is counted; so are hires outside the population.
					expect(own.length).toBeLessThanOrEqual(judged);
					expect(own.length + leftOut).toBeGreaterThanOrEqual(judged);
				}
				for (const finding of findings) {
					expect(FINDING_STATUSES).toContain(finding.status);
					expect(finding.evidence.length).toBeGreaterThan(0);
					expect(finding.reasonCode).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
					const needsSomebody = ['fail', 'warn', 'indeterminate'].includes(finding.status);
					if (needsSomebody) expect(finding.remediation.dueAt).not.toBeNull();
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('never leaves a pass, or a fault by absence, resting on an incomplete read', () => {
		fc.assert(
			fc.property(people, incomplete, (some, purposes) => {
				const complete = findingsByKey(check(companyOf(some)).findings);
				const { findings } = check({
					...companyOf(some),
					collections: withIncomplete(purposes),
				});
				for (const finding of findings) {
					const { restsOn = [] } = CHECKS.find(({ id }) => id === finding.checkId) ?? {};
					const rests = restsOn.some(
						(one) =>
							purposes.some((purpose) => purpose === one) &&
							!STANDS.has(`${finding.checkId} ${finding.status} ${one}`),
					);
					if (!rests) continue;
					expect(finding.status, finding.checkId).not.toBe('pass');
					if (finding.basis === 'absence') expect(finding.status, finding.checkId).not.toBe('fail');
					const before = complete.get(
						`${finding.checkId} ${finding.subjectType} ${finding.subjectId}`,
					);
					const stood = before?.status === 'fail' && before.basis === 'presence';
					if (stood) expect(finding.status, finding.checkId).toBe('fail');
				}
			}),
			{ numRuns: 60 },
		);
	});

	it('keeps names and addresses in identity items alone', () => {
		fc.assert(
			fc.property(people, (some) => {
				const { evidence } = check(companyOf(some));
				const open = evidence.filter(({ kind }) => kind !== 'identity');
				expect(JSON.stringify(open)).not.toMatch(/@|Person p|Kim Doe|User p/);
			}),
			{ numRuns: 40 },
		);
	});
});

describe('hashes (contracts/run.ts)', () => {
	const { run, findings, evidence } = check({
		...companyOf([]),
		hires: [aHired('a'), aHired('b')],
		screening: [screened('a')],
		staff: [employed('a')],
	});

	it('of findings', () => {
		for (const { id, findingsSha256, population } of run.checks) {
			const lines = findings
				.filter(({ checkId }) => checkId === id)
				.sort(
					(a, b) =>
						compareCodeUnits(a.subjectType, b.subjectType) ||
						compareCodeUnits(a.subjectId, b.subjectId),
				)
				.map((finding) => canonicalJson(finding));
			expect(lines).toHaveLength(population);
			expect(findingsSha256).toBe(sha256OfLines(lines));
		}
	});

	it('of populations', () => {
		for (const { kind, count, sha256 } of run.populations) {
			const items = evidence.filter((item) => item.kind === kind);
			expect(items).toHaveLength(count);
			// The items come in the order of their population.
			expect(sha256).toBe(sha256OfLines(items.map((item) => canonicalJson(item))));
		}
		expect(run.populations.map(({ name }) => name)).toEqual([
			'hires',
			'users',
			'opportunities',
			'definitions',
			'postings',
			'requisitions',
			'audit-events',
			'files',
			'connection',
			'joiners',
			'screening',
			'staff',
			'collections',
			'identities',
			'matches',
		]);
	});

	it('of the run and the policy', () => {
		const { runSha256, ...rest } = run;
		expect(runSha256).toBe(sha256OfJson(rest));
		expect(run.policySha256).toBe(sha256OfJson(run.policy));
	});
});

describe('the exceptions', () => {
	const company: Company = {
		hires: [
			aHired('a', { owner: 'user-admin' }),
			aHired('b', { confidential: true, owner: null, hiringManager: null }),
		],
		screening: [screened('nobody-here', { name: 'Somebody Else' })],
		staff: [employed('x', { email: 'user-admin@example.com' })],
	};

	it('name subject and owner, and confidential hires by id', () => {
		const { exceptions, summary } = opened(runCompliance(inputOf(company)));
		const [first, ...rest] = exceptions;
		expect(first).toBe(summary);
		expect(
			rest.filter((item) => item.kind === 'finding' && item.checkId === 'SCR-02'),
		).toMatchObject([
			{
				subjectLabel: 'Person a',
				owner: { id: 'user-admin', name: 'User admin', email: 'user-admin@example.com' },
			},
			{ subjectLabel: 'contact-b:opp-b', owner: { id: 'user-admin' } },
		]);
	});

	it('list who starts within 14 days, also when nothing watches them', () => {
		const starting = (key: string, day: string) =>
			aHired(key, {}, { startDateRaw: Date.parse(`${day}T00:00:00Z`) });
		const hires = [
			starting('a', '2026-11-16'),
			starting('b', '2026-11-03'),
			starting('c', '2026-11-17'),
		];
		hires.push(aHired('started'));
		const { summary } = check({ hires, screening: [screened('a')] });
		expect(summary.upcomingStarts.map(({ hireId, startDate }) => `${startDate} ${hireId}`)).toEqual(
			['2026-11-03 contact-b:opp-b', '2026-11-16 contact-a:opp-a'],
		);
		expect(check({ hires }).summary.upcomingStarts[0]?.message).toBe(
			'Screening was not checked. Not set up: connect Screening List.',
		);
	});
});

it('leaves out checks that nobody chose, and says so', () => {
	const { run } = check({ hires: [aHired()], families: ['offers'], screening: [screened()] });
	expect(run.checks.find(({ id }) => id === 'SCR-01')?.verdictText).toBe(
		"Not set up: not chosen in 'Checks'",
	);
	expect(run.checks.find(({ id }) => id === 'OFR-01')?.population).toBe(1);
	expect(run.checks.find(({ id }) => id === 'IPE-01')?.population).toBeGreaterThan(0);
});

it('keeps no identity of rows that belong to nobody who was hired', () => {
	const { evidence } = check({
		hires: [aHired()],
		screening: [screened('a'), screened('rejected', { name: 'Zoe Rejected' })],
		staff: [employed('a'), employed('colleague', { name: 'Max Colleague' })],
	});
	const identities = evidence.filter((item) => item.kind === 'identity');
	expect(identities.map(({ subjectType, subjectId }) => `${subjectType} ${subjectId}`)).toEqual([
		'hire contact-a:opp-a',
		'screeningRecord report-a',
		'staffRecord E-a',
		'user user-admin',
	]);
	expect(evidence.filter(({ kind }) => kind === 'screeningRecord')).toHaveLength(2);
});

it('takes collection records as they are', () => {
	const own = collectionOf('hires', { rule: 'Everybody' });
	const { evidence } = check({ collections: { hires: own } });
	expect(evidence).toContainEqual(expect.objectContaining(own));
});
