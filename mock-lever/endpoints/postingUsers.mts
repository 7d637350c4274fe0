import type { StoredPosting, StoredUser } from '../scenarios/records.mts';
import type { LeverStore } from '../server/store.mts';

/** Built-in roles as this one read calls them: by other ids than the rest of the API (lever-api.md §5.14). */
const ROLES = [
	{ id: 'owner', name: 'Super Admin', isReadOnly: true },
	{ id: 'admin', name: 'Admin', isReadOnly: true },
	{ id: 'team', name: 'Team Member', isReadOnly: true },
	{ id: 'limited', name: 'Limited Team Member', isReadOnly: true, conditions: ['following'] },
];

const ROLE_IDS: Record<string, string> = {
	'super admin': 'owner',
	admin: 'admin',
	'team member': 'team',
	'limited team member': 'limited',
};

const isAttached = (user: StoredUser, posting: StoredPosting) =>
	[posting.user, posting.owner, posting.hiringManager, ...posting.followers].includes(user.id);

const seesEveryPosting = ({ accessRole }: StoredUser) =>
	accessRole === 'super admin' || accessRole === 'admin';

/**
 * Who has access to a posting: those who own or follow it, and whoever sees every posting. A custom role
 * keeps its own id.
 */
export function postingUsers(posting: StoredPosting, store: LeverStore): object {
	const users = store
		.database()
		.users.filter((user) => user.deactivatedAt === null)
		.filter((user) => seesEveryPosting(user) || isAttached(user, posting));
	return {
		posting: { id: posting.id, text: posting.text },
		users: users.map(({ id, name, email, accessRole }) => ({
			id,
			name,
			email,
			role: ROLE_IDS[accessRole ?? ''] ?? accessRole,
		})),
		roles: ROLES,
	};
}
