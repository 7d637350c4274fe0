import type { AuditUser, StoredUser } from '../scenarios/records.mts';
import type { Account } from './account.mts';
import { ChangeRefused } from './refused.mts';

/** What an audit event shows of a user. */
export const auditUser = ({ id, email, name, accessRole }: StoredUser): AuditUser => ({
	id,
	email,
	name,
	role: accessRole,
});

const superAdminOf = ({ store }: Account): StoredUser | undefined =>
	store
		.database()
		.users.find((user) => user.accessRole === 'super admin' && user.deactivatedAt === null);

/**
 * Who does it: the user named, else the account's first active Super Admin.
 *
 * @throws ChangeRefused when nobody is named and the account has no Super Admin
 */
export function performer(account: Account, named: StoredUser | undefined): StoredUser {
	const user = named ?? superAdminOf(account);
	if (user === undefined) {
		throw new ChangeRefused(
			'The account has no active Super Admin. Say who does it with "performAs".',
		);
	}
	return user;
}

/** Writes one event of lever-api.md §5.12. The target's type is the part of the event's type before `:` or `.` */
export function audit(
	account: Account,
	event: {
		type: string;
		by: StoredUser | null;
		target: { id: string; label: string };
		meta: Record<string, unknown>;
	},
): void {
	const { type, by, target, meta } = event;
	account.store.put('audit_events', {
		id: account.newId('audit_events'),
		createdAt: account.now(),
		type,
		user: by === null ? null : auditUser(by),
		target: { id: target.id, type: type.split(/[:.]/, 1)[0] ?? '', label: target.label },
		meta,
	});
}

/** As `audit`, for what happens to a user. */
export function auditOfUser(
	account: Account,
	type: string,
	by: StoredUser | null,
	user: StoredUser,
	meta: Record<string, unknown> = {},
): void {
	const target = { id: user.id, label: user.name };
	audit(account, { type, by, target, meta: { user: auditUser(user), ...meta } });
}
