import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { loadScenario, POLICY_VARIANTS, type PolicyVariant } from '../../mock-lever/index.mts';
import { differencesOf, expectedUnder } from '../golden/differences.mts';
import { evidenceDate, nodeNamed, nodes, openLab } from './harness/index.mts';
import type { Lab, Workflow } from './harness/index.mts';

/** The golden scenario through the shipped workflow, once under each policy that differs from the usual. */
const scenario = loadScenario('golden', evidenceDate);
let lab: Lab;

beforeAll(async () => {
	lab = await openLab({ scenario: 'golden' });
});

afterAll(() => lab.close());

/** What a person does who keeps the policy as one document: chooses so, and pastes it. */
function withPolicy({ policy, collectOptions }: PolicyVariant): (workflow: Workflow) => void {
	return (workflow) => {
		const collect = nodeNamed(workflow, nodes.lever).parameters;
		collect.options = { ...(collect.options as object | undefined), ...collectOptions };
		const { parameters } = nodeNamed(workflow, nodes.compliance);
		Object.assign(parameters, {
			policyFrom: 'document',
			policyDocument: JSON.stringify(policy, null, '\t'),
		});
	};
}

describe.each(Object.entries(POLICY_VARIANTS))('%s', (name, variant) => {
	const { about, policy } = variant;
	it(`${about}: every expected result, and no other`, async () => {
		const run = await lab.run({ change: withPolicy(variant) });
		expect(run).toMatchObject({ status: 'success', explanation: '' });
		expect(expectedUnder(scenario, name).length).toBeGreaterThan(1000);
		expect(differencesOf(run.evidence?.findings() ?? [], scenario, name)).toEqual([]);
		// The pack holds the policy that it was decided by, with every standard that the document leaves out.
		const { access, ...others } = policy as { access?: { serviceAccounts?: string[] } };
		expect(run.evidence?.run().policy).toMatchObject(others);
		const { serviceAccounts, ...rules } = access ?? {};
		expect(run.evidence?.run().policy).toMatchObject({ access: rules });
		// An address is a digest there (rules.md §10).
		for (const account of serviceAccounts ?? []) {
			expect(JSON.stringify(run.evidence?.run().policy)).not.toContain(account);
		}
	});
});
