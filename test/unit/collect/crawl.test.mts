import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';

import { crawl } from '../../../nodes/Lever/evidence/reading/crawl.ts';
import type { CrawlPlan } from '../../../nodes/Lever/evidence/reading/crawlPlan.ts';
import { everFewer } from '../../../nodes/Lever/evidence/reading/extras.ts';
import { account, archived, at, opportunity, HIRED } from './account.mts';
import { AS_OF, settings, tickingClock } from './collecting.mts';
import { fakeLever, refused, type FakeOptions, type Raw } from './fakeLever.mts';

const people = ['c', 'a', 'b', 'e', 'd'].map((id) => opportunity(id));

function plan(parts: Partial<CrawlPlan<string>> = {}): CrawlPlan<string> {
	return {
		resource: 'opportunities',
		purpose: 'hires',
		rule: 'Everybody.',
		requests: [{ path: '/opportunities', query: {} }],
		extras: [],
		refused: [],
		deactivated: 'notApplicable',
		partition: null,
		rereads: false,
		identify: ({ id }) => (typeof id === 'string' ? id : null),
		keep: ({ name }) => String(name),
		...parts,
	};
}

async function crawlOf(
	opportunities: Raw[],
	parts: Partial<CrawlPlan<string>> = {},
	options: FakeOptions = {},
	now = tickingClock(),
) {
	const fake = fakeLever(account({ opportunities }), options);
	const result = await crawl({ client: fake.client, settings: settings(), now }, plan(parts));
	return { ...result, ...fake };
}

describe('a crawl', () => {
	it('reads every page and sorts by id', async () => {
		const { records, collection } = await crawlOf(people, {}, { pageSize: 2 });
		expect(records.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(collection).toMatchObject({
			complete: true,
			pages: 3,
			records: 5,
			uniqueIds: 5,
			duplicates: 0,
			restartedCursors: 0,
		});
		expect(collection).not.toHaveProperty('incompleteBecause');
		expect(collection).not.toHaveProperty('rereadTail');
	});

	it('hashes the canonical JSON of each raw record, sorted by id, LF after each', async () => {
		const { records, collection } = await crawlOf(people);
		const lines = [...people]
			.sort((a, b) => (String(a.id) < String(b.id) ? -1 : 1))
			.map((raw) => canonicalize(raw));
		const digest = (text: string) => createHash('sha256').update(text).digest('hex');
		expect(collection.recordsSha256).toBe(digest(lines.map((line) => `${line}\n`).join('')));
		expect(records.map(({ rawSha256 }) => rawSha256)).toEqual(
			lines.map((line) => digest(line ?? '')),
		);
	});

	it('has an identity and a digest that neither order nor clock changes', async () => {
		const first = await crawlOf(people, { rereads: true }, {}, tickingClock());
		const second = await crawlOf(
			[...people].reverse(),
			{ rereads: true },
			{ pageSize: 1 },
			tickingClock('2026-11-02T17:00:00Z'),
		);
		expect(second.collection.collectionId).toBe(first.collection.collectionId);
		expect(second.collection.recordsSha256).toBe(first.collection.recordsSha256);
		expect(second.collection.startedAt).not.toBe(first.collection.startedAt);
	});

	it('has another identity for another query or purpose', async () => {
		const ids = await Promise.all([
			crawlOf(people),
			crawlOf(people, { purpose: 'records' }),
			crawlOf(people, { requests: [{ path: '/opportunities', query: { archived: false } }] }),
		]);
		expect(new Set(ids.map(({ collection }) => collection.collectionId)).size).toBe(3);
	});

	it('counts as a duplicate what one list gives twice, not what two lists share', async () => {
		const both = [
			{ path: '/opportunities', query: { archived: false } },
			{ path: '/opportunities', query: {} },
		];
		const overlapping = await crawlOf(people, { requests: both });
		expect(overlapping.collection).toMatchObject({ records: 5, uniqueIds: 5, duplicates: 0 });

		const doubled = await crawlOf([...people, ...people.slice(0, 2)]);
		expect(doubled.collection).toMatchObject({ records: 7, uniqueIds: 5, duplicates: 2 });
		expect(doubled.records).toHaveLength(5);
	});

	it('keeps what was read when the list ends early, and says so', async () => {
		const { records, collection } = await crawlOf(
			people,
			{ rereads: true },
			{
				pageSize: 2,
				beforePage: ({ page }) => {
					if (page === 2) throw refused(503);
				},
			},
		);
		expect(records.map(({ id }) => id)).toEqual(['a', 'c']);
		expect(collection).toMatchObject({
			complete: false,
			incompleteBecause: expect.stringContaining('after 2 records'),
			failure: { reason: 'serverFault', httpStatus: 503 },
			records: 2,
		});
	});

	it('stops for a key that is not accepted', async () => {
		const reading = crawlOf(
			people,
			{},
			{
				beforePage: () => {
					throw refused(401);
				},
			},
		);
		await expect(reading).rejects.toMatchObject({ failure: { reason: 'unauthorized' } });
	});

	it('does not take a fault of the program for one of reading', async () => {
		const reading = crawlOf(
			people,
			{},
			{
				beforePage: () => {
					throw new TypeError('broken');
				},
			},
		);
		await expect(reading).rejects.toThrow(TypeError);
	});

	it('calls a record without an id a malformed answer', async () => {
		const { collection } = await crawlOf([opportunity('a'), opportunity('b', { id: 7 })]);
		expect(collection).toMatchObject({ complete: false, failure: { reason: 'malformedAnswer' } });
	});

	it('survives half a surrogate pair', async () => {
		const { records, collection } = await crawlOf([opportunity('a', { name: 'Ingrid \ud83d' })]);
		expect(collection.complete).toBe(true);
		expect(records[0]?.value).toBe('Ingrid \ufffd');
	});

	it('counts what the transport had to do for it', async () => {
		const fake = fakeLever(account({ opportunities: people }), {
			beforePage: () => {
				fake.counters.retries += 2;
				fake.counters.throttled += 1;
				fake.counters.restartedCursors += 1;
			},
		});
		fake.counters.retries = 10;
		const run = { client: fake.client, settings: settings(), now: tickingClock() };
		const { collection } = await crawl(run, plan());
		expect(collection).toMatchObject({ retries: 2, throttled: 1, restartedCursors: 1 });
	});
});

describe('a list of several pages', () => {
	const crowd = Array.from({ length: 40 }, (_, index) =>
		opportunity(`person-${index}`, { createdAt: at(AS_OF) - index * 40 * 86_400_000 }),
	);

	it('is read in windows of creation dates, which the record names', async () => {
		const { records, collection, requests } = await crawlOf(
			crowd,
			{ partition: 'createdAt' },
			{ pageSize: 5 },
		);
		expect(records).toHaveLength(40);
		expect(collection).toMatchObject({ complete: true, uniqueIds: 40, duplicates: 0 });
		const [list, ...windows] = collection.requests;
		expect(list?.query).toEqual({ limit: '100' });
		expect(windows.length).toBeGreaterThan(3);
		expect(requests.filter(({ page }) => page === 1).map(({ query }) => query)).toEqual(
			collection.requests.map(({ query }) => query),
		);
	});

	it('has the same identity whatever the windows are', async () => {
		const cut = await crawlOf(crowd, { partition: 'createdAt' }, { pageSize: 5 });
		const whole = await crawlOf(crowd, {}, { pageSize: 5 });
		expect(cut.collection.collectionId).toBe(whole.collection.collectionId);
		expect(cut.collection.recordsSha256).toBe(whole.collection.recordsSha256);
	});

	it('says what it has when a window cannot be read', async () => {
		const { records, collection } = await crawlOf(
			crowd,
			{ partition: 'createdAt', rereads: true },
			{
				pageSize: 5,
				beforePage: ({ query, page }) => {
					if (query.created_at_end !== undefined && page === 2) throw refused(503);
				},
			},
		);
		expect(records.length).toBeGreaterThan(0);
		expect(records.length).toBeLessThan(40);
		expect(collection).toMatchObject({
			complete: false,
			failure: { reason: 'serverFault' },
			incompleteBecause: expect.stringContaining(`after ${records.length} records`),
		});
	});
});

describe('the second read', () => {
	const requests = [{ path: '/opportunities', query: { archived: false } }];

	it('asks for what changed since the crawl began, with the same filters and some overlap', async () => {
		const { requests: sent, collection } = await crawlOf(people, { requests, rereads: true });
		const start = at(AS_OF) + 1000 - 15 * 60_000;
		expect(sent.map(({ query }) => query)).toEqual([
			{ archived: 'false', limit: '100' },
			{ archived: 'false', limit: '100', updated_at_start: String(start) },
		]);
		expect(collection.requests.map(({ query }) => query)).toEqual(sent.map(({ query }) => query));
		expect(collection.rereadTail).toEqual({ records: 0, added: 0, changed: 0 });
	});

	it('asks for what was created since, too, where lists are cut by creation', async () => {
		const { requests: sent, collection } = await crawlOf(people, {
			requests,
			rereads: true,
			partition: 'createdAt',
		});
		const start = String(at(AS_OF) + 1000 - 15 * 60_000);
		expect(sent.map(({ query }) => query)).toEqual([
			{ archived: 'false', limit: '100' },
			{ archived: 'false', limit: '100', updated_at_start: start },
			{ archived: 'false', limit: '100', created_at_start: start },
		]);
		expect(collection.requests.map(({ query }) => query)).toEqual(sent.map(({ query }) => query));
	});

	it('finds a record that moved to a page already read', async () => {
		const living = people.map((person) => ({ ...person }));
		const { records, collection } = await crawlOf(
			living,
			{ requests, rereads: true },
			{
				pageSize: 2,
				beforePage: ({ page }) => {
					// "e" jumps to the front, so that the pages after the first never show it.
					if (page !== 2) return;
					const [moved] = living.splice(3, 1);
					if (moved) living.unshift({ ...moved, updatedAt: at(AS_OF) });
				},
			},
		);
		expect(records.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e']);
		expect(collection.rereadTail).toEqual({ records: 1, added: 1, changed: 0 });
		expect(collection).toMatchObject({ records: 6, uniqueIds: 5, duplicates: 1, complete: true });
	});

	it('takes the newer state of a record', async () => {
		const living = [opportunity('a', { name: 'Before' })];
		const { records, collection } = await crawlOf(
			living,
			{ requests, rereads: true },
			{
				beforePage: ({ query }) => {
					if (query.updated_at_start === undefined) return;
					living[0] = opportunity('a', { name: 'After', updatedAt: at(AS_OF) });
				},
			},
		);
		expect(records[0]?.value).toBe('After');
		expect(collection.rereadTail).toEqual({ records: 1, added: 0, changed: 1 });
	});

	it('leaves the collection incomplete when it fails', async () => {
		const { records, collection } = await crawlOf(
			people,
			{ requests, rereads: true },
			{
				beforePage: ({ query }) => {
					if (query.updated_at_start !== undefined) throw refused(503);
				},
			},
		);
		expect(records).toHaveLength(5);
		expect(collection).toMatchObject({
			complete: false,
			incompleteBecause: expect.stringContaining('What changed during the read'),
		});
	});

	it('is not made when there was nothing to read', async () => {
		const { requests: sent, collection } = await crawlOf(people, { requests: [], rereads: true });
		expect(sent).toEqual([]);
		expect(collection).toMatchObject({ complete: true, records: 0, requests: [] });
	});
});

describe('what a key may be refused', () => {
	const extras = ['confidential', 'applications', 'contact'] as const;
	const people = [
		opportunity('open', archived(HIRED, '2026-10-01T09:00:00Z')),
		opportunity('secret', { confidentiality: 'confidential' }),
	];

	it('asks for everything first', async () => {
		const { requests, collection, refused: without } = await crawlOf(people, { extras });
		expect(requests[0]?.query).toEqual({
			confidentiality: 'all',
			expand: ['applications', 'contact'],
			limit: '100',
		});
		expect(requests).toHaveLength(1);
		expect(without).toEqual([]);
		expect(collection.visibility.confidential).toBe('included');
		expect(collection.rule).toBe('Everybody.');
	});

	it('reads the rest without confidential records, and says that these were not tested', async () => {
		const {
			requests,
			records,
			collection,
			refused: without,
		} = await crawlOf(
			people,
			{ extras },
			{
				beforePage: ({ query }) => {
					if (query.confidentiality === 'all') throw refused(403);
				},
			},
		);
		expect(records.map(({ id }) => id)).toEqual(['open']);
		expect(requests).toHaveLength(2);
		expect(without).toEqual(['confidential']);
		expect(collection).toMatchObject({ complete: true, visibility: { confidential: 'forbidden' } });
		expect(collection.rule).toContain('Confidential hires were not tested');
		expect(collection.requests[0]?.query).not.toHaveProperty('confidentiality');
	});

	it.each([400, 403])('goes on without expanded applications (status %i)', async (status) => {
		const { records, collection } = await crawlOf(
			people,
			{ extras },
			{
				beforePage: ({ query }) => {
					if ([query.expand].flat().includes('applications')) throw refused(status);
				},
			},
		);
		expect(records).toHaveLength(2);
		expect(collection.visibility.confidential).toBe('included');
		expect(collection.rule).toContain('Applications could not be read');
		expect(collection.requests[0]?.query.expand).toEqual(['contact']);
	});

	it('names the list when nothing at all is allowed', async () => {
		const { requests, collection } = await crawlOf(
			people,
			{ extras },
			{
				beforePage: () => {
					throw refused(403);
				},
			},
		);
		expect(requests).toHaveLength(8);
		expect(requests.at(-1)?.query).toEqual({ limit: '100' });
		expect(collection).toMatchObject({
			complete: false,
			failure: { reason: 'forbidden', httpStatus: 403 },
			visibility: { confidential: 'forbidden' },
		});
	});

	it('does not ask again for what was refused before in this run', async () => {
		const { requests, collection } = await crawlOf(people, { extras, refused: ['confidential'] });
		expect(requests[0]?.query).toEqual({ expand: ['applications', 'contact'], limit: '100' });
		expect(collection.visibility.confidential).toBe('forbidden');
	});

	it('does not take an outage for a refusal', async () => {
		const { requests, collection } = await crawlOf(
			people,
			{ extras },
			{
				beforePage: () => {
					throw refused(503);
				},
			},
		);
		expect(requests).toHaveLength(1);
		expect(collection.failure?.reason).toBe('serverFault');
	});

	it('drops as little as it can', () => {
		const choices = everFewer(extras);
		expect(choices.map(({ length }) => length)).toEqual([3, 2, 2, 2, 1, 1, 1, 0]);
		expect(choices[1]).toEqual(['applications', 'contact']);
		expect(new Set(choices.map(String)).size).toBe(8);
	});
});
