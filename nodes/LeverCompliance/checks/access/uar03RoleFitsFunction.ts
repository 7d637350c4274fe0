import type { FindingFacts } from '../../../shared/contracts';
import { sentences } from '../../phrases';
import { foldKey } from '../../policy/foldKey';
import { listOfTexts, tableOf, text } from '../../policy/settings';
import { ROLE_CONTROLS } from '../controls';
import { staffReferences, userReference } from '../evidence';
import type { Check, CheckContext, Duties, Part, UserSubject } from '../types';
import { ROLE_NOT_SET, roleKey, roleKind } from './accountState';
import { isServiceAccount } from './serviceAccounts';

export const ROLE_SETTINGS = {
	roleMatrix: tableOf({
		title: 'Role Matrix',
		description:
			'Which access roles fit which job title or department; the most exact row that fits a person counts',
		standard: [],
		columns: {
			jobTitle: text({
				title: 'Job Title',
				description: 'As Lever or the staff list writes it; empty for every title',
				standard: '',
			}),
			department: text({
				title: 'Department',
				description: 'As the staff list writes it; empty for every department',
				standard: '',
			}),
			roles: listOfTexts({
				title: 'Roles',
				description: 'Access roles that fit, by name, or by id for custom roles',
				standard: [],
			}),
		},
		needed: ['roles'],
	}),
	ownerRoles: listOfTexts({
		title: 'Roles of Owners',
		description: 'Access roles that fit owners of opportunities, postings and requisitions',
		standard: ['super admin', 'admin', 'team member', 'limited team member'],
	}),
	hiringManagerRoles: listOfTexts({
		title: 'Roles of Hiring Managers',
		description:
			'Access roles that fit hiring managers who own nothing themselves; an Admin sees what a hiring manager need not see',
		standard: ['team member', 'limited team member', 'interviewer'],
	}),
};

type MatrixRow = CheckContext['policy']['access']['roleMatrix'][number];

/** Compliance reference B.2 UAR-03. */
export const roleFitsFunction: Check = {
	id: 'UAR-03',
	version: 1,
	title: 'Role fits function',
	tests:
		'The access role of every active user fits the job title and department, and what the user works on: as owner or hiring manager of opportunities, postings and requisitions.',
	family: 'access',
	needs: { lists: [], collections: ['users'] },
	restsOn: ['users'],
	policyFields: [
		'access.roleMatrix',
		'access.ownerRoles',
		'access.hiringManagerRoles',
		'access.serviceAccounts',
	],
	severity: 'high',
	controls: ROLE_CONTROLS,
	remediation:
		"Give the user a role in Lever that fits what they do, or change 'Role Matrix' in the policy.",
	evaluate: {
		user(subject, context) {
			const { user, staff } = subject;
			if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
			const duties = context.account.duties.get(user.userId) ?? NO_DUTIES;
			const part = decide(subject, duties, context);
			return {
				basis: 'presence',
				expected: {},
				...part,
				observed: {
					role: user.accessRole,
					isOwner: duties.owns > 0,
					isHiringManager: duties.manages > 0,
					...part.observed,
				},
				evidence: [
					userReference(user),
					...(staff.rows.length > 0 ? staffReferences(context.staffList, staff.rows) : []),
					...duties.evidence,
				],
			};
		},
	},
};

const NO_DUTIES: Duties = { owns: 0, manages: 0, evidence: [] };

function decide(subject: UserSubject, duties: Duties, context: CheckContext): Part {
	const { user } = subject;
	if (isServiceAccount(user, context)) {
		return {
			status: 'not_applicable',
			reasonCode: 'service-account',
			message: 'The policy registers this account as one of a system.',
		};
	}
	if (roleKind(user) === 'none') return ROLE_NOT_SET;
	const byMatrix = matrixPart(subject, context);
	const byDuties = dutiesPart(subject, duties, context);
	return worseOf(byMatrix, byDuties) ?? withoutFunction(context);
}

/** A fault of either stands; then what could not be decided, a warning, a pass. */
const ORDER: ReadonlyArray<Part['status']> = ['fail', 'indeterminate', 'warn', 'pass'];

function worseOf(...parts: Array<Part | null>): Part | null {
	const given = parts.filter((part) => part !== null);
	const [worst] = [...given].sort((a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status));
	return worst ?? null;
}

function withoutFunction({ policy }: CheckContext): Part {
	const matrix = policy.access.roleMatrix.length > 0;
	return {
		status: 'not_applicable',
		reasonCode: 'no-function-known',
		message: sentences(
			'The user is owner or hiring manager of nothing that was read,',
			matrix
				? 'and the policy has no row for the role.'
				: "and the policy has no 'Role Matrix' by job title or department.",
		),
	};
}

/** What the policy says of the job title and department; null where the policy has no matrix. */
function matrixPart({ user, staff }: UserSubject, { policy }: CheckContext): Part | null {
	const { roleMatrix } = policy.access;
	if (roleMatrix.length === 0) return null;
	const details = staff.row?.details;
	const jobTitle = user.jobTitle ?? details?.jobTitle ?? null;
	const department = details?.department ?? null;
	const known = jobTitle !== null || department !== null;
	const rows = mostExact(roleMatrix, jobTitle, department);
	const restsOn =
		user.jobTitle === null || department !== null
			? (['users', 'staffList'] as const)
			: (['users'] as const);
	if (rows.length === 0) {
		return known
			? {
					status: 'warn',
					reasonCode: 'no-rule',
					message:
						"No row of 'Role Matrix' in the policy fits the job title and department of this user. Expected: a row that says which roles fit.",
					remediation: "Add a row for this job title or department to 'Role Matrix' in the policy.",
				}
			: {
					status: 'indeterminate',
					basis: 'absence',
					reasonCode: 'function-unknown',
					message:
						'Neither Lever nor the staff list names a job title or department for this user. Expected: one of them.',
					remediation:
						'Fill in the job title in Lever, or job title and department on the staff list.',
				};
	}
	const roles = rows.flatMap((row) => row.roles);
	const expected = rolesExpected(roles);
	if (hasRole(user.accessRole, roles)) {
		return {
			status: 'pass',
			reasonCode: 'role-fits-title',
			message: "The role is one that 'Role Matrix' in the policy names for this function.",
			expected,
			restsOn,
		};
	}
	return {
		status: 'fail',
		reasonCode: 'role-beyond-title',
		message: `The role is none of those that 'Role Matrix' in the policy names for this function. Expected: ${roles.join(', ')}.`,
		expected,
	};
}

/** The rows that fit and name the most: title and department, then the title, then the department. */
function mostExact(
	matrix: readonly MatrixRow[],
	jobTitle: string | null,
	department: string | null,
): MatrixRow[] {
	const fits = (wanted: string, given: string | null) =>
		wanted.trim() === '' || (given !== null && foldKey(wanted) === foldKey(given));
	const exactness = (row: MatrixRow) =>
		(row.jobTitle.trim() === '' ? 0 : 2) + (row.department.trim() === '' ? 0 : 1);
	const fitting = matrix.filter(
		(row) => fits(row.jobTitle, jobTitle) && fits(row.department, department),
	);
	const most = Math.max(...fitting.map(exactness));
	return fitting.filter((row) => exactness(row) === most);
}

/** What somebody works on against the role; null for users who own and manage nothing. */
function dutiesPart(
	{ user }: UserSubject,
	{ owns, manages }: Duties,
	{ policy }: CheckContext,
): Part | null {
	if (owns === 0 && manages === 0) return null;
	const { ownerRoles, hiringManagerRoles } = policy.access;
	const roles = [...(owns > 0 ? ownerRoles : []), ...(manages > 0 ? hiringManagerRoles : [])];
	const does = [...(owns > 0 ? ['owner'] : []), ...(manages > 0 ? ['hiring manager'] : [])].join(
		' and ',
	);
	const seen = `The user is ${does} of opportunities, postings or requisitions in Lever`;
	const names = [...new Set(roles)].join(', ');
	const expected = rolesExpected(roles);
	if (hasRole(user.accessRole, roles)) {
		return {
			status: 'pass',
			reasonCode: 'role-fits-duties',
			message: `${seen}, and the role fits that.`,
			expected,
		};
	}
	if (roleKind(user) === 'custom') {
		return {
			status: 'indeterminate',
			reasonCode: 'custom-role',
			message: `${seen}, and what the custom role allows is not known. Expected: ${names}, or a custom role that the policy names by its id.`,
			expected,
			remediation:
				"Look the custom role up in Lever under Settings > Roles, and add its id to 'Roles of Owners' or 'Roles of Hiring Managers' in the policy if it fits.",
		};
	}
	return {
		status: 'fail',
		reasonCode: owns > 0 ? 'role-not-of-owners' : 'role-not-of-hiring-managers',
		message: `${seen}, and the role is none that the policy names for this. Expected: ${names}.`,
		expected,
	};
}

function rolesExpected(roles: readonly string[]): FindingFacts {
	return { roles: [...new Set(roles.map(roleKey))].sort() };
}

function hasRole(role: string | null, roles: readonly string[]): boolean {
	return roles.some((one) => roleKey(one) === roleKey(role));
}
