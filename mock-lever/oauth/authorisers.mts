import type { StoredUser } from '../scenarios/records.mts';

/** Only a Super Admin authorises for the whole organisation (lever-api.md §1.3). */
export const SUPER_ADMIN = 'super admin';

/** Roles in the order of what they may, and as Lever's pages write them (lever-api.md §5.4). */
const ROLES = new Map([
	[SUPER_ADMIN, 'Super Admin'],
	['admin', 'Admin'],
	['team member', 'Team Member'],
	['limited team member', 'Limited Team Member'],
	['interviewer', 'Interviewer'],
]);
const CUSTOM_ROLE = 'Custom role';
const ORDER = [...ROLES.values(), CUSTOM_ROLE];

/** Somebody who can be chosen on the consent page. */
export interface Authoriser {
	user: StoredUser;
	/** In words */
	role: string;
}

const isActive = (user: StoredUser) => user.deactivatedAt === null;

export const isSuperAdmin = (user: StoredUser | undefined) => user?.accessRole === SUPER_ADMIN;

/** The first active user of each role, Super Admin first; people without a role are left out. */
export function authorisers(users: readonly StoredUser[]): Authoriser[] {
	const first = new Map<string, StoredUser>();
	for (const user of users.filter(isActive)) {
		const { accessRole } = user;
		if (accessRole === null || accessRole === '') continue;
		const role = ROLES.get(accessRole) ?? CUSTOM_ROLE;
		if (!first.has(role)) first.set(role, user);
	}
	return ORDER.flatMap((role) => {
		const user = first.get(role);
		return user === undefined ? [] : [{ user, role }];
	});
}

/** @returns the first active user with this role */
export const withRole = (users: readonly StoredUser[], role: string): StoredUser | undefined =>
	users.find((user) => isActive(user) && user.accessRole === role);
