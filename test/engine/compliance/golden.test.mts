import { beforeAll, describe, expect, it } from 'vitest';
import type { INodeParameters } from 'n8n-workflow';

import type { ExpectedResult, Scenario } from '../../../mock-lever/index.mts';
import { inVariant, loadScenario, POLICY_VARIANTS, startMock } from '../../../mock-lever/index.mts';
import { collect } from '../collect/collecting.mts';
import { check, companions, leverItems, type CheckedRun, type Inputs } from './checking.mts';
import { differencesOf } from './differences.mts';

/** A Monday, days around a change of daylight saving, a weekend, a month's end and a leap year. */
const EVIDENCE_DATES = [
	'2026-11-02T06:00:00Z',
	'2026-03-29T06:00:00Z',
	'2027-01-01T06:00:00Z',
	'2028-02-29T06:00:00Z',
];

/** What must come out of a run: of the checks to come, those that it made already. */
function expectedOf({ expected, waiting }: Scenario, { run }: CheckedRun): ExpectedResult[] {
	const made = new Set(run.checks.map(({ id }) => id));
	return [...expected, ...waiting.filter(({ checkId }) => made.has(checkId))];
}

describe.each(EVIDENCE_DATES)('the golden scenario at %s', (asOf) => {
	const scenario = loadScenario('golden', asOf);
	let inputs: Inputs;

	beforeAll(async () => {
		const mock = await startMock({ asOf, rateLimit: false });
		try {
			const collected = await collect(mock.baseUrl, mock.keys.all, { evidenceDate: asOf });
			inputs = { 0: leverItems(collected.items), ...(await companions(mock)) };
		} finally {
			await mock.close();
		}
	});

	const checkAll = async (parameters: INodeParameters = {}): Promise<CheckedRun> => {
		const run = await check(inputs, parameters);
		expect(run.error).toBeUndefined();
		return run;
	};

	it('gives every hand-written result, and no other', async () => {
		const run = await checkAll();
		const expected = expectedOf(scenario, run);
		expect(expected.length).toBeGreaterThan(1000);
		expect(differencesOf(run.findings, expected)).toEqual([]);

		const left = new Map((run.run.leftOut ?? []).map(({ hireId, reason }) => [hireId, reason]));
		for (const { subjectId, reasonContains } of scenario.notInPopulation) {
			expect(left.get(subjectId)?.toLowerCase()).toContain(reasonContains.toLowerCase());
		}
		expect(left.size).toBe(scenario.notInPopulation.length);
	});

	it.each(Object.keys(POLICY_VARIANTS))('gives every result of the policy %s', async (name) => {
		const run = await checkAll({
			policyFrom: 'document',
			policyDocument: JSON.stringify(POLICY_VARIANTS[name]?.policy),
		});
		const usual = expectedOf(scenario, run);
		const expected = usual.map((result) => inVariant(result, name));
		const changed = expected.filter(({ status }, index) => status !== usual[index]?.status);
		expect(changed.length).toBeGreaterThan(1);
		expect(differencesOf(run.findings, expected)).toEqual([]);
		expect(run.run.leftOut).toHaveLength(scenario.notInPopulation.length);
	});
});

it('names the checks to come whose results wait for them', () => {
	const counts: Record<string, number> = {};
	for (const { checkId } of loadScenario('golden', EVIDENCE_DATES[0] ?? '').waiting) {
		counts[checkId] = (counts[checkId] ?? 0) + 1;
	}
	const texts = Object.entries(counts).map(([id, count]) => `${id} (${count})`);
	process.stdout.write(`Results that wait for checks to come: ${texts.sort().join(', ')}\n`);
	expect(counts).toMatchObject({ 'SCR-03': 4, 'SCR-05': 2, 'SCR-15': 2, 'UAR-02': 1 });
});
