import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { startMock } from '../../../mock-lever/index.mts';
import { AS_OF, basic, send } from './client.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

/** Sends bytes as they are and gives back all that comes until the other side closes. */
function raw(text: string): Promise<string> {
	const { hostname, port } = new URL(mock.url);
	return new Promise((resolve, reject) => {
		let answer = '';
		const socket = connect(Number(port), hostname, () => socket.write(text));
		socket.setEncoding('utf8');
		socket.on('data', (data: string) => (answer += data));
		socket.on('error', reject);
		socket.on('close', () => resolve(answer));
	});
}

const request = (target: string, headers = '') =>
	`GET ${target} HTTP/1.1\r\nHost: mock\r\nConnection: close\r\nAuthorization: ${basic(mock.keys.all)}\r\n${headers}\r\n`;

const LONG = 'x'.repeat(10 * 1024 * 1024);

describe('requests that nobody means are refused in Lever’s form, and the server stays up', () => {
	it.each<[string, () => string, number]>([
		['a query of 10 MB', () => request(`/v1/opportunities?tag=${LONG}`), 431],
		['a path of 10 MB', () => request(`/v1/${LONG}`), 431],
		['a header of 10 MB', () => request('/v1/users', `X-Long: ${LONG}\r\n`), 431],
		['no HTTP at all', () => 'Hello, is anybody there?\r\n\r\n', 400],
		['a percent sign alone', () => request('/v1/opportunities/%'), 404],
		['bytes that are no UTF-8', () => request('/v1/opportunities/%ff%fe'), 404],
		['a bad encoding in the query', () => request('/v1/opportunities?offset=%E0%A4%A'), 400],
		['a path that leaves the API', () => request('/v1/../../../../etc/passwd'), 404],
		['the same, encoded', () => request('/v1/opportunities/..%2f..%2f..%2fetc%2fpasswd'), 404],
		['the same, encoded twice', () => request('/v1/files/%252e%252e%252fetc%252fpasswd'), 404],
		['the same, at the root', () => request('/..%2f..%2fetc/passwd'), 404],
		['the same, among the lists', () => request('/companion/..%2f..%2fpackage.json'), 404],
		['a zero byte', () => request('/v1/opportunities/%00'), 404],
		['a huge limit', () => request('/v1/opportunities?limit=1000000000000'), 400],
		['a limit with an exponent', () => request('/v1/opportunities?limit=1e2'), 400],
		['a limit of nothing', () => request('/v1/opportunities?limit='), 400],
		['an id called __proto__', () => request('/v1/users/__proto__'), 404],
		['a collection called constructor', () => request('/v1/constructor'), 404],
	])('%s', async (_case, text, status) => {
		const answer = await raw(text());
		const [head = '', body = ''] = answer.split('\r\n\r\n');
		expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
		expect(head.toLowerCase()).toContain('content-type: application/json');
		const refusal = JSON.parse(body) as Record<string, unknown>;
		expect(Object.keys(refusal)).toEqual(['code', 'message']);
		expect(String(refusal.message).length).toBeLessThan(500);
		expect(body).not.toMatch(/root:|node_modules|\bat .*\.mts/);
		const { status: after } = await send(mock, '/users?limit=1');
		expect(after).toBe(200);
	});
});
