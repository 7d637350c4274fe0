import { describe, expect, it } from 'vitest';

import type { HireOffer, Requisition } from '../../../nodes/shared/contracts/index.ts';
import { aHired, anOffer, check, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';
import { aRequisition } from './jobs.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const APPROVED: Partial<HireOffer> = {
	approvedAt: millis('2026-09-01T12:00:00Z'),
	approved: true,
	creator: 'user-maker',
};
const approval = (...approvedBy: string[]): Partial<Requisition> => ({
	approval: { status: 'approved', approvedAt: millis('2026-08-01T10:00:00Z'), approvedBy },
});
const USED = { offers: { approvalWorkflow: 'used' as const } };
const offered = (
	offer: Partial<HireOffer>,
	requisition: Partial<Requisition> = approval('user-approver'),
): Company => ({
	policy: USED,
	hires: [aHired('a', {}, { ...APPROVED, ...offer })],
	read: { requisitions: [aRequisition('r', { offerIds: ['offer-a'], ...requisition })] },
});
const two = (other: Partial<HireOffer>): Company => ({
	...offered({}),
	hires: [
		aHired('a', {
			offers: [
				anOffer('a', APPROVED),
				anOffer('b', { ...APPROVED, opportunityId: 'opp-a', ...other }),
			],
		}),
	],
});

describe('OFR-02', () => {
	cases('OFR-02', [
		['B.2 approved before sent, by somebody else', offered({}), 'pass approved-before-sent'],
		[
			'B.2 at the same instant',
			offered({ approvedAt: millis('2026-09-02T10:00:00Z') }),
			'pass approved-before-sent',
		],
		[
			'B.2 a millisecond later',
			offered({ approvedAt: millis('2026-09-02T10:00:00.001Z') }),
			'fail approved-after-sent',
		],
		['B.2 no approval', offered({ approvedAt: null, approved: null }), 'fail sent-unapproved'],
		['approved, without a date', offered({ approvedAt: null }), 'indeterminate approval-undated'],
		[
			'B.2 approver and maker are one',
			offered({}, approval('user-maker')),
			'fail approved-by-creator',
		],
		[
			'somebody else approved too',
			offered({}, approval('user-maker', 'user-x')),
			'pass approved-before-sent',
		],
		['B.2 approver not readable', offered({}, { approval: null }), 'warn approver-unknown'],
		[
			'no requisition lists it',
			offered({}, { ...approval('user-x'), offerIds: [] }),
			'warn approver-unknown',
		],
		['jobs not read', { ...offered({}), read: {} }, 'warn approver-unknown'],
		['maker unknown', offered({ creator: null }), 'warn creator-unknown'],
		[
			'the requisition that the application names',
			{
				policy: USED,
				hires: [aHired('a', { requisitionIds: ['requisition-r'] }, APPROVED)],
				read: { requisitions: [aRequisition('r', approval('user-x'))] },
			},
			'pass approved-before-sent',
		],
		[
			'sent by hand, without a date, approved in time for the signature only',
			offered({ sentAt: null, status: 'sent-manually' }),
			'indeterminate sent-undated',
		],
		[
			'without a date of sending, approved after the signature',
			offered({ sentAt: null, approvedAt: millis('2026-09-11T10:00:00Z') }),
			'fail approved-after-sent',
		],
		[
			'nothing was sent',
			{
				policy: USED,
				hires: [aHired('a', {}, { sentAt: null, status: 'draft', candidateSigned: false })],
			},
			'not_applicable nothing-sent',
		],
		[
			'every offer that was sent counts',
			two({ status: 'denied', approvedAt: null, approved: null }),
			'fail sent-unapproved',
		],
		[
			'a draft does not',
			two({ status: 'draft', sentAt: null, approvedAt: null }),
			'pass approved-before-sent',
		],
		[
			'§1 offers unread',
			{ policy: USED, hires: [aHired('a', { offersRead: UNREAD, offers: [] })] },
			'indeterminate offers-unread',
		],
		[
			'§1 offers unread, but a fault was read',
			{ policy: USED, hires: [aHired('a', { offersRead: UNREAD }, { approvedAt: null })] },
			'fail sent-unapproved',
		],
		[
			'§1 requisitions not read completely take a pass away',
			{
				...offered({}),
				collections: { jobs: { complete: false, incompleteBecause: 'Lever stopped.' } },
			},
			'indeterminate read-incomplete',
		],
	]);

	it('lets an approval except it only when it is older than the sending', () => {
		const company: Company = {
			...offered({ approvedAt: null, approved: null }),
			approvals: [
				{
					id: 'A-1',
					type: 'exception',
					check_id: 'OFR-02',
					subject_id: 'contact-a',
					reason: 'Approved on paper',
					compensating_control: 'supervised work',
					requested_by: 'x@example.com',
					approved_by: 'y@example.com',
					approved_at: '2026-09-01T00:00:00Z',
					expires_at: '2026-12-31',
				},
			],
		};
		expect(check(company).of('OFR-02').status).toBe('excepted');
	});

	it('is off until the policy says that offers are approved in Lever', () => {
		const { run } = check({ ...offered({}), policy: {} });
		expect(run.checks.find(({ id }) => id === 'OFR-02')).toMatchObject({
			verdict: 'notSetUp',
			verdictText:
				"Not set up: say under 'Offer Approvals in Lever' in the policy that offers are approved there",
		});
	});
});
