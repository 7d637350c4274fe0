import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeverDatabase, MockLever } from '../../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../../mock-lever/index.mts';
import { AS_OF, basic, send } from '../client.mts';
import type { ListBody } from '../client.mts';
import { ask } from './asking.mts';

let mock: MockLever;
let database: LeverDatabase;
beforeEach(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
	database = mock.world.store.database();
});
afterEach(async () => {
	await mock.close();
});

const active = () => {
	const found = database.opportunities.find(
		(each) => each.archived === null && each.confidentiality === 'non-confidential',
	);
	if (found === undefined) throw new Error('Everybody is archived.');
	return found;
};

describe('people and changes', () => {
	it('finds people by name, address and id, and shows what can be done', async () => {
		const { id, name, emails } = active();
		for (const search of [name.toUpperCase(), emails[0] ?? '', id]) {
			const path = `/people?search=${encodeURIComponent(search)}`;
			const { body } = await ask<{ people: Array<{ id: string }> }>(mock, path);
			expect(body.people.map((each) => each.id)).toContain(id);
		}
		const none = await ask(mock, '/people?search=nobody-of-that-name');
		expect(none.body).toEqual({ count: 0, people: [] });
	});

	it('changes what the API answers', async () => {
		const { id } = active();
		const reason = database.archive_reasons.find(({ type }) => type === 'non-hired')?.id;
		const body = { opportunity: id, reason };
		expect((await ask(mock, '/changes/archive', { body })).status).toBe(200);
		const answer = await send<{ data: { archived: { reason: string } } }>(
			mock,
			`/opportunities/${id}`,
		);
		expect(answer.body.data.archived.reason).toBe(reason);
		await ask(mock, '/changes/deleteOpportunity', { body: { opportunity: id } });
		expect((await send(mock, `/opportunities/${id}`)).status).toBe(404);
		expect((await send(mock, `/opportunities/${id}/offers`)).status).toBe(404);
		const deleted = await send<ListBody>(mock, '/opportunities/deleted');
		expect(deleted.body.data.map((each) => each.id)).toContain(id);
	});

	it('lists every change with its inputs', async () => {
		const { body } = await ask<{ changes: Array<{ name: string; inputs: object }> }>(
			mock,
			'/changes',
		);
		const move = body.changes.find(({ name }) => name === 'moveStage');
		expect(Object.keys(move?.inputs ?? {})).toEqual(['opportunity', 'stage', 'performAs']);
	});

	it.each([
		['/changes/moveStage', { opportunity: 'x' }, 400, '"opportunity" must be the id'],
		['/changes/fly', {}, 400, 'no change "fly"'],
		['/changes/moveStage', [], 400, 'one JSON object'],
		['/scenario', { scenario: 'constructor' }, 400, 'There is no scenario'],
		['/scenario', { scenario: 'golden', speed: 1 }, 400, 'no "speed"'],
		['/scenario', { scenario: 'generated', size: -1 }, 400, 'whole number'],
		['/scenario', { scenario: 'golden', asOf: 'soon' }, 400, 'not a moment'],
		['/faults', { fault: 'rain' }, 400, '"fault" of a fault is'],
		['/faults', { fault: 'serverError', path: '/salaries' }, 400, 'No endpoint'],
		['/keys', { permissions: 'everything' }, 400, '"name"'],
		['/keys', { name: 'x', permissions: ['list salaries'] }, 400, 'list salaries'],
		['/keys', { name: 'x', permissions: 'everything', confidental: true }, 400, '"confidental"'],
		['/keys', { name: 'x', permissions: 'everything', confidential: 'yes' }, 400, 'true or false'],
		['/webhooks/none/test', {}, 404, 'no webhook'],
		['/deliveries/none/again', {}, 404, 'no delivery'],
		['/nothing', {}, 404, 'GET /_mock/api'],
	])('POST %s %j: %i in one sentence', async (path, body, status, sentence) => {
		const answer = await ask<{ message: string }>(mock, path, { body });
		expect(answer.status).toBe(status);
		expect(answer.body.message).toContain(sentence);
	});

	it.each([
		[{ latency: 100 }, 'no "latency"'],
		[{ latencyMilliseconds: 5, rateLimit: { perSecond: 5, burts: 9 } }, 'no "burts"'],
		[{ latencyMilliseconds: 5, rateLimit: { perSecond: 5, burst: 'many' } }, '"burst": 20'],
		[{ latencyMilliseconds: 5, rateLimit: { perSecond: 5, retryAfter: 1 } }, 'true or false'],
	])('PUT /speed %j: refused, and nothing is set', async (body, sentence) => {
		const before = (await ask(mock, '/speed')).body;
		const answer = await ask<{ message: string }>(mock, '/speed', { method: 'PUT', body });
		expect(answer.status).toBe(400);
		expect(answer.body.message).toContain(sentence);
		expect((await ask(mock, '/speed')).body).toEqual(before);
	});

	it('stays up after a body that is no JSON', async () => {
		const response = await fetch(`${mock.url}/_mock/changes/hire`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: '{"opportunity": ',
		});
		expect(response.status).toBe(400);
		expect((await ask(mock, '/state')).status).toBe(200);
	});
});

describe('scenario', () => {
	it('loads other data while the mock runs, and resets to the first', async () => {
		const before = JSON.stringify(loadScenario('golden', AS_OF).db.opportunities);
		const body = { scenario: 'generated', size: 230, seed: 3, asOf: AS_OF };
		const loaded = await ask<{ counts: { opportunities: number } }>(mock, '/scenario', { body });
		expect(loaded.body.counts.opportunities).toBe(230);
		const { body: page } = await send<ListBody>(mock, '/opportunities?limit=1');
		const wanted = loadScenario('generated', AS_OF, { size: 230, seed: 3 }).db.opportunities;
		expect(wanted.map(({ id }) => id)).toContain(page.data[0]?.id);
		await ask(mock, '/faults', { body: { fault: 'serverError' } });
		await ask(mock, '/reset', { body: {} });
		expect(JSON.stringify(mock.world.store.database().opportunities)).toBe(before);
		expect((await ask<{ faults: unknown[] }>(mock, '/faults')).body.faults).toEqual([]);
	});

	it('makes cursors of the old data stale', async () => {
		const { body } = await send<ListBody>(mock, '/opportunities?limit=1');
		await ask(mock, '/reset', { body: {} });
		const after = await send(mock, `/opportunities?limit=1&offset=${body.next}`);
		expect(after.status).toBe(400);
		expect(after.body.message).toContain('Invalid offset token');
	});

	it('changes the companion lists with it', async () => {
		await ask(mock, '/scenario', { body: { scenario: 'empty', asOf: AS_OF } });
		const list = await (await fetch(`${mock.url}/companion/screening.csv`)).text();
		expect(list.trim().split('\n')).toHaveLength(1);
	});
});

describe('faults, speed, keys and tokens', () => {
	it('adds, lists and removes a fault', async () => {
		const rule = { fault: 'serverError', path: '/users', times: null };
		const added = await ask<{ id: string }>(mock, '/faults', { body: rule });
		expect((await send(mock, '/users')).status).toBe(500);
		expect((await send(mock, '/stages')).status).toBe(200);
		const { body } = await ask<{ faults: unknown[] }>(mock, '/faults');
		expect(body.faults).toMatchObject([
			{ id: added.body.id, rule: { fault: 'serverError' }, struck: 1 },
		]);
		const gone = await ask(mock, `/faults/${added.body.id}`, { method: 'DELETE' });
		expect(gone.status).toBe(200);
		expect((await send(mock, '/users')).status).toBe(200);
		expect((await ask(mock, '/faults/fault-9', { method: 'DELETE' })).status).toBe(404);
	});

	it('changes rate limit and latency', async () => {
		const put = (body: object) => ask(mock, '/speed', { method: 'PUT', body });
		const rateLimit = { perSecond: 0.001, burst: 1, retryAfter: true };
		expect((await put({ rateLimit, latencyMilliseconds: 5 })).body).toMatchObject({
			rateLimit,
			latencyMilliseconds: 5,
			jitterMilliseconds: 0,
		});
		expect((await send(mock, '/stages')).status).toBe(200);
		const refused = await send(mock, '/stages');
		expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '1']);
		expect((await put({ rateLimit: false })).body).toMatchObject({ latencyMilliseconds: 5 });
		expect((await send(mock, '/stages')).status).toBe(200);
		for (const bad of [
			{ rateLimit: 10 },
			{ latencyMilliseconds: -1 },
			{ jitterMilliseconds: '1' },
		]) {
			expect((await put(bad)).status).toBe(400);
		}
	});

	it('makes a key that may do what it says, tells the audit events, and removes it', async () => {
		const wish = { name: 'Audit', permissions: ['list users'] };
		const made = await ask<{ data: { id: string; text: string } }>(mock, '/keys', { body: wish });
		const { id, text } = made.body.data;
		const authorization = basic(text);
		expect((await send(mock, '/users', { authorization })).status).toBe(200);
		expect((await send(mock, '/stages', { authorization })).status).toBe(403);
		expect((await ask(mock, '/keys')).text).not.toContain(text);
		const event = database.audit_events.find(
			({ type, target }) => type === 'key:added' && target.id === id,
		);
		expect(event?.meta).toMatchObject({
			key: { id, name: 'Audit', tokenLastFour: text.slice(-4), service: 'data-api' },
		});
		await ask(mock, `/keys/${id}`, { method: 'DELETE' });
		expect((await send(mock, '/users', { authorization })).status).toBe(401);
		expect(database.audit_events.at(-1)).toMatchObject({ type: 'key:removed', target: { id } });
		expect((await ask(mock, `/keys/${id}`, { method: 'DELETE' })).status).toBe(404);
	});

	it('expires access tokens', async () => {
		const authorization = `Bearer ${mock.oauth.grant().access_token}`;
		expect((await send(mock, '/users', { authorization })).status).toBe(200);
		await ask(mock, '/tokens/expire', { body: {} });
		expect((await send(mock, '/users', { authorization })).status).toBe(401);
	});
});

describe('request log', () => {
	it('says how long, who and which fault, gives the last ones, and can be emptied', async () => {
		mock.faults.add({ fault: 'serverError', path: '/users' });
		await send(mock, '/stages?limit=2');
		await send(mock, '/users');
		await ask(mock, '/state');
		const { body: all, text } = await ask<object[]>(mock, '/requests');
		expect(all).toEqual(mock.requests());
		expect(all).toMatchObject([
			{ method: 'GET', path: '/v1/stages', query: { limit: '2' }, status: 200 },
			{ path: '/v1/users', status: 500, fault: 'serverError' },
		]);
		for (const entry of mock.requests()) {
			expect(entry.durationMilliseconds).toBeGreaterThanOrEqual(0);
			expect(entry.keyName).not.toBe('');
		}
		expect(text).not.toContain(mock.keys.all);
		expect((await ask(mock, '/requests?last=1')).body).toMatchObject([{ path: '/v1/users' }]);
		expect((await ask<object[]>(mock, '/requests?clear=true')).body).toHaveLength(2);
		expect(mock.requests()).toEqual([]);
	});
});

describe('webhooks', () => {
	it('are shown without their signing token, tested and switched off', async () => {
		mock.world.store.put('webhooks', {
			id: 'hook-1',
			event: 'contactCreated',
			url: 'http://127.0.0.1:1/',
			configuration: {},
			signatureToken: 'only-the-receiver-knows',
			createdAt: 1,
			updatedAt: 1,
		});
		expect((await ask(mock, '/webhooks/hook-1/test', { body: {} })).status).toBe(200);
		const off = await ask(mock, '/webhooks', { method: 'PUT', body: { enabled: false } });
		expect(off.body).toMatchObject({
			enabled: false,
			webhooks: [{ id: 'hook-1', event: 'contactCreated' }],
			deliveries: [{ webhookId: 'hook-1', event: 'contactCreated' }],
		});
		expect(off.text).not.toContain('only-the-receiver-knows');
		expect((await ask(mock, '/webhooks', { method: 'PUT', body: {} })).status).toBe(400);
		expect((await ask(mock, '/deliveries/delivery-1/again', { body: {} })).status).toBe(200);
		expect((await ask(mock, '/deliveries', { method: 'DELETE' })).status).toBe(200);
	});
});

describe('page', () => {
	it('comes with its script and style, names every section, and asks nobody else', async () => {
		const page = await ask(mock, '/');
		expect(page.headers['content-type']).toContain('text/html');
		expect(page.headers['content-security-policy']).toContain("default-src 'self'");
		for (const title of [
			'People',
			'Users',
			'Faults and speed',
			'Scenario',
			'Requests',
			'Webhooks',
		]) {
			expect(page.text).toContain(`>${title}</h2>`);
		}
		const files = [...page.text.matchAll(/(?:src|href)="(page\.\w+)"/g)].map(([, name]) => name);
		expect(files.sort()).toEqual(['page.css', 'page.js']);
		for (const name of files) expect((await ask(mock, `/${name}`)).status).toBe(200);
		expect(page.text).not.toMatch(/https?:\/\//);
		expect((await ask(mock, '/files.mts')).status).toBe(404);
		const bare = await fetch(`${mock.url}/_mock`, { redirect: 'manual' });
		expect([bare.status, bare.headers.get('location')]).toEqual([302, '/_mock/']);
	});

	it('labels every input', async () => {
		const { text } = await ask(mock, '/');
		const labelled = [...text.matchAll(/<label for="([^"]+)"/g)].map(([, id]) => id);
		const inputs = [...text.matchAll(/<(?:input|select) id="([^"]+)"/g)].map(([, id]) => id);
		const wrapped = ['requests-live', 'webhooks-on'];
		expect(inputs.filter((id) => !wrapped.includes(id ?? '') && !labelled.includes(id))).toEqual(
			[],
		);
	});
});

describe('an account kept in a file', () => {
	it('is not overwritten with other data', async () => {
		const folder = await mkdtemp(join(tmpdir(), 'mock-lever-'));
		const databaseFile = join(folder, 'account.json');
		const kept = await startMock({ asOf: AS_OF, scenario: 'empty', databaseFile });
		try {
			for (const [path, body] of [
				['/reset', {}],
				['/scenario', { scenario: 'golden' }],
			] as const) {
				const answer = await ask<{ message: string }>(kept, path, { body });
				expect(answer.status).toBe(400);
				expect(answer.body.message).toContain('without --db');
			}
			const made = await ask(kept, '/changes/createOpportunity', {
				body: { name: 'Sample Person' },
			});
			expect(made.status).toBe(200);
		} finally {
			await kept.close();
		}
		expect(await readFile(databaseFile, 'utf8')).toContain('Sample Person');
		await rm(folder, { recursive: true });
	});
});
