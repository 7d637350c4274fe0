import type { CrawlPlan } from '../../shared/crawl';
import type { LeverQuery } from '../../shared/transport';

/** The records of a list, and how one is shown to people. */
export interface ListRead<Record> {
	/** Below `/v1`, made by leverPath */
	path: string;
	/** What 'Filters' and 'Options' add; without `limit` */
	query?: LeverQuery;
	/** Plural in Lever's words, for hints and collection records: "opportunities", "profile forms" */
	records: string;
	/** Lever may give a record twice while a list changes (lever-api.md §3.1): only the first one counts */
	idOf(record: Record): string;
	shown(record: Record): object;
	/**
	 * Id of the opportunity that the list belongs to. Status 404 then says that it was deleted meanwhile
	 * (lever-api.md §9), which is reported and does not stop the run.
	 */
	parent?: string;
	/**
	 * The list can be filtered by `created_at_start` and `created_at_end` and its order moves while it is
	 * paged: 'Return All' reads it in windows of this date, newest first in the output, and 'Page by Page' is
	 * possible. The operation has the fields of `returnAllPageByPage` then.
	 */
	partition?: 'createdAt';
	/**
	 * The list can be filtered by `updated_at_start`: 'Updated Since' and 'Include Deleted' are possible. The
	 * operation has the fields `changesFields` among its options then.
	 */
	changes?: {
		/** Where Lever lists what was deleted, filtered by `deleted_at_start` */
		deletedPath: string;
	};
}

/** What the crawl of a list is told; ids are always there, since a record without one is refused. */
export interface ListPlan<Record> extends CrawlPlan<Record> {
	idOf(record: Record): string;
}
