import type { AdminRoute } from '../parts.mts';
import { changeRoutes } from './changes.mts';
import { faultRoutes } from './faults.mts';
import { keyRoutes } from './keys.mts';
import { peopleRoutes } from './people.mts';
import { requestRoutes } from './requests.mts';
import { scenarioRoutes } from './scenario.mts';
import { speedRoutes } from './speed.mts';
import { webhookRoutes } from './webhooks.mts';

const routes: readonly AdminRoute[] = [
	...scenarioRoutes,
	...peopleRoutes,
	...changeRoutes,
	...faultRoutes,
	...speedRoutes,
	...keyRoutes,
	...requestRoutes,
	...webhookRoutes,
];

/** Everything below `/_mock` that answers JSON. */
export const ADMIN_ROUTES: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/api',
		about: 'This list',
		answer: () => ({
			routes: ADMIN_ROUTES.map(({ method, path, about }) => ({
				method,
				path: `/_mock${path}`,
				about,
			})),
		}),
	},
	...routes,
];
