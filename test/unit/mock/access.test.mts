import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { RateLimiter } from '../../../mock-lever/access/rateLimit.mts';
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

describe('rate limit (lever-api.md §2.1)', () => {
	it('is on from the start: twenty at once, then 429', async () => {
		const limited = await startMock({ asOf: AS_OF });
		try {
			const answers = await Promise.all(
				Array.from({ length: 40 }, () => send(limited, '/stages?limit=1')),
			);
			const refused = answers.filter((answer) => answer.status === 429);
			expect(refused.length).toBeGreaterThan(5);
			expect(answers.length - refused.length).toBeGreaterThanOrEqual(20);
			expect(refused[0]?.body.code).toBe('TooManyRequestsError');
			expect(refused[0]?.headers.get('retry-after')).toBeNull();
			const other = { authorization: basic(limited.keys.noOffers) };
			expect((await send(limited, '/stages', other)).status).toBe(200);
		} finally {
			await limited.close();
		}
	});

	it('says when to come back, if so set', async () => {
		const rateLimit = { perSecond: 0.001, burst: 1, retryAfter: true };
		const limited = await startMock({ asOf: AS_OF, rateLimit });
		try {
			await send(limited, '/stages');
			const { status, headers } = await send(limited, '/stages');
			expect(status).toBe(429);
			expect(headers.get('retry-after')).toBe('1');
		} finally {
			await limited.close();
		}
	});

	it('refills with time, up to the burst', () => {
		let now = 0;
		const limiter = new RateLimiter({ perSecond: 10, burst: 20 }, () => now);
		const taken = () => {
			let count = 0;
			while (limiter.take('key')) count += 1;
			return count;
		};
		expect(taken()).toBe(20);
		now += 500;
		expect(taken()).toBe(5);
		now += 60_000;
		expect(taken()).toBe(20);
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
			expect(fresh.requests().map(({ at: _at, ...entry }) => entry)).toEqual([
				{
					method: 'GET',
					path: '/v1/stages',
					query: { limit: '2', include: ['id', 'text'] },
					status: 200,
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
