import { beforeAll, describe, expect, it } from 'vitest';
import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { loadScenario, POLICY_VARIANTS, startMock } from '../../../mock-lever/index.mts';
import { DAYS_EARLIER } from '../../../mock-lever/scenarios/load.mts';
import { differencesOf, expectedUnder } from '../../golden/differences.mts';
import { collect } from '../collect/collecting.mts';
import { items } from '../harness/index.mts';
import { check, companions, leverItems, type Inputs } from './checking.mts';

const DAY = 86_400_000;

async function inputsOf(scenario: string, asOf: string): Promise<Inputs> {
	const mock = await startMock({ scenario, asOf, rateLimit: false });
	try {
		const collected = await collect(mock.baseUrl, mock.keys.all, { evidenceDate: asOf });
		return { 0: leverItems(collected.items), ...(await companions(mock)) };
	} finally {
		await mock.close();
	}
}

/** Checks whose results an earlier run changes; the others are compared in golden.test.mts. */
const IDS = ['OFR-07', 'UAR-07', 'SCR-14', 'IPE-04', 'IPE-05'];
const isOne = ({ checkId }: { checkId: string }) => IDS.includes(checkId);

/** A Monday, and the first of January: a change of the year lies between the two runs. */
describe.each(['2026-11-02T06:00:00Z', '2027-01-01T06:00:00Z'])(
	'the golden scenario at %s, with an earlier run connected',
	(asOf) => {
		const golden = loadScenario('golden', asOf);
		const scenario = {
			expected: golden.expected.filter(isOne),
			usual: golden.usual.filter(isOne),
		};
		const earlier = new Date(Date.parse(asOf) - DAYS_EARLIER * DAY).toISOString();
		let now: Inputs;
		let previous: INodeExecutionData[];

		beforeAll(async () => {
			const before = await check(await inputsOf('golden-earlier', earlier));
			previous = items(before.evidence);
			now = await inputsOf('golden', asOf);
		}, 120_000);

		it.each([null, 'screened-again'])('gives every hand-written result of %s', async (variant) => {
			const parameters: INodeParameters =
				variant === null
					? {}
					: {
							policyFrom: 'document',
							policyDocument: JSON.stringify(POLICY_VARIANTS[variant]?.policy),
						};
			const wanted = expectedUnder(scenario, variant, true);
			const ids = new Set(wanted.map(({ checkId }) => checkId));
			expect([...ids].sort()).toEqual(
				IDS.filter((id) => variant !== null || id !== 'SCR-14').sort(),
			);
			const run = await check({ ...now, 4: previous }, parameters);
			expect(run.error).toBeUndefined();
			expect(differencesOf(run.findings.filter(isOne), scenario, variant, true)).toEqual([]);
		});

		it('changes nothing else', async () => {
			const others = async (inputs: Inputs) =>
				(await check(inputs)).findings.filter(
					(finding) => !isOne(finding) && finding.subjectType !== 'collection',
				);
			expect(await others({ ...now, 4: previous })).toEqual(await others(now));
		});
	},
);
