import { describe, expect, it } from 'vitest';

import type { AuditEvent, User } from '../../../nodes/shared/contracts/index.ts';
import { check, millis, REFUSED, type Company } from '../run/company.mts';
import { eventOf, oneUser, staffOf } from './accessCompany.mts';
import { cases } from './cases.mts';

const SIGNED_IN = 'user.authentication:succeeded';
/** Somebody else, so that audit events are a source. */
const OTHER = eventOf(SIGNED_IN, '2026-11-01T08:00:00Z', { userId: 'user-x', targetId: 'user-x' });

/** Every type of event was asked for, sign-ins among them. */
const EVERY = { requests: [{ path: '/audit_events', query: {} }] };

const used = (events: AuditEvent[], user: Partial<User> = {}, more: Company = {}): Company =>
	oneUser(user, {
		policy: { access: { useSignInData: true } },
		read: { auditEvents: [OTHER, ...events] },
		...more,
		collections: { auditEvents: { ...EVERY, ...more.collections?.auditEvents } },
	});
/** Audit events that were read from a day on, and nothing that `aUser('a')` did. */
const readSince = (day: string) => ({
	requests: [{ path: '/audit_events', query: { created_at_start: String(millis(day)) } }],
});
const signedIn = (day: string) => used([eventOf(SIGNED_IN, `${day}T12:00:00Z`)]);
const listed = (last_sign_in_at: string, more: Company = {}): Company =>
	oneUser(
		{},
		{
			policy: { access: { useSignInData: true } },
			staff: [staffOf('a', { last_sign_in_at }), staffOf('b', { last_sign_in_at: '2026-11-01' })],
			...more,
		},
	);

describe('UAR-05 (evidence date: Monday, 2 November 2026)', () => {
	cases('UAR-05', [
		['59 days', signedIn('2026-09-04'), 'pass in-use'],
		['60 days', signedIn('2026-09-03'), 'warn soon-dormant'],
		['90 days', signedIn('2026-08-04'), 'warn soon-dormant'],
		['91 days', signedIn('2026-08-03'), 'fail dormant'],
		[
			'anything done counts',
			used([eventOf('export:downloaded', '2026-10-30T08:00:00Z', { targetId: null })]),
			'pass in-use',
		],
		[
			'what was done to the account does not',
			used([eventOf('user.role:changed', '2026-10-30T08:00:00Z', { userId: 'user-x' })]),
			'fail never-used',
		],
		[
			'a sign-in that failed does not',
			used([eventOf('user.authentication:failed', '2026-10-30T08:00:00Z')]),
			'fail never-used',
		],
		['nothing in a year', used([]), 'fail never-used'],
		[
			'29 days old',
			used([], { createdAt: millis('2026-10-04T12:00:00Z') }),
			'not_applicable new-account',
		],
		[
			'30 days old and never used: it cannot have been unused for long',
			used([], { createdAt: millis('2026-10-03T12:00:00Z') }),
			'pass not-yet-dormant',
		],
		[
			'59 days old and never used',
			used([], { createdAt: millis('2026-09-04T12:00:00Z') }),
			'pass not-yet-dormant',
		],
		[
			'60 days old and never used',
			used([], { createdAt: millis('2026-09-03T12:00:00Z') }),
			'warn soon-dormant',
		],
		[
			'90 days old and never used',
			used([], { createdAt: millis('2026-08-04T12:00:00Z') }),
			'warn soon-dormant',
		],
		[
			'91 days old and never used',
			used([], { createdAt: millis('2026-08-03T12:00:00Z') }),
			'fail never-used',
		],
		[
			'40 days old, and nobody says when it was used: its age does not',
			used(
				[],
				{ createdAt: millis('2026-09-23T12:00:00Z') },
				{ read: { auditEvents: [] }, collections: { auditEvents: REFUSED } },
			),
			'indeterminate no-activity-source',
		],
		[
			'40 days old, in events that were cut off',
			used(
				[],
				{ createdAt: millis('2026-09-23T12:00:00Z') },
				{ collections: { auditEvents: { complete: false, incompleteBecause: 'It ended early.' } } },
			),
			'indeterminate read-incomplete',
		],
		['used after the evidence date only', signedIn('2026-11-20'), 'fail never-used'],
		[
			'used after the evidence date, and long before it',
			used([
				eventOf(SIGNED_IN, '2026-11-20T08:00:00Z'),
				eventOf(SIGNED_IN, '2026-08-03T08:00:00Z'),
			]),
			'fail dormant',
		],
		[
			'nothing in the 91 days that were read',
			used([], {}, { collections: { auditEvents: readSince('2026-08-03') } }),
			'fail never-used',
		],
		[
			'nothing in the 90 days that were read',
			used([], {}, { collections: { auditEvents: readSince('2026-08-04') } }),
			'indeterminate looked-at-too-short',
		],
		['the staff list', listed('2026-10-30'), 'pass in-use'],
		['the staff list, long ago', listed('2026-01-30'), 'fail dormant'],
		['the staff list knows others only', listed(''), 'indeterminate no-activity-source'],
		['a date that cannot be read', listed('03/04/2026'), 'indeterminate sign-in-unreadable'],
		[
			'the staff list is too old to know the last sign-in',
			listed('2026-07-19', { staffExportedAt: '2026-07-20T00:00:00Z' }),
			'indeterminate list-too-old',
		],
		[
			'the staff list is too old, but shows the use',
			listed('2026-10-10', { staffExportedAt: '2026-10-11T00:00:00Z' }),
			'pass in-use',
		],
		[
			'a staff list that is too old, and names no sign-in of anybody',
			used([], {}, { staffExportedAt: '2026-07-20T00:00:00Z' }),
			'fail never-used',
		],
		[
			'the staff list failed: it may have named a later sign-in',
			used([eventOf(SIGNED_IN, '2026-01-05T00:00:00Z')], {}, { staff: 'failed' }),
			'indeterminate list-failed',
		],
		[
			'a listed sign-in that cannot be read, and no event',
			used([], {}, { staff: [staffOf('a', { last_sign_in_at: '11/01/2026' })] }),
			'indeterminate sign-in-unreadable',
		],
		[
			'a listed sign-in that cannot be read, and an old event',
			used(
				[eventOf(SIGNED_IN, '2026-06-01T08:00:00Z')],
				{},
				{ staff: [staffOf('a', { last_sign_in_at: '11/01/2026' })] },
			),
			'indeterminate sign-in-unreadable',
		],
		[
			'a listed sign-in that cannot be read, but an event shows the use',
			used(
				[eventOf(SIGNED_IN, '2026-10-30T08:00:00Z')],
				{},
				{ staff: [staffOf('a', { last_sign_in_at: '11/01/2026' })] },
			),
			'pass in-use',
		],
		[
			'a listed sign-in after the evidence date hides the one before it',
			listed('2026-11-20'),
			'indeterminate sign-in-unreadable',
		],
		[
			'something done long ago, by events that were read without sign-ins',
			listed('', {
				read: { auditEvents: [eventOf('user:added', '2026-01-05T00:00:00Z')] },
				collections: {
					auditEvents: { requests: [{ path: '/audit_events', query: { type: 'user:added' } }] },
				},
			}),
			'indeterminate no-activity-source',
		],
		[
			'the later of both',
			listed('2026-10-30', {
				read: { auditEvents: [OTHER, eventOf(SIGNED_IN, '2026-01-05T00:00:00Z')] },
			}),
			'pass in-use',
		],
		[
			'no audit event at all is no source',
			used([], {}, { read: { auditEvents: [] } }),
			'indeterminate no-activity-source',
		],
		[
			'refused',
			used([], {}, { read: { auditEvents: [] }, collections: { auditEvents: REFUSED } }),
			'indeterminate no-activity-source',
		],
		[
			'cut off: a later event may be missing',
			used(
				[eventOf(SIGNED_IN, '2026-01-05T00:00:00Z')],
				{},
				{
					collections: { auditEvents: { complete: false, incompleteBecause: 'It ended early.' } },
				},
			),
			'indeterminate read-incomplete',
		],
		[
			'cut off, but what was read shows the use',
			used(
				[eventOf(SIGNED_IN, '2026-10-05T00:00:00Z')],
				{},
				{
					collections: { auditEvents: { complete: false, incompleteBecause: 'It ended early.' } },
				},
			),
			'pass in-use',
		],
	]);

	it.each<[string, Company, string]>([
		[
			'the policy does not allow it (§10)',
			{ ...signedIn('2026-10-01'), policy: {} },
			'Use Sign-in Data',
		],
		[
			'nothing to look at',
			oneUser({}, { policy: { access: { useSignInData: true } } }),
			'Include Sign-Ins',
		],
	])('is off: %s', (_why, company, text) => {
		const { run, findings } = check(company);
		expect(run.checks.find(({ id }) => id === 'UAR-05')?.verdictText).toContain(text);
		expect(findings.filter(({ checkId }) => checkId === 'UAR-05')).toEqual([]);
	});

	it('takes nothing from audit events that were read without sign-ins', () => {
		const some = {
			auditEvents: { requests: [{ path: '/audit_events', query: { type: 'user:added' } }] },
		};
		const { run } = check({ ...used([]), collections: some });
		expect(run.checks.find(({ id }) => id === 'UAR-05')?.verdictText).toContain('Include Sign-Ins');
		const listed = oneUser(
			{},
			{
				policy: { access: { useSignInData: true } },
				staff: [staffOf('a'), staffOf('b', { last_sign_in_at: '2026-11-01' })],
				read: { auditEvents: [OTHER] },
				collections: some,
			},
		);
		expect(check(listed).of('UAR-05').reasonCode).toBe('no-activity-source');
	});

	it('decides nothing where the period is too short to tell', () => {
		const finding = check({
			...used([]),
			policy: { access: { useSignInData: true, dormantDays: 400 } },
		});
		expect(finding.of('UAR-05').reasonCode).toBe('looked-at-too-short');
	});

	it('counts the days that were read, not those of a longer period', () => {
		const finding = check({
			...used([], {}, { collections: { auditEvents: readSince('2025-11-02') } }),
			period: { from: '2024-11-02', to: '2026-12-02' },
			policy: { access: { useSignInData: true, dormantDays: 500 } },
		}).of('UAR-05');
		expect(finding.reasonCode).toBe('looked-at-too-short');
		expect(finding.observed.daysLookedAt).toBe(365);
		expect(finding.message).toContain('since 2025-11-02');
	});

	it('says until when an account that was never used may stay so', () => {
		const { remediation, message } = check(
			used([], { createdAt: millis('2026-09-03T12:00:00Z') }),
		).of('UAR-05');
		expect(remediation.dueAt).toBe('2026-12-02');
		expect(message).toContain('made on 2026-09-03, 60 days before');
	});

	it('says that the sign-in of the staff list cannot be read, where it is the only source', () => {
		expect(check(listed('03/04/2026')).of('UAR-05').message).toContain('cannot be read');
	});

	it('names PCI DSS 8.2.6 only up to 90 days', () => {
		const ids = (dormantDays: number) =>
			check({ ...signedIn('2026-10-01'), policy: { access: { useSignInData: true, dormantDays } } })
				.of('UAR-05')
				.controls.map(({ id }) => id);
		expect(ids(90)).toContain('8.2.6');
		expect(ids(91)).not.toContain('8.2.6');
	});
});
