import { describe, expect, it } from 'vitest';

import type { Hire, User } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	aUser,
	check,
	employed,
	millis,
	REFUSED,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';

/** `aHired()`, first day 12 October 2026, screened on 1 October at 12:00 UTC. */
const hired = (user: Partial<User> | null, more: Company = {}): Company => ({
	hires: [aHired()],
	users: user ? [aUser('new', { linkedContactIds: ['contact-a'], ...user })] : [aUser('other')],
	screening: [screened()],
	...more,
});
const created = (at: string, more: Company = {}) => hired({ createdAt: millis(at) }, more);
const completed = (completed_at: string, more = {}) => ({
	screening: [screened('a', { completed_at, ...more })],
});
const listed = (account_created_at: string, more: Company = {}) =>
	hired(null, { staff: [employed('a', { account_created_at })], ...more });

/** Beside the completion of 1 October one without a date that can be read. */
const alsoUndated = (first = {}, second = {}) => ({
	screening: [
		screened('a', first),
		screened('a', { report_id: 'report-2', completed_at: '', ...second }),
	],
});
const CANCELLED = { includes_canceled: 'true' };

/** First day 10 November 2025; whether it was an employment is for the test to say. */
const EARLIER_ARCHIVE = {
	opportunityId: 'opp-old',
	reasonId: 'reason-hired',
	reasonType: 'hired' as const,
	archivedAt: millis('2025-10-20T09:00:00Z'),
};
const earlier = (changes: Partial<Hire> = {}): Hire =>
	aHired(
		'old',
		{
			contact: 'contact-a',
			hireId: 'contact-a:opp-old',
			archivedAt: EARLIER_ARCHIVE.archivedAt,
			archives: [EARLIER_ARCHIVE],
			identity: aHired('a').identity,
			...changes,
		},
		{
			createdAt: millis('2025-10-01T10:00:00Z'),
			sentAt: millis('2025-10-02T10:00:00Z'),
			candidateSignedAt: millis('2025-10-10T10:00:00Z'),
			startDateRaw: millis('2025-11-10T00:00:00Z'),
		},
	);
const rehired = (createdAt: string, more: Company = {}): Company =>
	created(createdAt, { hires: [earlier(), aHired()], ...more });
/** Archived with a non-hired reason before the first day, 10 November 2025. */
const withdrawn = (): Hire =>
	earlier({
		archivedAt: null,
		hiredReasonId: null,
		archives: [{ ...EARLIER_ARCHIVE, reasonId: 'r', reasonType: 'non-hired' }],
	});
/** The staff list says that this employment was all the same. */
const WORKED_ALL_THE_SAME = {
	staff: [
		employed('a', { start_date: '2025-11-10', end_date: '2026-06-30', status: 'left' }),
		employed('a', { external_id: 'E-again', start_date: '2026-10-12' }),
	],
};
const HIRED_AGAIN = 'contact-a:opp-a';
const RUNNING = { screening: [screened('a', { status: 'pending', completed_at: '' })] };

describe('UAR-08', () => {
	cases('UAR-08', [
		[
			'§3 the account of a former employment',
			rehired('2025-11-10T08:00:00Z'),
			'warn account-of-former-employment',
			HIRED_AGAIN,
		],
		[
			'§3 the account of a former employment, while the screening still runs',
			rehired('2025-11-10T08:00:00Z', RUNNING),
			'warn account-of-former-employment',
			HIRED_AGAIN,
		],
		[
			'the account of a former employment was closed before this one',
			hired(
				{
					createdAt: millis('2025-11-10T08:00:00Z'),
					deactivatedAt: millis('2026-06-30T16:00:00Z'),
				},
				{ hires: [earlier(), aHired()] },
			),
			'not_applicable no-account',
			HIRED_AGAIN,
		],
		[
			'hired again, with a new account before the completion',
			rehired('2026-09-20T08:00:00Z'),
			'fail access-before-clearance',
			HIRED_AGAIN,
		],
		[
			'hired again, with a new account while the screening still runs',
			rehired('2026-09-20T08:00:00Z', RUNNING),
			'fail access-without-clearance',
			HIRED_AGAIN,
		],
		[
			'hired again, with an old account and a new one before the completion',
			rehired('2025-11-10T08:00:00Z', {
				staff: [employed('a', { start_date: '2026-10-12', account_created_at: '2026-09-20' })],
			}),
			'fail access-before-clearance',
			HIRED_AGAIN,
		],
		[
			'hired again, with an account made after the former employment ended',
			rehired('2026-08-20T08:00:00Z', {
				staff: [
					employed('a', { start_date: '2025-11-10', end_date: '2026-06-30', status: 'left' }),
					employed('a', { external_id: 'E-again', start_date: '2026-10-12' }),
				],
			}),
			'fail access-before-clearance',
			HIRED_AGAIN,
		],
		[
			'an old account, where the earlier application came to nothing',
			created('2025-11-10T08:00:00Z', { hires: [withdrawn(), aHired()] }),
			'fail access-before-clearance',
			HIRED_AGAIN,
		],
		[
			'§3 an old account, where Lever calls the earlier hiring withdrawn and the staff list has it',
			created('2025-11-10T08:00:00Z', {
				hires: [withdrawn(), aHired()],
				...WORKED_ALL_THE_SAME,
			}),
			'warn account-of-former-employment',
			HIRED_AGAIN,
		],
		[
			'an account made after an employment that only the staff list has',
			created('2026-08-20T08:00:00Z', {
				hires: [withdrawn(), aHired()],
				...WORKED_ALL_THE_SAME,
			}),
			'fail access-before-clearance',
			HIRED_AGAIN,
		],
		[
			'an old account of somebody who was hired once',
			created('2025-11-10T08:00:00Z'),
			'fail access-before-clearance',
		],
		[
			'completed late, and once more on an unknown day that may be earlier than the account',
			created('2026-10-10T08:00:00Z', alsoUndated({ completed_at: '2026-10-15T12:00:00Z' })),
			'indeterminate completion-unreadable',
		],
		[
			'completed in time, and once more on an unknown day that may be earlier than the account',
			created('2026-09-28T08:00:00Z', alsoUndated()),
			'indeterminate completion-unreadable',
		],
		[
			'made after a completion: one on an unknown day takes nothing away',
			created('2026-10-10T08:00:00Z', alsoUndated()),
			'pass access-after-clearance',
		],
		[
			'made before a completion: one with a cancelled search does not decide beside it',
			created('2026-09-28T08:00:00Z', alsoUndated({}, CANCELLED)),
			'fail access-before-clearance',
		],
		[
			'made after one with a cancelled search: the other one decides',
			created('2026-10-10T08:00:00Z', alsoUndated(CANCELLED)),
			'indeterminate completion-unreadable',
		],
		['B.2 made after completion', created('2026-10-02T08:00:00Z'), 'pass access-after-clearance'],
		['B.2 made at the same moment', created('2026-10-01T12:00:00Z'), 'pass access-after-clearance'],
		['B.2 made an hour before', created('2026-10-01T11:00:00Z'), 'fail access-before-clearance'],
		['B.2 no account', hired(null), 'not_applicable no-account'],
		['nobody says when it was made', hired({ createdAt: null }), 'indeterminate created-unknown'],
		[
			'B.2 only a disabled account',
			hired({
				createdAt: millis('2026-09-01T08:00:00Z'),
				deactivatedAt: millis('2026-09-01T08:00:00Z'),
			}),
			'not_applicable no-account',
		],
		[
			'deactivated later: there was access',
			hired({
				createdAt: millis('2026-09-01T08:00:00Z'),
				deactivatedAt: millis('2026-09-05T08:00:00Z'),
			}),
			'fail access-before-clearance',
		],
		[
			'by e-mail',
			hired({
				linkedContactIds: [],
				email: 'A@example.com',
				createdAt: millis('2026-09-01T08:00:00Z'),
			}),
			'fail access-before-clearance',
		],
		[
			'an account of somebody who only signed',
			hired(
				{
					linkedContactIds: [],
					email: 'boss@example.com',
					createdAt: millis('2026-09-01T08:00:00Z'),
				},
				{
					hires: [
						aHired('a', {
							identity: {
								name: 'Person a',
								emails: ['a@example.com', 'boss@example.com'],
								otherEmails: [],
								contactEmails: ['a@example.com'],
							},
						}),
					],
				},
			),
			'not_applicable no-account',
		],
		['by the staff list', listed('2026-10-02'), 'pass access-after-clearance'],
		['by the staff list, before', listed('2026-09-30'), 'fail access-before-clearance'],
		['by the staff list, the same day', listed('2026-10-01'), 'warn same-day'],
		['by the staff list, unreadable', listed('03/04/2026'), 'indeterminate created-unknown'],
		[
			'the day depends on the zone',
			listed('2026-10-02', {
				...completed('2026-10-01T20:00:00Z'),
				policy: { workZones: { Berlin: 'Asia/Tokyo' } },
			}),
			'warn time-zone-sensitive',
		],
		[
			'the earliest of several accounts',
			hired(
				{ createdAt: millis('2026-10-05T08:00:00Z') },
				{
					staff: [employed('a', { account_created_at: '2026-09-20' })],
				},
			),
			'fail access-before-clearance',
		],
		[
			'the screening still runs',
			created('2026-10-02T08:00:00Z', {
				screening: [screened('a', { status: 'pending', completed_at: '' })],
			}),
			'fail access-without-clearance',
		],
		[
			'nobody screened',
			created('2026-10-02T08:00:00Z', { screening: [screened('z')] }),
			'fail access-without-clearance',
		],
		[
			'an empty list',
			created('2026-10-02T08:00:00Z', { screening: [] }),
			'indeterminate list-empty',
		],
		[
			'an unknown status',
			created('2026-10-02T08:00:00Z', {
				screening: [screened('a', { status: 'purple', completed_at: '' })],
			}),
			'indeterminate unknown-status',
		],
		[
			'a completion that cannot be read',
			created('2026-10-02T08:00:00Z', completed('03/04/2026')),
			'indeterminate completion-unreadable',
		],
		[
			'no first day',
			created('2026-10-02T08:00:00Z', { hires: [aHired('a', {}, { startDateRaw: null })] }),
			'indeterminate start-missing',
		],
		[
			'a start to come does not wait: there is access already',
			created('2026-10-02T08:00:00Z', {
				hires: [aHired('a', {}, { startDateRaw: millis('2026-11-16T00:00:00Z') })],
				screening: [screened('a', { status: 'pending', completed_at: '' })],
			}),
			'fail access-without-clearance',
		],
		[
			'exempt',
			created('2026-09-01T08:00:00Z', { policy: { screening: { exemptJobTitles: ['Engineer'] } } }),
			'not_applicable exempt-job-title',
		],
		[
			'users refused: no account proves nothing',
			hired(null, { users: [], collections: { users: REFUSED } }),
			'indeterminate accounts-unknown',
		],
	]);

	it('names the account that was made too early, not an older one', () => {
		const { message, observed } = check(
			rehired('2025-11-10T08:00:00Z', {
				staff: [employed('a', { start_date: '2026-10-12', account_created_at: '2026-09-20' })],
			}),
		).of('UAR-08', HIRED_AGAIN);
		expect(message).toContain('made on 2026-09-20');
		expect(observed.accountCreatedOn).toBe('2026-09-20');
	});

	it('asks for no deactivation where the screening is completed', () => {
		const { remediation } = check(rehired('2025-11-10T08:00:00Z')).of('UAR-08', HIRED_AGAIN);
		expect(remediation.text).not.toContain('until the screening is completed');
	});

	it('can be approved before the account was made', () => {
		const exception = {
			id: 'X-1',
			type: 'exception',
			check_id: 'UAR-08',
			subject_id: 'contact-a:opp-a',
			record_id: '',
			reason: 'Onboarding',
			compensating_control: 'supervised work',
			requested_by: 'requester@example.com',
			approved_by: 'approver@example.com',
			approved_at: '2026-09-25',
			expires_at: '2026-12-01',
		};
		expect(
			check(created('2026-09-28T08:00:00Z', { approvals: [exception] })).of('UAR-08').status,
		).toBe('excepted');
	});
});
