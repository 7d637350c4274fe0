import type { Endpoint } from '../server/endpoint.mts';
import { list } from '../server/endpoint.mts';
import { oldestFirst } from '../server/orders.mts';
import { showAsIs } from '../server/shape.mts';
import { belowOpportunity, OPPORTUNITY } from './shared/belowOpportunity.mts';
import { deletedOrder, deletedWindow } from './shared/deletedWindow.mts';
import { posting, user } from './shared/expansions.mts';

/** lever-api.md §5.8 (deprecated by Lever, and still answered) and §5.14 */
export const applicationEndpoints: readonly Endpoint[] = [
	...belowOpportunity({
		name: 'applications',
		label: 'application',
		param: 'application',
		collection: 'applications',
		of: OPPORTUNITY,
		what: 'Application',
		order: oldestFirst,
		expansions: { posting, postingOwner: user, postingHiringManager: user, user },
		show: showAsIs,
	}),
	list({
		path: '/applications/deleted',
		permission: 'list deleted applications',
		scope: 'applications:read:admin',
		collection: 'deleted_applications',
		filters: [deletedWindow],
		order: deletedOrder,
		show: showAsIs,
	}),
];
