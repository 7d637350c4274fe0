import type { Resource } from '../../operation';
import { getUser } from './get';
import { getManyUsers } from './getAll';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: 'Account of a person who works in Lever',
	operations: [getUser, getManyUsers],
};
