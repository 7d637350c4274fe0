import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { MockLever, Mode } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { AS_OF, basic, send } from './client.mts';

interface Operation {
	responses: Record<string, unknown>;
}

const file = new URL('../../../api/lever.openapi.yaml', import.meta.url);
const description = parse(readFileSync(file, 'utf8')) as {
	paths: Record<string, { get?: Operation }>;
};
const ajv = new Ajv2020({ strict: false, allErrors: true });
ajv.addSchema(description, 'lever');

const pointer = (text: string) => text.replaceAll('~', '~0').replaceAll('/', '~1');

/** What is wrong with an answer according to the description; an empty list when nothing is. */
function faults(path: string, status: number, body: unknown): unknown[] {
	const response = description.paths[path]?.get?.responses[String(status)];
	if (response === undefined) return [`${path} does not describe status ${status}`];
	const shared = (response as { $ref?: string }).$ref?.slice(1);
	const at = shared ?? `/paths/${pointer(path)}/get/responses/${status}`;
	const schema = `${at}/content/${pointer('application/json')}/schema`;
	const validate = ajv.compile({ $ref: `lever#${encodeURI(schema)}` });
	return validate(body) ? [] : (validate.errors ?? ['invalid']);
}

const { db } = loadScenario('golden', AS_OF);
const mocks: Partial<Record<Mode, MockLever>> = {};
beforeAll(async () => {
	for (const mode of ['documented', 'seed'] as const) {
		mocks[mode] = await startMock({ asOf: AS_OF, rateLimit: false, mode });
	}
});
afterAll(async () => {
	for (const mock of Object.values(mocks)) await mock.close();
});

function mockOf(mode: Mode): MockLever {
	const mock = mocks[mode];
	if (mock === undefined) throw new Error('The mock did not start.');
	return mock;
}

const contact = db.contacts[0]?.id;
const user = db.users[0]?.id;
const everyExpansion = ['applications', 'stage', 'owner', 'followers', 'sourcedBy', 'contact']
	.map((name) => `expand=${name}`)
	.join('&');

const READS: Array<[template: string, path: string, modes: Mode[]]> = [
	['/opportunities', '/opportunities?confidentiality=all', ['documented', 'seed']],
	['/opportunities', `/opportunities?${everyExpansion}`, ['documented']],
	['/opportunities', '/opportunities?updated_at_start=0', ['documented']],
	['/offers', '/offers', ['seed']],
	['/contacts/{contact}', `/contacts/${contact}`, ['documented']],
	['/users', '/users?includeDeactivated=true', ['documented']],
	['/users/{user}', `/users/${user}`, ['documented']],
	['/stages', '/stages', ['documented']],
	['/tags', '/tags', ['documented']],
	['/archive_reasons', '/archive_reasons', ['documented']],
];

describe('answers hold to api/lever.openapi.yaml', () => {
	const cases = READS.flatMap(([template, path, modes]) =>
		modes.map((mode) => [mode, template, path] as const),
	);
	it.each(cases)('%s mode: %s (%s)', async (mode, template, path) => {
		const { status, body } = await send(mockOf(mode), path);
		expect(status).toBe(200);
		expect(faults(template, 200, body)).toEqual([]);
	});

	it('every opportunity and every offer of the golden scenario', async () => {
		const mock = mockOf('documented');
		for (const { id } of db.opportunities) {
			const one = await send(mock, `/opportunities/${id}`);
			expect(faults('/opportunities/{opportunity}', 200, one.body), id).toEqual([]);
			const offers = await send(mock, `/opportunities/${id}/offers?expand=creator`);
			expect(faults('/opportunities/{opportunity}/offers', 200, offers.body), id).toEqual([]);
		}
	});

	it.each([
		['/opportunities', '/opportunities?limit=0', 400, 'all'],
		['/users', '/users', 401, 'unknown'],
		['/users', '/users', 403, 'noUsers'],
		['/users/{user}', '/users/nobody', 404, 'all'],
	] as const)('%s: %s → %i', async (template, path, status, key) => {
		const mock = mockOf('documented');
		const authorization = basic(key === 'unknown' ? key : mock.keys[key]);
		const answer = await send(mock, path, { authorization });
		expect(answer.status).toBe(status);
		expect(faults(template, status, answer.body)).toEqual([]);
	});

	it('would notice a wrong answer', async () => {
		expect(faults('/users', 200, { data: [{ id: 'x' }], hasNext: false })).not.toEqual([]);
		expect(faults('/users', 403, { message: 1 })).not.toEqual([]);
		expect(faults('/users', 418, {})).not.toEqual([]);
	});

	it('every path that is described is served', async () => {
		const described = Object.keys(description.paths).map((path) =>
			path.replaceAll(/\{\w+\}/g, ':id'),
		);
		const { ENDPOINTS } = await import('../../../mock-lever/endpoints/index.mts');
		const served = ENDPOINTS.map((endpoint) => endpoint.path.replaceAll(/:\w+/g, ':id'));
		expect(described.filter((path) => !served.includes(path))).toEqual([]);
	});
});
