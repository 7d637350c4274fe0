import type { AccountState, User } from '../../../shared/contracts';

/** The roles every Lever account has (lever-api.md §5.4); anything else is a custom role or none. */
const STANDARD_ROLES: ReadonlySet<string> = new Set([
	'super admin',
	'admin',
	'team member',
	'limited team member',
	'interviewer',
]);

/**
 * The user inventory (rules.md §7): not a check, but a state on every user row. A pending invitation and
 * a custom role look alike in Lever's data, so both are "role not set".
 */
export function accountState({ deactivatedAt, accessRole }: User): AccountState {
	if (deactivatedAt !== null) return 'deactivated';
	return STANDARD_ROLES.has(roleKey(accessRole)) ? 'active' : 'roleNotSet';
}

export function isActiveSuperAdmin({ deactivatedAt, accessRole }: User): boolean {
	return deactivatedAt === null && roleKey(accessRole) === 'super admin';
}

function roleKey(accessRole: string | null): string {
	return (accessRole ?? '').trim().toLowerCase();
}
