import { RUNNING, type ScreeningProvider } from './provider';

/**
 * Veremark. From public code that reads its API: statuses of requests `requested`, `in_progress`, `review`
 * and `completed`, a `guid` per request (Pipedream's Veremark component). Results are not documented in
 * public; the generic words hold.
 */
export const VEREMARK: ScreeningProvider = {
	name: 'Veremark',
	statuses: { requested: RUNNING, 'in review': RUNNING, review: RUNNING },
	results: {},
	adjudications: {},
	columns: { reference: ['requestguid', 'guid'] },
};
