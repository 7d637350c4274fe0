import { describe, expect, it } from 'vitest';

import type { HireOffer } from '../../../nodes/shared/contracts/index.ts';
import {
	aHired,
	anOffer,
	check,
	employed,
	millis,
	screened,
	type Company,
} from '../run/company.mts';
import { cases } from './cases.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const withOffer = (offer: Partial<HireOffer>, more: Company = {}): Company => ({
	hires: [aHired('a', {}, offer)],
	...more,
});
const unsigned = { candidateSignedAt: null, candidateSigned: false };
/** Signed on 10 September 2026, 10:00 UTC. */
const starts = (day: string) => withOffer({ startDateRaw: millis(`${day}T00:00:00Z`) });
const signed = (at: string) => withOffer({ candidateSignedAt: millis(at) });
const olderOffer = (signedAt: string, start: string) =>
	anOffer('old', {
		opportunityId: 'opp-a',
		candidateSignedAt: millis(signedAt),
		startDateRaw: millis(`${start}T00:00:00Z`),
	});

describe('OFR-01', () => {
	cases('OFR-01', [
		['§6 signed by the candidate', withOffer({}), 'pass signed-by-candidate'],
		['§6 status signed without its date', withOffer(unsigned), 'warn signature-without-date'],
		[
			'§6 signed by the candidate without a date',
			withOffer({ candidateSignedAt: null, candidateSigned: true }),
			'warn signature-without-date',
		],
		[
			'§6 signed by the candidate, another status',
			withOffer({ status: 'opened' }),
			'warn signed-with-another-status',
		],
		[
			'§6 sent by hand with a signed document',
			withOffer({ ...unsigned, status: 'sent-manually', signedDocumentAt: 1 }),
			'warn signed-document-only',
		],
		[
			'§6 sent by hand without one',
			withOffer({ ...unsigned, status: 'sent-manually' }),
			'fail not-signed',
		],
		[
			'§3 signed by the company only',
			withOffer({ ...unsigned, status: 'sent', otherSignedAt: 1 }),
			'fail not-signed',
		],
		['§6 denied', withOffer({ ...unsigned, status: 'denied' }), 'fail not-signed'],
		['§6 none', { hires: [aHired('a', { offers: [] })] }, 'fail no-offer'],
		[
			'§6 unread',
			{ hires: [aHired('a', { offers: [], offersRead: UNREAD })] },
			'indeterminate offers-unread',
		],
		[
			'§6 unread, unless a signed one was read',
			{ hires: [aHired('a', { offersRead: UNREAD })] },
			'pass signed-by-candidate',
		],
		[
			'the best of several offers counts',
			{
				hires: [
					aHired('a', { offers: [anOffer('x', { ...unsigned, status: 'denied' }), anOffer('a')] }),
				],
			},
			'pass signed-by-candidate',
		],
	]);

	it('tells a fault by absence from one that was read', () => {
		expect(check({ hires: [aHired('a', { offers: [] })] }).of('OFR-01').basis).toBe('absence');
		expect(check(withOffer({ ...unsigned, status: 'sent' })).of('OFR-01').basis).toBe('presence');
	});
});

describe('OFR-03', () => {
	const listed = (start_date: string) => withOffer({}, { staff: [employed('a', { start_date })] });
	cases('OFR-03', [
		['§6 plausible', withOffer({}), 'pass plausible'],
		[
			'§6 no signed offer',
			withOffer({ ...unsigned, status: 'sent' }),
			'not_applicable no-signed-offer',
		],
		['§6 missing', withOffer({ startDateRaw: null }), 'fail start-missing'],
		['§6 unparsable', withOffer({ startDateRaw: 'next Monday' }), 'fail start-unparsable'],
		['§6 ambiguous', withOffer({ startDateRaw: '10/11/2026' }), 'indeterminate start-ambiguous'],
		[
			'§2 a moment in the day',
			withOffer({ startDateRaw: millis('2026-10-12T13:45:00Z') }),
			'indeterminate start-not-a-day',
		],
		[
			'§2 an impossible day',
			withOffer({ startDateRaw: '2026-02-30' }),
			'indeterminate start-impossible',
		],
		['§6 unread', { hires: [aHired('a', { offersRead: UNREAD })] }, 'indeterminate offers-unread'],
		['§6 8 days before acceptance', starts('2026-09-02'), 'fail starts-long-before-acceptance'],
		['§6 7 days before', starts('2026-09-03'), 'warn starts-before-acceptance'],
		['§6 1 day before', starts('2026-09-09'), 'warn starts-before-acceptance'],
		['§6 the same day', starts('2026-09-10'), 'pass plausible'],
		['§6 183 days after', starts('2027-03-12'), 'pass plausible'],
		['§6 184 days after', starts('2027-03-13'), 'warn starts-late-after-acceptance'],
		['§6 366 days after', starts('2027-09-11'), 'warn starts-late-after-acceptance'],
		['§6 367 days after', starts('2027-09-12'), 'fail starts-long-after-acceptance'],
		['accepted by archiving only', withOffer(unsigned), 'warn acceptance-not-signed'],
		[
			'no acceptance date at all',
			{
				hires: [
					aHired(
						'a',
						{ archivedAt: null, archives: [], acceptedAt: null, acceptedAtSource: 'none' },
						unsigned,
					),
				],
			},
			'indeterminate acceptance-unknown',
		],
		['§6 the staff list agrees', listed('2026-10-12'), 'pass plausible'],
		['§6 the staff list differs by 7 days', listed('2026-10-19'), 'warn differs-from-staff-list'],
		['§6 the staff list differs by 8 days', listed('2026-10-20'), 'fail differs-from-staff-list'],
		['a staff list with another form of date says nothing', listed('soon'), 'pass plausible'],
	]);
});

describe('OFR-04', () => {
	const inTokyo = (at: string): Company => ({
		hires: [aHired('a', { workLocation: 'Tokyo' }, { candidateSignedAt: millis(at) })],
		policy: { workZones: { Tokyo: 'Asia/Tokyo' } },
	});
	cases('OFR-04', [
		['§6 before the start', withOffer({}), 'pass signed-in-time'],
		['§6 on the day at 09:00', signed('2026-10-12T09:00:00Z'), 'pass signed-in-time'],
		[
			'§6 on the day after 09:00',
			signed('2026-10-12T09:00:00.001Z'),
			'warn signed-during-first-day',
		],
		['§6 at midnight of the day', signed('2026-10-12T00:00:00Z'), 'pass signed-in-time'],
		['§6 the day after', signed('2026-10-13T00:00:00Z'), 'fail signed-after-start'],
		[
			'§2 still the first day in UTC, the next one in Tokyo',
			inTokyo('2026-10-12T15:00:00Z'),
			'fail signed-after-start',
		],
		['§6 another acceptance source', withOffer(unsigned), 'indeterminate no-candidate-signature'],
		['§6 no start', withOffer({ startDateRaw: null }), 'indeterminate start-missing'],
		['§6 unread', { hires: [aHired('a', { offersRead: UNREAD })] }, 'indeterminate offers-unread'],
		[
			'§6 the earliest signature of the episode counts',
			{
				hires: [
					aHired('a', {
						offers: [
							olderOffer('2026-09-01T10:00:00Z', '2026-10-12'),
							anOffer('a', { candidateSignedAt: millis('2026-10-14T10:00:00Z') }),
						],
					}),
				],
			},
			'pass signed-in-time',
		],
		[
			'§3 late for an earlier signed start',
			{
				hires: [
					aHired('a', { offers: [olderOffer('2026-09-01T10:00:00Z', '2026-08-31'), anOffer('a')] }),
				],
			},
			'warn earlier-start-would-fail',
		],
	]);
});

it('gives offer checks without any list, and screening checks as one line', () => {
	const { findings, run } = check({ hires: [aHired()] });
	const ids = new Set(findings.map(({ checkId }) => checkId));
	expect([...ids]).toEqual(expect.arrayContaining(['OFR-01', 'OFR-03', 'OFR-04', 'IPE-01']));
	expect([...ids].filter((id) => id.startsWith('SCR'))).toEqual([]);
	expect(run.checks.find(({ id }) => id === 'SCR-02')).toMatchObject({
		verdict: 'notSetUp',
		verdictText: 'Not set up: connect Screening List',
		population: 0,
	});
	const screenedToo = check({ hires: [aHired()], screening: [screened()] }).findings;
	expect(screenedToo.map(({ checkId }) => checkId)).toEqual(
		expect.arrayContaining([...ids, 'SCR-01', 'SCR-02', 'SCR-07', 'SCR-09']),
	);
});
