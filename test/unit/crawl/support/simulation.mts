import { LEVER_RATE_LIMIT, RateLimiter } from '../../../../mock-lever/access/rateLimit.mts';
import { crawlList, type Crawl, type CrawlSummary } from '../../../../nodes/shared/crawl/index.ts';
import type { CrawlPlan } from '../../../../nodes/shared/crawl/types.ts';
import { assembleClient } from '../../../../nodes/shared/transport/client.ts';
import { LeverReadError } from '../../../../nodes/shared/transport/faults/leverReadError.ts';
import type { SentQuery } from '../../../../nodes/shared/transport/requests/query.ts';
import { CONNECTION, FakeClock, httpFault } from '../../transport/support.mts';
import type { LeverList, Listed } from './leverList.mts';

export interface SimulationOptions {
	/** From a request to its answer, in ms; default 200 */
	latencyMs?: number | (() => number);
	/** Called when a request arrives at Lever and again before its answer leaves; throw to refuse it */
	meanwhile?: (request: { query: SentQuery; number: number; now: number }) => void;
	plan?: Partial<CrawlPlan<Listed>>;
	/** Whether Lever keeps to its rate limit as well, and answers 429 beyond it; default false */
	rateLimit?: boolean;
	/** Default: Lever's 10 requests per second, 20 at once */
	pace?: { requestsPerSecond: number; burst: number };
	/** Called with every batch that the reader takes, and the number of requests sent until then */
	onBatch?: (records: Listed[], sent: number, clock: FakeClock) => Promise<void> | void;
	/** Stops the execution, as the client learns it */
	signal?: AbortSignal;
}

export interface Simulated {
	/** In the order in which they came */
	ids: string[];
	/** Newest state that was given of each record */
	given: Map<string, Listed>;
	summary: CrawlSummary;
	fault: LeverReadError | null;
	requests: SentQuery[];
	/** Virtual ms from begin to end */
	elapsedMs: number;
}

export interface SimulatedCrawl {
	crawl: Crawl<Listed>;
	requests: SentQuery[];
	clock: FakeClock;
}

/** A crawl of a list in virtual time, not begun yet. */
export function crawlOf(list: LeverList, options: SimulationOptions = {}): SimulatedCrawl {
	const clock = new FakeClock();
	clock.randomValue = 0.5;
	const requests: SentQuery[] = [];
	const { latencyMs = 200, meanwhile = () => {} } = options;
	const limiter = new RateLimiter(options.rateLimit ? LEVER_RATE_LIMIT : false, () => clock.time);
	const client = assembleClient(
		CONNECTION,
		async (_url, query) => {
			requests.push(query);
			const number = requests.length;
			const latency = typeof latencyMs === 'number' ? latencyMs : latencyMs();
			await clock.sleep(latency / 2);
			if (!limiter.take('key')) {
				await clock.sleep(latency / 2);
				throw httpFault(429);
			}
			meanwhile({ query, number, now: clock.now() });
			const body = list.page(query);
			await clock.sleep(latency / 2);
			return body;
		},
		{ clock, pace: options.pace },
		options.signal,
	);
	const crawl = crawlList<Listed>(client, {
		path: '/opportunities',
		idOf: ({ id }) => id,
		partition: 'createdAt',
		reread: true,
		...options.plan,
	});
	return { crawl, requests, clock };
}

/** Crawls a list in virtual time: the same in every run, however fast the machine is. */
export async function simulate(
	list: LeverList,
	options: SimulationOptions = {},
): Promise<Simulated> {
	const { crawl, requests, clock } = crawlOf(list, options);
	const ids: string[] = [];
	const given = new Map<string, Listed>();
	let fault: LeverReadError | null = null;
	try {
		for await (const { records, changed } of crawl) {
			for (const record of records) ids.push(record.id);
			for (const record of [...records, ...changed]) given.set(record.id, record);
			await options.onBatch?.(records, requests.length, clock);
		}
	} catch (error) {
		if (!(error instanceof LeverReadError)) throw error;
		fault = error;
	}
	return { ids, given, summary: crawl.summary(), fault, requests, elapsedMs: clock.time };
}
