import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { PRIVILEGE_CONTROLS } from '../controls';
import { userReference } from '../evidence';
import { readReferences } from '../reads';
import type { Check, CheckContext, CheckResult, Part, UserSubject } from '../types';
import { isActiveSuperAdmin, ROLE_NOT_SET, roleKind } from './accountState';
import { approvalOfUser, approvalReferences } from './liveApproval';

export const PRIVILEGED_USERS_SETTINGS = {
	mostSuperAdmins: wholeNumber({
		title: 'Most Super Admins',
		description: 'How many active Super Admins an account may have',
		standard: 5,
		from: 2,
		to: 100,
	}),
	expiryWarningDays: wholeNumber({
		title: 'Expiry Warning Days',
		description:
			'From how many days before its end the approval of a privileged user or of an external account is a warning',
		standard: 30,
		from: 0,
		to: 366,
	}),
};

/** So that the account can go on when one of them leaves (rules.md §7). */
const FEWEST_SUPER_ADMINS = 2;

/** rules.md §7 UAR-02. */
export const privilegedUsers: Check = {
	id: 'UAR-02',
	version: 1,
	title: 'Privileged users are justified and few',
	tests:
		'Every active Super Admin, Admin and user with a custom role is on the list of approved privileged users, and there are neither too few nor too many Super Admins.',
	family: 'access',
	needs: { lists: ['approvals'], collections: ['users'] },
	restsOn: ['users', 'approvals'],
	policyFields: ['organisationZone', 'access.mostSuperAdmins', 'access.expiryWarningDays'],
	severity: 'high',
	controls: PRIVILEGE_CONTROLS,
	remediation:
		"Give the user a lower role in Lever, or have the privilege approved by somebody else and put it on the Approvals list with type 'privileged_user'.",
	evaluate: {
		account: (_, context) => numberOfSuperAdmins(context),
		user(subject, context) {
			const { user } = subject;
			if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
			const part = decide(subject, context);
			return {
				basis: 'presence',
				expected: {},
				evidence: [userReference(user)],
				...part,
				observed: { role: user.accessRole, ...part.observed },
			};
		},
	},
};

function decide(subject: UserSubject, context: CheckContext): Part {
	const kind = roleKind(subject.user);
	if (kind === 'lower') {
		return {
			status: 'not_applicable',
			reasonCode: 'not-privileged',
			message: 'The role is not a privileged one.',
		};
	}
	if (kind === 'none') return ROLE_NOT_SET;
	const privilege =
		kind === 'custom' ? 'a custom role, which counts as privileged' : 'a privileged role';
	return { ...justified(subject, context, privilege), expected: { onApprovalsList: true } };
}

function justified(subject: UserSubject, context: CheckContext, privilege: string): Part {
	const { doubt } = context.approvals;
	const seen = `The account has ${privilege}`;
	const expected = 'Expected: an approval that holds, given by somebody else.';
	if (doubt) {
		return {
			status: 'indeterminate',
			reasonCode: doubt.reason,
			message: `${seen}, and whether it was approved is not known, because ${doubt.text}. ${expected}`,
			evidence: [userReference(subject.user), ...approvalReferences(context, [])],
		};
	}
	const found = approvalOfUser('privileged_user', subject, context);
	const evidence = [userReference(subject.user), ...found.evidence];
	if (found.kind === 'none') {
		return {
			status: 'fail',
			basis: 'absence',
			reasonCode: 'not-approved',
			message: `${seen}, and no row of the Approvals list approves it. ${expected}`,
			evidence,
		};
	}
	if (found.kind === 'notLive') {
		return {
			status: 'fail',
			reasonCode: 'approval-not-live',
			message: `${seen}, and the approval ${found.row.id} does not count, because ${found.because}. ${expected}`,
			evidence,
			...(found.since !== null && { deviationDay: found.since }),
		};
	}
	const { row, expiresOn, daysLeft } = found;
	if (daysLeft !== null && daysLeft <= context.policy.access.expiryWarningDays) {
		return {
			status: 'warn',
			reasonCode: 'approval-expires-soon',
			message: `${seen}, and the approval ${row.id} ends on ${expiresOn}, in ${counted(daysLeft, 'day')}. Expected: an approval that goes on, or a lower role by then.`,
			observed: { approvedUntil: expiresOn },
			evidence,
			...(expiresOn !== null && { dueAt: expiresOn }),
		};
	}
	return {
		status: 'pass',
		reasonCode: 'approved',
		message: `${seen}, which the approval ${row.id} allows.`,
		observed: { approvedUntil: expiresOn },
		evidence,
	};
}

/** rules.md §7: 2–5 pass, 1 warn, none or more than 5 fail. */
function numberOfSuperAdmins(context: CheckContext): CheckResult {
	const { account, policy } = context;
	const most = policy.access.mostSuperAdmins;
	const superAdmins = [...account.users.values()]
		.map(({ user }) => user)
		.filter(isActiveSuperAdmin)
		.sort((a, b) => (a.userId < b.userId ? -1 : 1));
	const number = superAdmins.length;
	const seen = `The account has ${counted(number, 'active Super Admin')}.`;
	const expected = `Expected: ${FEWEST_SUPER_ADMINS} to ${most}.`;
	const result = {
		basis: 'presence' as const,
		observed: { superAdmins: number },
		expected: { fewest: FEWEST_SUPER_ADMINS, most },
		evidence: number === 0 ? readReferences(account, 'users') : superAdmins.map(userReference),
		restsOn: ['users'] as const,
	};
	if (number === 0) {
		return {
			...result,
			status: 'fail',
			basis: 'absence',
			reasonCode: 'no-super-admin',
			message: `${seen} ${expected} Nobody can change its settings, or the credential does not see everybody.`,
			remediation: 'Ask Lever who administers the account, and check what the credential may read.',
		};
	}
	if (number > most) {
		return {
			...result,
			status: 'fail',
			reasonCode: 'too-many-super-admins',
			message: `${seen} ${expected}`,
			remediation: 'Give those a lower role who need no Super Admin.',
		};
	}
	if (number < FEWEST_SUPER_ADMINS) {
		return {
			...result,
			status: 'warn',
			reasonCode: 'one-super-admin',
			message: `${seen} ${expected} Nobody can stand in for this person.`,
			remediation: 'Make a second person Super Admin, with an approval.',
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'number-of-super-admins',
		message: `${seen} ${expected}`,
	};
}
