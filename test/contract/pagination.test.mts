import { describe, expect, test } from 'vitest';
import type { MockLever } from '../../mock-lever/index.mts';
import type { ListBody } from '../unit/mock/client.mts';
import { basic, send, walk } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { ACCOUNTS, DAY, everyOpportunity, ids, readAll, useMock } from './support/account.mts';
import { READS, realPaths } from './support/paths.mts';

const EVERY = '/opportunities?confidentiality=all';

const firstPage = async (mock: MockLever, path: string) => (await send<ListBody>(mock, path)).body;
const withOffset = (path: string, offset: string) =>
	`${path}${path.includes('?') ? '&' : '?'}offset=${offset}`;
const decoded = (next: string | undefined) =>
	JSON.parse(decodeURIComponent(String(next))) as unknown[];
const number = (record: Json, name: string) => Number(record[name]);
const byText = (a: unknown, b: unknown) => (String(a) < String(b) ? -1 : 1);

describe.each(ACCOUNTS)('§3 envelope, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] data, hasNext, next in this order, and next absent on the last page', async () => {
		const first = await firstPage(account.mock, `${EVERY}&limit=10`);
		expect(Object.keys(first)).toEqual(['data', 'hasNext', 'next']);
		expect(first.hasNext).toBe(true);
		expect(typeof first.next).toBe('string');
		const last = await firstPage(account.mock, '/stages');
		expect(Object.keys(last)).toEqual(['data', 'hasNext']);
		expect(last.hasNext).toBe(false);
	});

	test('[record] each read has the envelope that §3 gives it', async () => {
		const real = await realPaths(account.mock);
		const KEYS = {
			list: [
				['data', 'hasNext'],
				['data', 'hasNext', 'next'],
			],
			dataOnly: [['data']],
			object: [['data']],
			bare: [['posting', 'users', 'roles']],
			file: [],
		};
		for (const { path, answer } of READS) {
			if (answer === 'file') continue;
			const { status, body } = await send(account.mock, real(path));
			expect(status, path).toBe(200);
			expect(KEYS[answer], path).toContainEqual(Object.keys(body));
			if (answer === 'object') expect(Array.isArray(body.data), path).toBe(false);
			if (answer === 'list' || answer === 'dataOnly')
				expect(Array.isArray(body.data), path).toBe(true);
		}
	});

	test('[record] an empty list is {"data": [], "hasNext": false} with 200', async () => {
		const { status, text } = await send(account.mock, '/opportunities?tag=no+such+tag');
		expect(status).toBe(200);
		expect(JSON.parse(text)).toEqual({ data: [], hasNext: false });
	});

	test('[doc] the default limit is 100', async () => {
		expect((await firstPage(account.mock, EVERY)).data).toHaveLength(100);
		expect((await firstPage(account.mock, `${EVERY}&limit=100`)).data).toHaveLength(100);
	});

	test.each(['0', '101', '-1', '1.5', '1e2', 'ten', '999999999999', ''])(
		'[guess] limit=%s is out of range: 400',
		async (limit) => {
			const { status, body } = await send(account.mock, `/opportunities?limit=${limit}`);
			expect(status).toBe(400);
			expect(body.code).toBe('BadRequestError');
		},
	);

	test.each([1, 7, 33, 100])(
		'[doc] pages of %i give every record once, in the same order',
		async (limit) => {
			const { records, pages } = await walk(account.mock, EVERY, limit);
			const whole = await everyOpportunity(account.mock);
			expect(ids(records)).toEqual(ids(whole));
			expect(new Set(ids(whole)).size).toBe(whole.length);
			expect(pages).toBe(Math.ceil(whole.length / limit));
		},
	);
});

describe.each(ACCOUNTS)('§3.1 cursors, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] next is a percent-encoded JSON array: rank, lastAdvancedAt, id of the first record of the next page', async () => {
		const { next } = await firstPage(account.mock, `${EVERY}&limit=10`);
		expect(next).toMatch(/^%5B[\d.]+%2C\d+%2C%22[\da-f-]{36}%22%5D$/);
		const following = await firstPage(account.mock, withOffset(`${EVERY}&limit=10`, String(next)));
		const [rank, advanced, id] = decoded(next);
		expect(typeof rank).toBe('number');
		expect(following.data[0]).toMatchObject({ id, lastAdvancedAt: advanced });
	});

	test('[record] with updated_at_*: [updatedAt, id], updatedAt ascending', async () => {
		const path = '/opportunities?confidentiality=all&updated_at_start=1';
		const { next } = await firstPage(account.mock, `${path}&limit=5`);
		const following = await firstPage(account.mock, withOffset(`${path}&limit=5`, String(next)));
		const [updatedAt, id, ...rest] = decoded(next);
		expect(rest).toEqual([]);
		expect(following.data[0]).toMatchObject({ id, updatedAt });
		const times = (await readAll(account.mock, path)).map((one) => number(one, 'updatedAt'));
		expect(times).toEqual(times.toSorted((a, b) => a - b));
	});

	test('[record] postings: [ms, id], createdAt descending', async () => {
		const { next } = await firstPage(account.mock, '/postings?limit=2');
		const following = await firstPage(account.mock, withOffset('/postings?limit=2', String(next)));
		const [createdAt, id, ...rest] = decoded(next);
		expect(rest).toEqual([]);
		expect(following.data[0]).toMatchObject({ id, createdAt });
		const times = (await readAll(account.mock, '/postings')).map((one) => number(one, 'createdAt'));
		expect(times).toEqual(times.toSorted((a, b) => b - a));
	});

	test('[record] accepted singly and doubly encoded', async () => {
		const path = `${EVERY}&limit=10`;
		const { next } = await firstPage(account.mock, path);
		const once = await firstPage(account.mock, withOffset(path, String(next)));
		const twice = await firstPage(account.mock, withOffset(path, encodeURIComponent(String(next))));
		expect(once.data).toHaveLength(10);
		expect(twice).toEqual(once);
	});

	test('[doc] only tokens that the API handed out are valid', async () => {
		const { next } = await firstPage(account.mock, `${EVERY}&limit=10`);
		const [rank, advanced] = decoded(next);
		const made = JSON.stringify([rank, advanced, '00000000-0000-4000-8000-000000000000']);
		for (const offset of ['10', 'abc', '%5B%5D', encodeURIComponent(made)]) {
			const { status, body } = await send(account.mock, withOffset(`${EVERY}&limit=10`, offset));
			expect(status, offset).toBe(400);
			expect(body.message).toContain('Invalid offset token');
		}
	});

	test('[doc] a token of another list is not valid', async () => {
		const { next } = await firstPage(account.mock, '/users?limit=2');
		expect((await send(account.mock, withOffset('/postings', String(next)))).status).toBe(400);
	});
});

describe.each(ACCOUNTS)('§3.1 orders, account %s', (scenario) => {
	const account = useMock({ scenario });

	test('[record] opportunities: stage rank ascending, lastAdvancedAt descending, id ascending; archived mixed in', async () => {
		const { mock } = account;
		const { body } = await send<{ data: { stages: Json[] } }>(mock, '/disposition_stages');
		const ranks = new Map(body.data.stages.map(({ id, rank }) => [id, Number(rank)]));
		const all = await everyOpportunity(mock);
		const sorted = all.toSorted(
			(a, b) =>
				Number(ranks.get(a.stage)) - Number(ranks.get(b.stage)) ||
				number(b, 'lastAdvancedAt') - number(a, 'lastAdvancedAt') ||
				byText(a.id, b.id),
		);
		expect(ids(all)).toEqual(ids(sorted));
		const states = all.map(({ archived }) => archived === null);
		const turns = states.filter((state, index) => index > 0 && state !== states[index - 1]);
		expect(turns.length).toBeGreaterThan(2);
	});

	test('[record] users: createdAt descending', async () => {
		const times = (await readAll(account.mock, '/users?includeDeactivated=true')).map((one) =>
			number(one, 'createdAt'),
		);
		expect(times).toEqual(times.toSorted((a, b) => b - a));
	});

	test.each(['/tags', '/sources'])(
		'[record] %s: alphabetical by text, case-insensitive',
		async (path) => {
			const texts = (await readAll(account.mock, path)).map(({ text }) =>
				String(text).toLowerCase(),
			);
			expect(texts).toEqual(texts.toSorted(byText));
		},
	);

	test('[record] requisitions: id descending', async () => {
		const found = ids(await readAll(account.mock, '/requisitions?confidentiality=all'));
		expect(found).toEqual(found.toSorted((a, b) => byText(b, a)));
	});

	test('[doc] audit events: newest first', async () => {
		const times = (await readAll(account.mock, '/audit_events')).map((one) =>
			number(one, 'createdAt'),
		);
		expect(times).toEqual(times.toSorted((a, b) => b - a));
	});
});

describe('§3.1 consistency', () => {
	const account = useMock();

	test('[record] there is no snapshot: what moves forward during a crawl comes twice, what moves back is skipped', async () => {
		const { mock } = account;
		const all = await readAll(mock, '/opportunities?archived=false');
		const stages = ids(await readAll(mock, '/stages'));
		const path = '/opportunities?archived=false&limit=20';
		const first = await firstPage(mock, path);
		const early = first.data.find(({ stage }) => stage !== stages.at(-1));
		const late = all.slice(20).find(({ stage }) => stage !== stages[0]);
		mock.world.moveStage({ opportunity: String(early?.id), stage: String(stages.at(-1)) });
		mock.world.moveStage({ opportunity: String(late?.id), stage: String(stages[0]) });
		const seen = ids(first.data);
		for (let next = first.next; next !== undefined; ) {
			const page = await firstPage(mock, withOffset(path, next));
			seen.push(...ids(page.data));
			next = page.next;
		}
		expect(seen.filter((id) => id === early?.id)).toHaveLength(2);
		expect(seen).not.toContain(late?.id);
	});

	test('[guess] a cursor stays good while the record that it names moves or is deleted', async () => {
		const { mock } = account;
		const path = '/opportunities?limit=30';
		const first = await firstPage(mock, path);
		mock.world.deleteOpportunity({ opportunity: String(decoded(first.next).at(-1)) });
		const second = await send<ListBody>(mock, withOffset(path, String(first.next)));
		expect(second.status).toBe(200);
		const all = ids(await readAll(mock, '/opportunities'));
		expect(ids(second.body.data)).toEqual(all.slice(30, 60));
	});

	test('[lib] a token can stop being valid; starting again without offset works', async () => {
		const { mock } = account;
		const first = await firstPage(mock, `${EVERY}&limit=30`);
		mock.faults.add({ fault: 'cursorInvalid' });
		const { status, body } = await send(mock, withOffset(`${EVERY}&limit=30`, String(first.next)));
		expect(status).toBe(400);
		expect(body.message).toContain('Invalid offset token');
		expect((await send(mock, `${EVERY}&limit=30`)).status).toBe(200);
	});

	test('[lib] faults of paging: hasNext without next, a repeated cursor', async () => {
		const { mock } = account;
		mock.faults.add({ fault: 'nextMissing', path: '/opportunities' });
		const broken = await firstPage(mock, `${EVERY}&limit=30`);
		expect(broken.hasNext).toBe(true);
		expect(broken).not.toHaveProperty('next');
	});

	test('[doc] a window that ends before the first change holds nothing', async () => {
		const start = Date.parse('2001-01-01T00:00:00Z');
		const path = `/opportunities?updated_at_start=${start}&updated_at_end=${start + DAY}`;
		const { body } = await send(account.mock, path, {
			authorization: basic(account.mock.keys.all),
		});
		expect(body).toEqual({ data: [], hasNext: false });
	});
});
