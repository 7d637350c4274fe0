import type { EpochMilliseconds, ReadFailure } from '../../shared/contracts';
import type { CrawlBatch, CrawlPlan, CrawlSummary } from '../../shared/crawl';
import { Ledger } from '../../shared/crawl/ledger';
import { PAGE_SIZE, sentQuery, type LeverClient } from '../../shared/transport';
import type { Reading } from './reading';

/** The first records of a list, page by page and not one page further than 'Limit' needs. */
export class LimitedReading<Record> implements Reading<Record> {
	private readonly startedAt: EpochMilliseconds = Date.now();

	private readonly pass = new Set<string>();

	private readonly ledger: Ledger<Record>;

	private pages = 0;

	/** Why the list is not complete; null when it is */
	private shortfall: ReadFailure | null = NOT_ENDED;

	/**
	 * @param records what is read, in the plural
	 * @param limit at least 1
	 */
	constructor(
		private readonly client: LeverClient,
		private readonly plan: CrawlPlan<Record>,
		private readonly records: string,
		private readonly limit: number,
	) {
		this.ledger = new Ledger({ idOf: plan.idOf, digest: plan.digest ?? false });
	}

	async *batches(): AsyncGenerator<CrawlBatch<Record>, void, undefined> {
		for await (const { data, last } of this.client.pages<Record>(this.plan.path, this.query())) {
			this.pages += 1;
			const { fresh, all } = this.take(data);
			const stopped = this.ledger.uniqueIds >= this.limit && !(all && last);
			if (stopped) this.shortfall = this.stoppedByLimit();
			else if (last) this.shortfall = null;
			yield { records: fresh, changed: [] };
			if (stopped) return;
		}
	}

	summary(): CrawlSummary {
		const { uniqueIds, duplicates } = this.ledger;
		return {
			startedAt: this.startedAt,
			finishedAt: Date.now(),
			requests: {
				list: { path: this.plan.path, query: sentQuery(this.query()) },
				windows: [],
				reread: [],
			},
			pages: this.pages,
			records: uniqueIds + duplicates,
			uniqueIds,
			duplicates,
			complete: this.shortfall === null,
			...(this.shortfall && {
				failure: this.shortfall,
				incompleteBecause: this.shortfall.message,
			}),
			...(this.plan.digest === true && { digestsSha256: this.ledger.digestsSha256() }),
		};
	}

	private query() {
		return { ...this.plan.query, limit: Math.min(this.limit, PAGE_SIZE) };
	}

	/** The records of a page that were not given before, up to the limit; `all` when none was left over. */
	private take(data: readonly Record[]): { fresh: Record[]; all: boolean } {
		const fresh: Record[] = [];
		for (const record of data) {
			if (this.ledger.uniqueIds >= this.limit) return { fresh, all: false };
			for (const taken of this.ledger.take([record], this.pass).records) fresh.push(taken);
		}
		return { fresh, all: true };
	}

	private stoppedByLimit(): ReadFailure {
		return {
			reason: 'stoppedByLimit',
			message: `'Limit' stopped the list at ${this.limit}, and Lever has more ${this.records}. Switch on 'Return All' to read all of them.`,
		};
	}
}

const NOT_ENDED: ReadFailure = {
	reason: 'unknown',
	message: 'The list was not read to its end. Run it again.',
};
