import { leverPath } from '../../../../shared/transport';
import { locatedId, userLocator } from '../../../fields/locators';
import { shownBy, simplifyField } from '../../../fields/simplify';
import type { Operation } from '../../operation';
import type { UserRecord } from '../../records';
import { simplifyUser } from './simplify';

export const getUser: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: 'Read one Lever account with its access role and whether it is active',
	properties: [userLocator, simplifyField],
	async *execute({ context, client, itemIndex }) {
		const id = locatedId(context, userLocator.name, itemIndex);
		const user = await client.get<UserRecord>(leverPath`/users/${id}`);
		yield shownBy(context, itemIndex, simplifyUser)(user);
	},
};
