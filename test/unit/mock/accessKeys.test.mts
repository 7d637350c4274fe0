import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { KEYS } from '../../../mock-lever/access/keys.mts';
import type { KeySpec } from '../../../mock-lever/access/keys.mts';
import { KeyDesk } from '../../../mock-lever/access/keyDesk.mts';
import { KeyRing } from '../../../mock-lever/access/keyRing.mts';
import { ENDPOINTS } from '../../../mock-lever/endpoints/index.mts';
import { KNOWN_SCOPES } from '../../../mock-lever/oauth/scopes.mts';
import { emptyDatabase } from '../../../mock-lever/scenarios/records.mts';
import type { MockLever } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { LeverStore } from '../../../mock-lever/server/store.mts';
import type { ListBody } from './client.mts';
import { AS_OF, basic, send } from './client.mts';

const { db } = loadScenario('golden', AS_OF);
const opportunity = db.offers[0]?.opportunityId;
const DAY = 86_400_000;

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

const status = async (key: string, path: string) =>
	(await send(mock, path, { authorization: basic(key) })).status;

describe('labels and scopes of the endpoints', () => {
	const labels = ENDPOINTS.map(({ permission }) => permission);

	it.each(Object.entries<KeySpec>(KEYS))('key %s names only labels that exist', (_name, spec) => {
		const named = [
			...(spec.permissions === 'everything' ? [] : spec.permissions),
			...(spec.without ?? []),
		];
		expect(named.filter((label) => !labels.includes(label))).toEqual([]);
	});

	it('every endpoint asks for a scope that exists, and a label in the pattern of Lever', () => {
		for (const { path, permission, scope } of ENDPOINTS) {
			expect(KNOWN_SCOPES, path).toContain(scope);
			expect(permission, path).toMatch(
				/^(list|read|download|create|update|delete) [a-z]+( [a-z]+)*$/,
			);
		}
	});
});

describe('keys with a few permissions', () => {
	it.each([
		['/opportunities', 200],
		[`/opportunities/${opportunity}`, 200],
		[`/opportunities/${opportunity}/offers`, 200],
		['/users', 200],
		['/stages', 200],
		['/tags', 200],
		['/archive_reasons', 200],
		['/opportunities?confidentiality=all', 403],
		[`/users/${db.users[0]?.id}`, 403],
		['/opportunities/deleted', 403],
		['/postings', 403],
		[`/opportunities/${opportunity}/resumes`, 403],
		['/audit_events', 403],
	])('least privilege: %s is %d', async (path, expected) => {
		expect(await status(mock.keys.leastPrivilege, path)).toBe(expected);
	});

	it.each([
		[`/opportunities/${opportunity}/resumes`, 200],
		[`/opportunities/${opportunity}/feedback`, 200],
		['/postings', 200],
		['/requisitions', 200],
		['/sources', 200],
		[`/contacts/${db.contacts[0]?.id}`, 403],
		['/audit_events', 403],
		['/webhooks', 403],
	])("SeekOut's list: %s is %d", async (path, expected) => {
		expect(await status(mock.keys.seekOut, path)).toBe(expected);
	});

	it('without audit events', async () => {
		expect(await status(mock.keys.noAuditEvents, '/audit_events')).toBe(403);
		expect(await status(mock.keys.noAuditEvents, '/webhooks')).toBe(200);
	});

	it('say which permission and which scope is missing', async () => {
		const authorization = basic(mock.keys.leastPrivilege);
		expect((await send(mock, '/sources', { authorization })).body).toEqual({
			code: 'ForbiddenError',
			message: 'Not authorized to list sources (sources:read:admin)',
		});
	});
});

interface KeyEvent {
	type: string;
	createdAt: number;
	user: { role: string };
	target: { id: string; type: string; label: string };
	meta: { key: { name: string; tokenLastFour: string } };
}

const keyEvents = async (on: MockLever, type: string) =>
	(await send<ListBody>(on, `/audit_events?type=${encodeURIComponent(type)}`)).body
		.data as unknown as KeyEvent[];

describe('the age of keys', () => {
	it('can be read from audit events: name, last four characters and date of each key', async () => {
		const asOf = Date.parse(AS_OF);
		const events = await keyEvents(mock, 'key:added');
		const seen = events.map(({ createdAt, meta }) => [
			meta.key.name,
			meta.key.tokenLastFour,
			(asOf - createdAt) / DAY,
		]);
		const expected = Object.values<KeySpec>(KEYS).map(({ key, name, ageInDays }) => [
			name,
			key.slice(-4),
			ageInDays,
		]);
		expect(seen).toEqual(expected.sort((a, b) => Number(a[2]) - Number(b[2])));
		expect(
			events.every(({ user, target }) => user.role === 'super admin' && target.type === 'key'),
		).toBe(true);
	});
});

describe('another scenario', () => {
	it('finds the same keys, and their events', async () => {
		const own = await startMock({ asOf: AS_OF, rateLimit: false });
		try {
			const { text } = own.access.keyDesk.make({ name: 'Kept', permissions: 'everything' });
			const answer = await fetch(`${own.url}/_mock/scenario`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body: JSON.stringify({ scenario: 'no-hires', asOf: AS_OF }),
			});
			expect(answer.status).toBe(200);
			expect((await send(own, '/users', { authorization: basic(text) })).status).toBe(200);
			const events = await keyEvents(own, 'key:added');
			expect(events).toHaveLength(Object.keys(KEYS).length + 1);
			expect(events[0]?.target.label).toBe('Kept');
		} finally {
			await own.close();
		}
	});
});

describe('keys made while the mock runs', () => {
	it('are as old as their event says, also when the clock ticks in between', () => {
		let time = Date.parse(AS_OF);
		const store = new LeverStore(emptyDatabase());
		const now = () => time++;
		const desk = new KeyDesk({ keys: new KeyRing(time), store, now, permissions: [] });
		const made = desk.make({ name: 'Made between two ticks', permissions: 'everything' });
		expect(store.database().audit_events).toMatchObject([
			{ createdAt: made.createdAt, target: { id: made.id } },
		]);
	});

	it('work at once, may what was ticked, leave events, and end when removed', async () => {
		const own = await startMock({ asOf: AS_OF, rateLimit: false });
		const ask = async (key: string, path: string) =>
			(await send(own, path, { authorization: basic(key) })).status;
		try {
			const desk = own.access.keyDesk;
			const made = desk.make({ name: 'Nightly crawl', permissions: ['list users'] });
			expect(await ask(made.text, '/users')).toBe(200);
			expect(await ask(made.text, '/stages')).toBe(403);
			expect(await ask(made.text, `/users?includeDeactivated=true`)).toBe(200);
			expect(desk.list().at(-1)).toEqual({
				id: made.id,
				name: 'Nightly crawl',
				tokenLastFour: made.text.slice(-4),
				permissions: ['list users'],
				confidential: false,
				createdAt: made.createdAt,
			});
			expect(JSON.stringify(desk.list())).not.toContain(made.text);
			const [newest] = await keyEvents(own, 'key:added');
			expect(newest).toMatchObject({
				createdAt: made.createdAt,
				target: { id: made.id, type: 'key', label: 'Nightly crawl' },
			});
			expect(made.createdAt).toBeGreaterThanOrEqual(Date.parse(AS_OF));

			expect(desk.remove(made.id)).toMatchObject({ id: made.id, name: 'Nightly crawl' });
			expect(desk.remove(made.id)).toBeNull();
			expect(await ask(made.text, '/users')).toBe(401);
			expect(await keyEvents(own, 'key:removed')).toMatchObject([{ target: { id: made.id } }]);
		} finally {
			await own.close();
		}
	});

	it('see confidential data only if so made', async () => {
		const path = '/opportunities?confidentiality=all';
		const { keyDesk } = mock.access;
		const plain = keyDesk.make({ name: 'a', permissions: 'everything' });
		const trusted = keyDesk.make({ name: 'b', permissions: 'everything', confidential: true });
		expect([await status(plain.text, path), await status(trusted.text, path)]).toEqual([403, 200]);
	});

	it('are refused with a sentence', () => {
		const { keyDesk } = mock.access;
		expect(() => keyDesk.make({ name: 'x', permissions: ['find all users'] })).toThrow(
			'No endpoint has the permission "find all users". Write it as Lever does, for instance',
		);
		const text = mock.keys.all;
		expect(() => keyDesk.make({ name: 'x', permissions: 'everything', text })).toThrow(
			'A key with this text exists already.',
		);
	});
});
