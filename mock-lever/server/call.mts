import type { LeverDatabase } from '../scenarios/records.mts';
import type { Cursors } from './cursors.mts';
import type { Caller } from './keys.mts';
import type { LeverQuery } from './query.mts';

/**
 * - `documented`: as Lever's documentation and recorded answers show it
 * - `seed`: adds the account-wide offer list and embedded stages and offers (lever-api.md §7)
 */
export type Mode = 'documented' | 'seed';

/** One request to the API, with everything its answer depends on. */
export interface LeverCall {
	/** Ids in the path */
	params: Record<string, string>;
	query: LeverQuery;
	caller: Caller;
	database: LeverDatabase;
	cursors: Cursors;
	mode: Mode;
	/** The evidence date of the scenario, milliseconds */
	now: number;
}
