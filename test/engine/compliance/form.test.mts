import { describe, expect, it } from 'vitest';

import { DEFAULT_POLICY } from '../../../nodes/LeverCompliance/policy/index.ts';
import { POLICY_OPTION_PATHS } from '../../../nodes/LeverCompliance/form/policyFields.ts';
import { LeverCompliance } from '../../../nodes/LeverCompliance/LeverCompliance.node.ts';

const { description } = new LeverCompliance();
const property = (name: string) => description.properties.find((one) => one.name === name);

describe('the form of the node', () => {
	it('shows five inputs and two outputs, in their order', () => {
		expect(description.inputs).toMatchObject(
			['Lever', 'Screening List', 'Staff List', 'Approvals', 'Previous Run'].map((displayName) => ({
				displayName,
			})),
		);
		expect(description.outputNames).toEqual(['Evidence', 'Exceptions']);
		// A required input without items keeps the node from running, and nobody hears of it.
		expect(description.requiredInputs).toBeUndefined();
	});

	it('offers every setting of the policy with its default', () => {
		const options = (property('policyOptions')?.options ?? []) as Array<{
			name: string;
			default: unknown;
		}>;
		expect(options.map(({ name }) => name)).toEqual(Object.keys(POLICY_OPTION_PATHS));
		const inForm = options.map(({ name, default: standard }) => {
			const [part, setting] = POLICY_OPTION_PATHS[name] ?? ['screening', ''];
			expect(Reflect.get(DEFAULT_POLICY[part], setting)).toEqual(standard);
			return `${part}.${setting}`;
		});
		const inPolicy = (['screening', 'access'] as const).flatMap((part) =>
			Object.keys(DEFAULT_POLICY[part]).map((setting) => `${part}.${setting}`),
		);
		expect(inForm.sort()).toEqual(inPolicy.sort());
	});

	it('shows the chosen checks below its name, also when an expression gives them as a text', () => {
		const code = /^=\{\{(.*)\}\}$/.exec(description.subtitle ?? '')?.[1] ?? '';
		const subtitle = new Function('$parameter', `return ${code}`) as (parameter: object) => string;
		expect(subtitle({ checkFamilies: ['access', 'offers'] })).toBe('access, offers');
		expect(subtitle({ checkFamilies: '={{ $json.checks }}' })).toBe('={{ $json.checks }}');
		expect(subtitle({})).toBe('');
	});

	it('describes each family by its checks', () => {
		const families = (property('checkFamilies')?.options ?? []) as Array<{
			value: string;
			description: string;
		}>;
		expect(families.map(({ value }) => value)).toEqual(['access', 'offers', 'screening']);
		expect(families[2]?.description).toContain('SCR-09');
	});
});
