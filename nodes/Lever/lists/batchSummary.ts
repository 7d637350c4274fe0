import type { EpochMilliseconds, LeverCollection } from '../../shared/contracts';
import type { CrawlSummary } from '../../shared/crawl';
import { Ledger } from '../../shared/crawl/ledger';
import { sentQuery } from '../../shared/transport';
import type { ListPlan } from './listRead';
import type { WindowReader } from './windowReader';

interface BatchFacts<Record> {
	plan: ListPlan<Record>;
	reader: Pick<WindowReader<Record>, 'pages' | 'requests' | 'rereads'>;
	startedAt: EpochMilliseconds;
	/** What the batch gives, each id once */
	records: readonly Record[];
	/** Records that Lever sent for it, those that one window gave twice included */
	received: number;
	tail: LeverCollection['rereadTail'];
}

/** How a batch that came to its end was read. */
export function batchSummary<Record>(facts: BatchFacts<Record>): CrawlSummary {
	const { plan, reader, startedAt, records, received, tail } = facts;
	const ledger = new Ledger<Record>({ idOf: plan.idOf, digest: plan.digest ?? false });
	ledger.take(records, new Set());
	return {
		startedAt,
		finishedAt: Date.now(),
		requests: {
			list: { path: plan.path, query: sentQuery(plan.query) },
			windows: reader.requests,
			reread: reader.rereads,
		},
		pages: reader.pages,
		records: Math.max(received, records.length),
		uniqueIds: records.length,
		duplicates: Math.max(0, received - records.length),
		...(tail && { rereadTail: tail }),
		complete: true,
		...(plan.digest === true && { digestsSha256: ledger.digestsSha256() }),
	};
}
