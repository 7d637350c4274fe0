import type { Stated } from '../build/context.mts';
import { uuidFor } from '../ids.mts';
import type { LeverDatabase, StoredAuditEvent, StoredUser } from '../records.mts';
import { auditUser } from '../../world/audit.mts';

const DAY = 86_400_000;
const SIGN_INS = ['saml', 'googleApps', 'direct'] as const;

type Event = Omit<StoredAuditEvent, 'id' | 'target'> & { target: { id: string; label: string } };

/** The id follows from what happened; the target's type is the first part of the event's. */
const finish = ({ target, ...event }: Event): StoredAuditEvent => ({
	...event,
	id: uuidFor(`audit/${event.type}/${target.id}/${event.createdAt}`),
	target: { id: target.id, type: event.type.split(/[:.]/)[0] ?? '', label: target.label },
});

/** What the history of a user holds in any case: the beginning, the end, and a sign-in in between. */
function historyOf(
	user: StoredUser,
	position: number,
	by: StoredUser,
	now: number,
	signInIsStated: boolean,
): Event[] {
	const { createdAt, deactivatedAt } = user;
	const target = { id: user.id, label: user.name };
	const meta = { user: auditUser(user) };
	const events: Event[] = [{ type: 'user:added', createdAt, user: auditUser(by), target, meta }];
	if (deactivatedAt !== null) {
		const createdThen = { createdAt: deactivatedAt, user: auditUser(by), target, meta };
		events.push({ type: 'user:deactivated', ...createdThen });
	}
	if (signInIsStated) return events;
	const last = deactivatedAt ?? now;
	const method = SIGN_INS[position % SIGN_INS.length];
	events.push({
		type: 'user.authentication:succeeded',
		createdAt: Math.max(createdAt, last - ((position % 14) + 1) * DAY),
		user: auditUser(user),
		target,
		meta: { ...meta, authentication: { method } },
	});
	return events;
}

/** Things that happen in an account once in a while, one of each. */
function occasions(user: StoredUser, by: StoredUser, accountId: string, now: number): Event[] {
	const target = { id: user.id, label: user.name };
	const account = { id: accountId, name: 'Acme Demo' };
	const changed = { user: auditUser(by), target };
	const of = { user: auditUser(user) };
	return [
		{
			type: 'user.role:changed',
			createdAt: now - 90 * DAY,
			...changed,
			meta: { ...of, from: 'interviewer', to: user.accessRole },
		},
		{
			type: 'user.email:changed',
			createdAt: now - 200 * DAY,
			...changed,
			meta: { ...of, from: `former.${user.email}`, to: user.email },
		},
		{
			type: 'user.authentication:failed',
			createdAt: now - 3 * DAY,
			// Nobody knows who tried.
			user: null,
			target: { id: 'unknown', label: 'somebody@example.com' },
			meta: {
				user: { email: 'somebody@example.com', name: null, role: null },
				authentication: {
					method: 'direct',
					error: { type: 'user-not-found', message: 'User not found' },
				},
			},
		},
		{
			type: 'export:downloaded',
			createdAt: now - 12 * DAY,
			user: auditUser(by),
			target: { id: uuidFor('export/1'), label: 'All candidates' },
			meta: { export: { id: uuidFor('export/1'), name: 'All candidates', rows: 250 } },
		},
		{
			type: 'account.authentication:changed',
			createdAt: now - 400 * DAY,
			user: auditUser(by),
			target: { id: accountId, label: account.name },
			meta: {
				account,
				from: { googleApps: true, direct: true, saml: false },
				to: { googleApps: true, direct: false, saml: true },
			},
		},
	];
}

/** The audit events of an account that has them; those of its keys are written where keys are made. */
export function addAuditEvents(
	database: LeverDatabase,
	now: number,
	{ signIns }: Pick<Stated, 'signIns'>,
): void {
	const { users, accounts, audit_events: events } = database;
	const by = users.find((user) => user.accessRole === 'super admin');
	if (by === undefined || accounts[0]?.auditEvents !== true) return;
	const histories = users.flatMap((user, position) =>
		historyOf(user, position, by, now, signIns.has(user.id)),
	);
	const recruiter = users.find((user) => user.accessRole === 'team member');
	const others = recruiter === undefined ? [] : occasions(recruiter, by, accounts[0].id, now);
	events.push(...[...histories, ...others].map(finish));
}
