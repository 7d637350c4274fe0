import { describe, expect, it } from 'vitest';

import type { User } from '../../../nodes/shared/contracts/index.ts';
import { check, millis, REFUSED, type Company } from '../run/company.mts';
import { approvalOf, eventOf, oneUser, type Row } from './accessCompany.mts';
import { cases } from './cases.mts';

const review = (decision: string, approved_at: string, more: Row = {}) =>
	approvalOf('access_review', { id: `${decision} ${approved_at}`, decision, approved_at, ...more });
/** Of somebody else, so that there was a review. */
const round = (approved_at: string) => review('keep', approved_at, { subject_id: 'user-x' });

const reviewed = (rows: Row[], user: Partial<User> = {}, more: Company = {}): Company =>
	oneUser({ createdAt: millis('2025-01-01T00:00:00Z'), ...user }, { approvals: rows, ...more });
const deactivated = (day: string) => ({ deactivatedAt: millis(`${day}T12:00:00Z`) });
const roleChanged = (at: string, more = {}) => ({
	read: { auditEvents: [eventOf('user.role:changed', at, { userId: 'user-x', ...more })] },
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
			] as Array<[string, Company, string]>
		).map(([rule, company, result]) => [rule, company, result, 'user-a']),
	);

	it('sees a change against a previous run of before the review', () => {
		const previousRun = (accessRole: string): Company => ({
			previous: check({ ...oneUser({ accessRole }), asOf: '2026-10-01T06:00:00.000Z' }).evidence,
		});
		const of = (role: string) =>
			check(reviewed([review('change', '2026-10-05')], {}, previousRun(role))).of(
				'UAR-06',
				'user-a',
			);
		expect(of('admin').reasonCode).toBe('changed');
		expect(of('team member').reasonCode).toBe('change-not-visible');
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
