import { request } from 'node:http';
import { describe, expect, test } from 'vitest';
import { basic, send } from '../unit/mock/client.mts';
import { useMock } from './support/account.mts';

interface Raw {
	status: number;
	type: string | undefined;
	body: string;
}

describe('bad requests: a Lever-shaped error, and the server stays up', () => {
	const account = useMock();

	/** A request whose path goes over the wire exactly as given. */
	function raw(path: string, method = 'GET', body = ''): Promise<Raw> {
		const { hostname, port } = new URL(account.mock.url);
		return new Promise((resolve, reject) => {
			const headers = {
				authorization: basic(account.mock.keys.all),
				'content-length': Buffer.byteLength(body),
			};
			const asked = request({ hostname, port, path, method, headers }, (response) => {
				const parts: Buffer[] = [];
				response.on('data', (part: Buffer) => parts.push(part));
				response.on('error', reject);
				response.on('end', () =>
					resolve({
						status: response.statusCode ?? 0,
						type: response.headers['content-type'],
						body: Buffer.concat(parts).toString(),
					}),
				);
			});
			asked.on('error', reject);
			asked.end(body);
		});
	}

	async function expectRefused({ status, type, body }: Raw, low = 400, high = 499) {
		expect(status).toBeGreaterThanOrEqual(low);
		expect(status).toBeLessThanOrEqual(high);
		expect(type).toBe('application/json; charset=utf-8');
		const told = JSON.parse(body) as Record<string, unknown>;
		expect(Object.keys(told)).toEqual(['code', 'message']);
		expect(typeof told.code).toBe('string');
		expect(String(told.message)).not.toMatch(/\bat .*:\d+:\d+|node_modules|\/work\/|\.mts/);
		expect((await send(account.mock, '/stages')).status).toBe(200);
	}

	test('a query of 10 MB', async () => {
		await expectRefused(await raw(`/v1/opportunities?tag=${'a'.repeat(10_000_000)}`));
	});

	test.each([
		'/v1/opportunities?tag=%',
		'/v1/opportunities?tag=%E0%A4%A',
		'/v1/opportunities?offset=%5B%',
		'/v1/opportunities/%E0%A4%A',
		'/v1/%',
	])('bad percent-encoding: %s', async (path) => {
		await expectRefused(await raw(path));
	});

	test.each([
		'/v1/../../../../etc/passwd',
		'/v1/opportunities/../../../../etc/passwd',
		'/v1/opportunities/..%2f..%2f..%2fetc%2fpasswd',
		'/v1/opportunities/%2e%2e/%2e%2e/etc/passwd',
		'/v1/..%5c..%5cetc%5cpasswd',
		'/v1/opportunities/%00',
		'//etc/passwd',
		'/storage/../../../../etc/passwd',
	])('path traversal: %s', async (path) => {
		const answer = await raw(path);
		expect(answer.body).not.toMatch(/root:|"dependencies"/);
		await expectRefused(answer);
	});

	test('path traversal in the file storage, which answers in its own way', async () => {
		const answer = await raw('/storage/..%2f..%2fpackage.json');
		expect([400, 403, 404]).toContain(answer.status);
		expect(answer.body).not.toContain('"dependencies"');
		expect((await send(account.mock, '/stages')).status).toBe(200);
	});

	test.each(['100000000000000000000', '1e309', 'Infinity', '-100', '9'.repeat(5000)])(
		'a limit out of all measure: %s',
		async (limit) => {
			await expectRefused(await raw(`/v1/opportunities?limit=${limit}`));
		},
	);

	test.each([
		`/v1/opportunities?offset=${encodeURIComponent('[1e999,{},null]')}`,
		`/v1/opportunities?offset=${encodeURIComponent('{"a":1}')}`,
		`/v1/opportunities?offset=${'%255B'.repeat(1000)}`,
		'/v1/opportunities?offset=',
		'/v1/opportunities?created_at_start=99999999999999999999999',
		'/v1/opportunities?limit=1&limit=2',
		'/v1/opportunities?limit[$gt]=1',
	])('odd values: %s', async (path) => {
		const answer = await raw(path);
		if (answer.status !== 200) await expectRefused(answer);
		else expect(JSON.parse(answer.body)).toHaveProperty('data');
	});

	test.each(['__proto__', 'constructor', 'hasOwnProperty', 'toString'])(
		'names that every object has: %s',
		async (name) => {
			await expectRefused(await raw(`/v1/${name}`));
			await expectRefused(await raw(`/v1/opportunities/${name}`));
			await expectRefused(await raw(`/v1/opportunities?expand=${name}`));
			const included = await raw(`/v1/opportunities?include=${name}&limit=1`);
			expect(included.status).toBe(200);
			expect(JSON.parse(included.body)).toMatchObject({ data: [{}] });
			expect((await raw(`/v1/opportunities?${name}=1&limit=1`)).status).toBe(200);
		},
	);

	test('a body that is no JSON, a body of 10 MB, and a body on a read', async () => {
		await expectRefused(await raw('/v1/webhooks', 'POST', '{"event":'));
		await expectRefused(await raw('/v1/webhooks', 'POST', '"x"'.padEnd(10_000_000)));
		expect((await raw('/v1/stages', 'GET', '{"x":1}')).status).toBe(200);
	});
});
