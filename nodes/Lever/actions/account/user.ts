import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../shared/transport';
import { textFilter, textsFilter, type Filter } from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { userLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { UserRecord } from '../records';

const includeDeactivatedField: INodeProperties = {
	displayName: 'Include Deactivated',
	name: 'includeDeactivated',
	type: 'boolean',
	default: false,
	description:
		'Whether to return deactivated users too. Switch it on for access reviews: Lever leaves them out otherwise.',
};

/** lever-api.md §4.3 */
const filters: Filter[] = [
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

/** `accessRole` stays as Lever gives it: it may be empty for custom roles and invited people (lever-api.md §5.4). */
export function simplifyUser(record: UserRecord): object {
	return {
		id: record.id,
		name: record.name,
		email: record.email,
		accessRole: record.accessRole ?? null,
		active: record.deactivatedAt === null || record.deactivatedAt === undefined,
		createdAt: isoMoment(record.createdAt),
		deactivatedAt: isoMoment(record.deactivatedAt),
		jobTitle: record.jobTitle ?? null,
		managerId: record.managerId ?? null,
		externalDirectoryId: record.externalDirectoryId ?? null,
	};
}

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: 'Account of a person who works in Lever',
	operations: [
		getOperation<UserRecord>({
			action: 'Get a user',
			description: 'Read one Lever account with its access role and whether it is active',
			ids: [userLocator],
			path: (id) => leverPath`/users/${id}`,
			simplify: simplifyUser,
			includable: INCLUDABLE.user,
		}),
		getManyOperation<UserRecord>({
			action: 'Get many users',
			description: 'Read Lever accounts with their access roles, deactivated ones on request',
			path: () => leverPath`/users`,
			records: 'users',
			simplify: simplifyUser,
			fields: [includeDeactivatedField],
			fieldsQuery: (context, itemIndex) => ({
				includeDeactivated:
					context.getNodeParameter(includeDeactivatedField.name, itemIndex, false) === true
						? true
						: undefined,
			}),
			filters,
			includable: INCLUDABLE.user,
		}),
	],
};
