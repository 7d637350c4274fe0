import type { INodeParameters } from 'n8n-workflow';
import nock from 'nock';
import { describe, expect, it } from 'vitest';

import {
	ARCHIVE_REASON,
	CONTACT,
	OFFER,
	OPPORTUNITY,
	STAGE,
	TAG,
	USER,
} from '../../unit/lever/samples.mts';
import { API, isolateNetwork, jsonOf, list, runLever, schemaFields, SIGN_INS } from './support.mts';

isolateNetwork();

interface Operation {
	resource: string;
	operation: string;
	parameters: INodeParameters;
	path: string;
	query: Record<string, string | string[]>;
	record: object;
	/** Name or id of the record in the simplified output */
	shown: object;
}

const located = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });
const limit50 = { limit: '50' };

const OPERATIONS: Operation[] = [
	{
		resource: 'opportunity',
		operation: 'get',
		parameters: { opportunityId: located(OPPORTUNITY.id) },
		path: `/v1/opportunities/${OPPORTUNITY.id}`,
		query: {},
		record: OPPORTUNITY,
		shown: { name: 'Ingrid Solvang', stageId: 'offer' },
	},
	{
		resource: 'opportunity',
		operation: 'getAll',
		parameters: {},
		path: '/v1/opportunities',
		query: limit50,
		record: OPPORTUNITY,
		shown: { name: 'Ingrid Solvang', stageId: 'offer' },
	},
	{
		resource: 'offer',
		operation: 'getAll',
		parameters: { opportunityId: located(OPPORTUNITY.id) },
		path: `/v1/opportunities/${OPPORTUNITY.id}/offers`,
		query: limit50,
		record: OFFER,
		shown: { opportunityId: OPPORTUNITY.id, startDate: '2026-02-02' },
	},
	{
		resource: 'contact',
		operation: 'get',
		parameters: { contactId: CONTACT.id },
		path: `/v1/contacts/${CONTACT.id}`,
		query: {},
		record: CONTACT,
		shown: { location: 'Bergen' },
	},
	{
		resource: 'user',
		operation: 'get',
		parameters: { userId: located(USER.id) },
		path: `/v1/users/${USER.id}`,
		query: {},
		record: USER,
		shown: { accessRole: 'team member', active: true },
	},
	{
		resource: 'user',
		operation: 'getAll',
		parameters: { includeDeactivated: true },
		path: '/v1/users',
		query: { ...limit50, includeDeactivated: 'true' },
		record: USER,
		shown: { accessRole: 'team member', active: true },
	},
	{
		resource: 'stage',
		operation: 'getAll',
		parameters: {},
		path: '/v1/stages',
		query: limit50,
		record: STAGE,
		shown: STAGE,
	},
	{
		resource: 'tag',
		operation: 'getAll',
		parameters: {},
		path: '/v1/tags',
		query: limit50,
		record: TAG,
		shown: TAG,
	},
	{
		resource: 'archiveReason',
		operation: 'getAll',
		parameters: { filters: { type: 'hired' } },
		path: '/v1/archive_reasons',
		query: { ...limit50, type: 'hired' },
		record: ARCHIVE_REASON,
		shown: ARCHIVE_REASON,
	},
];

describe.each(SIGN_INS)(
	'with $authentication',
	({ authentication, credentials, authorization }) => {
		it.each(OPERATIONS)(
			'$resource $operation',
			async ({ resource, operation, parameters, path, query, record, shown }) => {
				nock(API, { reqheaders: { authorization, accept: 'application/json' } })
					.get(path)
					.query(query)
					.reply(200, operation === 'get' ? { data: record } : list([record]));
				const run = await runLever(
					{ authentication, resource, operation, ...parameters },
					{ credentials },
				);
				const [json] = jsonOf(run);
				expect(json).toMatchObject(shown);
				expect(Object.keys(json ?? {}).sort()).toEqual(schemaFields(resource, operation).sort());
				expect(run.outputs[0]?.[0]?.pairedItem).toEqual({ item: 0 });
			},
		);
	},
);

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
					stageIds: ['offer', 'lead-new'],
					tags: 'Backend, Full-time',
					locations: [],
				},
			},
			{ settings: { timezone: 'Europe/Berlin' } },
		);
		expect(jsonOf(run)).toHaveLength(1);
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
