import { describe, expect, it } from 'vitest';

import type { AuditEvent, EvidenceItem } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	anOffer,
	aSuperAdmin,
	aUser,
	check,
	employed,
	millis,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';

const EARLIER = '2026-10-26T06:00:00.000Z';

/** The items of a run of a week before. */
const before = (then: Company, asOf = EARLIER): EvidenceItem[] =>
	check({ users: [aSuperAdmin()], ...then, asOf }).evidence;

const startOn = (day: string) => ({ startDateRaw: millis(`${day}T00:00:00Z`) });
const startsOn = (day: string, changes = {}) => aHired('a', changes, startOn(day));

describe('OFR-07', () => {
	const moved = (from: string, to: string, now: Company = {}, then: Company = {}): Company => ({
		hires: [startsOn(to)],
		screening: [screened()],
		...now,
		previous: before({ hires: [startsOn(from)], screening: [screened()], ...then }),
	});
	const completed = (completed_at: string) => [screened('a', { completed_at })];
	const EXEMPT = { screening: { exemptWorkLocations: ['Berlin'] } };

	cases('OFR-07', [
		['B.2 unchanged', moved('2026-10-12', '2026-10-12'), 'pass start-unchanged'],
		[
			'B.2 moved later, the check still valid',
			moved('2026-11-10', '2026-11-20'),
			'pass moved-later-still-valid',
		],
		[
			'B.2 moved later by more than the validity',
			moved('2026-11-10', '2027-12-10'),
			'warn moved-later-not-screened',
		],
		[
			'moved later to the last day of the validity',
			moved('2026-11-10', '2027-10-01'),
			'pass moved-later-still-valid',
		],
		[
			'B.2 moved earlier than completion',
			moved('2026-11-20', '2026-10-30', { screening: completed('2026-10-31T12:00:00Z') }),
			'fail moved-before-completion',
		],
		[
			'moved earlier, to the day of the completion',
			moved('2026-11-20', '2026-10-30', { screening: completed('2026-10-30T12:00:00Z') }),
			'pass moved-earlier-screened',
		],
		[
			'moved earlier, completed on that day only in UTC',
			moved('2026-11-20', '2026-10-30', {
				screening: completed('2026-10-30T20:00:00Z'),
				policy: { workZones: { Berlin: 'Asia/Tokyo' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'moved later, valid for that day only in UTC',
			moved('2026-11-10', '2026-12-10', {
				screening: completed('2025-12-10T02:00:00Z'),
				policy: { workZones: { Berlin: 'America/Los_Angeles' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'B.2 changed after the first day had come',
			moved('2026-10-25', '2026-10-28'),
			'fail moved-after-start',
		],
		[
			'changed on the first day itself',
			moved('2026-10-26', '2026-10-28'),
			'fail moved-after-start',
		],
		[
			'B.2 back-dated to a day on which nobody had said so',
			moved('2026-11-10', '2026-10-20'),
			'fail moved-after-start',
		],
		[
			'moved earlier while the screening runs',
			moved('2026-11-20', '2026-10-30', {
				screening: [screened('a', { status: 'pending', completed_at: '' })],
			}),
			'fail moved-before-completion',
		],
		[
			'moved earlier, nobody screened',
			moved('2026-11-20', '2026-10-30', { screening: [screened('z')] }),
			'fail moved-before-completion',
		],
		[
			'moved earlier, still to come',
			moved('2026-11-20', '2026-11-10', { screening: [screened('z')] }),
			'warn moved-earlier-not-screened',
		],
		[
			'moved earlier, the list did not arrive',
			moved('2026-11-20', '2026-10-30', { screening: 'failed' }),
			'indeterminate list-failed',
		],
		[
			'moved earlier, unknown status',
			moved('2026-11-20', '2026-10-30', { screening: [screened('a', { status: 'odd' })] }),
			'indeterminate completion-unknown',
		],
		[
			'moved earlier, no list connected',
			moved('2026-11-20', '2026-10-30', { screening: undefined }),
			'indeterminate screening-not-connected',
		],
		[
			'moved earlier, no screening needed there',
			moved('2026-11-20', '2026-10-30', { policy: EXEMPT, screening: [screened('z')] }),
			'pass moved-earlier',
		],
		[
			'B.2 only one snapshot: hired since',
			{ ...moved('2026-10-12', '2026-11-12', { hires: [hiredSince()] }, { hires: [] }) },
			'not_applicable hired-since',
		],
		[
			'not among the hires of the earlier run, although not newer',
			moved('2026-10-12', '2026-10-12', {}, { hires: [aHired('b')] }),
			'indeterminate not-in-previous-run',
		],
		[
			'the earlier run had no day',
			moved('2026-10-12', '2026-10-12', {}, { hires: [aHired('a', {}, { startDateRaw: null })] }),
			'indeterminate start-not-comparable',
		],
		[
			'this run has no day any more',
			moved('2026-10-12', '', { hires: [aHired('a', {}, { startDateRaw: null })] }),
			'indeterminate start-not-comparable',
		],
		[
			'the staff list names another day than the offer, which did not move',
			moved('2026-11-12', '2026-11-12', { staff: [employed('a', { start_date: '2026-10-30' })] }),
			'pass start-unchanged',
		],
		[
			'the actual first day was changed afterwards',
			moved(
				'2026-10-12',
				'2026-10-12',
				{ staff: [employed('a', { start_date: '2026-10-19' })] },
				{ staff: [employed('a', { start_date: '2026-10-12' })] },
			),
			'fail moved-after-start',
		],
		[
			'the input is empty',
			{ hires: [startsOn('2026-10-12')], previous: [] },
			'indeterminate list-empty',
		],
		[
			'the earlier run came without hires',
			{
				hires: [startsOn('2026-10-12')],
				previous: before({ hires: [startsOn('2026-10-12')] }).filter(({ kind }) => kind !== 'hire'),
			},
			'indeterminate previous-hires-unusable',
		],
	]);

	it('knows a hire whose episode got an older opportunity since', () => {
		const now = aHired(
			'a',
			{
				hireId: 'contact-a:opp-0',
				opportunityIds: ['opp-0', 'opp-a'],
				rawSha256: { 'opp-0': '4'.repeat(64), 'opp-a': '1'.repeat(64), 'offer-a': '2'.repeat(64) },
			},
			startOn('2026-10-12'),
		);
		const previous = before({ hires: [startsOn('2026-10-12')] });
		expect(check({ hires: [now], previous }).of('OFR-07').reasonCode).toBe('start-unchanged');
	});

	it('is one line when no earlier run is connected', () => {
		const { run, findings } = check({ hires: [aHired()] });
		expect(findings.filter(({ checkId }) => checkId === 'OFR-07')).toEqual([]);
		expect(run.checks.find(({ id }) => id === 'OFR-07')?.verdictText).toBe(
			'Not set up: connect Previous Run',
		);
	});
});

function hiredSince() {
	const at = millis('2026-10-28T10:00:00Z');
	const signed = { candidateSignedAt: at, ...startOn('2026-11-12') };
	return aHired('a', {
		acceptedAt: at,
		archivedAt: at,
		archives: [
			{ opportunityId: 'opp-a', reasonId: 'reason-hired', reasonType: 'hired', archivedAt: at },
		],
		offers: [anOffer('a', signed)],
	});
}

describe('UAR-07', () => {
	const at = (accessRole: string | null, changes = {}) => aUser('one', { accessRole, ...changes });
	const event = (from: string | null, to: string | null, on: string): AuditEvent => ({
		kind: 'auditEvent',
		auditEventId: `event-${on}`,
		type: 'user.role:changed',
		at: millis(on),
		userId: 'user-admin',
		userRole: 'super admin',
		targetType: 'user',
		targetId: 'user-one',
		from,
		to,
		tokenLastFour: null,
		collectionId: '8'.repeat(64),
		rawSha256: '7'.repeat(64),
	});
	const approved = (on: string, changes = {}) => ({
		id: 'approval-1',
		type: 'role_change',
		subject_id: 'user-one',
		approved_by: 'boss@example.com',
		approved_at: on,
		expires_at: '',
		...changes,
	});
	const CHANGED = '2026-10-28T10:00:00Z';
	const users = (accessRole: string | null, changes = {}) => [
		aSuperAdmin(),
		at(accessRole, changes),
	];
	const OTHER = approved('2026-10-01', { subject_id: 'user-other' });
	const raised = (
		approvals: Company['approvals'],
		events: AuditEvent[] = [event('interviewer', 'admin', CHANGED)],
		now: string | null = 'admin',
		then: string | null = 'interviewer',
	): Company => ({
		users: users(now),
		approvals,
		read: { auditEvents: events },
		collections: readFrom('2025-11-02'),
		previous: before({ users: users(then) }),
	});
	/** Role changes were asked for from a day on. */
	const readFrom = (day: string, more = {}): Company['collections'] => ({
		auditEvents: {
			requests: [
				{ path: '/audit_events', query: { type: 'key:added' } },
				{
					path: '/audit_events',
					query: {
						type: 'user.role:changed',
						created_at_start: String(millis(`${day}T00:00:00Z`)),
					},
				},
			],
			...more,
		},
	});
	const LOWERED = [
		event('interviewer', 'admin', CHANGED),
		event('admin', 'interviewer', '2026-10-30T08:00:00Z'),
	];
	const rule = (
		name: string,
		company: Company,
		result: string,
	): [string, Company, string, string] => [name, company, result, 'user-one'];

	cases('UAR-07', [
		rule('unchanged', raised([OTHER], [], 'admin', 'admin'), 'pass role-unchanged'),
		rule('lowered', raised([OTHER], [], 'interviewer', 'admin'), 'pass role-lowered'),
		rule('B.2 approved before', raised([approved('2026-10-20')]), 'pass approved'),
		rule('approved on the day', raised([approved('2026-10-28')]), 'pass approved'),
		rule('approved at the moment', raised([approved(CHANGED)]), 'pass approved'),
		rule(
			'approved an hour later',
			raised([approved('2026-10-28T11:00:00Z')]),
			'fail approved-after-change',
		),
		rule('approved the day after', raised([approved('2026-10-29')]), 'fail approved-after-change'),
		rule('B.2 none', raised([OTHER]), 'fail not-approved'),
		rule(
			'approved by the user',
			raised([approved('2026-10-20', { approved_by: 'user-one@example.com' })]),
			'fail approved-by-subject',
		),
		rule(
			'approved by who asked for it',
			raised([approved('2026-10-20', { requested_by: 'BOSS@example.com' })]),
			'fail approved-by-requester',
		),
		rule(
			'B.2 temporary and not taken back',
			raised([approved('2026-10-20', { expires_at: '2026-10-31' })]),
			'warn temporary-role-not-reverted',
		),
		rule(
			'temporary, until today',
			raised([approved('2026-10-20', { expires_at: '2026-11-02' })]),
			'pass approved',
		),
		rule(
			'temporary and taken back',
			raised(
				[approved('2026-10-20', { expires_at: '2026-10-31' })],
				[
					event('interviewer', 'admin', CHANGED),
					event('admin', 'interviewer', '2026-10-31T08:00:00Z'),
				],
				'interviewer',
			),
			'pass approved',
		),
		rule(
			'raised and lowered between the runs, without approval',
			raised(
				[OTHER],
				[
					event('interviewer', 'admin', CHANGED),
					event('admin', 'interviewer', '2026-10-29T08:00:00Z'),
				],
				'interviewer',
			),
			'fail not-approved',
		),
		rule(
			'an approval that an earlier raise used up',
			raised(
				[approved('2026-10-20')],
				[
					event('interviewer', 'team member', '2026-10-27T08:00:00Z'),
					event('team member', 'admin', CHANGED),
				],
			),
			'fail not-approved',
		),
		rule(
			'raised before the earlier run only',
			raised([OTHER], [event('interviewer', 'admin', '2026-10-20T08:00:00Z')], 'admin', 'admin'),
			'pass role-unchanged',
		),
		rule(
			'no event tells of it, approved before',
			raised([approved('2026-10-26')], []),
			'pass approved',
		),
		rule(
			'no event tells of it, approved in between',
			raised([approved('2026-10-27')], []),
			'indeterminate time-of-change-unknown',
		),
		rule('no event tells of it, not approved', raised([OTHER], []), 'fail not-approved'),
		rule('the list of approvals failed', raised('failed'), 'indeterminate list-failed'),
		rule('to a custom role', raised([OTHER], [], 'role-id-7'), 'fail not-approved'),
		rule(
			'from one custom role to another',
			raised([OTHER], [], 'role-id-8', 'role-id-7'),
			'indeterminate roles-not-comparable',
		),
		rule('an empty role', raised([OTHER], [], null, 'admin'), 'indeterminate roles-not-comparable'),
		rule(
			'B.2 no snapshot: a new account',
			{
				...raised([OTHER], []),
				users: users('admin', { createdAt: millis('2026-10-27T08:00:00Z') }),
				previous: before({ users: [aSuperAdmin()] }),
			},
			'not_applicable new-account',
		),
		rule(
			'no snapshot of an old account',
			{ ...raised([OTHER], []), previous: before({ users: [aSuperAdmin()] }) },
			'indeterminate not-in-previous-run',
		),
		rule(
			'B.2 no audit scope',
			{
				...raised([OTHER], [], 'admin', 'admin'),
				collections: readFrom('2025-11-02', {
					complete: false,
					incompleteBecause: 'It ended early.',
				}),
			},
			'indeterminate read-incomplete',
		),
		rule(
			'audit events of other types were read only',
			{
				...raised([OTHER], [], 'admin', 'admin'),
				collections: {
					auditEvents: { requests: [{ path: '/audit_events', query: { type: 'key:added' } }] },
				},
			},
			'indeterminate role-changes-not-read',
		),
		rule(
			'role changes were read from the day of the earlier run on',
			{ ...raised([OTHER], [], 'admin', 'admin'), collections: readFrom('2026-10-26') },
			'pass role-unchanged',
		),
		rule(
			'role changes were read from later on',
			{ ...raised([OTHER], [], 'admin', 'admin'), collections: readFrom('2026-10-27') },
			'indeterminate role-changes-not-read',
		),
		rule(
			'role changes were read from later on, one of them approved',
			{ ...raised([approved('2026-10-20')]), collections: readFrom('2026-10-27') },
			'indeterminate role-changes-not-read',
		),
		rule(
			'role changes were read from later on, one of them not approved',
			{ ...raised([OTHER]), collections: readFrom('2026-10-27') },
			'fail not-approved',
		),
		rule(
			'role changes were read since a new account was made',
			{
				...raised([OTHER], []),
				users: users('admin', { createdAt: millis('2026-10-27T08:00:00Z') }),
				collections: readFrom('2026-10-27'),
				previous: before({ users: [aSuperAdmin()] }),
			},
			'not_applicable new-account',
		),
		rule(
			'approved by the name of the user',
			raised([approved('2026-10-20', { approved_by: 'User one' })]),
			'fail approver-not-named',
		),
		rule(
			'approved by nobody of the staff',
			{
				...raised([approved('2026-10-20')]),
				staff: [employed('one', { email: 'user-one@example.com' })],
			},
			'fail approver-not-of-staff',
		),
		rule(
			'approved by somebody of the staff',
			{
				...raised([approved('2026-10-20')]),
				staff: [employed('one', { email: 'user-one@example.com' }), employed('boss')],
			},
			'pass approved',
		),
		rule(
			'an approval that ended before the change',
			raised([approved('2026-01-05', { expires_at: '2026-01-31' })]),
			'fail approval-expired',
		),
		rule(
			'an approval that ended before the change, which was taken back',
			raised([approved('2026-01-05', { expires_at: '2026-01-31' })], LOWERED, 'interviewer'),
			'fail approval-expired',
		),
		rule(
			'an approval that ended on the day of the change',
			raised([approved('2026-10-20', { expires_at: '2026-10-28' })], LOWERED, 'interviewer'),
			'pass approved',
		),
		rule(
			'an approval that ended a moment before the change',
			raised([approved('2026-10-20', { expires_at: '2026-10-28T09:59:00Z' })]),
			'fail approval-expired',
		),
		rule(
			'one that ended and one that holds',
			raised([
				approved('2026-01-05', { expires_at: '2026-01-31' }),
				approved('2026-10-20', { id: 'approval-2' }),
			]),
			'pass approved',
		),
		rule(
			'no event tells of it, and the approval ended before the earlier run',
			raised([approved('2026-01-05', { expires_at: '2026-01-31' })], []),
			'fail approval-expired',
		),
		rule(
			'no event tells of it, and the approval ended in between',
			raised([approved('2026-10-20', { expires_at: '2026-10-29' })], []),
			'indeterminate time-of-change-unknown',
		),
		rule(
			'temporary, until earlier on the evidence date',
			raised([approved('2026-10-20', { expires_at: '2026-11-02T05:00:00Z' })]),
			'warn temporary-role-not-reverted',
		),
		rule(
			'approved later on the evidence date, no event tells of the change',
			raised([approved('2026-11-02T20:00:00Z')], []),
			'fail approved-later',
		),
		rule(
			'an event that does not say from which role, lowered since',
			raised(
				[OTHER],
				[
					event(null, 'super admin', CHANGED),
					event('super admin', 'admin', '2026-10-30T08:00:00Z'),
				],
				'admin',
				'admin',
			),
			'indeterminate change-not-comparable',
		),
		rule(
			'an event that names no role',
			raised([OTHER], [event(null, null, CHANGED)], 'admin', 'admin'),
			'indeterminate change-not-comparable',
		),
		rule(
			'an event from one custom role to another, and back to a known one',
			raised(
				[OTHER],
				[
					event('role-id-7', 'role-id-8', CHANGED),
					event('role-id-8', 'admin', '2026-10-30T08:00:00Z'),
				],
				'admin',
				'admin',
			),
			'indeterminate change-not-comparable',
		),
		rule(
			'an event of before the earlier run that does not say from which role',
			raised([OTHER], [event(null, 'admin', '2026-10-20T08:00:00Z')], 'admin', 'admin'),
			'pass role-unchanged',
		),
		rule(
			'the input failed',
			{ ...raised([OTHER]), previous: 'failed' },
			'indeterminate list-failed',
		),
	]);

	const deactivated = (company: Company, role: string) =>
		check({ ...company, users: users(role, { deactivatedAt: millis('2026-10-30T08:00:00Z') }) });

	it.each([
		['raised before without approval', raised([OTHER]), 'fail not-approved'],
		['raised before by nobody knows when', raised([OTHER], []), 'fail not-approved'],
		['raised before with an approval', raised([approved('2026-10-20')]), 'pass approved'],
		[
			'raised before with an approval that ended after that',
			raised([approved('2026-10-20', { expires_at: '2026-10-31' })]),
			'pass approved',
		],
	])('looks at a deactivated account that was %s', (_, company, result) => {
		const { status, reasonCode } = deactivated(company, 'admin').of('UAR-07', 'user-one');
		expect(`${status} ${reasonCode}`).toBe(result);
	});

	it('leaves out who has no access any more and was not raised before', () => {
		const { findings, run } = deactivated(raised([OTHER], [], 'admin', 'admin'), 'admin');
		expect(
			findings.filter((one) => one.checkId === 'UAR-07' && one.subjectId === 'user-one'),
		).toEqual([]);
		expect(run.checks.find(({ id }) => id === 'UAR-07')?.notInPopulation).toEqual({
			'deactivated account': 1,
		});
	});

	it('names no address and no person', () => {
		const { message, observed } = check(raised([approved('2026-10-29')])).of('UAR-07', 'user-one');
		expect(JSON.stringify([message, observed])).not.toMatch(/@|User one/);
	});
});

describe('IPE-04 and IPE-05', () => {
	const now = (previous: Company['previous'], changes: Company = {}): Company => ({
		hires: [aHired()],
		previous,
		...changes,
	});
	const then = { hires: [aHired()] };
	const changedHire = before(then).map((item) =>
		item.kind === 'hire' ? { ...item, jobTitle: 'Other' } : item,
	);
	const changedHead = before(then).map((item) =>
		item.kind === 'run' ? { ...item, zone: 'Asia/Tokyo' } : item,
	);
	const longGap = before(then, '2026-10-25T23:00:00.000Z');

	cases('IPE-04', [
		['a week before, as it was made', now(before(then)), 'pass chain-complete'],
		['B.2 gap: eight days', now(longGap), 'fail gap-between-runs'],
		[
			'days count in the zone of the organisation',
			now(longGap, { policy: { organisationZone: 'Europe/Berlin' } }),
			'pass chain-complete',
		],
		[
			'a longer gap that the policy allows',
			now(longGap, { policy: { population: { maxGapDays: 8 } } }),
			'pass chain-complete',
		],
		['B.2 hash mismatched: a population', now(changedHire), 'fail previous-run-changed'],
		['B.2 hash mismatched: the head', now(changedHead), 'fail previous-run-changed'],
		['empty', now([]), 'indeterminate list-empty'],
		['failed', now('failed'), 'indeterminate list-failed'],
		['not earlier', now(check(then).evidence), 'indeterminate list-failed'],
	]);

	cases('IPE-05', [
		['the same policy', now(before(then)), 'pass policy-unchanged'],
		[
			'B.2 the policy differs',
			now(before(then), { policy: { screening: { validityMonths: 6 } } }),
			'warn policy-changed',
		],
		['the head was changed', now(changedHead), 'indeterminate previous-run-changed'],
		[
			'before the period',
			now(before(then, '2025-11-01T06:00:00.000Z')),
			'not_applicable before-the-period',
		],
		['failed', now('failed'), 'indeterminate list-failed'],
	]);

	it('names the settings that differ, and no value', () => {
		const policy = { screening: { validityMonths: 6 }, workZones: { Berlin: 'Europe/Berlin' } };
		const { observed, message } = check(now(before(then), { policy })).of('IPE-05');
		expect(observed.changedSettings).toEqual(['screening.validityMonths', 'workZones.Berlin']);
		expect(message).toContain('screening.validityMonths, workZones.Berlin');
	});
});
