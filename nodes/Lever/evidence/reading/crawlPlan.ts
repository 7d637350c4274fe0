import type { CollectionPurpose, LeverCollection, Visibility } from '../../../shared/contracts';
import type { LeverQuery } from '../../../shared/transport';
import type { Extra } from './extras';
import type { CrawlRecord, GatheringOptions } from './gathering';

/** One list of Lever, or one part of a list. */
export interface ListRequest {
	path: string;
	query: LeverQuery;
}

/** What a crawl reads, and what of it is kept. */
export interface CrawlPlan<T> extends GatheringOptions<T> {
	/** Lever's own name of the resource */
	resource: string;
	purpose: CollectionPurpose;
	/** What belongs to the population, for an auditor */
	rule: string;
	/** One after the other; records that stand in several of them are one record */
	requests: ListRequest[];
	/** Asked for with every request, as far as Lever allows */
	extras: readonly Extra[];
	/** Extras that Lever refused earlier in this run; they are not asked for again */
	refused: readonly Extra[];
	/** What the collection record says when an extra was refused; default: what it means for hires */
	without?: Partial<Record<Extra, string>>;
	/** Whether deactivated records are part of this list */
	deactivated: Visibility;
	/** How long lists are cut, so that they are read at the speed limit; null: not at all */
	partition: 'createdAt' | null;
	/**
	 * Read what changed since the crawl began once more: the order of the list moves while it is paged,
	 * so that records can be skipped (lever-api.md §3.1)
	 */
	rereads: boolean;
}

export interface Crawled<T> {
	/** Sorted by id, also when the crawl ended early */
	records: Array<CrawlRecord<T>>;
	collection: LeverCollection;
	/** Extras that Lever refused, in this crawl or before; for the next crawl */
	refused: Extra[];
}
