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
const archivedOn = (opportunityId: string, at: string) => ({
	opportunityId,
	reasonId: 'r',
	reasonType: 'non-hired' as const,
	archivedAt: millis(at),
});
/** Turned down on 20 September; another opportunity of the episode was archived after the first day. */
const otherArchivedLater = (more: Company) =>
	withdrawn(more, {
		opportunityIds: ['opp-a', 'opp-b'],
		archives: [
			archivedOn('opp-a', '2026-09-20T09:00:00Z'),
			archivedOn('opp-b', '2026-10-25T09:00:00Z'),
		],
	});
const signedBy = (address: string) => ({
	identity: {
		...aHired().identity,
		emails: ['a@example.com', address],
		signerEmails: { 'offer-a': address },
	},
});
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
			'an account of whoever signed for the person',
			withdrawn(
				{ users: [aUser('x', { email: 'recruiter@example.com' })] },
				signedBy('recruiter@example.com'),
			),
			'pass nothing-left',
		],
		[
			'an account of the row of the staff list',
			{
				...account({ externalDirectoryId: 'E-a' }),
				staff: [employed('a', { status: 'left', end_date: '2026-10-12' }), elsewhere],
			},
			'fail account-active',
		],
		[
			'an account older than the acceptance, and current on the staff list',
			{
				...account({ email: 'a@example.com', createdAt: 1 }),
				staff: [employed()],
			},
			'warn older-account-on-staff-list',
		],
		[
			'an account made after the acceptance, and current on the staff list',
			{ ...account({ email: 'a@example.com' }), staff: [employed()] },
			'fail still-on-staff-list',
		],
		[
			'a deactivated account older than the acceptance, and current on the staff list',
			{
				...account({ email: 'a@example.com', createdAt: 1, deactivatedAt: 2 }),
				staff: [employed()],
			},
			'fail still-on-staff-list',
		],
		[
			'§7 a staff list of leavers cannot tell',
			withdrawn({ staff: [employed('z', { status: 'left', end_date: '2026-01-05' })] }),
			'indeterminate list-leavers-only',
		],
		[
			'§1 nothing to look in',
			withdrawn({ collections: { users: null } }),
			'indeterminate nothing-looked-at',
		],
		[
			'another opportunity archived later moves nothing: five days after turning down',
			otherArchivedLater({ screening: [screened('a', { completed_at: '2026-09-25' })] }),
			'pass nothing-left',
		],
		[
			'another opportunity archived later moves nothing: six days after turning down',
			otherArchivedLater({ screening: [screened('a', { completed_at: '2026-09-26' })] }),
			'warn screening-not-cancelled',
		],
		[
			'§1 users not read completely',
			withdrawn({
				collections: { users: { complete: false, incompleteBecause: 'Lever stopped.' } },
			}),
			'indeterminate read-incomplete',
		],
	]);

	it('names what it looked in, and what it could not look in', () => {
		const of = (company: Company) => {
			const { message, observed } = check(company).of('OFR-06');
			return [message, observed.heldAgainst];
		};
		const cancelled = { screening: [screened('a', { status: 'canceled' })] };
		expect(of(withdrawn({ ...cancelled, staff: [elsewhere] }))).toEqual([
			'Archived on 2026-10-05, before the first day. The Staff List does not count the person as current staff. No Lever account of the person is active. No screening runs on.',
			['users', 'staffList', 'screeningList'],
		]);
		expect(of(withdrawn())).toEqual([
			'Archived on 2026-10-05, before the first day. Whether the person is counted as staff was not tested, because no Staff List is connected. No Lever account of the person is active. Whether a screening runs on was not tested, because no Screening List is connected.',
			['users'],
		]);
		expect(of(withdrawn({ ...cancelled, collections: { users: null } }))).toEqual([
			"Archived on 2026-10-05, before the first day. Whether the person is counted as staff was not tested, because no Staff List is connected. Whether a Lever account is active was not tested, because Access is not chosen in 'Checks' of the Lever node. No screening runs on.",
			['screeningList'],
		]);
	});

	it('says when it was archived: by the signed offer, before the first day or on it', () => {
		const first = (company: Company) => check(company).of('OFR-06').message.split('. ')[0];
		expect(first(otherArchivedLater({}))).toBe('Archived on 2026-09-20, before the first day');
		expect(first(withdrawn({}, { archives: [archivedOn('opp-a', '2026-10-12T09:00:00Z')] }))).toBe(
			'Archived on 2026-10-12, on the first day',
		);
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
