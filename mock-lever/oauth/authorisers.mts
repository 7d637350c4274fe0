import type { StoredUser } from '../scenarios/records.mts';

const SUPER_ADMIN = 'super admin';

/** Roles in Lever's order of power (lever-api.md §5.4); others are custom roles and come after them. */
const ROLES = [SUPER_ADMIN, 'admin', 'team member', 'limited team member', 'interviewer'];

const isActive = (user: StoredUser) => user.deactivatedAt === null;
const rank = (role: string) => (ROLES.includes(role) ? ROLES.indexOf(role) : ROLES.length);

/** Only a Super Admin authorises for the whole organisation (lever-api.md §1.3). */
export const isSuperAdmin = (user: StoredUser | undefined) => user?.accessRole === SUPER_ADMIN;

/** The first active user of each role, the most powerful role first: who can be chosen on the consent page. */
export function authorisers(users: readonly StoredUser[]): StoredUser[] {
	const first = new Map<string, StoredUser>();
	for (const user of users.filter(isActive)) {
		const role = user.accessRole ?? '';
		if (role !== '' && !first.has(role)) first.set(role, user);
	}
	return [...first].sort(([a], [b]) => rank(a) - rank(b)).map(([, user]) => user);
}

/** @returns the first active user with this role */
export const withRole = (users: readonly StoredUser[], role: string): StoredUser | undefined =>
	users.find((user) => isActive(user) && user.accessRole === role);

export { SUPER_ADMIN };
