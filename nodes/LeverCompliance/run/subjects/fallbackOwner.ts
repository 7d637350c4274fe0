import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { User } from '../../../shared/contracts';
import { isActiveSuperAdmin } from '../../checks/access/accountState';

/** Who should act when Lever names nobody, and a sentence that says so. */
export interface FallbackOwner {
	userId: string;
	text: string;
}

/**
 * The owner of what nobody owns in Lever, since an owner is always set (rules.md §5 SCR-09): the active
 * Super Admin with the lowest id, who can give it to somebody; without one, the active user with the
 * lowest id. Null when no active user is known.
 */
export function fallbackOwner(users: readonly User[]): FallbackOwner | null {
	const active = users
		.filter(({ deactivatedAt }) => deactivatedAt === null)
		.sort((a, b) => compareCodeUnits(a.userId, b.userId));
	const superAdmin = active.find(isActiveSuperAdmin);
	const user = superAdmin ?? active[0];
	if (user === undefined) return null;
	const who = superAdmin ? 'a Super Admin' : 'an active user';
	return {
		userId: user.userId,
		text: `Lever names neither owner nor hiring manager, so this goes to ${who}.`,
	};
}
