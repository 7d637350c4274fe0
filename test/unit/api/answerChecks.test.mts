import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { RequestHandler } from 'express';
import jsonServer from 'json-server';
import { afterEach, describe, expect, it } from 'vitest';

import { answerChecks } from '../../../mock-lever/answers/answerChecks.mts';

const USER = {
	id: '5a90c3e1-2d74-4b86-b1f9-7c3e8d604a12',
	name: 'Marek Dvorak',
	email: 'marek.dvorak@example.com',
	createdAt: 1_709_283_600_000,
	deactivatedAt: null,
};
const FORBIDDEN = { code: 'ForbiddenError', message: 'Forbidden' };

let stop = () => {};
afterEach(() => stop());

/** A server whose answers are all made by one handler, behind the checks. */
async function serve(handler: RequestHandler) {
	const checks = answerChecks();
	const app = jsonServer.create().set('json spaces', 0);
	app.use('/v1', checks.handle, handler);
	const server = createServer(app).listen(0, '127.0.0.1');
	await once(server, 'listening');
	stop = () => void server.close();
	const { port } = server.address() as AddressInfo;
	return {
		checks,
		get: (path: string, init: RequestInit = {}) =>
			fetch(`http://127.0.0.1:${port}/v1${path}`, { redirect: 'manual', ...init }),
	};
}

const answering = (status: number, body: object, headers = {}): RequestHandler => {
	return (_request, response) => void response.status(status).set(headers).json(body);
};

describe('a mock that checks its answers', () => {
	it('lets a described answer through, byte for byte', async () => {
		const body = { data: [USER], hasNext: false };
		const { get, checks } = await serve(answering(200, body, { 'x-lever-region': 'global' }));
		const answer = await get('/users?email=a%40example.com');
		expect(answer.status).toBe(200);
		expect(answer.headers.get('content-length')).toBe(String(JSON.stringify(body).length));
		expect(answer.headers.get('x-lever-region')).toBe('global');
		expect(await answer.json()).toEqual(body);
		expect(checks.defects()).toEqual([]);
	});

	it('names the place of a wrong value, and remembers it', async () => {
		const body = { data: [{ ...USER, email: 7 }], hasNext: false };
		const { get, checks } = await serve(answering(200, body));
		const answer = await get('/users');
		expect(answer.status).toBe(500);
		expect(await answer.json()).toEqual({
			code: 'InternalServerError',
			message:
				'Defect in mock-lever: GET /users answers something the API description does not know: /data/0/email must be string,null',
		});
		expect(checks.defects()).toHaveLength(1);
	});

	it.each<[string, string, RequestHandler, string]>([
		['a status', '/users', answering(418, {}), 'status 418'],
		['a status of another kind of read', '/users', answering(404, FORBIDDEN), 'status 404'],
		['a path', '/candidates', answering(200, { data: [] }), 'the path'],
		['an error body', '/users', answering(403, { message: 'no' }), "required property 'code'"],
		['an error of a path nobody knows', '/nowhere', answering(404, {}), "property 'code'"],
		[
			'a page that goes on without next',
			'/users',
			answering(200, { data: [], hasNext: true }),
			"'next'",
		],
		[
			'a last page with next',
			'/users',
			answering(200, { data: [], hasNext: false, next: 'x' }),
			'/next',
		],
		[
			'text',
			'/users',
			(_request, response) => void response.send('hello'),
			'content type "text/html"',
		],
		[
			'JSON that ends too early',
			'/users',
			(_request, response) => void response.type('json').send('{"data":['),
			'no JSON',
		],
		[
			'bytes that are no UTF-8',
			'/users',
			(_request, response) => void response.type('json').send(Buffer.from([0x22, 0xff, 0x22])),
			'UTF-8',
		],
	])('refuses %s', async (_what, path, handler, complaint) => {
		const { get, checks } = await serve(handler);
		expect((await get(path)).status).toBe(500);
		expect(checks.defects()).toEqual([expect.stringContaining(complaint)]);
	});

	it('remembers status 500 as a defect and leaves it as it is', async () => {
		const fault = { code: 'InternalServerError', message: 'Defect in mock-lever: of its own' };
		const { get, checks } = await serve(answering(500, fault));
		expect(await (await get('/users')).json()).toEqual(fault);
		expect(checks.defects()).toEqual([expect.stringContaining('of its own')]);
	});

	it('takes a record with fewer fields when include is asked for, with brackets too', async () => {
		const { get, checks } = await serve(answering(200, { data: [{ id: 'x' }], hasNext: false }));
		expect((await get('/users?include=id')).status).toBe(200);
		expect((await get('/users?include%5B%5D=id')).status).toBe(200);
		expect(checks.defects()).toEqual([]);
		expect((await get('/users')).status).toBe(500);
	});

	it('looks a fixed word up before an id', async () => {
		const { get } = await serve(answering(200, { data: [], hasNext: false }));
		expect((await get('/opportunities/deleted')).status).toBe(200);
		expect((await get('/opportunities/some-id')).status).toBe(500);
	});

	it('lets files and redirects of a download through', async () => {
		const file = await serve((request, response) => {
			if (request.path.includes('elsewhere')) response.redirect('http://127.0.0.1/storage');
			else response.type('pdf').send(Buffer.from([0, 255, 1]));
		});
		const answer = await file.get('/opportunities/a/files/b/download');
		expect(answer.headers.get('content-type')).toBe('application/pdf');
		expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([0, 255, 1]);
		expect((await file.get('/opportunities/elsewhere/files/b/download')).status).toBe(302);
		expect(file.checks.defects()).toEqual([]);
	});

	it('lets what a fault rule made through as it is written', async () => {
		const { get, checks } = await serve((_request, response) => {
			response.write('[');
			response.locals.fault = 'truncatedJson';
			response.write('1');
			response.end('2');
		});
		const answer = await get('/users');
		expect(answer.status).toBe(200);
		expect(await answer.text()).toBe('[12');
		expect(checks.defects()).toEqual([]);
	});

	it('has nothing to say about writes', async () => {
		const { get, checks } = await serve((_request, response) => void response.status(204).end());
		expect((await get('/webhooks/x', { method: 'DELETE' })).status).toBe(204);
		expect(checks.defects()).toEqual([]);
	});
});
