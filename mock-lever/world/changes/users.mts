import type { StoredUser } from '../../scenarios/records.mts';
import { auditOfUser, performer } from '../audit.mts';
import { defineChange } from '../change.mts';
import { address, filledText, flag, optional, orNull, performAs, text, user } from '../inputs.mts';
import { ChangeRefused } from '../refused.mts';
import { addStaffRow } from '../staff.mts';

const localPart = (email: string) => email.split('@')[0] ?? null;

export const addUser = defineChange({
	about: 'Invites a user, who is also put on the staff list unless "onStaffList" is false',
	inputs: {
		name: filledText,
		email: address,
		accessRole: optional(orNull(text)),
		jobTitle: optional(filledText),
		externalDirectoryId: optional(filledText),
		manager: optional(user),
		onStaffList: optional(flag),
		performAs,
	},
	run(account, input) {
		const { name, email, jobTitle, manager } = input;
		const by = performer(account, input.performAs);
		if (account.store.related('users', 'email', email).length > 0) {
			throw new ChangeRefused('A user already exists with that email address.');
		}
		const row =
			input.onStaffList === false
				? undefined
				: addStaffRow(account, { name, email, externalId: input.externalDirectoryId });
		const added: StoredUser = {
			id: account.newId('users'),
			name,
			username: localPart(email),
			email,
			accessRole: input.accessRole === undefined ? 'interviewer' : input.accessRole,
			photo: null,
			createdAt: account.now(),
			deactivatedAt: null,
			externalDirectoryId: input.externalDirectoryId ?? row?.external_id ?? null,
			linkedContactIds: null,
			jobTitle: jobTitle ?? null,
			managerId: manager?.id ?? null,
		};
		account.store.put('users', added);
		auditOfUser(account, 'user:added', by, added);
		return added;
	},
});

export const deactivateUser = defineChange({
	about: 'Deactivates a user',
	inputs: { user, performAs },
	run(account, { user: before, performAs: named }) {
		if (before.deactivatedAt !== null) throw new ChangeRefused('The user is deactivated already.');
		const by = performer(account, named);
		const after = { ...before, deactivatedAt: account.now() };
		account.store.put('users', after);
		auditOfUser(account, 'user:deactivated', by, after);
		return after;
	},
});

export const reactivateUser = defineChange({
	about: 'Makes a deactivated user active again',
	inputs: { user, performAs },
	run(account, { user: before, performAs: named }) {
		if (before.deactivatedAt === null) throw new ChangeRefused('The user is active.');
		const by = performer(account, named);
		const after = { ...before, deactivatedAt: null };
		account.store.put('users', after);
		auditOfUser(account, 'user:reactivated', by, after);
		return after;
	},
});

export const changeRole = defineChange({
	about:
		'Gives a user another access role: one of Lever, the id or name of a custom one, "" or null',
	inputs: { user, accessRole: orNull(text), performAs },
	run(account, { user: before, accessRole, performAs: named }) {
		if (before.accessRole === accessRole)
			throw new ChangeRefused('The user has this role already.');
		const by = performer(account, named);
		const after = { ...before, accessRole };
		account.store.put('users', after);
		const meta = { from: before.accessRole, to: accessRole };
		auditOfUser(account, 'user.role:changed', by, after, meta);
		return after;
	},
});

export const changeUserEmail = defineChange({
	about: 'Gives a user another e-mail address',
	inputs: { user, email: address, performAs },
	run(account, { user: before, email, performAs: named }) {
		if (account.store.related('users', 'email', email).length > 0) {
			throw new ChangeRefused('A user already exists with that email address.');
		}
		const by = performer(account, named);
		const after = { ...before, email, username: localPart(email) };
		account.store.put('users', after);
		auditOfUser(account, 'user.email:changed', by, after, { from: before.email, to: email });
		return after;
	},
});

export const signIn = defineChange({
	about: 'A user signs in; when deactivated, the attempt is refused and noted as such',
	inputs: { user },
	run(account, { user: who }) {
		const refused = who.deactivatedAt !== null;
		const error = { type: 'user-deactivated', message: 'The user is deactivated.' };
		const authentication = { method: 'saml', ...(refused ? { error } : {}) };
		const type = `user.authentication:${refused ? 'failed' : 'succeeded'}`;
		auditOfUser(account, type, who, who, { authentication });
		return who;
	},
});
