import type {
	EpochMilliseconds,
	LeverCollection,
	ReadFailure,
	RecordedRequest,
	Sha256,
} from '../contracts';
import type { LeverQuery } from '../transport';

/** What a crawl reads: one list of Lever with the user's filters, to its end. */
export interface CrawlPlan<T> {
	/** Below `/v1`, made by leverPath */
	path: string;
	/** Without `limit` and `offset` */
	query?: LeverQuery;
	/** Id of a record; anything but a text that is not empty makes the answer a malformed one */
	idOf(record: T): string | null;
	/**
	 * `createdAt`: a list of more than one page is cut into windows of `created_at_start` and
	 * `created_at_end`, which are read at the same time. For lists that know these filters and give every
	 * record a `createdAt` in milliseconds (lever-api.md §4.3). null: one cursor from begin to end.
	 */
	partition: 'createdAt' | null;
	/**
	 * Read once more what changed or was created since the crawl began: the order of the list moves while
	 * it is paged (lever-api.md §3.1). For lists that know `updated_at_start`.
	 */
	reread: boolean;
	/** Keep a digest of 32 bytes of each record, so that the summary has `digestsSha256` and `changed` is exact */
	digest?: boolean;
	/** Ends the crawl within one request, besides the execution's own signal, which the client has */
	signal?: AbortSignal;
}

/** Records as they come: a page's worth or less, in no particular order. */
export interface CrawlBatch<T> {
	/** Records that this crawl has not given before */
	records: T[];
	/**
	 * Newer states of records that were given before, from the second read. Without `digest` it may hold
	 * some that are the same as before.
	 */
	changed: T[];
}

/** What a crawl has done so far; what a collection record needs (design: IPE). */
export interface CrawlSummary {
	startedAt: EpochMilliseconds;
	/** Clock of the last answer; of the start while there is none */
	finishedAt: EpochMilliseconds;
	/** First pages only, never every cursor; values as they were sent */
	requests: {
		/** The list as it was asked for; the same in every run */
		list: RecordedRequest;
		/** Windows of `created_at`; their bounds depend on the clock and on what was found */
		windows: RecordedRequest[];
		/** The second read */
		reread: RecordedRequest[];
	};
	pages: number;
	/** Records received, without those that were asked for again on purpose */
	records: number;
	uniqueIds: number;
	/** `records - uniqueIds` */
	duplicates: number;
	/** What the second read gave; absent before it began, and when none is made */
	rereadTail?: NonNullable<LeverCollection['rereadTail']>;
	/** True when every list, window and second read came to its end */
	complete: boolean;
	/** A sentence for people; present exactly when `complete` is false */
	incompleteBecause?: string;
	failure?: ReadFailure;
	/**
	 * With `digest`: SHA-256 over the SHA-256 (64 hexadecimal digits) of the RFC 8785 canonical JSON of each
	 * record, sorted by id, one per line, LF after each. Texts are not kept, so it is not the digest of the
	 * records themselves.
	 */
	digestsSha256?: Sha256;
}

/**
 * A crawl that has not begun until its batches are asked for; they can be asked for once. It reads ahead a
 * little, as fast as the client's pace and the reader allow. A reader that stops early stops it within one
 * request.
 *
 * Iterating throws LeverReadError for the first fault that cannot be helped, after the batches that came
 * before it; `summary()` then says what is missing.
 */
export interface Crawl<T> extends AsyncIterable<CrawlBatch<T>> {
	/** Can be asked for at any time; `complete` only after the last batch */
	summary(): CrawlSummary;
}
