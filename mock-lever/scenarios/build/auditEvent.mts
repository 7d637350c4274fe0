import { auditUser } from '../../world/audit.mts';
import { uuidFor } from '../ids.mts';
import type { StoredAuditEvent, StoredUser } from '../records.mts';
import type { AuditEventSituation } from '../situation.mts';
import type { BuildContext } from './context.mts';
import { resolveRaw } from './context.mts';

/** An event of lever-api.md §5.12, as far as situations tell of it. Users of the file must be in the account. */
export function buildAuditEvent(
	context: BuildContext,
	source: AuditEventSituation,
): StoredAuditEvent {
	const { type, at, by = 'user-super-admin-1', user, meta = {} } = source;
	const createdAt = context.clock.epoch(at);
	const account = context.database.accounts[0];
	const subject = user === undefined ? null : userOf(context, user);
	const about = subject
		? { target: { id: subject.id, label: subject.name }, meta: ofUser(source, subject) }
		: source.tokenLastFour === undefined
			? { target: { id: account?.id ?? '', label: account?.name ?? '' }, meta: {} }
			: ofKey(source.tokenLastFour);
	const own = resolveRaw(context, meta) as Record<string, unknown>;
	return {
		id: uuidFor(`audit/${type}/${about.target.id}/${createdAt}`),
		createdAt,
		type,
		user: by === null ? null : auditUser(userOf(context, by)),
		target: { id: about.target.id, type: type.split(/[:.]/)[0] ?? '', label: about.target.label },
		meta: { ...about.meta, ...own },
	};
}

/** That somebody signed in. */
export function buildSignIn(user: StoredUser, createdAt: number): StoredAuditEvent {
	const type = 'user.authentication:succeeded';
	return {
		id: uuidFor(`audit/${type}/${user.id}/${createdAt}`),
		createdAt,
		type,
		user: auditUser(user),
		target: { id: user.id, type: 'user', label: user.name },
		meta: { user: auditUser(user), authentication: { method: 'saml' } },
	};
}

function ofUser({ from, to }: AuditEventSituation, user: StoredUser): Record<string, unknown> {
	return {
		user: auditUser(user),
		...(from !== undefined && { from }),
		...(to !== undefined && { to }),
	};
}

function ofKey(tokenLastFour: string) {
	const id = uuidFor(`key/${tokenLastFour}`);
	const name = `Key ending in ${tokenLastFour}`;
	return {
		target: { id, label: name },
		meta: { key: { id, name, partner: null, tokenLastFour, service: 'data-api' } },
	};
}

function userOf({ database, ids }: BuildContext, name: string): StoredUser {
	const id = ids.resolve(name);
	const user = database.users.find((each) => each.id === id);
	if (user === undefined) throw new Error(`"${name}" is not a user.`);
	return user;
}
