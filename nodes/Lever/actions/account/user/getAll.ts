import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../../shared/transport';
import {
	filtersCollection,
	filtersQuery,
	textFilter,
	textsFilter,
	type Filter,
} from '../../../fields/filters';
import { includeField, optionsCollection, optionsQuery } from '../../../fields/options';
import { returnAllOrLimit } from '../../../fields/returnAllOrLimit';
import { shownBy, simplifyField } from '../../../fields/simplify';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { UserRecord } from '../../records';
import { simplifyUser } from './simplify';

const includeDeactivatedField: INodeProperties = {
	displayName: 'Include Deactivated',
	name: 'includeDeactivated',
	type: 'boolean',
	default: false,
	description:
		'Whether to return deactivated users too. Switch it on for access reviews: Lever leaves them out otherwise.',
};

/** lever-api.md §4.3 */
const userFilters: Filter[] = [
	textsFilter('accessRole', {
		displayName: 'Access Roles',
		name: 'accessRoles',
		placeholder: 'e.g. super admin',
		description:
			'Super admin, admin, team member, limited team member, interviewer (in lower case), or the ID of a custom role',
	}),
	textFilter('email', {
		displayName: 'Email',
		name: 'email',
		placeholder: 'name@email.com',
		description: 'Address of the user, in full',
	}),
	textFilter('external_directory_id', {
		displayName: 'External Directory ID',
		name: 'externalDirectoryId',
		description: "The user's ID in the company's HR directory",
	}),
];

/** lever-api.md §5.4 */
const INCLUDABLE = [
	'accessRole',
	'createdAt',
	'deactivatedAt',
	'email',
	'externalDirectoryId',
	'id',
	'jobTitle',
	'linkedContactIds',
	'managerId',
	'name',
	'photo',
	'username',
];

export const getManyUsers: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users',
	description: 'Read Lever accounts with their access roles, deactivated ones on request',
	properties: [
		...returnAllOrLimit,
		simplifyField,
		includeDeactivatedField,
		filtersCollection(userFilters),
		optionsCollection([includeField(INCLUDABLE)]),
	],
	execute(run) {
		const { context, itemIndex } = run;
		const includeDeactivated = context.getNodeParameter('includeDeactivated', itemIndex, false);
		return readList<UserRecord>(run, {
			path: leverPath`/users`,
			query: {
				...filtersQuery(context, itemIndex, userFilters),
				...optionsQuery(context, itemIndex),
				includeDeactivated: includeDeactivated === true ? true : undefined,
			},
			records: 'users',
			idOf: ({ id }) => id,
			shown: shownBy(context, itemIndex, simplifyUser),
		});
	},
};
