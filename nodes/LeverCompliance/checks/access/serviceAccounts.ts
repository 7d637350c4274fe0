import type { User } from '../../../shared/contracts';
import { foldEmail } from '../../matching/emails';
import { listOfTexts } from '../../policy/settings';
import type { CheckContext } from '../types';

export const SERVICE_ACCOUNT_SETTINGS = {
	serviceAccounts: listOfTexts({
		title: 'Service Accounts',
		description:
			'E-mail addresses or Lever user ids of accounts that belong to a system and to no person, for instance of an integration',
		standard: [],
	}),
};

/** Whether the policy registers the account as one of a system (compliance reference B.2 UAR-03, UAR-04). */
export function isServiceAccount({ userId, email }: User, { policy }: CheckContext): boolean {
	const keys = new Set([foldEmail(userId), foldEmail(email)]);
	return policy.access.serviceAccounts.some((one) => keys.has(foldEmail(one)));
}
