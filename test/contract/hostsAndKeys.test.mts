import { describe, expect, test } from 'vitest';
import { basic, bearer, send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { everyOpportunity, useMock } from './support/account.mts';
import { READS, realPaths } from './support/paths.mts';

// TLS and the host names of §1.1 are Lever's: a mock on this machine has neither.
describe('§1.1 hosts', () => {
	const account = useMock();

	test('[doc] the API root is /v1', () => {
		expect(account.mock.baseUrl).toBe(`${account.mock.url}/v1`);
	});

	// Lever's answers were chunked; the mock tells the length instead, which HTTP clients treat alike.
	test('[record] headers: JSON in UTF-8, server, region, stream path', async () => {
		const { headers } = await send(account.mock, '/stages');
		expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
		expect(headers.get('server')).toBe('lever-data-api');
		expect(headers.get('x-lever-region')).toBe('global');
		expect(headers.get('x-stream-path')).toBe('dapi');
	});

	test('[doc] bodies are UTF-8: names of many scripts arrive whole', async () => {
		const response = await fetch(`${account.mock.baseUrl}/opportunities?confidentiality=all`, {
			headers: { authorization: basic(account.mock.keys.all) },
		});
		const decoded = new TextDecoder('utf-8', { fatal: true }).decode(await response.arrayBuffer());
		const { data } = JSON.parse(decoded) as { data: Json[] };
		const names = data.map(({ name }) => String(name)).join('');
		for (const script of ['Greek', 'Arabic', 'Latin'] as const) {
			expect(names).toMatch(new RegExp(`\\p{Script=${script}}`, 'u'));
		}
	});

	test('[doc] every read needs credentials', async () => {
		const real = await realPaths(account.mock);
		for (const { path } of READS) {
			const { status, body } = await send(account.mock, real(path), { authorization: '' });
			expect(status, path).toBe(401);
			expect(body.code, path).toBe('UnauthorizedError');
		}
	});

	test('[doc] the deprecated /candidates paths mirror /opportunities', async () => {
		const { mock } = account;
		const [one] = await everyOpportunity(mock);
		for (const path of ['?limit=3', `/${String(one?.id)}`, `/${String(one?.id)}/offers`]) {
			const old = await send(mock, `/candidates${path}`);
			expect(old.status, path).toBe(200);
			expect(old.body).toEqual((await send(mock, `/opportunities${path}`)).body);
		}
	});
});

describe('§1.2 API key', () => {
	const account = useMock();
	const status = async (authorization: string) =>
		(await send(account.mock, '/stages', { authorization })).status;

	test('[doc] the key is the Basic user name, the password is empty', async () => {
		expect(await status(basic(account.mock.keys.all))).toBe(200);
	});

	test('[lib, one] the key is accepted as Bearer', async () => {
		expect(await status(bearer(account.mock.keys.all))).toBe(200);
	});

	test.each([
		['an unknown key', basic('no-such-key')],
		['an empty key', basic('')],
		['an unknown Bearer text', bearer('no-such-key')],
		['no Base64', 'Basic %%%'],
		['no scheme', 'mock-key-reads-everything'],
		['another scheme', 'Digest mock-key-reads-everything'],
	])('[doc] %s is refused: 401', async (_, authorization) => {
		expect(await status(authorization)).toBe(401);
	});

	test('[doc] several keys may be active, each with its own permissions', async () => {
		const { keyDesk } = account.mock.access;
		const users = keyDesk.make({ name: 'Users only', permissions: ['list users'] });
		const stages = keyDesk.make({ name: 'Stages only', permissions: ['list stages'] });
		const of = async (key: string, path: string) =>
			(await send(account.mock, path, { authorization: basic(key) })).status;
		expect(await of(users.text, '/users')).toBe(200);
		expect(await of(users.text, '/stages')).toBe(403);
		expect(await of(stages.text, '/users')).toBe(403);
		expect(await of(stages.text, '/stages')).toBe(200);
		keyDesk.remove(users.id);
		expect(await of(users.text, '/users')).toBe(401);
		expect(await of(stages.text, '/stages')).toBe(200);
	});
});
