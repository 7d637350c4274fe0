import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever, RequestLogEntry } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { ListBody } from './client.mts';
import { AS_OF, basic, bearer, send } from './client.mts';

let mock: MockLever;
const { db } = loadScenario('golden', AS_OF);
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

const confidential = db.opportunities.find((each) => each.confidentiality === 'confidential');

describe('who may enter (lever-api.md §1.2)', () => {
	it('accepts a key as Basic user with an empty password, and as Bearer', async () => {
		for (const authorization of [basic(mock.keys.all), bearer(mock.keys.all)]) {
			expect((await send(mock, '/stages', { authorization })).status).toBe(200);
		}
	});

	it.each([
		['nothing', ''],
		['an unknown key', basic('expired')],
		[
			'a key with a password',
			`Basic ${Buffer.from('mock-key-reads-everything:x').toString('base64')}`,
		],
		['the name of a key', basic('all')],
		['another scheme', 'Digest mock-key-reads-everything'],
		['a name of every object', bearer('constructor')],
		['a token of somebody else', bearer('eyJhbGciOiJub25lIn0.e30.')],
		['half a header', 'Basic'],
	])('answers 401 to %s', async (_case, authorization) => {
		const { status, body } = await send(mock, '/stages', { authorization });
		expect(status).toBe(401);
		expect(body).toEqual({ code: 'UnauthorizedError', message: expect.any(String) });
	});
});

describe('what a key may read (lever-api.md §8)', () => {
	const withOffer = db.offers[0]?.opportunityId;

	it('noOffers: 403 for offers, the rest as usual', async () => {
		const authorization = basic(mock.keys.noOffers);
		const offers = await send(mock, `/opportunities/${withOffer}/offers`, { authorization });
		expect(offers.status).toBe(403);
		expect(offers.body.code).toBe('ForbiddenError');
		expect((await send(mock, `/opportunities/${withOffer}`, { authorization })).status).toBe(200);
	});

	it('noUsers: 403 for the list and a single user', async () => {
		const authorization = basic(mock.keys.noUsers);
		expect((await send(mock, '/users', { authorization })).status).toBe(403);
		expect((await send(mock, `/users/${db.users[0]?.id}`, { authorization })).status).toBe(403);
		expect((await send(mock, '/stages', { authorization })).status).toBe(200);
	});
});

describe('confidential data (lever-api.md §4.2)', () => {
	const authorization = () => basic(mock.keys.noConfidential);

	it('is left out of lists without a word, also with the grant', async () => {
		for (const key of [mock.keys.all, mock.keys.noConfidential]) {
			const path = `/opportunities?contact_id=${confidential?.contact}`;
			const { status, body } = await send<ListBody>(mock, path, { authorization: basic(key) });
			expect(status).toBe(200);
			expect(body.data.map((each) => each.id)).not.toContain(confidential?.id);
		}
	});

	it('comes when asked for with the grant', async () => {
		const only = await send<ListBody>(mock, '/opportunities?confidentiality=confidential');
		const expected = db.opportunities.filter((each) => each.confidentiality === 'confidential');
		expect(only.body.data).toHaveLength(expected.length);
		expect((await send(mock, `/opportunities/${confidential?.id}`)).status).toBe(200);
	});

	it.each(['all', 'confidential'])('403 without the grant: %s', async (value) => {
		const path = `/opportunities?confidentiality=${value}`;
		expect((await send(mock, path, { authorization: authorization() })).status).toBe(403);
	});

	it('403 without the grant for a single record and its offers', async () => {
		for (const path of [confidential?.id, `${confidential?.id}/offers`]) {
			const options = { authorization: authorization() };
			expect((await send(mock, `/opportunities/${path}`, options)).status).toBe(403);
		}
	});
});

describe('request log', () => {
	it('holds method, path, query, status and time of every request', async () => {
		const fresh = await startMock({ asOf: AS_OF });
		try {
			await send(fresh, '/stages?limit=2&include=id&include=text');
			await send(fresh, '/users?api_key=mock-key-reads-everything', { authorization: '' });
			await fetch(`${fresh.url}/companion/staff.csv?variant=bom`);
			await fetch(`${fresh.url}/authorize?client_id=x&state=secret-state`);
			const log: unknown = await (await fetch(`${fresh.url}/_mock/requests`)).json();
			expect(log).toEqual(fresh.requests());
			const timeless = ({ at: _at, durationMilliseconds: _duration, ...entry }: RequestLogEntry) =>
				entry;
			expect(fresh.requests().map(timeless)).toEqual([
				{
					method: 'GET',
					path: '/v1/stages',
					query: { limit: '2', include: ['id', 'text'] },
					status: 200,
					keyName: 'Reads everything',
				},
				{ method: 'GET', path: '/v1/users', query: { api_key: 'left out' }, status: 401 },
				{ method: 'GET', path: '/companion/staff.csv', query: { variant: 'bom' }, status: 200 },
				{ method: 'GET', path: '/authorize', query: {}, status: 400 },
			]);
			expect(fresh.requests().every(({ at }) => new Date(at).toISOString() === at)).toBe(true);
			expect(JSON.stringify(log)).not.toContain('mock-key');
		} finally {
			await fresh.close();
		}
	});
});
