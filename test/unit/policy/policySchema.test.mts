import path from 'node:path';

import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';

import {
	DEFAULT_POLICY,
	parsePolicy,
	policySchema,
	settingsOf,
} from '../../../nodes/LeverCompliance/policy/index.ts';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile(policySchema());

describe('the JSON Schema of the policy', () => {
	it('is the one that is published', async () => {
		const published = path.resolve(import.meta.dirname, '../../../docs/policy.schema.json');
		const options = { ...(await resolveConfig(published)), filepath: published };
		const text = await format(JSON.stringify(policySchema()), options);
		await expect(text).toMatchFileSnapshot(published);
	});

	it('accepts the policy of an organisation that decided nothing, and an empty document', () => {
		expect(validate(DEFAULT_POLICY)).toBe(true);
		expect(validate({})).toBe(true);
	});

	it('describes every setting and names its default', () => {
		for (const { path: names, setting } of settingsOf()) {
			const pointer = names.flatMap((name) => ['properties', name]);
			const described = pointer.reduce<unknown>(
				(part, name) => Reflect.get(Object(part), name),
				policySchema(),
			);
			expect(described, names.join('.')).toMatchObject({ default: setting.standard });
			expect(described).toMatchObject({ description: expect.stringMatching(/^[A-Z].+[^.]\.$/) });
		}
	});

	it('agrees with the node about what may stand there, but for names of zones', () => {
		const value = fc.oneof(
			fc.integer({ min: -5, max: 400 }),
			fc.constantFrom(2.5, '', ' ', 'Berlin', true, null),
			fc.array(fc.constantFrom('', 'Berlin', 1), { maxLength: 2 }),
		);
		const names = settingsOf().filter((placed) => placed.path.length === 2);
		const mistaken = fc.constantFrom(...names, { path: ['screening', 'unknown'] });
		fc.assert(
			fc.property(mistaken, value, ({ path: [part = '', name = ''] }, given) => {
				const document = { [part]: { [name]: given } };
				expect(validate(document)).toBe(parsePolicy(document, null).ok);
			}),
			{ numRuns: 400 },
		);
	});
});
