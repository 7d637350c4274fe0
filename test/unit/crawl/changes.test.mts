import { describe, expect, it } from 'vitest';

import { httpFault, networkFault } from '../transport/support.mts';
import { company, NOW, SHAPE_NAMES } from './support/companies.mts';
import type { Listed } from './support/leverList.mts';
import { below, pick, seeded } from './support/random.mts';
import { simulate, type Simulated } from './support/simulation.mts';
import { WorkingCompany } from './support/work.mts';

/** Small pages make long lists of few records, so that thousands of crawls take seconds. */
const PAGE = 8;
const RUNS = 2500;
const DAY_MS = 86_400_000;

interface Run extends Simulated {
	company: WorkingCompany;
	/** Faults that Lever answered with */
	faults: number;
}

/** What Lever answers with in a bad moment; some pass when they are tried again. */
const FAULTS = [
	() => httpFault(429),
	() => httpFault(429, {}, { 'retry-after': '2' }),
	() => httpFault(500),
	() => httpFault(503, '<html>maintenance</html>'),
	() => networkFault('ECONNRESET'),
	() => httpFault(403),
	() => httpFault(400),
];

/** One crawl of a random company at work; everything about it follows from the seed. */
async function crawlAtWork(seed: number, withFaults: boolean): Promise<Run> {
	const random = seeded(seed);
	const activeOnly = random() < 0.3;
	const since = random() < 0.2 ? NOW - Math.floor(random() * 1000 * DAY_MS) : null;
	const list = company(pick(random, SHAPE_NAMES), below(random, 260), seed, PAGE);
	const asked = ({ archived, createdAt }: Listed) =>
		!(activeOnly && archived) && createdAt >= (since ?? -Infinity);
	const atWork = new WorkingCompany(list, random, asked);
	const haste = random() * 3;
	const badMoments = withFaults ? random() * 0.1 : 0;
	const latency = pick(random, [20, 200, 700]);
	let faults = 0;
	const simulated = await simulate(list, {
		latencyMs: () => latency * (0.5 + random()),
		plan: {
			query: {
				...(activeOnly && { archived: false }),
				...(since !== null && { created_at_start: since }),
			},
			digest: random() < 0.5,
		},
		meanwhile: ({ now }) => {
			for (let changes = random() * haste; changes > random(); changes -= 1) atWork.work(now);
			if (random() >= badMoments) return;
			if (random() < 0.4) return list.forgetCursors();
			faults += 1;
			throw pick(random, FAULTS)();
		},
	});
	return { ...simulated, company: atWork, faults };
}

/** Everything that existed from begin to end is there, and nothing twice. */
function expectWhole(seed: number, { ids, company: { throughout } }: Run): void {
	const given = new Set(ids);
	expect(ids.length, `seed ${seed}: records given`).toBe(given.size);
	const missing = [...throughout].filter((id) => !given.has(id));
	expect(missing, `seed ${seed}: records missing`).toEqual([]);
}

describe('a crawl of a company at work', () => {
	it(`gives everything that existed throughout, once, and says complete (${RUNS} companies)`, async () => {
		let changes = 0;
		let rescued = 0;
		for (let seed = 1; seed <= RUNS; seed += 1) {
			const run = await crawlAtWork(seed, false);
			expect(run.fault, `seed ${seed}`).toBeNull();
			expect(run.summary, `seed ${seed}`).toMatchObject({
				complete: true,
				uniqueIds: run.ids.length,
			});
			expectWhole(seed, run);
			changes += run.company.changes;
			rescued += run.summary.rereadTail?.added ?? 0;
		}
		// Otherwise the test would show nothing: the second read has to find what the first one skipped.
		expect(changes).toBeGreaterThan(RUNS * 10);
		expect(rescued).toBeGreaterThan(RUNS / 10);
	}, 300_000);

	it(`says complete only when it is, whatever Lever answers (${RUNS} companies)`, async () => {
		let complete = 0;
		let helped = 0;
		for (let seed = 1; seed <= RUNS; seed += 1) {
			const run = await crawlAtWork(seed, true);
			const { summary, fault } = run;
			expect(new Set(run.ids).size, `seed ${seed}`).toBe(run.ids.length);
			expect(summary.complete, `seed ${seed}`).toBe(fault === null);
			if (fault === null) {
				expectWhole(seed, run);
				complete += 1;
				if (run.faults > 0) helped += 1;
			} else {
				expect(summary.incompleteBecause, `seed ${seed}`).toContain(fault.message);
				expect(summary.failure, `seed ${seed}`).toEqual(fault.failure);
			}
		}
		expect(complete).toBeGreaterThan(RUNS / 4);
		expect(complete).toBeLessThan(RUNS);
		expect(helped).toBeGreaterThan(0);
	}, 300_000);
});
