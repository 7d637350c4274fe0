import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { RESOURCES } from '../../../nodes/Lever/actions/index.ts';
import { CONTACT, OPPORTUNITY, STAGE, USER } from '../../unit/lever/samples.mts';
import { answerOf, READS } from './reads.mts';
import { API, isolateNetwork, jsonOf, list, runLever, schemaFields, SIGN_INS } from './support.mts';

isolateNetwork();

const limit50 = { limit: '50' };

const sent = ({ envelope, query }: (typeof READS)[number]) => ({
	...(envelope === 'list' && limit50),
	...query,
});

it('every operation of the node is in this table, but evidence, the check of the connection and downloads', () => {
	const offered = RESOURCES.filter(
		({ value }) => !['connection', 'evidence'].includes(value),
	).flatMap(({ value, operations }) =>
		operations
			.filter((operation) => operation.value !== 'download')
			.map((operation) => `${value} ${operation.value}`),
	);
	const tested = READS.map(({ resource, operation }) => `${resource} ${operation}`);
	expect([...new Set(tested)].sort()).toEqual(offered.sort());
});

describe.each(SIGN_INS)(
	'with $authentication',
	({ authentication, credentials, authorization }) => {
		it.each(READS)('$resource $operation', async (read) => {
			const { resource, operation, parameters, path, shown, permission, scope } = read;
			nock(API, { reqheaders: { authorization, accept: 'application/json' } })
				.get(path)
				.query(sent(read))
				.reply(200, answerOf(read));
			const run = await runLever(
				{ authentication, resource, operation, ...parameters },
				{ credentials },
			);
			const [json] = jsonOf(run);
			expect(json).toMatchObject(shown);
			expect(Object.keys(json ?? {}).sort()).toEqual(schemaFields(resource, operation).sort());
			expect(run.outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });

			nock(API).get(path).query(sent(read)).reply(403, { code: 'ForbiddenError', message: 'no' });
			const refused = await runLever(
				{ authentication, resource, operation, ...parameters },
				{ credentials },
			);
			expect(refused.error?.message).toMatch(/^Lever does not let this (API key|connection) read /);
			expect(refused.error?.description).toContain(
				authentication === 'apiKey' ? `'${permission}'` : `${scope}:read:admin`,
			);
		});
	},
);

describe('with Simplify off', () => {
	it.each(READS.filter(({ simplified }) => simplified))(
		"$resource $operation gives Lever's own record",
		async (read) => {
			const { resource, operation, parameters, path, record } = read;
			nock(API).get(path).query(sent(read)).reply(200, answerOf(read));
			const run = await runLever({ resource, operation, ...parameters, simplify: false });
			expect(jsonOf(run)).toEqual([record]);
		},
	);
});

describe('a record that is not there', () => {
	it.each(READS.filter(({ operation, parameters }) => operation === 'get' && parameters))(
		'$resource $operation says so',
		async ({ resource, operation, parameters, path, query }) => {
			nock(API).get(path).query(query).reply(404, { code: 'ResourceNotFound', message: 'no' });
			const run = await runLever({ resource, operation, ...parameters });
			expect(run.error?.message).toMatch(/^Lever has no [a-z ]+ with this ID \(status 404\)\.$/);
		},
	);
});

describe('what an operation gives', () => {
	it("is Lever's own record, unknown fields too, with Simplify off", async () => {
		nock(API)
			.get('/v1/opportunities')
			.query(limit50)
			.reply(200, list([OPPORTUNITY]));
		const run = await runLever({ resource: 'opportunity', operation: 'getAll', simplify: false });
		expect(jsonOf(run)).toEqual([OPPORTUNITY]);
	});

	it('has the names that were asked for with Expand, and the fields of Include', async () => {
		nock(API)
			.get('/v1/opportunities')
			.query({ ...limit50, expand: ['owner', 'stage'], include: ['id', 'name'] })
			.reply(200, list([{ id: 'a', name: 'A', stage: STAGE, owner: USER }]));
		const run = await runLever({
			resource: 'opportunity',
			operation: 'getAll',
			options: { expand: ['owner', 'stage'], include: ['name'] },
		});
		expect(jsonOf(run)).toMatchObject([{ id: 'a', stage: 'Offer', owner: 'Marek Dvorak' }]);
	});

	it('is filtered by Lever, with dates in the zone of the workflow', async () => {
		nock(API)
			.get('/v1/opportunities')
			.query({
				...limit50,
				archived: 'false',
				confidentiality: 'all',
				created_at_start: String(Date.parse('2026-11-01T23:00:00Z')),
				email: 'ingrid.solvang@example.com',
				stage_id: ['offer', 'lead-new'],
				tag: ['Backend', 'Full-time'],
			})
			.reply(200, list([OPPORTUNITY]));
		const run = await runLever(
			{
				resource: 'opportunity',
				operation: 'getAll',
				filters: {
					archived: false,
					confidentiality: 'all',
					createdAfter: '2026-11-02T00:00:00',
					email: ' ingrid.solvang@example.com ',
					stageIds: 'offer, lead-new',
					tags: ['Backend', 'Full-time'],
					locations: [],
				},
			},
			{ settings: { timezone: 'Europe/Berlin' } },
		);
		expect(jsonOf(run)).toHaveLength(1);
	});

	it.each([
		"={{ new Date('2026-11-02T06:00:00Z') }}",
		"={{ DateTime.fromISO('2026-11-02T06:00:00Z') }}",
		"={{ DateTime.fromISO('2026-11-02T06:00:00Z').toMillis() }}",
	])('is filtered by the date that the expression %s gives', async (createdAfter) => {
		nock(API)
			.get('/v1/opportunities')
			.query({ created_at_start: String(Date.UTC(2026, 10, 2, 6)), limit: '50' })
			.reply(200, list([]));
		const run = await runLever({
			resource: 'opportunity',
			operation: 'getAll',
			filters: { createdAfter },
		});
		expect(jsonOf(run)).toEqual([]);
	});

	it('does not read everything when an expression gives an empty list to filter by', async () => {
		const run = await runLever(
			{
				resource: 'opportunity',
				operation: 'getAll',
				filters: { stageIds: '={{ $json.stages }}' },
			},
			{ inputs: { 0: [{ json: { stages: [] } }] } },
		);
		expect(run.error?.message).toMatch(/expression of the filter 'Stage.*' gives an empty list/);
	});

	it('finds the opportunity by the address of its page', async () => {
		nock(API).get('/v1/opportunities/abc-1').reply(200, { data: OPPORTUNITY });
		const run = await runLever({
			resource: 'opportunity',
			operation: 'get',
			opportunityId: {
				__rl: true,
				mode: 'url',
				value: 'https://hire.lever.co/candidates/abc-1?from=list',
			},
		});
		expect(jsonOf(run)).toHaveLength(1);
	});

	it('belongs to its input item, with its own parameters', async () => {
		nock(API).get('/v1/contacts/one').reply(200, { data: CONTACT });
		nock(API).get('/v1/contacts/two').reply(200, { data: CONTACT });
		const run = await runLever(
			{ resource: 'contact', operation: 'get', contactId: '={{ $json.id }}' },
			{ inputs: { 0: [{ json: { id: 'one' } }, { json: { id: 'two' } }] } },
		);
		expect(jsonOf(run)).toHaveLength(2);
		expect(run.outputs[0]?.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	});
});

describe('Return All and Limit', () => {
	const users = (from: number, to: number) =>
		Array.from({ length: to - from }, (_value, index) => ({ ...USER, id: `u${from + index}` }));
	const cursor = '%5B1709283600000%2C%22u100%22%5D';

	it('Return All follows the cursor, which goes back as it came', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list(users(0, 100), cursor));
		nock(API)
			.get(`/v1/users?limit=100&offset=${encodeURIComponent(cursor)}`)
			.reply(200, list(users(100, 130)));
		const run = await runLever({ resource: 'user', operation: 'getAll', returnAll: true });
		expect(jsonOf(run)).toHaveLength(130);
		expect(run.hints).toEqual([]);
	});

	it('leaves out what Lever gave twice', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list(users(0, 100), cursor));
		nock(API)
			.get('/v1/users')
			.query({ limit: '100', offset: cursor })
			.reply(200, list(users(99, 101)));
		const run = await runLever({ resource: 'user', operation: 'getAll', returnAll: true });
		expect(jsonOf(run)).toHaveLength(101);
	});

	it('Limit counts over pages, and says that there is more', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list(users(0, 100), cursor));
		nock(API)
			.get('/v1/users')
			.query({ limit: '100', offset: cursor })
			.reply(200, list(users(100, 200)));
		const run = await runLever({ resource: 'user', operation: 'getAll', limit: 120 });
		expect(jsonOf(run)).toHaveLength(120);
		expect(run.hints).toMatchObject([
			{ message: expect.stringContaining("'Limit' stopped at 120") as string },
		]);
	});

	it('Limit asks for no more than it needs, and says nothing when that was all', async () => {
		nock(API)
			.get('/v1/users?limit=3')
			.reply(200, list(users(0, 3)));
		const run = await runLever({ resource: 'user', operation: 'getAll', limit: 3 });
		expect(jsonOf(run)).toHaveLength(3);
		expect(run.hints).toEqual([]);
	});

	it('an empty list gives no item', async () => {
		nock(API).get('/v1/tags?limit=50').reply(200, list([]));
		expect(jsonOf(await runLever({ resource: 'tag', operation: 'getAll' }))).toEqual([]);
	});
});
