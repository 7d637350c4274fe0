import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever, Scenario } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { ListBody } from './client.mts';
import { AS_OF, send } from './client.mts';

let mock: MockLever;
let seed: MockLever;
let scenario: Scenario;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
	seed = await startMock({ asOf: AS_OF, rateLimit: false, mode: 'seed' });
	scenario = loadScenario('golden', AS_OF);
});
afterAll(async () => {
	await mock.close();
	await seed.close();
});

const someOpportunity = () => {
	const offer = scenario.db.offers[0];
	if (offer === undefined) throw new Error('The scenario has no offer.');
	return offer.opportunityId;
};

describe('envelope (lever-api.md §3)', () => {
	it('a list has data, hasNext and next, in that order', async () => {
		const { text, body } = await send<ListBody>(mock, '/opportunities?limit=2');
		expect(body.data).toHaveLength(2);
		expect(Object.keys(body)).toEqual(['data', 'hasNext', 'next']);
		expect(text.startsWith('{"data":[')).toBe(true);
	});

	it('the last page has no next at all', async () => {
		const { body } = await send<ListBody>(mock, '/stages');
		expect(Object.keys(body)).toEqual(['data', 'hasNext']);
		expect(body.hasNext).toBe(false);
	});

	it('an empty list is 200 with no data', async () => {
		const { status, text } = await send(mock, '/opportunities?tag=nobody%20has%20this');
		expect(status).toBe(200);
		expect(text).toBe('{"data":[],"hasNext":false}');
	});

	it('a single object is wrapped in data', async () => {
		const { body } = await send(mock, '/stages/offer');
		expect(body).toEqual({ data: { id: 'offer', text: 'Offer' } });
	});

	it('answers JSON in UTF-8 with the headers Lever was seen to send', async () => {
		const { headers } = await send(mock, '/tags');
		expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(headers.get('server')).toBe('lever-data-api');
		expect(headers.get('x-powered-by')).toBeNull();
		expect(headers.get('etag')).toBeNull();
	});
});

describe('limit', () => {
	it('is 100 when left out', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities');
		expect(body.data).toHaveLength(100);
	});

	it.each(['0', '101', '-1', 'ten', '1.5', ''])('refuses %j', async (limit) => {
		const { status, body } = await send(mock, `/opportunities?limit=${limit}`);
		expect(status).toBe(400);
		expect(body.code).toBe('BadRequestError');
	});
});

describe('records (lever-api.md §5)', () => {
	it('an opportunity has the documented keys and none of the store', async () => {
		const { body } = await send<{ data: object }>(mock, `/opportunities/${someOpportunity()}`);
		expect(Object.keys(body.data)).toEqual([
			'id',
			'name',
			'contact',
			'headline',
			'stage',
			'confidentiality',
			'location',
			'phones',
			'emails',
			'links',
			'archived',
			'tags',
			'sources',
			'stageChanges',
			'origin',
			'sourcedBy',
			'owner',
			'followers',
			'applications',
			'createdAt',
			'updatedAt',
			'lastInteractionAt',
			'lastAdvancedAt',
			'snoozedUntil',
			'urls',
			'isAnonymized',
			'dataProtection',
			'opportunityLocation',
		]);
	});

	it('an offer has the documented keys and none of the store', async () => {
		const { body } = await send<ListBody>(mock, `/opportunities/${someOpportunity()}/offers`);
		expect(Object.keys(body.data[0] ?? {})).toEqual([
			'id',
			'posting',
			'createdAt',
			'status',
			'creator',
			'fields',
			'signatures',
			'approved',
			'approvedAt',
			'sentAt',
			'sentDocument',
			'signedDocument',
		]);
	});

	it('a user has all twelve keys in order', async () => {
		const { body } = await send<ListBody>(mock, '/users?limit=1');
		expect(Object.keys(body.data[0] ?? {})).toEqual([
			'id',
			'name',
			'username',
			'email',
			'accessRole',
			'photo',
			'createdAt',
			'deactivatedAt',
			'externalDirectoryId',
			'linkedContactIds',
			'jobTitle',
			'managerId',
		]);
	});

	it('a tag has count and text and no id; a stage has id and text', async () => {
		const tags = await send<ListBody>(mock, '/tags');
		expect(Object.keys(tags.body.data[0] ?? {})).toEqual(['count', 'text']);
		const stages = await send<ListBody>(mock, '/stages');
		for (const stage of stages.body.data) expect(Object.keys(stage)).toEqual(['id', 'text']);
	});

	it('the last stage change is the current stage, oldest first', async () => {
		const { body } = await send<
			ListBody<{ stage: string; stageChanges: Array<{ toStageId: string; updatedAt: number }> }>
		>(mock, '/opportunities');
		for (const { stage, stageChanges } of body.data) {
			expect(stageChanges.at(-1)?.toStageId).toBe(stage);
			const moments = stageChanges.map((change) => change.updatedAt);
			expect(moments).toEqual([...moments].sort((a, b) => a - b));
		}
	});

	it('the store is not reachable behind the API', async () => {
		for (const path of [
			'/db',
			'/applications',
			'/contacts',
			'/deleted_opportunities',
			'/accounts',
		]) {
			expect((await send(mock, path)).status, path).toBe(404);
		}
	});

	it('deleted opportunities are in their own list only', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities/deleted');
		expect(body.data.length).toBeGreaterThan(0);
		const deletedAt = Number(body.data[0]?.deletedAt);
		const window = await send<ListBody>(
			mock,
			`/opportunities/deleted?deleted_at_start=${deletedAt}`,
		);
		expect(window.body.data).toHaveLength(1);
		expect((await send(mock, `/opportunities/${body.data[0]?.id}`)).status).toBe(404);
	});
});

describe('orders (lever-api.md §3.1)', () => {
	it('users come newest first, tags alphabetically, stages as in the pipeline', async () => {
		const users = await send<ListBody<{ createdAt: number }>>(
			mock,
			'/users?includeDeactivated=true',
		);
		const moments = users.body.data.map((user) => user.createdAt);
		expect(moments).toEqual([...moments].sort((a, b) => b - a));
		const tags = await send<ListBody<{ text: string }>>(mock, '/tags');
		const texts = tags.body.data.map((tag) => tag.text.toLowerCase());
		expect(texts).toEqual([...texts].sort());
		const stages = await send<ListBody<{ text: string }>>(mock, '/stages');
		expect(stages.body.data.map((stage) => stage.text)).toEqual([
			'New lead',
			'Reached out',
			'Responded',
			'New applicant',
			'Recruiter screen',
			'Phone interview',
			'On-site interview',
			'Reference check',
			'Offer',
			'Pre-boarding',
		]);
	});

	it('inactive archive reasons are listed too, and type filters them', async () => {
		const all = await send<ListBody>(mock, '/archive_reasons');
		const hired = await send<ListBody>(mock, '/archive_reasons?type=hired');
		const others = await send<ListBody>(mock, '/archive_reasons?type=non-hired');
		expect(hired.body.data.map((reason) => reason.status).sort()).toEqual(['active', 'inactive']);
		expect(hired.body.data.length + others.body.data.length).toBe(all.body.data.length);
		expect((await send(mock, '/archive_reasons?type=other')).status).toBe(400);
	});
});

describe('include and expand (lever-api.md §4.1)', () => {
	it('include keeps the named fields only, on lists and single objects', async () => {
		const list = await send<ListBody>(mock, '/opportunities?include=id&include=stage&limit=1');
		expect(Object.keys(list.body.data[0] ?? {})).toEqual(['id', 'stage']);
		const one = await send<{ data: object }>(
			mock,
			`/opportunities/${someOpportunity()}?include=name`,
		);
		expect(Object.keys(one.body.data)).toEqual(['name']);
	});

	it('expanded fields come although include does not name them', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities?include=id&expand=stage&limit=1');
		expect(body.data[0]?.stage).toEqual({ id: 'lead-new', text: 'New lead' });
	});

	it('expands every expandable field of an opportunity, lists and null included', async () => {
		const names = ['applications', 'stage', 'owner', 'followers', 'sourcedBy', 'contact'];
		const query = names.map((name) => `expand=${name}`).join('&');
		const { body } = await send<{ data: Record<string, unknown> }>(
			mock,
			`/opportunities/${someOpportunity()}?${query}`,
		);
		const { data } = body;
		expect(data.sourcedBy).toBeNull();
		expect(data.owner).toMatchObject({ accessRole: 'team member' });
		expect(data.followers).toEqual([data.owner]);
		expect(data.contact).toMatchObject({ isAnonymized: false, location: { name: '' } });
		expect(data.applications).toEqual([
			expect.objectContaining({ opportunityId: data.id, type: 'posting' }),
		]);
	});

	it('expands the creator of an offer', async () => {
		const path = `/opportunities/${someOpportunity()}/offers?expand=creator`;
		const { body } = await send<ListBody>(mock, path);
		expect(body.data[0]?.creator).toMatchObject({ jobTitle: 'Senior Recruiter' });
	});

	it.each([
		['/opportunities?expand=posting', 'posting is not expandable'],
		['/opportunities?expand=offers', 'offers is not expandable'],
		['/opportunities?expand=stage&expand=constructor', 'constructor is not expandable'],
		['/users?expand=manager', 'manager is not expandable'],
	])('%s → 400 %s', async (path, message) => {
		const { status, body } = await send(mock, path);
		expect(status).toBe(400);
		expect(body).toEqual({ code: 'BadRequestError', message });
	});
});

describe('error bodies (lever-api.md §2.3)', () => {
	it.each([
		['/opportunities/7c9e6679-7425-40de-944b-e07fc1f90ae7', 'Opportunity was not found'],
		['/opportunities/7c9e6679-7425-40de-944b-e07fc1f90ae7/offers', 'Opportunity was not found'],
		['/contacts/unknown', 'Contact was not found'],
		['/users/unknown', 'user was not found'],
		['/stages/unknown', 'Stage was not found'],
		['/archive_reasons/unknown', 'Archive reason was not found'],
		['/offers', '/v1/offers does not exist'],
		['/opportunities/%E0%A4%A', '/v1/opportunities/%E0%A4%A does not exist'],
		['/opportunities/x/y/z', '/v1/opportunities/x/y/z does not exist'],
	])('%s → 404 %s', async (path, message) => {
		const { status, body } = await send(mock, path);
		expect(status).toBe(404);
		expect(body).toEqual({ code: 'ResourceNotFound', message });
	});

	it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD'])(
		'%s is refused and changes nothing',
		async (method) => {
			const path = `/opportunities/${someOpportunity()}`;
			const before = await send(mock, path);
			expect((await send(mock, path, { method })).status).toBe(404);
			expect((await send(mock, path)).text).toBe(before.text);
			expect(mock.requests()).toContainEqual(
				expect.objectContaining({ method, path: `/v1${path}`, status: 404 }),
			);
		},
	);
});

describe('seed mode (lever-api.md §7)', () => {
	it('serves the account-wide offer list, with its opportunity and the signed date', async () => {
		const { status, body } = await send<ListBody>(seed, '/offers?limit=100&confidentiality=all');
		expect(status).toBe(200);
		const signed = body.data.find((offer) => offer.status === 'signed');
		expect(signed).toMatchObject({ signedAt: expect.any(Number), opportunity: expect.any(String) });
		expect(signed?.opportunityId).toBe(signed?.opportunity);
	});

	it('leaves out the offers of confidential opportunities unless asked', async () => {
		const all = await send<ListBody>(seed, '/offers?confidentiality=confidential');
		const ids = scenario.db.opportunities
			.filter((each) => each.confidentiality === 'confidential')
			.map((each) => each.id);
		const expected = scenario.db.offers.filter((offer) => ids.includes(offer.opportunityId));
		expect(all.body.data.map((offer) => offer.id).sort()).toEqual(
			expected.map((offer) => offer.id).sort(),
		);
	});

	it('embeds stage and offers in opportunities', async () => {
		const { body } = await send<{ data: Record<string, unknown> }>(
			seed,
			`/opportunities/${someOpportunity()}`,
		);
		expect(body.data.stage).toEqual({ id: 'offer', text: 'Offer' });
		expect(body.data.offers).toEqual([{ status: 'signed', signedAt: expect.any(Number) }]);
	});
});
