import { describe, expect, it } from 'vitest';

import type { User } from '../../../nodes/shared/contracts/index.ts';
import { check, millis, REFUSED, type Company } from '../run/company.mts';
import { approvalOf, eventOf, oneUser, staffOf, type Row } from './accessCompany.mts';
import { cases } from './cases.mts';

const review = (decision: string, approved_at: string, more: Row = {}) =>
	approvalOf('access_review', { id: `${decision} ${approved_at}`, decision, approved_at, ...more });
/** Of somebody else, so that there was a review. */
const round = (approved_at: string) => review('keep', approved_at, { subject_id: 'user-x' });

const reviewed = (rows: Row[], user: Partial<User> = {}, more: Company = {}): Company =>
	oneUser(
		{ createdAt: millis('2025-01-01T00:00:00Z'), ...user },
		{
			approvals: rows,
			staff: [staffOf('a'), staffOf('approver', { email: 'approver@example.com' })],
			...more,
		},
	);
const deactivated = (day: string) => ({ deactivatedAt: millis(`${day}T12:00:00Z`) });
const roleChanged = (at: string, more = {}) => ({
	read: { auditEvents: [eventOf('user.role:changed', at, { userId: 'user-x', ...more })] },
	collections: readFrom('2025-11-02'),
});
/** Role changes and changed permissions were asked for from a day on. */
const readFrom = (day: string): Company['collections'] => ({
	auditEvents: {
		requests: ['user.role:changed', 'user.permission:changed'].map((type) => ({
			path: '/audit_events',
			query: { type, created_at_start: String(millis(`${day}T00:00:00Z`)) },
		})),
	},
});

describe('UAR-06 of a user (evidence date: Monday, 2 November 2026)', () => {
	cases(
		'UAR-06',
		(
			[
				['kept', reviewed([review('keep', '2026-10-05')]), 'pass kept'],
				['not decided', reviewed([round('2026-10-05')]), 'fail not-reviewed'],
				[
					'decided in the review before',
					reviewed([round('2026-10-05'), review('keep', '2026-07-01')]),
					'fail not-reviewed',
				],
				[
					'decided weeks before others were',
					reviewed([round('2026-10-19'), review('keep', '2026-10-05')]),
					'pass kept',
				],
				[
					'made since',
					reviewed([round('2026-10-05')], { createdAt: millis('2026-10-05T12:00:00Z') }),
					'not_applicable review-not-due',
				],
				[
					'made nobody knows when',
					reviewed([round('2026-10-05')], { createdAt: null }),
					'indeterminate created-unknown',
				],
				[
					'by oneself',
					reviewed([review('keep', '2026-10-05', { approved_by: 'USER-A@example.com' })]),
					'fail reviewed-by-oneself',
				],
				[
					'by oneself, named by the id',
					reviewed([review('keep', '2026-10-05', { approved_by: 'user-a' })]),
					'fail reviewed-by-oneself',
				],
				[
					'by a name, which cannot be compared',
					reviewed([review('keep', '2026-10-05', { approved_by: 'User a' })]),
					'fail reviewer-not-named',
				],
				[
					'by nobody of the staff',
					reviewed([review('keep', '2026-10-05', { approved_by: 'gone@example.com' })]),
					'fail reviewer-not-of-staff',
				],
				[
					'by the person who set the review up',
					reviewed([review('keep', '2026-10-05', { requested_by: 'approver@example.com' })]),
					'pass kept',
				],
				[
					'by oneself, and now late too',
					reviewed([review('keep', '2026-07-25', { approved_by: 'user-a@example.com' })]),
					'fail reviewed-by-oneself',
				],
				['kept, and now late', reviewed([review('keep', '2026-07-25')]), 'warn review-late'],
				[
					'to remove, 91 days ago',
					reviewed([review('remove', '2026-08-03')]),
					'fail removal-not-done',
				],
				[
					'to remove, 100 days ago',
					reviewed([review('remove', '2026-07-25')]),
					'fail removal-not-done',
				],
				[
					'to change, 100 days ago',
					reviewed([review('change', '2026-07-25')], {}, roleChanged('2026-07-01T08:00:00Z')),
					'fail change-not-done',
				],
				[
					'changed, 100 days ago',
					reviewed([review('change', '2026-07-25')], {}, roleChanged('2026-07-27T08:00:00Z')),
					'warn review-late',
				],
				[
					'to change, 100 days ago, without audit events',
					reviewed([review('change', '2026-07-25')]),
					'indeterminate change-not-visible',
				],
				[
					'the latest decision counts',
					reviewed([review('remove', '2026-07-01'), review('keep', '2026-10-05')]),
					'pass kept',
				],
				[
					'of one day the strictest',
					reviewed([review('keep', '2026-10-05'), review('remove', '2026-10-05')]),
					'fail removal-not-done',
				],
				[
					'a review of tomorrow is none',
					reviewed([round('2026-10-05'), review('keep', '2026-11-03')]),
					'fail not-reviewed',
				],
				[
					'to remove, 5 business days',
					reviewed([review('remove', '2026-10-26')]),
					'warn removal-due',
				],
				[
					'to remove, 6 business days',
					reviewed([review('remove', '2026-10-23')]),
					'fail removal-not-done',
				],
				[
					'removed on the fifth business day',
					reviewed([review('remove', '2026-10-05')], deactivated('2026-10-12')),
					'pass removed',
				],
				[
					'removed on the sixth',
					reviewed([review('remove', '2026-10-05')], deactivated('2026-10-13')),
					'fail removed-late',
				],
				[
					'changed in time',
					reviewed([review('change', '2026-10-05')], {}, roleChanged('2026-10-06T08:00:00Z')),
					'pass changed',
				],
				[
					'changed late',
					reviewed([review('change', '2026-10-05')], {}, roleChanged('2026-10-26T08:00:00Z')),
					'fail changed-late',
				],
				[
					'changed before the review',
					reviewed([review('change', '2026-10-05')], {}, roleChanged('2026-10-01T08:00:00Z')),
					'fail change-not-done',
				],
				[
					'somebody else’s role was changed',
					reviewed(
						[review('change', '2026-10-05')],
						{},
						roleChanged('2026-10-06T08:00:00Z', { targetId: 'user-x' }),
					),
					'fail change-not-done',
				],
				[
					'to change, without audit events',
					reviewed([review('change', '2026-10-05')]),
					'indeterminate change-not-visible',
				],
				[
					'to change, refused audit events',
					reviewed(
						[review('change', '2026-10-05')],
						{},
						{ read: { auditEvents: [] }, collections: { auditEvents: REFUSED } },
					),
					'indeterminate change-not-visible',
				],
				['to change, still time', reviewed([review('change', '2026-10-30')]), 'warn change-due'],
				[
					'to change, deactivated',
					reviewed([review('change', '2026-10-05')], deactivated('2026-10-06')),
					'pass removed',
				],
				[
					'to change, deactivated late',
					reviewed(
						[review('change', '2026-10-05')],
						deactivated('2026-10-13'),
						roleChanged('2026-10-01T08:00:00Z'),
					),
					'fail removed-late',
				],
				[
					'to change, deactivated late, and without audit events nobody knows what was done before',
					reviewed([review('change', '2026-10-05')], deactivated('2026-10-13')),
					'indeterminate change-not-visible',
				],
				[
					'to change, changed in time and deactivated later',
					reviewed(
						[review('change', '2026-10-05')],
						deactivated('2026-10-26'),
						roleChanged('2026-10-06T08:00:00Z'),
					),
					'pass changed',
				],
				[
					'to change, deactivated in time and the role changed later',
					reviewed(
						[review('change', '2026-10-05')],
						deactivated('2026-10-06'),
						roleChanged('2026-10-26T08:00:00Z'),
					),
					'pass removed',
				],
				[
					'to change, audit events read from after the review on',
					reviewed(
						[review('change', '2026-10-05')],
						{},
						{ read: { auditEvents: [] }, collections: readFrom('2026-10-06') },
					),
					'indeterminate change-not-visible',
				],
				[
					'to change, audit events read from the day of the review on',
					reviewed(
						[review('change', '2026-10-05')],
						{},
						{ read: { auditEvents: [] }, collections: readFrom('2026-10-05') },
					),
					'fail change-not-done',
				],
			] as Array<[string, Company, string]>
		).map(([rule, company, result]) => [rule, company, result, 'user-a']),
	);

	describe('against a previous run of before the review', () => {
		const against = (accessRole: string, day: string, now: Partial<User> = {}) =>
			check(
				reviewed([review('change', day)], now, {
					previous: check({ ...oneUser({ accessRole }), asOf: '2026-10-01T06:00:00.000Z' })
						.evidence,
				}),
			).of('UAR-06', 'user-a');

		it('sees a change while there is time for it, and names both', () => {
			const { status, reasonCode, evidence } = against('admin', '2026-10-26');
			expect([status, reasonCode]).toEqual(['pass', 'changed']);
			expect(evidence.map(({ recordId }) => recordId)).toEqual([
				'user-a',
				'change 2026-10-26',
				'user-a',
			]);
			expect(evidence[2]?.collectionId).not.toBe(evidence[0]?.collectionId);
			expect(against('team member', '2026-10-26').reasonCode).toBe('change-due');
		});

		it('cannot tell afterwards whether the change was in time', () => {
			const { status, reasonCode, evidence } = against('admin', '2026-10-23');
			expect([status, reasonCode]).toEqual(['indeterminate', 'time-of-change-unknown']);
			expect(evidence).toHaveLength(3);
			expect(against('admin', '2026-10-05', deactivated('2026-10-20')).reasonCode).toBe(
				'time-of-change-unknown',
			);
			expect(against('team member', '2026-10-23').reasonCode).toBe('change-not-visible');
		});
	});

	it('says once that there was no review, and not of everybody', () => {
		const { findings, run } = check(reviewed([approvalOf('privileged_user')]));
		expect(findings.filter(({ checkId }) => checkId === 'UAR-06')).toHaveLength(1);
		expect(run.checks.find(({ id }) => id === 'UAR-06')?.notInPopulation).toEqual({
			'no review of access was held': 1,
		});
	});
});

describe('UAR-06 of the account: the period from 2 November 2025', () => {
	const on = (...days: string[]): Company => reviewed(days.map(round));
	cases(
		'UAR-06',
		(
			[
				[
					'every quarter',
					on('2025-11-10', '2026-02-05', '2026-05-05', '2026-08-03', '2026-10-30'),
					'pass reviewed-on-time',
				],
				[
					'93 days once',
					on('2025-11-10', '2026-02-05', '2026-05-05', '2026-08-06', '2026-10-30'),
					'warn review-late',
				],
				[
					'91 days since the last one',
					on('2025-11-10', '2026-02-05', '2026-05-05', '2026-05-06', '2026-08-03'),
					'pass reviewed-on-time',
				],
				[
					'a quarter missing',
					on('2025-11-10', '2026-02-05', '2026-08-10', '2026-10-30'),
					'fail review-missing',
				],
				[
					'a review of before the period counts',
					on('2025-09-10', '2025-11-30', '2026-03-01', '2026-05-31', '2026-08-31'),
					'pass reviewed-on-time',
				],
				['only lately', on('2026-10-30'), 'fail review-missing'],
				['none', reviewed([approvalOf('privileged_user')]), 'fail no-review'],
				['an empty list', reviewed([]), 'indeterminate list-empty'],
			] as Array<[string, Company, string]>
		).map(([rule, company, result]) => [rule, company, result, 'account']),
	);
});
