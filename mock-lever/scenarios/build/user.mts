import type { StoredUser } from '../records.mts';
import type { UserSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { momentOr, nullableMoment, overlay } from './context.mts';

/** All twelve keys, in Lever's order (lever-api.md §5.4). */
export function buildUser(context: BuildContext, user: UserSituation): StoredUser {
	const email = user.email ?? `${user.id}.${context.number}@example.com`;
	const record: StoredUser = {
		id: context.ids.resolve(user.id),
		name: user.name,
		username: email.split('@')[0] ?? null,
		email,
		accessRole: user.accessRole === undefined ? 'interviewer' : user.accessRole,
		photo: null,
		createdAt: momentOr(context, user.createdAt, context.clock.epoch({ day: -400 })),
		deactivatedAt: nullableMoment(context, user.deactivatedAt, null),
		externalDirectoryId: user.externalDirectoryId ?? null,
		linkedContactIds: user.linkedContacts ? context.ids.resolveAll(user.linkedContacts) : null,
		jobTitle: user.jobTitle ?? null,
		managerId: user.manager ? context.ids.resolve(user.manager) : null,
	};
	return overlay(context, record, user.raw);
}
