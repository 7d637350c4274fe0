import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { FaultName, MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF, basic, bearer } from '../client.mts';
import { ask, jsonOf } from './wire.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});
afterEach(() => {
	mock.faults.clear();
});

const REFUSALS: ReadonlyArray<[FaultName, number, string]> = [
	['rateLimited', 429, 'TooManyRequestsError'],
	['rateLimitedWithRetryAfter', 429, 'TooManyRequestsError'],
	['serverError', 500, 'InternalServerError'],
	['unavailable', 503, 'ServiceUnavailableError'],
	['tokenExpired', 401, 'UnauthorizedError'],
	['forbidden', 403, 'ForbiddenError'],
];

describe('refusals come once, in the form of Lever', () => {
	it.each(REFUSALS)('%s: %d %s', async (fault, status, code) => {
		mock.faults.add({ fault });
		const refused = await ask(mock, '/stages');
		expect(refused.status).toBe(status);
		expect(jsonOf(refused)).toEqual({ code, message: expect.any(String) });
		expect((await ask(mock, '/stages')).status).toBe(200);
	});

	it('only rateLimitedWithRetryAfter says when to come back, and when is adjustable', async () => {
		mock.faults.add({ fault: 'rateLimited' });
		mock.faults.add({ fault: 'rateLimitedWithRetryAfter' });
		mock.faults.add({ fault: 'rateLimitedWithRetryAfter', retryAfterSeconds: 7 });
		const waits: unknown[] = [];
		for (let time = 0; time < 3; time += 1) {
			waits.push((await ask(mock, '/stages')).headers['retry-after']);
		}
		expect(waits).toEqual([undefined, '1', '7']);
	});

	it('cursorInvalid waits for a request with a cursor', async () => {
		mock.faults.add({ fault: 'cursorInvalid' });
		const first = await ask(mock, '/opportunities?limit=5');
		const { next } = jsonOf<{ next: string }>(first);
		const refused = await ask(mock, `/opportunities?limit=5&offset=${next}`);
		expect(refused.status).toBe(400);
		expect(jsonOf(refused)).toEqual({ code: 'BadRequestError', message: 'Invalid offset token' });
		expect((await ask(mock, `/opportunities?limit=5&offset=${next}`)).status).toBe(200);
	});
});

describe('what comes from something in between', () => {
	it('badGatewayPage: 502 with a page', async () => {
		mock.faults.add({ fault: 'badGatewayPage' });
		const { status, headers, bytes } = await ask(mock, '/stages');
		expect(status).toBe(502);
		expect(headers['content-type']).toContain('text/html');
		expect(bytes.toString()).toContain('<h1>502 Bad Gateway</h1>');
	});

	it('pageInsteadOfData: 200 with a page', async () => {
		mock.faults.add({ fault: 'pageInsteadOfData' });
		const { status, headers, bytes } = await ask(mock, '/stages');
		expect(status).toBe(200);
		expect(headers['content-type']).toContain('text/html');
		expect(bytes.toString()).toContain('<!doctype html>');
	});

	it('redirectElsewhere: 302 to another host, which sees whether credentials come', async () => {
		mock.faults.add({ fault: 'redirectElsewhere', times: 2 });
		const { status, headers } = await ask(mock, '/stages?limit=3');
		expect(status).toBe(302);
		const target = new URL(headers.location ?? '');
		expect(target.host).not.toBe(new URL(mock.url).host);
		expect(`${target.pathname}${target.search}`).toBe('/v1/stages?limit=3');
		expect(mock.faults.elsewhere()).toEqual([]);

		const careful = await fetch(`${mock.baseUrl}/stages`, {
			headers: { authorization: basic(mock.keys.all) },
		});
		expect(await careful.json()).toEqual({ data: [], hasNext: false });
		await fetch(target, { headers: { authorization: basic('careless') } });
		expect(mock.faults.elsewhere()).toEqual([
			{ path: '/v1/stages', credentials: false },
			{ path: '/v1/stages', credentials: true },
		]);
	});
});

describe('tokenExpired', () => {
	it('ends the access token that was presented; a refresh brings one that works', async () => {
		const granted = mock.oauth.grant();
		const other = mock.oauth.grant();
		mock.faults.add({ fault: 'tokenExpired' });
		const authorization = bearer(granted.access_token);
		expect((await ask(mock, '/stages', { authorization })).status).toBe(401);
		expect((await ask(mock, '/stages', { authorization })).status).toBe(401);
		const others = await ask(mock, '/stages', { authorization: bearer(other.access_token) });
		expect(others.status).toBe(200);
		const answer = await fetch(mock.oauth.tokenUrl, {
			method: 'POST',
			body: new URLSearchParams({
				grant_type: 'refresh_token',
				client_id: mock.oauth.clientId,
				client_secret: mock.oauth.clientSecret,
				refresh_token: granted.refresh_token ?? '',
			}),
		});
		const renewed = (await answer.json()) as { access_token: string };
		const again = await ask(mock, '/stages', { authorization: bearer(renewed.access_token) });
		expect(again.status).toBe(200);
		expect(mock.oauth.tokenRequests()).toMatchObject([{ grantType: 'refresh_token', status: 200 }]);
	});
});
