import type { ScreeningState } from '../../../shared/contracts';
import type { ScreeningDetails } from '../types';

export interface ScreeningMeaning {
	state: ScreeningState;
	/** The status itself says that part of the check was cancelled */
	hasCancelled?: true;
}

export type ResultMeaning = Exclude<ScreeningDetails['result'], 'none' | 'unknown'>;
export type AdjudicationMeaning = Exclude<ScreeningDetails['adjudication'], 'none' | 'unknown'>;

/**
 * What the words of one provider mean; keys as `foldStatus` gives them. What is in neither the provider's
 * table nor the generic one is unknown: never guessed (rules.md §4).
 */
export interface ScreeningProvider {
	/** As it writes itself */
	name: string;
	/** Other names by which a list calls it, in lower case */
	otherNames?: readonly string[];
	statuses: Readonly<Record<string, ScreeningMeaning>>;
	results: Readonly<Record<string, ResultMeaning>>;
	adjudications: Readonly<Record<string, AdjudicationMeaning>>;
}

export const RUNNING: ScreeningMeaning = { state: 'running' };
export const DONE: ScreeningMeaning = { state: 'done' };
export const STOPPED: ScreeningMeaning = { state: 'stopped' };
export const DONE_IN_PART: ScreeningMeaning = { state: 'done', hasCancelled: true };
