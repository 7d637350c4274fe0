import { counted, sentences } from '../../phrases';
import { listOfTexts } from '../../policy/settings';
import { ACCOUNT_OWNER_CONTROLS } from '../controls';
import { staffReferences, userReference } from '../evidence';
import type { Check, CheckContext, Part, UserSubject } from '../types';
import { addressMeaning, isCompanyDomain } from './addressOf';
import { approvalOfUser, approvalReferences } from './liveApproval';
import { otherAccounts, ownersOf } from './ownersOfAccount';
import { isServiceAccount } from './serviceAccounts';

export const ORPHANED_ACCOUNTS_SETTINGS = {
	companyDomains: listOfTexts({
		title: 'Company Domains',
		description:
			'Domains of the e-mail addresses that your people have; leave empty and addresses are not compared with them',
		standard: [],
	}),
};

/** Compliance reference B.2 UAR-04. */
export const orphanedAccounts: Check = {
	id: 'UAR-04',
	version: 1,
	title: 'No orphaned, external or shared accounts',
	tests:
		'Every active account belongs to one person of the staff, with an address of the company, or is approved as an external account.',
	family: 'access',
	needs: { lists: ['staffList'], collections: ['users'] },
	restsOn: ['users', 'staffList', 'approvals'],
	policyFields: [
		'organisationZone',
		'access.staffListMaxAgeDays',
		'access.companyDomains',
		'access.serviceAccounts',
		'access.expiryWarningDays',
	],
	severity: 'high',
	controls: ACCOUNT_OWNER_CONTROLS,
	remediation:
		"Deactivate the account, give each person an account of their own with an address of the company, or have it approved on the Approvals list with type 'external_account' and an end. Name accounts of systems in the policy.",
	evaluate: {
		user(subject, context) {
			const { user, staff } = subject;
			if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
			const part = decide(subject, context);
			return {
				basis: 'presence',
				evidence: [userReference(user), ...staffReferences(context.staffList, staff.rows)],
				...part,
				observed: {
					onStaffList: staff.rows.length > 0,
					hasDirectoryId: hasDirectoryId(subject),
					...part.observed,
				},
				expected: { accountsPerPerson: 1, ...part.expected },
			};
		},
	},
};

function decide(subject: UserSubject, context: CheckContext): Part {
	if (isServiceAccount(subject.user, context)) {
		return {
			status: 'not_applicable',
			reasonCode: 'service-account',
			message: 'The policy registers this account as one of a system.',
		};
	}
	const others = otherAccounts(subject, context);
	if (others > 0) {
		return {
			status: 'fail',
			reasonCode: 'several-accounts',
			message: `The person of this account has ${counted(others, 'further active account')}. Expected: one account for each person.`,
			observed: { accountsOfThisPerson: others + 1 },
		};
	}
	const owners = ownersOf(subject);
	if (owners !== 'atMostOne') return OF_SEVERAL_PEOPLE[owners];
	const approval = approvalOfUser('external_account', subject, context);
	if (approval.kind === 'live') return external(subject, context, approval);
	const ended =
		approval.kind === 'notLive'
			? `The approval ${approval.row.id} does not count, because ${approval.because}.`
			: '';
	const part = nobodys(subject, context);
	if (part.status === 'fail' && context.approvals.doubt) {
		return approvalUnknown(subject, context, part, context.approvals.doubt);
	}
	if (approval.kind === 'none' || part.status === 'pass') return part;
	return {
		...part,
		message: sentences(part.message, ended),
		evidence: [
			userReference(subject.user),
			...staffReferences(context.staffList, subject.staff.rows),
			...approval.evidence,
		],
		...(approval.since !== null && { deviationDay: approval.since }),
	};
}

const OF_SEVERAL_PEOPLE: Readonly<Record<'several' | 'unclear', Part>> = {
	several: {
		status: 'fail',
		reasonCode: 'several-people',
		message:
			'The account leads to several people who work here by the staff list. Expected: an account of one person.',
	},
	unclear: {
		status: 'indeterminate',
		reasonCode: 'several-rows',
		message:
			'The account leads to several current rows of the staff list, and whether they are one person cannot be told, because their employee ids differ and a name is missing. Expected: one row, or rows with names.',
		remediation: 'Add names to the staff list, or keep one row for each person, and run again.',
	},
};

/** A fault that an approval could lift, and the approvals did not arrive (rules.md §1). */
function approvalUnknown(
	{ user, staff }: UserSubject,
	context: CheckContext,
	{ message }: Part,
	doubt: { reason: string; text: string },
): Part {
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: doubt.reason,
		message: `Whether this account is approved as an external one is not known, because ${doubt.text}. What was read says: ${message}`,
		evidence: [
			userReference(user),
			...staffReferences(context.staffList, staff.rows),
			...approvalReferences(context, []),
		],
		remediation: 'Connect the Approvals list so that its rows arrive, and run again.',
	};
}

type LiveApproval = Extract<
	ReturnType<typeof approvalOfUser<'external_account'>>,
	{ kind: 'live' }
>;

/** An account that belongs to nobody of the staff, and somebody answers for that. */
function external(
	{ user }: UserSubject,
	context: CheckContext,
	{ row, expiresOn, daysLeft, evidence }: LiveApproval,
): Part {
	const common = {
		observed: { approvedUntil: expiresOn },
		evidence: [userReference(user), ...evidence],
		restsOn: ['users', 'approvals'] as const,
	};
	if (daysLeft === null) {
		return {
			...common,
			status: 'warn',
			reasonCode: 'external-without-end',
			message: `The approval ${row.id} allows this external account without an end. Expected: an approval with an end.`,
		};
	}
	if (daysLeft <= context.policy.access.expiryWarningDays) {
		return {
			...common,
			status: 'warn',
			reasonCode: 'approval-expires-soon',
			message: `The approval ${row.id} of this external account ends on ${expiresOn}, in ${counted(daysLeft, 'day')}. Expected: an approval that goes on, or a deactivated account by then.`,
			...(expiresOn !== null && { dueAt: expiresOn }),
		};
	}
	return {
		...common,
		status: 'pass',
		reasonCode: 'external-approved',
		message: `The approval ${row.id} allows this external account until ${expiresOn}.`,
	};
}

/** An address that may be there by an approval only. */
const NOT_APPROVED = { basis: 'absence', restsOn: ['approvals'] } as const;

/** Faults of the address first: they were read; whether somebody is on the staff may not be known. */
function nobodys(subject: UserSubject, context: CheckContext): Part {
	const { domain, isFreeMail, isGeneric } = addressMeaning(subject.user.email);
	const { companyDomains } = context.policy.access;
	const expected = 'Expected: the address that the company gave to one person.';
	if (isGeneric) {
		return {
			...NOT_APPROVED,
			status: 'fail',
			reasonCode: 'shared-address',
			message: `The address of the account is one of a function and of no person. ${expected}`,
		};
	}
	if (isFreeMail) {
		return {
			...NOT_APPROVED,
			status: 'fail',
			reasonCode: 'free-mail',
			message: `The address of the account is of a provider where anybody can have one. ${expected}`,
		};
	}
	if (companyDomains.length > 0 && !isCompanyDomain(domain, companyDomains)) {
		return {
			...NOT_APPROVED,
			status: 'fail',
			reasonCode: 'foreign-domain',
			message: `The address of the account is of none of the company's domains. ${expected}`,
		};
	}
	return onTheStaff(subject, context);
}

function onTheStaff(subject: UserSubject, context: CheckContext): Part {
	if (subject.staff.rows.length > 0) {
		return {
			status: 'pass',
			reasonCode: 'one-person',
			message: 'The account belongs to one person of the staff list.',
			restsOn: ['users', 'staffList'],
		};
	}
	const { doubt, leaversOnly } = context.staffList;
	if (doubt ?? leaversOnly) {
		const because = doubt?.text ?? 'the staff list names leavers only';
		if (hasDirectoryId(subject)) {
			return {
				status: 'pass',
				reasonCode: 'linked-to-directory',
				message: 'Lever names an id of the directory for this account.',
				// That two accounts lead to one person shows on the staff list only.
				restsOn: ['users', 'staffList'],
			};
		}
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: doubt?.reason ?? 'list-leavers-only',
			message: `It cannot be told whether the account belongs to somebody of the staff, because ${because}. Expected: the full and recent staff.`,
		};
	}
	return {
		status: 'fail',
		basis: 'absence',
		reasonCode: 'orphaned',
		message:
			'The account is active, and neither its address nor a directory id is on the staff list. Expected: somebody of the staff, or an approved external account.',
		evidence: [userReference(subject.user), ...staffReferences(context.staffList, [])],
	};
}

function hasDirectoryId({ user }: UserSubject): boolean {
	return (user.externalDirectoryId ?? '').trim() !== '';
}
