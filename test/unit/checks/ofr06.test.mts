import { describe, expect, it } from 'vitest';

import type { Hire, User } from '../../../nodes/shared/contracts/index.ts';
import { aHired, aUser, check, employed, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const ARCHIVED = millis('2026-10-05T09:00:00Z');
/** Signed on 10 September, due on 12 October, archived as declined on 5 October 2026. */
const withdrawn = (more: Company = {}, hire: Partial<Hire> = {}): Company => ({
	hires: [
		aHired('a', {
			archivedAt: null,
			hiredReasonId: null,
			archives: [
				{ opportunityId: 'opp-a', reasonId: 'r', reasonType: 'non-hired', archivedAt: ARCHIVED },
			],
			...hire,
		}),
	],
	...more,
});
const account = (changes: Partial<User>): Company =>
	withdrawn({ users: [aUser('x', { createdAt: millis('2026-09-20T10:00:00Z'), ...changes })] });
const elsewhere = employed('z', { email: 'z@example.com' });
const screening = (changes: Record<string, unknown>) =>
	withdrawn({ screening: [screened('a', changes)] });

describe('OFR-06', () => {
	cases('OFR-06', [
		['B.2 nothing left behind', withdrawn(), 'pass nothing-left'],
		['B.2 the screening was cancelled', screening({ status: 'canceled' }), 'pass nothing-left'],
		['it was completed before', screening({ completed_at: '2026-10-01' }), 'pass nothing-left'],
		[
			'it was completed on the fifth day',
			screening({ completed_at: '2026-10-10' }),
			'pass nothing-left',
		],
		['it went on', screening({ completed_at: '2026-10-11' }), 'warn screening-not-cancelled'],
		[
			'B.2 it still runs',
			screening({ status: 'pending', completed_at: '' }),
			'warn screening-running',
		],
		[
			'its status is unknown',
			screening({ status: 'odd' }),
			'indeterminate unknown-screening-status',
		],
		[
			'B.2 current on the staff list',
			withdrawn({ staff: [employed()] }),
			'fail still-on-staff-list',
		],
		[
			'left on the staff list',
			withdrawn({ staff: [employed('a', { status: 'left', end_date: '2026-10-12' }), elsewhere] }),
			'pass nothing-left',
		],
		[
			'unknown on the staff list',
			withdrawn({ staff: [employed('a', { status: 'odd' }), elsewhere] }),
			'indeterminate unknown-status',
		],
		[
			'unknown on the staff list, but ended',
			withdrawn({ staff: [employed('a', { status: 'odd', end_date: '2026-10-20' }), elsewhere] }),
			'pass nothing-left',
		],
		[
			'two current rows',
			withdrawn({ staff: [employed('a'), employed('a', { external_id: 'E-b' })] }),
			'indeterminate staff-row-ambiguous',
		],
		['not on the staff list', withdrawn({ staff: [elsewhere] }), 'pass nothing-left'],
		['§1 an empty staff list', withdrawn({ staff: [] }), 'indeterminate list-empty'],
		['§1 a failed screening list', withdrawn({ screening: 'failed' }), 'indeterminate list-failed'],
		[
			'B.2 an account linked to the contact',
			account({ linkedContactIds: ['contact-a'] }),
			'fail account-active',
		],
		[
			'B.2 an account with the address',
			account({ email: ' A@Example.com' }),
			'fail account-active',
		],
		[
			'a deactivated account',
			account({ linkedContactIds: ['contact-a'], deactivatedAt: 1 }),
			'pass nothing-left',
		],
		[
			'an account older than the acceptance',
			account({ linkedContactIds: ['contact-a'], createdAt: 1 }),
			'warn older-account-active',
		],
		['an account of somebody else', account({}), 'pass nothing-left'],
		[
			'§1 users not read completely',
			withdrawn({
				collections: { users: { complete: false, incompleteBecause: 'Lever stopped.' } },
			}),
			'indeterminate read-incomplete',
		],
	]);

	it('says that screenings were not looked at where no list of them is connected', () => {
		const message = (company: Company) => check(company).of('OFR-06').message;
		expect(message(withdrawn({ screening: undefined }))).toMatch(/was not tested/);
		expect(message(screening({ status: 'canceled' }))).toMatch(/No screening runs on\./);
	});

	it('judges nobody who is a hire, or who was withdrawn before the period', () => {
		const before = withdrawn(
			{},
			{
				archives: [
					{
						opportunityId: 'opp-a',
						reasonId: 'r',
						reasonType: 'non-hired',
						archivedAt: millis('2025-11-01T09:00:00Z'),
					},
				],
				offers: [
					{ ...aHired().offers[0], startDateRaw: millis('2025-11-01T00:00:00Z') },
				] as Hire['offers'],
			},
		);
		const { run } = check({ hires: [...(before.hires ?? []), aHired('b')] });
		expect(run.checks.find(({ id }) => id === 'OFR-06')).toMatchObject({
			population: 0,
			notInPopulation: { 'Archived and due to start before the period': 1 },
			verdictText: expect.stringMatching(/there were no withdrawn hires/),
		});
	});
});
