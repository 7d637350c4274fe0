import type { AdminRoute } from '../parts.mts';

/** What was asked. */
export const requestRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/requests',
		about: 'The request log, oldest first; ?last=100, ?clear=true empties it afterwards',
		answer({ log }, { query }) {
			const last = Number(query.get('last') ?? 0);
			const entries = last > 0 ? log.entries.slice(-last) : [...log.entries];
			if (query.get('clear') === 'true') log.clear();
			return entries;
		},
	},
	{
		method: 'DELETE',
		path: '/requests',
		about: 'Empties the request log',
		answer({ log }) {
			log.clear();
			return {};
		},
	},
];
