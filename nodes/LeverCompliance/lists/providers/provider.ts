import type { ScreeningState } from '../../../shared/contracts';
import type { ScreeningField } from '../screening/screeningColumns';
import type { ScreeningDetails } from '../types';

export interface ScreeningMeaning {
	state: ScreeningState;
	/** The status itself says that part of the check was cancelled */
	hasCancelled?: true;
}

export type ResultMeaning = Exclude<ScreeningDetails['result'], 'none' | 'unknown'>;

/** `none`: a word that says that nobody has decided yet. */
export type AdjudicationMeaning = Exclude<ScreeningDetails['adjudication'], 'unknown'>;

/**
 * What the words of one provider mean; keys as `foldStatus` gives them. What is in neither the provider's
 * table nor the generic one is unknown: never guessed (rules.md §4).
 */
export interface ScreeningProvider {
	/** As it writes itself */
	name: string;
	statuses: Readonly<Record<string, ScreeningMeaning>>;
	results: Readonly<Record<string, ResultMeaning>>;
	adjudications: Readonly<Record<string, AdjudicationMeaning>>;
	/** Names of its columns that the generic ones do not have, as `foldColumnName` gives them */
	columns?: Readonly<Partial<Record<ScreeningField, readonly string[]>>>;
	/** Its records are somebody's word for a check elsewhere: they prove nothing by themselves */
	weakSource?: true;
}

export const RUNNING: ScreeningMeaning = { state: 'running' };
export const DONE: ScreeningMeaning = { state: 'done' };
export const STOPPED: ScreeningMeaning = { state: 'stopped' };
export const DONE_IN_PART: ScreeningMeaning = { state: 'done', hasCancelled: true };
