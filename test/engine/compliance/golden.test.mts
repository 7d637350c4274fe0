import { beforeAll, describe, expect, it } from 'vitest';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { loadScenario, POLICY_VARIANTS, startMock } from '../../../mock-lever/index.mts';
import { collect } from '../collect/collecting.mts';
import { check, companions, leverItems, type CheckedRun, type Inputs } from './checking.mts';
import { differencesOf, expectedUnder } from '../../golden/differences.mts';

/** A Monday, days around a change of daylight saving, a weekend, a month's end and a leap year. */
const EVIDENCE_DATES = [
	'2026-11-02T06:00:00Z',
	'2026-03-29T06:00:00Z',
	'2027-01-01T06:00:00Z',
	'2028-02-29T06:00:00Z',
];

describe.each(EVIDENCE_DATES)('the golden scenario at %s', (asOf) => {
	const scenario = loadScenario('golden', asOf);
	/** Options of Evidence: Collect, as text → what it and the lists gave */
	const read = new Map<string, Inputs>();

	const inputsFor = async (options: IDataObject): Promise<Inputs> => {
		const key = JSON.stringify(options);
		const known = read.get(key);
		if (known) return known;
		const mock = await startMock({ asOf, rateLimit: false });
		try {
			const collected = await collect(mock.baseUrl, mock.keys.all, {
				evidenceDate: asOf,
				options,
			});
			const inputs = { 0: leverItems(collected.items), ...(await companions(mock)) };
			read.set(key, inputs);
			return inputs;
		} finally {
			await mock.close();
		}
	};

	beforeAll(async () => {
		await inputsFor({});
	});

	const checkAll = async (
		parameters: INodeParameters = {},
		options: IDataObject = {},
	): Promise<CheckedRun> => {
		const run = await check(await inputsFor(options), parameters);
		expect(run.error).toBeUndefined();
		return run;
	};

	it('gives every hand-written result, and no other', async () => {
		const run = await checkAll();
		expect(expectedUnder(scenario, null).length).toBeGreaterThan(1000);
		expect(differencesOf(run.findings, scenario)).toEqual([]);

		const left = new Map((run.run.leftOut ?? []).map(({ hireId, reason }) => [hireId, reason]));
		for (const { subjectId, reasonContains } of scenario.notInPopulation) {
			expect(left.get(subjectId)?.toLowerCase()).toContain(reasonContains.toLowerCase());
		}
		expect(left.size).toBe(scenario.notInPopulation.length);
	});

	it.each(Object.keys(POLICY_VARIANTS))('gives every result of the policy %s', async (name) => {
		const variant = POLICY_VARIANTS[name];
		const run = await checkAll(
			{ policyFrom: 'document', policyDocument: JSON.stringify(variant?.policy) },
			variant?.collectOptions,
		);
		const usual = expectedUnder(scenario, null);
		const expected = expectedUnder(scenario, name);
		const statuses = new Set(
			usual.map(({ checkId, subjectId, status }) => [checkId, subjectId, status].join(' ')),
		);
		const changed = expected.filter(
			({ checkId, subjectId, status }) => !statuses.has([checkId, subjectId, status].join(' ')),
		);
		expect(changed.length).toBeGreaterThan(1);
		expect(differencesOf(run.findings, scenario, name)).toEqual([]);
		expect(run.run.leftOut).toHaveLength(scenario.notInPopulation.length);
	});
});
