import { describe, expect, it } from 'vitest';

import {
	company,
	generatedCompany,
	restingCompany,
	SHAPE_NAMES,
	type Shape,
} from './support/companies.mts';
import { below, pick, seeded } from './support/random.mts';
import { simulate } from './support/simulation.mts';

const RATE = 10;
const BURST = 20;
const PAGE = 100;

/** Seconds in which a list of so many pages can be read at all at Lever's rate limit. */
const boundOf = (pages: number) => Math.max(0, (pages - BURST) / RATE);

describe('a crawl of 20,000 opportunities', () => {
	const cases = (['even', 'skewed'] as const).flatMap((shape) =>
		[40, 200, 600].map((latencyMs) => ({ shape, latencyMs })),
	);

	it.each(cases)(
		'takes at most 1.2 times what the rate limit allows ($shape company, $latencyMs ms)',
		async ({ shape, latencyMs }) => {
			const pages = 20_000 / PAGE;
			for (const list of [company(shape, 20_000, 1), generatedCompany(shape, 20_000, 1)]) {
				const run = await simulate(list, { latencyMs });
				expect(run.summary.complete).toBe(true);
				expect(new Set(run.ids).size).toBe(20_000);
				expect(run.elapsedMs / 1000).toBeLessThanOrEqual(
					1.2 * (boundOf(pages) + (3 * latencyMs) / 1000),
				);
				expect(run.requests.length).toBeLessThanOrEqual(1.15 * pages + 10);
			}
		},
	);
});

/** What so many companies of one shape needed, in order */
interface Study {
	seconds: number[];
	requests: number[];
}

const STUDIED = 12;

/** Companies that rest for up to two months, Lever's own limit, and answer times that differ by a fifth. */
async function study(shape: Shape, latencyMs: number): Promise<Study> {
	const runs: Study = { seconds: [], requests: [] };
	for (let seed = 1; seed <= STUDIED; seed += 1) {
		const random = seeded(seed * 977);
		const list = restingCompany(shape, 20_000, seed, random() ** 2 * 60);
		const run = await simulate(list, {
			latencyMs: () => latencyMs * (0.8 + 0.4 * random()),
			rateLimit: true,
		});
		expect(run.summary, `seed ${seed}`).toMatchObject({ complete: true, uniqueIds: 20_000 });
		runs.seconds.push(run.elapsedMs / 1000);
		runs.requests.push(run.requests.length);
	}
	return {
		seconds: runs.seconds.sort((a, b) => a - b),
		requests: runs.requests.sort((a, b) => a - b),
	};
}

describe(`${STUDIED} companies of 20,000 opportunities`, () => {
	const wantedSeconds = (latencyMs: number) => 1.2 * (boundOf(200) + (3 * latencyMs) / 1000);
	const middle = (sorted: readonly number[]) => sorted[Math.floor(sorted.length / 2)] ?? Infinity;
	const cases = (['even', 'skewed'] as const).flatMap((shape) => [
		{ shape, latencyMs: 40, usual: 19, slowest: 19.1 },
		{ shape, latencyMs: 200, usual: 20.9, slowest: 21.5 },
		{ shape, latencyMs: 600, usual: 23.1, slowest: wantedSeconds(600) },
	]);

	it.each(cases)(
		'are read in the wanted time, however long answers take ($shape, $latencyMs ms)',
		async ({ shape, latencyMs, usual, slowest }) => {
			const { seconds, requests } = await study(shape, latencyMs);
			expect(slowest).toBeLessThanOrEqual(wantedSeconds(latencyMs));
			expect(middle(seconds)).toBeLessThanOrEqual(usual);
			expect(seconds.at(-1)).toBeLessThanOrEqual(slowest);
			expect(middle(requests)).toBeLessThanOrEqual(226);
			expect(requests.at(-1)).toBeLessThanOrEqual(230);
		},
		120_000,
	);
});

describe('a small company', () => {
	it('of one page costs two requests more than its list', async () => {
		for (const size of [0, 1, 30, 100]) {
			const run = await simulate(company('even', size, 1));
			expect(run.requests.length).toBe(3);
			expect(run.summary).toMatchObject({ complete: true, uniqueIds: size });
		}
	});

	it.each([101, 150, 250, 400, 900, 2000])(
		'of %i keeps the same bound of requests',
		async (size) => {
			for (const latencyMs of [40, 200, 600]) {
				const run = await simulate(company('even', size, 2), { latencyMs });
				// Each of the windows that are looked at first may be one page that is not full.
				expect(run.requests.length).toBeLessThanOrEqual(1.15 * Math.ceil(size / PAGE) + 16);
				expect(run.ids).toHaveLength(size);
			}
		},
	);
});

describe('companies of every shape', () => {
	/** These are read twice, since everything in them was created after the crawl or just before. */
	const readTwice: Shape[] = ['lately', 'future'];

	it.each(SHAPE_NAMES)(
		'%s: 8,000 opportunities cost few more requests than pages',
		async (shape) => {
			const pages = readTwice.includes(shape) ? 160 : 80;
			for (const latencyMs of [40, 200, 600]) {
				const run = await simulate(company(shape, 8000, 3), { latencyMs });
				expect(run.summary.complete).toBe(true);
				expect(new Set(run.ids).size).toBe(8000);
				expect(run.requests.length).toBeLessThanOrEqual(1.6 * pages + 20);
			}
		},
	);

	it('is read completely, whatever its size, dates, answer times and pace (2000 companies)', async () => {
		for (let seed = 1; seed <= 2000; seed += 1) {
			const random = seeded(seed);
			const size = below(random, random() < 0.1 ? 3000 : 400);
			const largestPage = pick(random, [3, 10, 100]);
			const latencies = pick(random, [[5], [20, 300], [800, 3000]]);
			const requestsPerSecond = pick(random, [1, 10, 50]);
			const list = company(pick(random, SHAPE_NAMES), size, seed, largestPage);
			const run = await simulate(list, {
				latencyMs: () => pick(random, latencies),
				pace: { requestsPerSecond, burst: 2 * requestsPerSecond },
			});
			expect(run.summary, `seed ${seed}`).toMatchObject({
				complete: true,
				records: size,
				uniqueIds: size,
				duplicates: 0,
			});
			expect(run.ids, `seed ${seed}`).toHaveLength(size);
			const pages = Math.ceil(size / largestPage);
			expect(run.requests.length, `seed ${seed}`).toBeLessThanOrEqual(4 * pages + 60);
		}
	}, 300_000);
});
