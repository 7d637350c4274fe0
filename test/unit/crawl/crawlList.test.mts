import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';
import { describe, expect, it } from 'vitest';

import { httpFault } from '../transport/support.mts';
import { company, NOW } from './support/companies.mts';
import { LeverList, type Listed } from './support/leverList.mts';
import { crawlOf, simulate } from './support/simulation.mts';

const DAY_MS = 86_400_000;
const OVERLAP_MS = 15 * 60_000;

describe('the requests of a crawl', () => {
	it('are the list and what changed or was created since, where there is one page', async () => {
		const { requests, summary } = await simulate(company('even', 40, 1), {
			plan: { query: { archived: true } },
		});
		const since = String(NOW - OVERLAP_MS);
		const [list, changed, created] = requests;
		expect(requests).toHaveLength(3);
		expect(list).toEqual({ archived: 'true', limit: '100' });
		expect(changed).toEqual({ archived: 'true', limit: '100', updated_at_start: since });
		expect(created).toEqual({ archived: 'true', limit: '100', created_at_start: since });
		expect(summary.requests.list.query).toEqual(list);
		expect(summary.requests.reread.map(({ query }) => query)).toEqual([changed, created]);
	});

	it('are windows that do not overlap and leave nothing out, besides pilots inside of them', async () => {
		const { summary } = await simulate(company('even', 6000, 1), { latencyMs: 600 });
		const windows = summary.requests.windows.map(({ query }) => ({
			from: Number(query.created_at_start ?? -Infinity),
			to: Number(query.created_at_end ?? Infinity),
		}));
		// A window that was cut and a pilot stand beside the windows that make up the list.
		let from = -Infinity;
		while (from < Infinity) {
			const narrowest = windows
				.filter((window) => window.from === from)
				.sort((a, b) => a.to - b.to)[0];
			expect(narrowest, `a window that begins at ${from}`).toBeDefined();
			from = (narrowest?.to ?? Infinity) + 1;
		}
	});

	it('stay within the dates that the filters name', async () => {
		const [from, to] = [NOW - 900 * DAY_MS, NOW - 200 * DAY_MS];
		const list = company('even', 4000, 2);
		const { requests, ids, summary } = await simulate(list, {
			latencyMs: 600,
			plan: { query: { created_at_start: from, created_at_end: to } },
		});
		for (const query of requests) {
			expect(Number(query.created_at_start)).toBeGreaterThanOrEqual(from);
			expect(Number(query.created_at_end)).toBeLessThanOrEqual(to);
		}
		const inside = list.records.filter(({ createdAt }) => createdAt >= from && createdAt <= to);
		expect([...ids].sort()).toEqual(inside.map(({ id }) => id).sort());
		// What was created since cannot stand in a list that ends before.
		expect(summary.requests.reread).toHaveLength(1);
		expect(summary.complete).toBe(true);
	});

	it('look for changes no earlier than the filters do', async () => {
		const { summary } = await simulate(company('even', 10, 2), {
			plan: { query: { updated_at_start: NOW + 1000 } },
		});
		expect(summary.requests.reread[0]?.query.updated_at_start).toBe(String(NOW + 1000));
	});

	it('are one cursor and no second read where the plan says so', async () => {
		const { requests, ids } = await simulate(company('even', 450, 3), {
			plan: { partition: null, reread: false },
		});
		expect(requests).toHaveLength(5);
		expect(ids).toHaveLength(450);
	});
});

describe('what a crawl gives', () => {
	it('is each record once, and newer states apart', async () => {
		const list = company('even', 900, 4);
		const [moved] = list.records;
		if (moved === undefined) throw new Error('There is no record');
		const seen: Listed[] = [];
		const run = await simulate(list, {
			plan: { digest: true },
			meanwhile: ({ query, now }) => {
				if (query.updated_at_start === undefined) return;
				list.put({ ...moved, rank: 9, updatedAt: now });
			},
			onBatch: (records) => {
				for (const record of records) seen.push(record);
			},
		});
		expect(run.ids).toHaveLength(900);
		expect(seen.filter(({ id }) => id === moved.id)).toHaveLength(1);
		expect(run.given.get(moved.id)?.rank).toBe(9);
		expect(run.summary.rereadTail).toMatchObject({ added: 0, changed: 1 });
	});

	it('has a digest over the digests of the records, sorted by id', async () => {
		const list = company('even', 230, 5);
		const { summary } = await simulate(list, { plan: { digest: true } });
		const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
		const lines = list.records
			.sort((a, b) => (a.id < b.id ? -1 : 1))
			.map((record) => `${sha256(canonicalize(record) ?? '')}\n`);
		expect(summary.digestsSha256).toBe(sha256(lines.join('')));
	});

	it('is the same whatever the answer times', async () => {
		const digests = await Promise.all(
			[10, 200, 900].map(async (latencyMs) => {
				const run = await simulate(company('skewed', 3000, 6), {
					latencyMs,
					plan: { digest: true },
				});
				return run.summary.digestsSha256;
			}),
		);
		expect(new Set(digests).size).toBe(1);
	});
});

describe('a list that cannot be cut', () => {
	it('is read with its cursor when Lever does not take the filters', async () => {
		const list = company('even', 1500, 7);
		const page = list.page.bind(list);
		list.page = ({ created_at_start: _start, created_at_end: _end, ...query }) => page(query);
		const run = await simulate(list);
		expect(run.ids).toHaveLength(1500);
		expect(new Set(run.ids).size).toBe(1500);
		expect(run.summary.complete).toBe(true);
		expect(run.requests.length).toBeLessThan(50);
	});

	it.each([undefined, null, '2026-01-01'])(
		'is read with its cursor when records say %j for their creation',
		async (createdAt) => {
			const list = company('even', 300, 8);
			const page = list.page.bind(list);
			list.page = (query) => {
				const body = page(query);
				return { ...body, data: body.data.map((record) => ({ ...record, createdAt })) } as never;
			};
			const run = await simulate(list, { plan: { reread: false } });
			expect(run.ids).toHaveLength(300);
			expect(run.summary.requests.windows).toEqual([]);
			expect(run.requests).toHaveLength(3);
		},
	);

	it('is read window by window when everything was created in one millisecond', async () => {
		const run = await simulate(company('instant', 2000, 9), { latencyMs: 600 });
		expect(run.ids).toHaveLength(2000);
		expect(run.summary.complete).toBe(true);
		expect(run.requests.length).toBeLessThan(60);
	});
});

describe('a crawl that ends early', () => {
	it('stops within one request when a window cannot be read', async () => {
		let refusedAt = 0;
		const run = await simulate(company('even', 9000, 10), {
			latencyMs: 600,
			meanwhile: ({ number }) => {
				if (number !== 60) return;
				refusedAt = number;
				throw httpFault(403);
			},
		});
		expect(refusedAt).toBe(60);
		expect(run.fault?.failure).toMatchObject({ reason: 'forbidden', httpStatus: 403 });
		// Those that were under way when the refusal came.
		expect(run.requests.length).toBeLessThanOrEqual(60 + 10);
		expect(run.ids.length).toBeGreaterThan(1000);
		expect(run.summary).toMatchObject({ complete: false, uniqueIds: run.ids.length });
		expect(run.summary.incompleteBecause).toContain(`after ${run.ids.length} records`);
	});

	it.each(['plan', 'execution'])(
		'stops within one request when the %s is cancelled',
		async (whose) => {
			const stop = new AbortController();
			let sent = 0;
			const run = await simulate(company('even', 9000, 11), {
				latencyMs: 600,
				...(whose === 'plan' ? { plan: { signal: stop.signal } } : { signal: stop.signal }),
				meanwhile: ({ number }) => {
					if (number === 50) stop.abort();
					sent = number;
				},
			});
			expect(run.fault?.failure.reason).toBe('cancelled');
			expect(run.summary.complete).toBe(false);
			expect(sent).toBeLessThanOrEqual(50 + 10);
		},
	);

	it('is not complete, and sends nothing more, when the reader has enough', async () => {
		const list = company('even', 9000, 12);
		const { crawl, requests, clock } = crawlOf(list, { latencyMs: 600 });
		let given = 0;
		for await (const { records } of crawl) {
			given += records.length;
			if (given >= 2000) break;
		}
		const sent = requests.length;
		await clock.sleep(60_000);
		expect(requests.length).toBeLessThanOrEqual(sent + 1);
		expect(crawl.summary()).toMatchObject({ complete: false, uniqueIds: given });
		expect(crawl.summary().failure).toBeUndefined();
	});

	it('says that what changed is missing when the second read fails', async () => {
		const run = await simulate(company('even', 300, 13), {
			meanwhile: ({ query }) => {
				if (query.updated_at_start !== undefined) throw httpFault(403);
			},
		});
		expect(run.ids).toHaveLength(300);
		expect(run.summary.complete).toBe(false);
		expect(run.summary.incompleteBecause).toContain('What changed during the read');
	});

	it('calls a record without an ID a malformed answer', async () => {
		const list = new LeverList([]);
		list.page = () => ({ data: [{ id: '' } as Listed], hasNext: false });
		const run = await simulate(list);
		expect(run.fault?.failure.reason).toBe('malformedAnswer');
		expect(run.summary.complete).toBe(false);
	});
});

describe('a slow reader', () => {
	it('slows the requests down: only a few pages wait for it', async () => {
		let given = 0;
		let most = 0;
		await simulate(company('even', 6000, 14), {
			latencyMs: 600,
			onBatch: async (_records, sent, clock) => {
				given += 1;
				most = Math.max(most, sent - given);
				await clock.sleep(3000);
			},
		});
		expect(most).toBeLessThanOrEqual(10);
		expect(given).toBeGreaterThan(60);
	});
});
