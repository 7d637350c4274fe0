import type { StoredUser } from '../scenarios/records.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, single } from '../server/endpoint.mts';
import type { Filter } from '../server/filters.mts';
import { anyOf, email } from '../server/filters.mts';
import { newestFirst } from '../server/orders.mts';
import { showAsIs } from '../server/shape.mts';

/** Deactivated users are left out unless they are asked for (lever-api.md §5.4). */
const activeUnlessAsked: Filter<StoredUser> = ({ query }) =>
	query.flag('includeDeactivated') === true ? null : (record) => record.deactivatedAt === null;

/** lever-api.md §5.3 */
export const contactEndpoints: readonly Endpoint[] = [
	single({
		path: '/contacts/:contact',
		permission: 'read contact',
		scope: 'contact:read:admin',
		collection: 'contacts',
		what: 'Contact',
		show: showAsIs,
	}),
];

/** lever-api.md §5.4 */
export const userEndpoints: readonly Endpoint[] = [
	list({
		path: '/users',
		permission: 'list users',
		scope: 'users:read:admin',
		collection: 'users',
		filters: [
			email((record) => [record.email]),
			anyOf('accessRole', (record) => [record.accessRole]),
			anyOf('external_directory_id', (record) => [record.externalDirectoryId]),
			activeUnlessAsked,
		],
		order: newestFirst,
		show: showAsIs,
	}),
	single({
		path: '/users/:user',
		permission: 'read user',
		scope: 'users:read:admin',
		collection: 'users',
		what: 'user',
		show: showAsIs,
	}),
];
