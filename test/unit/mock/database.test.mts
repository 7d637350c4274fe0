import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { accountSchema } from '../../../mock-lever/database/schema.mts';
import { readAccount } from '../../../mock-lever/database/read.mts';
import type { MockOptions } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import type { ListBody } from './client.mts';
import { AS_OF, send } from './client.mts';

const ROOT = new URL('../../../', import.meta.url);

let folder: string;
let file: string;
beforeEach(async () => {
	folder = await mkdtemp(join(tmpdir(), 'mock-lever-'));
	file = join(folder, 'account.json');
});
afterEach(async () => {
	await rm(folder, { recursive: true });
});

const start = (options: MockOptions = {}) =>
	startMock({ databaseFile: file, rateLimit: false, ...options });

describe('an account kept in a file', () => {
	it('begins with the scenario and is the same when it is loaded again', async () => {
		const first = await start({ asOf: AS_OF, scenario: 'golden', elapsed: () => 0 });
		await first.close();
		const { db, companion, asOf } = readAccount(file);
		const scenario = loadScenario('golden', AS_OF);
		expect({ db, companion, asOf }).toEqual({
			db: JSON.parse(JSON.stringify({ ...scenario.db, audit_events: db.audit_events })),
			companion: scenario.companion,
			asOf: scenario.asOf,
		});
		const text = await readFile(file, 'utf8');
		const second = await start();
		await second.close();
		expect(await readFile(file, 'utf8')).toBe(text);
		expect(second.asOf).toBe(new Date(AS_OF).toISOString());
		expect(await readdir(folder)).toEqual(['account.json']);
	});

	it('holds every collection of a generated company', async () => {
		const mock = await start({ asOf: AS_OF, scenario: 'generated', size: 300 });
		await mock.close();
		expect(readAccount(file).db.opportunities).toHaveLength(300);
	});

	it('saves what changes while the mock runs', async () => {
		const mock = await start({ asOf: AS_OF, scenario: 'no-hires' });
		const [user] = mock.world.store.database().users;
		if (user === undefined) throw new Error('The account has no user.');
		mock.world.store.put('users', { ...user, name: 'Somebody Else' });
		await mock.close();
		expect(readAccount(file).db.users[0]?.name).toBe('Somebody Else');
		const again = await start();
		const { body } = await send<ListBody>(again, '/users?includeDeactivated=true');
		expect(body.data.map(({ name }) => name)).toContain('Somebody Else');
		await again.close();
	});

	it('of a few records is enough: what is left out is empty', async () => {
		await writeFile(
			file,
			JSON.stringify({
				format: 'mock-lever account 1',
				asOf: AS_OF,
				lever: {
					stages: [{ id: 'offer', text: 'Offer', rank: 1, pipeline: 'offer', hasInterview: false }],
				},
			}),
		);
		const mock = await start();
		expect((await send<ListBody>(mock, '/stages')).body.data).toEqual([
			{ id: 'offer', text: 'Offer' },
		]);
		expect((await send<ListBody>(mock, '/opportunities')).body.data).toEqual([]);
		await mock.close();
	});

	it('that cannot be written stops the start', async () => {
		file = join(folder, 'nowhere', 'account.json');
		await expect(start({ scenario: 'empty' })).rejects.toThrow(/account\.json cannot be written/);
	});

	it('that somebody else has changed meanwhile is left as it is, and that is told', async () => {
		const mock = await start({ asOf: AS_OF, scenario: 'empty' });
		const other = await start();
		const [user] = mock.world.store.database().users;
		if (user === undefined) throw new Error('The account has no user.');
		other.world.store.put('users', { ...user, name: 'Of the other mock' });
		await other.close();
		mock.world.store.put('users', { ...user, name: 'Of this mock' });
		await expect(mock.close()).rejects.toThrow(/account\.json was changed by somebody else/);
		expect(readAccount(file).db.users[0]?.name).toBe('Of the other mock');
		expect(await readdir(folder)).toEqual(['account.json']);
	});

	it('that can no longer be written is told at the end', async () => {
		const mock = await start({ asOf: AS_OF, scenario: 'empty' });
		const [user] = mock.world.store.database().users;
		if (user === undefined) throw new Error('The account has no user.');
		await rm(folder, { recursive: true });
		mock.world.store.put('users', { ...user });
		await expect(mock.close()).rejects.toThrow(/cannot be written/);
		folder = await mkdtemp(join(tmpdir(), 'mock-lever-'));
	});
});

/** A good file with one change. */
async function spoiled(spoil: (account: Record<string, never>) => unknown): Promise<string> {
	const { db, companion } = loadScenario('no-hires', AS_OF);
	const account = JSON.parse(
		JSON.stringify({ format: 'mock-lever account 1', asOf: AS_OF, lever: db, lists: companion }),
	);
	spoil(account);
	const text = JSON.stringify(account);
	await writeFile(file, text);
	return text;
}

describe('a wrong file is named with the place of the first wrong value, and stays as it is', () => {
	type Loose = { [key: string]: Loose & Array<Loose> };
	it.each<[string, (account: Loose) => unknown, RegExp]>([
		[
			'another format',
			(a) => Object.assign(a, { format: 2 }),
			/\/format must be "mock-lever account 1"/,
		],
		['no time', (a) => Reflect.deleteProperty(a, 'asOf'), /\/ must have required property 'asOf'/],
		['a time without offset', (a) => Object.assign(a, { asOf: '2026-11-02' }), /\/asOf must match/],
		[
			'a time that is none',
			(a) => Object.assign(a, { asOf: '2026-13-02T06:00Z' }),
			/\/asOf is no moment/,
		],
		[
			'an unknown collection',
			(a) => Object.assign(a.lever ?? {}, { people: [] }),
			/\/lever may not have "people"/,
		],
		[
			'a date in words',
			(a) => Object.assign(a.lever?.opportunities?.[3] ?? {}, { createdAt: 'soon' }),
			/\/lever\/opportunities\/3\/createdAt must be integer/,
		],
		[
			'an expanded stage',
			(a) =>
				Object.assign(a.lever?.opportunities?.[0] ?? {}, { stage: { id: 'offer', text: 'Offer' } }),
			/\/lever\/opportunities\/0\/stage must be string/,
		],
		[
			'an offer of nobody',
			(a) => Object.assign(a.lever?.offers?.[0] ?? {}, { opportunityId: 'nobody' }),
			/\/lever\/offers\/0\/opportunityId is the id of no record in \/lever\/opportunities/,
		],
		[
			'an id twice',
			(a) => a.lever?.users?.push(a.lever.users[0] as never),
			/\/lever\/users\/\d+\/id stands twice/,
		],
		[
			'a number in a list',
			(a) => Object.assign(a.lists?.staff?.[0] ?? {}, { email: 5 }),
			/\/lists\/staff\/0\/email must be string/,
		],
	])('%s', async (_case, spoil, sentence) => {
		const text = await spoiled(spoil as never);
		await expect(start()).rejects.toThrow(sentence);
		await expect(start()).rejects.toThrow(file);
		expect(await readFile(file, 'utf8')).toBe(text);
	});

	it('no JSON', async () => {
		await writeFile(file, '{"format": ');
		await expect(start()).rejects.toThrow(/account\.json is no JSON/);
		expect(await readFile(file, 'utf8')).toBe('{"format": ');
	});

	it('a folder', async () => {
		file = folder;
		await expect(start()).rejects.toThrow(/cannot be read/);
	});
});

it('account.schema.json is what the API description gives', async () => {
	const description = parse(await readFile(new URL('api/lever.openapi.yaml', ROOT), 'utf8'));
	const kept = await readFile(new URL('mock-lever/database/account.schema.json', ROOT), 'utf8');
	expect(JSON.parse(kept), 'Run npm run schema --workspace mock-lever.').toEqual(
		accountSchema(description.components.schemas),
	);
});
