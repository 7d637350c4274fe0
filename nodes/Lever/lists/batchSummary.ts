import type { CrawlSummary } from '../../shared/crawl';
import { Ledger } from '../../shared/crawl/ledger';
import { sentQuery } from '../../shared/transport';
import type { ListPlan } from './listRead';

/**
 * How the windows of a batch were read, as one read. Windows that were given up count as requests only.
 *
 * @param summaries at least one
 * @param given what the batch gives
 */
export function batchSummary<Record>(
	plan: ListPlan<Record>,
	summaries: readonly CrawlSummary[],
	given: readonly Record[],
): CrawlSummary {
	const ended = summaries.filter(({ complete }) => complete);
	const ledger = new Ledger<Record>({ idOf: plan.idOf, digest: plan.digest ?? false });
	ledger.take(given, new Set());
	const duplicates = total(ended.map((summary) => summary.duplicates));
	return {
		startedAt: Math.min(...summaries.map(({ startedAt }) => startedAt)),
		finishedAt: Math.max(...summaries.map(({ finishedAt }) => finishedAt)),
		requests: {
			list: { path: plan.path, query: sentQuery(plan.query) },
			windows: summaries.flatMap(({ requests }) => [requests.list, ...requests.windows]),
			reread: summaries.flatMap(({ requests }) => requests.reread),
		},
		pages: total(summaries.map(({ pages }) => pages)),
		records: given.length + duplicates,
		uniqueIds: given.length,
		duplicates,
		complete: true,
		...(plan.digest === true && { digestsSha256: ledger.digestsSha256() }),
	};
}

function total(numbers: readonly number[]): number {
	return numbers.reduce((sum, number) => sum + number, 0);
}
