import { describe, expect, it } from 'vitest';

import type { Hire, Requisition } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, REFUSED, type Company } from '../run/company.mts';
import { cases } from './cases.mts';
import { aRequisition } from './jobs.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const on = (requisition: Partial<Requisition>, hire: Partial<Hire> = {}): Company => ({
	hires: [aHired('a', hire)],
	read: { requisitions: [aRequisition('r', { offerIds: ['offer-a'], ...requisition })] },
});
const approval = (status: string, approvedAt: number | null): Partial<Requisition> => ({
	approval: { status, approvedAt, approvedBy: ['user-x'] },
});
/** The offer was signed on 10 September 2026, 10:00 UTC. */
const ACCEPTED = millis('2026-09-10T10:00:00Z');

describe('OFR-09', () => {
	cases('OFR-09', [
		['B.2 open, within its headcount', on({}), 'pass granted'],
		['B.2 unlimited', on({ headcountTotal: 'unlimited', headcountHired: 40 }), 'pass granted'],
		['B.2 filled to the last', on({ headcountHired: 2 }), 'pass granted'],
		['B.2 over-filled', on({ headcountHired: 3 }), 'fail over-filled'],
		['B.2 headcount not told', on({ headcountTotal: null }), 'indeterminate headcount-unknown'],
		[
			'closed after the hire, as it should be',
			on({ status: 'closed', closedAt: ACCEPTED }),
			'pass granted',
		],
		[
			'B.2 closed before',
			on({ status: 'closed', closedAt: ACCEPTED - 1 }),
			'fail closed-before-acceptance',
		],
		[
			'closed before the archiving, and the acceptance is taken from that',
			{
				...on({ status: 'closed', closedAt: ACCEPTED }, { requisitionIds: ['requisition-r'] }),
				hires: [aHired('a', { requisitionIds: ['requisition-r'], offers: [] })],
			},
			'indeterminate closed-undated',
		],
		[
			'§1 offers unread, though the application names a requisition',
			on({}, { requisitionIds: ['requisition-r'], offersRead: UNREAD, offers: [] }),
			'indeterminate offers-unread',
		],
		[
			'§1 offers unread, but a fault was read',
			on(
				{ headcountHired: 3 },
				{ requisitionIds: ['requisition-r'], offersRead: UNREAD, offers: [] },
			),
			'fail over-filled',
		],
		['closed, nobody knows when', on({ status: 'closed' }), 'indeterminate closed-undated'],
		['B.2 a draft', on({ status: 'draft' }), 'fail not-approved'],
		['B.2 pending', on({ status: 'pending' }), 'fail not-approved'],
		['B.2 rejected', on({ status: 'rejected' }), 'fail not-approved'],
		['on hold', on({ status: 'onHold' }), 'warn on-hold'],
		['without a status', on({ status: null }), 'indeterminate status-unknown'],
		['B.2 approved before', on(approval('approved', ACCEPTED)), 'pass granted'],
		['approved later', on(approval('approved', ACCEPTED + 1)), 'fail approved-after-acceptance'],
		['approval denied', on(approval('denied', null)), 'fail not-approved'],
		[
			'B.2 the offer is not listed',
			on({ offerIds: [] }, { requisitionIds: ['requisition-r'] }),
			'warn offer-not-listed',
		],
		['B.2 none', on({ offerIds: ['other'] }), 'fail no-requisition'],
		[
			'of several one that grants it is enough',
			{
				hires: [aHired()],
				read: {
					requisitions: [
						aRequisition('q', { offerIds: ['offer-a'], status: 'draft' }),
						aRequisition('r', { offerIds: ['offer-a'] }),
					],
				},
			},
			'pass granted',
		],
		[
			'named by the application, but not given',
			on({ offerIds: [] }, { requisitionIds: ['requisition-hidden'] }),
			'indeterminate requisition-not-read',
		],
		[
			'B.2 the account has none',
			{ hires: [aHired()], read: { requisitions: [] } },
			'not_applicable no-requisitions-used',
		],
		[
			'§1 requisitions refused',
			{
				hires: [aHired()],
				read: { requisitions: [] },
				collections: { jobs: { ...REFUSED, resource: 'requisitions' } },
			},
			'indeterminate requisitions-unread',
		],
		[
			'§1 none, but the read is not complete',
			{
				...on({ offerIds: [] }),
				collections: { jobs: { complete: false, incompleteBecause: 'Lever stopped.' } },
			},
			'indeterminate read-incomplete',
		],
		[
			'§1 offers unread',
			on({ offerIds: [] }, { offersRead: UNREAD, offers: [] }),
			'indeterminate offers-unread',
		],
	]);

	it.each<[string, Company, string]>([
		[
			'the policy says so',
			{ ...on({}), policy: { offers: { requisitions: 'notUsed' } } },
			'Not set up: the policy says that requisitions are not used',
		],
		[
			'jobs were not read',
			{ hires: [aHired()] },
			"Not set up: choose Jobs in 'Checks' of the Lever node ('Evidence: Collect')",
		],
	])('is not set up where %s', (_why, company, verdictText) => {
		const { run } = check(company);
		expect(run.checks.find(({ id }) => id === 'OFR-09')).toMatchObject({ verdictText });
	});
});
