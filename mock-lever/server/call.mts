import type { Caller } from '../access/caller.mts';
import type { Documents } from '../documents/documents.mts';
import type { Cursors } from './cursors.mts';
import type { LeverQuery } from './query.mts';
import type { LeverStore } from './store.mts';

/**
 * - `documented`: as Lever's documentation and recorded answers show it
 * - `seed`: adds the account-wide offer list and embedded stages and offers (lever-api.md §7)
 */
export type Mode = 'documented' | 'seed';

/** One request to the API, with everything its answer depends on. */
export interface LeverCall {
	/** Ids in the path, decoded */
	params: Record<string, string>;
	query: LeverQuery;
	caller: Caller;
	store: LeverStore;
	cursors: Cursors;
	documents: Documents;
	/** Scheme, host and port that the client used */
	origin: string;
	mode: Mode;
	/** The mock's time, milliseconds */
	now: number;
}
