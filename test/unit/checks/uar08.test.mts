import { describe, expect, it } from 'vitest';

import type { User } from '../../../nodes/shared/contracts/index.ts';
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

describe('UAR-08', () => {
	cases('UAR-08', [
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
