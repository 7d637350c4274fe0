import { describe, expect, it } from 'vitest';

import { randomChanges, startMock, type FaultName } from '../../../mock-lever/index.mts';
import { crawlList, type CrawlSummary } from '../../../nodes/shared/crawl/index.ts';
import { LeverReadError } from '../../../nodes/shared/transport/faults/leverReadError.ts';
import { clientOf } from './support/mockClient.mts';
import { below, pick, seeded } from './support/random.mts';

interface MockRun {
	ids: string[];
	summary: CrawlSummary;
	fault: LeverReadError | null;
	/** Ids of opportunities that were there from begin to end */
	throughout: string[];
	changes: number;
}

/** What a crawl must survive, or say that it did not. `noAnswer` takes a minute and is tested elsewhere. */
const FAULTS: readonly FaultName[] = [
	'rateLimited',
	'serverError',
	'badGatewayPage',
	'unavailable',
	'resetBeforeAnswer',
	'resetInsideBody',
	'truncatedJson',
	'pageInsteadOfData',
	'nextMissing',
	'cursorRepeats',
	'emptyPageGoesOn',
	'recordTwice',
	'cursorInvalid',
	'forbidden',
	'unknownFields',
	'nullForText',
];

/** One crawl of the mock over HTTP, while people work in it. */
async function crawlMock(seed: number, fault?: FaultName): Promise<MockRun> {
	const random = seeded(seed);
	const mock = await startMock({
		scenario: 'generated',
		size: 600 + below(random, 1500),
		shape: pick(random, ['even', 'skewed']),
		seed,
		rateLimit: false,
	});
	try {
		const opportunities = () => mock.world.store.database().opportunities;
		const atBegin = opportunities().map(({ id }) => id);
		const work = randomChanges(mock.world, seed);
		let changes = 0;
		const client = clientOf(mock, () => {
			const wanted = below(random, 4);
			work.make(wanted);
			changes += wanted;
		});
		if (fault !== undefined) {
			mock.faults.add({ fault, path: '/opportunities', after: below(random, 25) });
		}
		const crawl = crawlList<{ id: string }>(client, {
			path: '/opportunities',
			query: { confidentiality: 'all' },
			idOf: ({ id }) => id,
			partition: 'createdAt',
			reread: true,
		});
		const ids: string[] = [];
		let stoppedBy: LeverReadError | null = null;
		try {
			for await (const { records } of crawl) for (const { id } of records) ids.push(id);
		} catch (error) {
			if (!(error instanceof LeverReadError)) throw error;
			stoppedBy = error;
		}
		const atEnd = new Set(opportunities().map(({ id }) => id));
		return {
			ids,
			summary: crawl.summary(),
			fault: stoppedBy,
			throughout: atBegin.filter((id) => atEnd.has(id)),
			changes,
		};
	} finally {
		await mock.close();
	}
}

function expectWhole({ ids, throughout }: MockRun, what: string): void {
	const given = new Set(ids);
	expect(ids.length, what).toBe(given.size);
	expect(
		throughout.filter((id) => !given.has(id)),
		what,
	).toEqual([]);
}

describe('a crawl of the mock at work', () => {
	it('gives everything that existed throughout, once (24 companies)', async () => {
		let changes = 0;
		for (let seed = 1; seed <= 24; seed += 1) {
			const run = await crawlMock(seed);
			expect(run.summary, `seed ${seed}`).toMatchObject({ complete: true });
			expectWhole(run, `seed ${seed}`);
			changes += run.changes;
		}
		expect(changes).toBeGreaterThan(1000);
	}, 180_000);

	it.each(FAULTS)('says complete only when it is: %s', async (fault) => {
		for (const seed of [101, 102, 103]) {
			const run = await crawlMock(seed, fault);
			expect(run.summary.complete, `seed ${seed}`).toBe(run.fault === null);
			if (run.fault === null) expectWhole(run, `seed ${seed}`);
			else expect(run.summary.incompleteBecause).toContain(run.fault.message);
		}
	});
});
