import { describe, expect, it } from 'vitest';

import type { KeyName, ScenarioName } from '../../../mock-lever/index.mts';
import { AS_OF, collect, mockLever } from '../collect/collecting.mts';
import { check, companions, leverItems, type CheckedRun } from './checking.mts';

/** Collects from the mock and checks with all companion lists. */
async function checkAccount(scenario: ScenarioName, key: KeyName): Promise<CheckedRun> {
	const mock = await mockLever({ scenario });
	try {
		const collected = await collect(mock.baseUrl, mock.keys[key], { evidenceDate: AS_OF });
		return await check({ 0: leverItems(collected.items), ...(await companions(mock)) });
	} finally {
		await mock.close();
	}
}

const verdicts = ({ run }: CheckedRun) =>
	Object.fromEntries(run.checks.map(({ id, verdict }) => [id, verdict]));

describe('accounts and keys that give less', () => {
	it('offers forbidden: nothing about offers passes, and it is said first', async () => {
		const run = await checkAccount('golden', 'noOffers');
		expect(run.run.notices[1]).toMatch(/^Offers could not be read/);
		const ofOffers = run.findings.filter(({ checkId }) => checkId.startsWith('OFR'));
		expect(ofOffers.length).toBeGreaterThan(0);
		const decided = ofOffers.filter(({ status }) => status !== 'indeterminate');
		// Neither needs an offer: a requisition says itself that it is over-filled, and of whom Lever
		// anonymised no offer could say who signed.
		expect(new Set(decided.map(({ status, reasonCode }) => `${status} ${reasonCode}`))).toEqual(
			new Set(['fail over-filled', 'not_applicable anonymised']),
		);
		const late = run.findings.filter(
			({ checkId, status }) => checkId === 'SCR-02' && status === 'pass',
		);
		// Only a first day from the staff list can be held against a completion.
		for (const { observed } of late) expect(observed.startDateSource).toBe('staffList');
		expect(verdicts(run)).toMatchObject({
			'OFR-01': 'couldNotBeChecked',
			'OFR-04': 'couldNotBeChecked',
			'IPE-01': 'deviations',
		});
	});

	it('confidential forbidden: the others are tested, and the first screen says who was not', async () => {
		const [all, some] = [
			await checkAccount('golden', 'all'),
			await checkAccount('golden', 'noConfidential'),
		];
		expect(some.run.notices.join(' ')).toContain('Confidential hires were not tested');
		expect(all.run.notices.join(' ')).not.toContain('Confidential hires were not tested');
		const tested = ({ findings }: CheckedRun) =>
			new Set(
				findings.filter(({ subjectType }) => subjectType === 'hire').map((one) => one.subjectId),
			);
		expect(tested(some).size).toBeLessThan(tested(all).size);
		const confidential = all.evidence.filter((item) => item.kind === 'hire' && item.confidential);
		expect(confidential.length).toBeGreaterThan(0);
	});

	it('users forbidden: nobody is taken for a leaver or for somebody who works here', async () => {
		const run = await checkAccount('golden', 'noUsers');
		expect(run.run.notices.join(' ')).toContain('Users could not be read');
		expect(run.findings.filter(({ checkId }) => checkId === 'UAR-01')).toEqual([]);
		expect(verdicts(run)['UAR-01']).toBe('couldNotBeChecked');
		expect(run.summary.alert).toBe(true);
	});

	it.each(['empty', 'no-hires'] as const)('%s: no hire is not a clean result', async (scenario) => {
		const run = await checkAccount(scenario, 'all');
		const hireChecks = ['SCR-01', 'SCR-02', 'SCR-07', 'SCR-09', 'OFR-01', 'OFR-03', 'OFR-04'];
		for (const id of hireChecks) expect(verdicts(run)[id]).toBe('couldNotBeChecked');
		expect(run.summary.headline).toContain('could not be checked: SCR-01');
		expect(run.summary.production).toBe(false);
	});

	it('names no person outside identity items, and no rejected candidate anywhere', async () => {
		const run = await checkAccount('golden', 'all');
		const open = run.evidence.filter(({ kind }) => kind !== 'identity');
		expect(JSON.stringify(open)).not.toMatch(/[\w.+-]+@[\w-]+\.\w+/);
		const names = run.evidence.flatMap((item) => (item.kind === 'identity' ? [item.name] : []));
		expect(names.length).toBeGreaterThan(100);
		const text = JSON.stringify(open);
		expect(names.filter((name) => name.includes(' ') && text.includes(name))).toEqual([]);
	});
});
