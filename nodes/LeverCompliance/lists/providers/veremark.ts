import { RUNNING, type ScreeningProvider } from './provider';

/** Statuses: compliance reference B.1. */
export const VEREMARK: ScreeningProvider = {
	name: 'Veremark',
	statuses: { requested: RUNNING, 'in review': RUNNING, review: RUNNING },
	results: {},
	adjudications: {},
};
