import type { ConnectionFacts } from '../../../shared/contracts';
import { INFORMATION_CONTROLS } from '../controls';
import { userReference } from '../evidence';
import { readReferences } from '../reads';
import { roleKind } from '../access/accountState';
import type { Check, CheckContext, CheckResult } from '../types';
import { connectionReference, withConnection } from './connectionFacts';

/** lever-api.md §1.3: another than a Super Admin gives a partial view, without Lever saying so. */
export const authoriser: Check = {
	id: 'CON-02',
	version: 1,
	title: 'The authorising user is an active Super Admin',
	tests: 'The user who authorised the OAuth connection is an active Super Admin of the account.',
	family: 'connection',
	needs: { lists: [], collections: ['users'], reads: ['connection', 'users'] },
	restsOn: ['users'],
	policyFields: [],
	severity: 'critical',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Open the credential in n8n and connect it again as an active Super Admin, then run again.',
	evaluate: {
		account: (_, context) => withConnection(context, (connection) => decide(connection, context)),
	},
};

function decide(connection: ConnectionFacts, context: CheckContext): CheckResult {
	const reference = connectionReference(connection);
	const result = {
		basis: 'presence' as const,
		observed: { authorisedBy: connection.authorisedBy },
		expected: { role: 'super admin', active: true },
		evidence: [reference],
	};
	const expected = 'Expected: an active Super Admin.';
	if (connection.credentialKind === 'apiKey') {
		return {
			...result,
			status: 'not_applicable',
			reasonCode: 'api-key',
			message:
				'The connection is made with an API key, which belongs to the account and to no user.',
		};
	}
	if (connection.authorisedBy === null) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'authoriser-unknown',
			message: `Who authorised the connection is not known. ${expected}`,
		};
	}
	const user = context.account.users.get(connection.authorisedBy)?.user;
	if (!user) {
		return {
			...result,
			evidence: [reference, ...readReferences(context.account, 'users')],
			status: 'fail',
			basis: 'absence',
			reasonCode: 'authoriser-not-a-user',
			message: `Who authorised the connection is none of the users that were read. ${expected}`,
		};
	}
	const seen = {
		...result,
		observed: { ...result.observed, role: user.accessRole, active: user.deactivatedAt === null },
		evidence: [reference, userReference(user)],
	};
	if (user.deactivatedAt !== null) {
		return {
			...seen,
			status: 'fail',
			reasonCode: 'authoriser-deactivated',
			message: `Who authorised the connection is deactivated in Lever: it may end at any time. ${expected}`,
			deviationDay: context.organisationZone.civilDate(user.deactivatedAt),
		};
	}
	const kind = roleKind(user);
	if (kind === 'none') {
		return {
			...seen,
			status: 'indeterminate',
			reasonCode: 'role-not-set',
			message: `Lever names no role for who authorised the connection. ${expected}`,
		};
	}
	if (kind !== 'superAdmin') {
		return {
			...seen,
			status: 'fail',
			reasonCode: 'authoriser-no-super-admin',
			message: `Who authorised the connection is no Super Admin: lists are read to their end and still hold only what this person may see. ${expected}`,
		};
	}
	return {
		...seen,
		status: 'pass',
		reasonCode: 'authorised-by-super-admin',
		message: 'The connection was authorised by an active Super Admin.',
	};
}
