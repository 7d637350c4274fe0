import { describe, expect, it } from 'vitest';

import { fc, test } from './fastCheck.mts';
import { all, httpFault, rejection, scriptedClient } from './support.mts';
import type { SentRequest } from './support.mts';

const stale = () => httpFault(400, { code: 'BadRequestError', message: 'Invalid offset token' });
const page = (ids: string[], next?: string) => ({
	data: ids.map((id) => ({ id })),
	hasNext: next !== undefined,
	...(next !== undefined && { next }),
});
const cursor = (...key: unknown[]) => encodeURIComponent(JSON.stringify(key));

describe('pages', () => {
	it('asks for 100 and follows the cursor unchanged until hasNext is false', async () => {
		const next = cursor(3, 1_767_603_600_000, '3f1c8a52');
		const { client, sent } = scriptedClient([page(['a', 'b'], next), page(['c'])]);
		expect(await all(client.pages('/opportunities', { tag: ['x', 'y'] }))).toEqual([
			{ id: 'a' },
			{ id: 'b' },
			{ id: 'c' },
		]);
		expect(sent.map(({ query }) => query)).toEqual([
			{ limit: '100', tag: ['x', 'y'] },
			{ limit: '100', tag: ['x', 'y'], offset: next },
		]);
		expect(next).toMatch(/^%5B/);
	});

	it('takes the limit of the query, and numbers the pages', async () => {
		const { client, sent } = scriptedClient([page(['a'], cursor(1)), page(['b'])]);
		const pages = [];
		for await (const one of client.pages('/users', { limit: 1 })) pages.push(one);
		expect(sent[0]?.query).toEqual({ limit: '1' });
		expect(pages).toEqual([
			{ data: [{ id: 'a' }], number: 1, last: false, next: cursor(1) },
			{ data: [{ id: 'b' }], number: 2, last: true },
		]);
	});

	it('begins at a given cursor', async () => {
		const { client, sent } = scriptedClient([page(['b'])]);
		await all(client.pages('/users', { offset: cursor(5) }));
		expect(sent[0]?.query.offset).toBe(cursor(5));
	});

	it('treats a missing hasNext as the end, and hasNext false as the end even with next', async () => {
		const first = scriptedClient([{ data: [{ id: 'a' }] }]);
		expect(await all(first.client.pages('/tags'))).toHaveLength(1);
		const second = scriptedClient([{ data: [], hasNext: false, next: cursor(1) }]);
		expect(await all(second.client.pages('/tags'))).toHaveLength(0);
	});

	it.each([
		['hasNext without next', { data: [], hasNext: true }, 'malformedAnswer'],
		['hasNext with an empty next', { data: [], hasNext: true, next: '' }, 'malformedAnswer'],
		['no data', { hasNext: false }, 'malformedAnswer'],
		['data that is no list', { data: { id: 'a' } }, 'malformedAnswer'],
		['a web page', '<!doctype html><title>Sign in</title>', 'malformedAnswer'],
		['half an answer', '{"data": [', 'malformedAnswer'],
		['nothing', '', 'malformedAnswer'],
	])('stops at %s', async (_what, answer, reason) => {
		const { client } = scriptedClient([answer]);
		expect(await rejection(all(client.pages('/users')))).toMatchObject({ failure: { reason } });
	});

	it('says what a web page may be', async () => {
		const { client } = scriptedClient(['<html></html>']);
		const error = await rejection(all(client.pages('/users')));
		expect(String(error)).toContain('api.lever.co answered with a web page instead of data.');
		expect(String(error)).toContain("'Base URL'");
	});

	it('stops when a cursor repeats', async () => {
		const { client, sent } = scriptedClient((_request, index) =>
			page([`r${index}`], cursor('x', index % 3)),
		);
		expect(await rejection(all(client.pages('/tags')))).toMatchObject({
			failure: { reason: 'repeatedCursor' },
		});
		expect(sent).toHaveLength(4);
	});

	it('stops when the cursor goes backwards', async () => {
		const { client } = scriptedClient((_request, index) =>
			page([`r${index}`], cursor(index < 3 ? index * 10 : 5, 1_767_603_600_000 + index, 'id')),
		);
		expect(await rejection(all(client.pages('/opportunities')))).toMatchObject({
			failure: { reason: 'repeatedCursor' },
		});
	});

	it('goes on over empty pages, but not for ever', async () => {
		const few = scriptedClient([page([], cursor(1)), page([], cursor(2)), page(['a'])]);
		expect(await all(few.client.pages('/users'))).toEqual([{ id: 'a' }]);
		const many = scriptedClient((_request, index) => page([], cursor(index)));
		expect(await rejection(all(many.client.pages('/users')))).toMatchObject({
			failure: { reason: 'repeatedCursor' },
		});
		expect(many.sent.length).toBeLessThan(30);
	});

	it('starts again once when Lever refuses its own cursor', async () => {
		const { client, sent } = scriptedClient([
			page(['a'], cursor(1)),
			stale(),
			page(['a'], cursor(1)),
			page(['b']),
		]);
		expect(await all(client.pages('/opportunities'))).toEqual([
			{ id: 'a' },
			{ id: 'a' },
			{ id: 'b' },
		]);
		expect(sent.map(({ query }) => query.offset)).toEqual([
			undefined,
			cursor(1),
			undefined,
			cursor(1),
		]);
		expect(client.counters.restartedCursors).toBe(1);
	});

	it('gives up when the second start goes the same way', async () => {
		const { client } = scriptedClient([page(['a'], 'c1'), stale(), page(['a'], 'c1'), stale()]);
		expect(await rejection(all(client.pages('/opportunities')))).toMatchObject({
			failure: { reason: 'badRequest', httpStatus: 400 },
		});
	});

	it('does not start again when no cursor was sent', async () => {
		const { client, sent } = scriptedClient([stale()]);
		await rejection(all(client.pages('/opportunities')));
		expect(sent).toHaveLength(1);
	});

	test.prop([
		fc.uniqueArray(fc.uuid(), { maxLength: 60 }),
		fc.integer({ min: 1, max: 7 }),
		fc.array(fc.constantFrom(429, 503), { maxLength: 4 }),
	])(
		'gives every record once and in order, whatever the page size and the faults',
		async (ids, size, faults) => {
			const left = [...faults];
			const serve = ({ query }: SentRequest) => {
				const fault = left.pop();
				if (fault !== undefined) return httpFault(fault);
				const from = typeof query.offset === 'string' ? Number(query.offset) : 0;
				const to = from + size;
				return page(ids.slice(from, to), to < ids.length ? String(to) : undefined);
			};
			const { client } = scriptedClient(serve);
			expect(await all(client.pages('/opportunities'))).toEqual(ids.map((id) => ({ id })));
		},
	);
});
