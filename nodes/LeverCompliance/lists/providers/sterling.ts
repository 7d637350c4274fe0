import { RUNNING, type ScreeningProvider } from './provider';

/** Statuses: Cornerstone's help page of the Sterling integration. Sterling belongs to First Advantage. */
export const STERLING: ScreeningProvider = {
	name: 'Sterling',
	statuses: { acknowledged: RUNNING },
	results: {},
	adjudications: {},
};

export const FIRST_ADVANTAGE: ScreeningProvider = { ...STERLING, name: 'First Advantage' };
