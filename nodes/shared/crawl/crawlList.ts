import type { LeverClient, LeverQuery } from '../transport';
import { sentQuery } from '../transport';
import { LeverReadError } from '../transport/faults';
import { Ledger } from './ledger';
import type { Crawl, CrawlBatch, CrawlPlan, CrawlSummary } from './types';

/** Lever's largest page (lever-api.md §3) */
const PAGE_SIZE = 100;

/** Clocks of n8n and Lever differ, and a change takes a moment to be found by `updated_at_start`. */
const REREAD_OVERLAP_MS = 15 * 60 * 1000;

/** Reads one list of Lever to its end; see Crawl. */
export function crawlList<T>(client: LeverClient, plan: CrawlPlan<T>): Crawl<T> {
	const startedAt = Date.now();
	const ledger = new Ledger<T>({ idOf: plan.idOf, digest: plan.digest ?? false });
	const query = { ...plan.query, limit: PAGE_SIZE };
	const summary: CrawlSummary = {
		startedAt,
		finishedAt: startedAt,
		requests: {
			list: { path: plan.path, query: sentQuery(query) },
			windows: [],
			reread: [],
		},
		pages: 0,
		records: 0,
		uniqueIds: 0,
		duplicates: 0,
		complete: false,
		incompleteBecause: 'The crawl has not come to its end.',
	};

	async function* pass(passQuery: LeverQuery): AsyncGenerator<CrawlBatch<T>, void, undefined> {
		const seen = new Set<string>();
		for await (const { data } of client.pages<T>(plan.path, passQuery)) {
			summary.pages += 1;
			summary.finishedAt = Date.now();
			yield ledger.take(data, seen);
		}
	}

	async function* batches(): AsyncGenerator<CrawlBatch<T>, void, undefined> {
		try {
			yield* pass(query);
			if (plan.reread) {
				ledger.beginReread();
				const rereadQuery = { ...query, updated_at_start: startedAt - REREAD_OVERLAP_MS };
				summary.requests.reread.push({ path: plan.path, query: sentQuery(rereadQuery) });
				yield* pass(rereadQuery);
			}
			summary.complete = true;
			delete summary.incompleteBecause;
			if (plan.digest) summary.digestsSha256 = ledger.digestsSha256();
		} catch (error) {
			if (error instanceof LeverReadError) {
				summary.failure = error.failure;
				summary.incompleteBecause = error.message;
			}
			throw error;
		}
	}

	return {
		[Symbol.asyncIterator]: batches,
		summary: () => ({
			...summary,
			records: ledger.uniqueIds + ledger.duplicates,
			uniqueIds: ledger.uniqueIds,
			duplicates: ledger.duplicates,
			...(ledger.tail && { rereadTail: { ...ledger.tail } }),
		}),
	};
}
