import type { CredentialKind, LeverEnvironment } from '../contracts';
import type { LeverFile } from './files/fileSource';

/** Query values are sent as text; arrays are repeated (`stage_id=a&stage_id=b`), undefined is left out. */
export type LeverQueryValue = string | number | boolean | undefined;
export type LeverQuery = Record<string, LeverQueryValue | LeverQueryValue[]>;

/** One page of a list (lever-api.md §3). Records are untouched; unknown fields stay. */
export interface LeverPage<T> {
	data: T[];
	/** Counted from 1 within this list */
	number: number;
	/** True when this page is the last one Lever has */
	last: boolean;
	/** Cursor of the next page, for lists that a person scrolls; absent on the last page */
	next?: string;
}

/** What a node run has sent so far; goes into collection records and execution hints. */
export interface TransportCounters {
	requests: number;
	/** Requests sent again after a fault, 429 included */
	retries: number;
	/** Answers with status 429 */
	throttled: number;
	/** Lists started again after `Invalid offset token` */
	restartedCursors: number;
}

/** How fast requests may be sent and are answered. */
export interface LeverTempo {
	/** Steady rate */
	readonly requestsPerSecond: number;
	/** Moving mean from sending a request to its answer, in ms; null before the first answer */
	readonly answerTimeMs: number | null;
	/** Clock of this machine, milliseconds since 1970-01-01T00:00:00Z */
	now(): number;
}

export interface LeverConnection {
	environment: LeverEnvironment;
	/** API base URL including `/v1`, no slash at the end */
	baseUrl: string;
	/** True only for https://api.lever.co */
	production: boolean;
	credentialKind: CredentialKind;
}

/**
 * The one way to Lever. It sends nothing but GET, keeps the pace, retries what may be retried and turns
 * every fault into an error that says what happened and what to do. One client serves one node run:
 * there is no state between runs.
 */
export interface LeverClient {
	readonly connection: LeverConnection;
	readonly counters: Readonly<TransportCounters>;
	readonly tempo: LeverTempo;

	/**
	 * Reads one object: the `data` of the answer, or the answer itself where Lever sends no envelope
	 * (lever-api.md §3).
	 *
	 * @param path below `/v1`, starting with a slash; ids already percent-encoded by `leverPath`
	 * @throws LeverReadError
	 */
	get<T>(path: string, query?: LeverQuery): Promise<T>;

	/**
	 * Reads a list page by page, with `limit=100` unless the query says otherwise.
	 * After `Invalid offset token` the list starts again, once: records already given come again, so the
	 * reader removes duplicates by id.
	 *
	 * @param stop ends every wait of this list and starts no request after it fired
	 * @throws LeverReadError, also for `hasNext` without `next` and for a cursor that repeats
	 */
	pages<T>(
		path: string,
		query?: LeverQuery,
		stop?: AbortSignal,
	): AsyncGenerator<LeverPage<T>, void, undefined>;

	/**
	 * Reads a file. `receive` gets its bytes as they arrive, so that nobody holds them all; when they end early
	 * the file is read again from its start.
	 *
	 * @throws LeverReadError
	 */
	download<T>(
		path: string,
		query: LeverQuery,
		receive: (file: LeverFile) => Promise<T>,
	): Promise<T>;
}
