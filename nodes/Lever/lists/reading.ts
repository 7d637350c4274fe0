import type { CrawlBatch, CrawlSummary } from '../../shared/crawl';

/** A list on its way: its records, each once, and how it was read. */
export interface Reading<Record> {
	/** Can be asked for once; throws LeverReadError for the first fault that cannot be helped */
	batches(): AsyncIterable<CrawlBatch<Record>>;
	/** `complete` only after the last batch */
	summary(): CrawlSummary;
}
