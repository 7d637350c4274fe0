import type { AccountState, User } from '../../../shared/contracts';
import type { Part } from '../types';

/** What a role means for access; `custom` is a role that only its organisation knows, `none` an empty one. */
type RoleKind = 'superAdmin' | 'admin' | 'lower' | 'custom' | 'none';

/** The roles every Lever account has (lever-api.md §5.4); anything else is a custom role or none. */
const STANDARD_ROLES: ReadonlyMap<string, RoleKind> = new Map<string, RoleKind>([
	['super admin', 'superAdmin'],
	['admin', 'admin'],
	['team member', 'lower'],
	['limited team member', 'lower'],
	['interviewer', 'lower'],
]);

/**
 * The user inventory (rules.md §7): not a check, but a state on every user row. A pending invitation and
 * a custom role look alike in Lever's data, so both are "role not set".
 */
export function accountState({ deactivatedAt, accessRole }: User): AccountState {
	if (deactivatedAt !== null) return 'deactivated';
	return STANDARD_ROLES.has(roleKey(accessRole)) ? 'active' : 'roleNotSet';
}

export function roleKind({ accessRole }: Pick<User, 'accessRole'>): RoleKind {
	const key = roleKey(accessRole);
	return key === '' ? 'none' : (STANDARD_ROLES.get(key) ?? 'custom');
}

/** For checks that cannot judge an account without its role. */
export const ROLE_NOT_SET: Part = {
	status: 'indeterminate',
	reasonCode: 'role-not-set',
	message:
		'Lever names no role for this account: it may be an invitation that was not accepted yet, or a custom role. Expected: a role.',
	remediation: 'Look the role up in Lever under Settings > Users, and set it there.',
};

export function isActiveSuperAdmin(user: User): boolean {
	return user.deactivatedAt === null && roleKind(user) === 'superAdmin';
}

/** How roles are compared: trimmed, case folded. */
export function roleKey(accessRole: string | null): string {
	return (accessRole ?? '').trim().toLowerCase();
}
