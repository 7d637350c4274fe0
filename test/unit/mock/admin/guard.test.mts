import { IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { guard } from '../../../../mock-lever/admin/guard.mts';
import type { AdminFrom } from '../../../../mock-lever/admin/options.mts';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF } from '../client.mts';
import { ask } from './asking.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, scenario: 'empty' });
});
afterAll(async () => {
	await mock.close();
});

function requestFrom(address: string, headers: Record<string, string>): IncomingMessage {
	const message = new IncomingMessage(new Socket());
	Object.defineProperty(message.socket, 'remoteAddress', { value: address });
	Object.assign(message.headers, headers);
	return message;
}

describe('who may use the admin API', () => {
	it.each([
		['a page of another site', { origin: 'https://evil.example.com' }],
		['a page without an origin', { origin: 'null' }],
		['a page on another port of this machine', { origin: 'http://127.0.0.1:9' }],
		['a script that another site loads', { 'sec-fetch-site': 'cross-site' }],
		['a page on another port, as browsers say it', { 'sec-fetch-site': 'same-site' }],
		['a name that leads to this machine', { host: 'evil.example.com' }],
		['a name that only begins like an address', { host: '127.0.0.1.example.com' }],
	])('403 to %s', async (_who, headers) => {
		for (const [path, body] of [
			['/requests', undefined],
			['/reset', {}],
			['/', undefined],
		] as const) {
			const { status, body: answer } = await ask(mock, path, { headers, body });
			expect(status).toBe(403);
			expect(Object.keys(answer)).toEqual(['message']);
		}
	});

	it('lets in scripts and its own page', async () => {
		const own = { origin: mock.url, 'sec-fetch-site': 'same-origin' };
		expect((await ask(mock, '/state')).status).toBe(200);
		expect((await ask(mock, '/state', { headers: own })).status).toBe(200);
		expect((await ask(mock, '/', { headers: { 'sec-fetch-site': 'none' } })).status).toBe(200);
	});

	it('415 to a form, which any web page could send', async () => {
		const headers = { 'content-type': 'text/plain' };
		const { status } = await ask(mock, '/changes/createOpportunity', { headers, body: {} });
		expect(status).toBe(415);
	});

	it.each<[AdminFrom, string, string, boolean]>([
		['machine', '127.0.0.1', '127.0.0.1:4010', true],
		['machine', '::1', '[::1]:4010', true],
		['machine', '::ffff:127.0.0.1', 'localhost:4010', true],
		['machine', '192.0.2.7', '127.0.0.1:4010', false],
		['machine', '192.0.2.7', 'mock.example.com', false],
		['anywhere', '192.0.2.7', 'mock.example.com', true],
		['nowhere', '127.0.0.1', '127.0.0.1:4010', false],
	])('from %s: %s as %s', (from, address, host, welcome) => {
		const enter = () => guard(requestFrom(address, { host }), from);
		if (welcome) expect(enter).not.toThrow();
		else expect(enter).toThrow(/admin API/);
	});

	it('anywhere still refuses other web pages', () => {
		const headers = { host: 'mock.example.com', origin: 'https://evil.example.com' };
		expect(() => guard(requestFrom('192.0.2.7', headers), 'anywhere')).toThrow('no other web page');
	});
});
