import { describe, expect, it } from 'vitest';

import { settingsOf } from '../../../nodes/LeverCompliance/policy/index.ts';
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

	it('offers every setting of the policy with its standard, sorted by title', () => {
		const options = (property('policyOptions')?.options ?? []) as Array<{
			displayName: string;
			default: unknown;
		}>;
		const titles = options.map(({ displayName }) => displayName);
		expect(titles).toEqual([...titles].sort());
		const own = ['Organisation Time Zone', 'Work Location Time Zones'];
		const settings = settingsOf().map(({ setting }) => setting);
		expect([...titles, ...own].sort()).toEqual(settings.map(({ title }) => title).sort());
		for (const { title, standard, field } of settings.filter((one) => !own.includes(one.title))) {
			// Tables are written as JSON.
			const shown = field.type === 'json' ? JSON.stringify(standard) : standard;
			expect(options.find(({ displayName }) => displayName === title)?.default).toEqual(shown);
		}
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
		const values = families.map(({ value }) => value);
		expect(values).toEqual(
			expect.arrayContaining(['access', 'offers', 'pipeline', 'privacy', 'screening']),
		);
		expect(families.find(({ value }) => value === 'screening')?.description).toContain('SCR-09');
		expect(property('checkFamilies')?.default).toEqual(values);
	});
});
