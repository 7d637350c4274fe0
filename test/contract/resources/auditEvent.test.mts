import { describe, expect, test } from 'vitest';
import { basic, send } from '../../unit/mock/client.mts';
import type { Json } from '../support/account.mts';
import { ACCOUNTS, readAll, useMock } from '../support/account.mts';
import { describeShape } from '../support/describeShape.mts';
import { EXAMPLES } from '../support/examples.mts';
import type { Fits } from '../support/shape.mts';
import {
	anything,
	list,
	matching,
	ms,
	object,
	oneOf,
	optional,
	orNull,
	text,
	uid,
	wholeNumber,
	yesNo,
} from '../support/shape.mts';

// Somebody unknown has no id; the mock gives no name either then.
const user = object({
	id: optional(uid),
	email: optional(orNull(text)),
	name: orNull(text),
	role: orNull(text),
});
const account = object({ id: text, name: text });
const authentication = object({ googleApps: yesNo, direct: yesNo, saml: yesNo });
const suites = list(object({ domain: text, provider: text }));
const method = oneOf('googleApps', 'saml', 'microsoft', 'direct');
const key = object({
	id: text,
	name: text,
	partner: anything,
	tokenLastFour: matching(/^.{4}$/),
	service: oneOf('data-api', 'postings-api'),
});
const permission = object({ level: anything, name: text, conditions: anything });

/** `meta` by type (lever-api.md §5.12). */
const META: Record<string, Fits> = {
	'account:added': object({ account }),
	'account:deactivated': object({ account }),
	'account:reactivated': object({ account }),
	'account.authentication:changed': object({ account, from: authentication, to: authentication }),
	'account.plan:changed': object({ account, from: text, to: text }),
	'account.suites:changed': object({ account, from: suites, to: suites }),
	'export:downloaded': object({ export: object({ id: text, name: text, rows: wholeNumber }) }),
	'key:added': object({ key }),
	'key:removed': object({ key }),
	'user:added': object({ user }),
	'user:deactivated': object({ user }),
	'user:reactivated': object({ user }),
	'user:removed': object({ user }),
	'user:merged': object({ user, duplicate: user }),
	'user.authentication:succeeded': object({ user, authentication: object({ method }) }),
	'user.authentication:failed': object({
		user,
		authentication: object({ method, error: object({ type: text, message: text }) }),
	}),
	'user.email:changed': object({ user, from: text, to: text }),
	'user.linkedProfile:changed': object({
		user,
		from: orNull(object({ id: orNull(text) })),
		to: orNull(object({ id: orNull(text) })),
	}),
	'user.password:changed': object({ user }),
	'user.password:forgot': object({ user }),
	'user.permission:changed': object({ user, from: permission, to: permission }),
	'user.role:changed': object({ user, from: orNull(text), to: orNull(text) }),
};

const event: Fits = (value, place) => {
	const whole = object({
		id: uid,
		createdAt: ms,
		type: oneOf(...Object.keys(META)),
		user: orNull(user),
		target: object({ id: text, type: text, label: text }),
		meta: anything,
	})(value, place);
	const { type, target, meta } = value as Json;
	const kind = String(type).split(/[:.]/)[0];
	const told = (target as Json | undefined)?.type;
	return [
		...whole,
		...(told === kind ? [] : [`${place}.target.type is ${String(told)} of ${String(type)}`]),
		...(META[String(type)]?.(meta, `${place} ${String(type)} meta`) ?? []),
	];
};

describeShape({
	title: '§5.12 audit event',
	shape: event,
	example: EXAMPLES.auditEvent,
	read: (mock) => readAll(mock, '/audit_events'),
});

describe.each(ACCOUNTS)('§5.12 audit events, account %s', (scenario) => {
	const running = useMock({ scenario });

	test('[doc] newest first', async () => {
		const times = (await readAll(running.mock, '/audit_events')).map(({ createdAt }) =>
			Number(createdAt),
		);
		expect(times).toEqual(times.toSorted((a, b) => b - a));
	});

	test('[guess] without the add-on the answer is 403', async () => {
		const authorization = basic(running.mock.keys.noAuditEvents);
		expect((await send(running.mock, '/audit_events', { authorization })).status).toBe(403);
	});

	test('[doc] changes of users while the mock runs leave their events', async () => {
		const { mock } = running;
		const users = await readAll(mock, '/users');
		const member = users.find(({ accessRole }) => accessRole === 'team member');
		const before = mock.world.now();
		mock.world.changeRole({ user: String(member?.id), accessRole: 'interviewer' });
		mock.world.deactivateUser({ user: String(member?.id) });
		const events = await readAll(mock, `/audit_events?created_at_start=${before}`);
		expect(events.map(({ type }) => type)).toEqual(['user:deactivated', 'user.role:changed']);
		expect(events[1]?.meta).toMatchObject({ from: 'team member', to: 'interviewer' });
		for (const one of events) {
			expect(event(one, 'event')).toEqual([]);
			expect(one.target).toMatchObject({ id: member?.id, type: 'user', label: member?.name });
		}
	});
});

describe('§5.12 empty account', () => {
	const running = useMock({ scenario: 'empty' });
	test('[guess] an account without the add-on answers 403 to every key', async () => {
		const { status, body } = await send(running.mock, '/audit_events');
		expect(status).toBe(403);
		expect(body.code).toBe('ForbiddenError');
	});
});
