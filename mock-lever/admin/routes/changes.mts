import { CHANGES } from '../../world/changes/index.mts';
import type { AdminRoute } from '../parts.mts';

const catalogue = Object.entries(CHANGES).map(([name, { about, inputs }]) => ({
	name,
	about,
	inputs,
}));

/** What can happen in the account. */
export const changeRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/changes',
		about: 'Every change there is, with its inputs',
		answer: () => ({ changes: catalogue }),
	},
	{
		method: 'POST',
		path: '/changes/:name',
		about: 'Makes a change; the body holds its inputs',
		answer: ({ world }, { params, body }) => ({ data: world.apply(params.name ?? '', body) }),
	},
];
