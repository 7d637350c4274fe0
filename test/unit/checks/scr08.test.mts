import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
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
import { aTier } from './tiers.mts';

type Row = Record<string, unknown>;

/** First day 12 October 2026, valid for 12 months. */
const rows = (...given: Row[]): Company => ({
	hires: [aHired()],
	screening: given.map((row, index) => screened('a', { report_id: `report-${index}`, ...row })),
});
const completed = (completed_at: string, more: Row = {}) => rows({ completed_at, ...more });
const under = (screening: Partial<Policy['screening']>, company: Company): Company => ({
	...company,
	policy: { screening },
});
const forEngineers = (validityMonths: number) => ({
	tiers: [aTier({ jobTitles: ['Engineer'], validityMonths })],
});

describe('SCR-08', () => {
	cases('SCR-08', [
		['young enough', completed('2026-10-01'), 'pass valid-at-start'],
		['on the first day', completed('2026-10-12'), 'pass valid-at-start'],
		['the oldest that does not expire soon', completed('2025-11-11'), 'pass valid-at-start'],
		['expires within 30 days', completed('2025-11-10'), 'warn expires-soon'],
		['the oldest that is valid', completed('2025-10-12'), 'warn expires-soon'],
		['a day older', completed('2025-10-11'), 'fail expired'],
		[
			'one that is valid is enough',
			rows({ completed_at: '2025-01-01' }, {}),
			'pass valid-at-start',
		],
		[
			'a later one does not mend what had expired at the start',
			rows({ completed_at: '2025-01-01' }, { completed_at: '2026-10-20' }),
			'fail expired',
		],
		['completed late only', completed('2026-10-13'), 'not_applicable nothing-completed'],
		['still running', rows({ status: 'pending' }), 'not_applicable nothing-completed'],
		['unknown status', rows({ status: 'purple' }), 'indeterminate unknown-status'],
		['no completion date', completed(''), 'indeterminate completion-unreadable'],
		[
			'expired, beside one that may be valid',
			rows({ completed_at: '2025-01-01' }, { completed_at: '' }),
			'indeterminate completion-unreadable',
		],
		[
			'expired, beside one of an unknown status that may be valid',
			rows({ completed_at: '2025-01-01' }, { status: 'purple' }),
			'indeterminate unknown-status',
		],
		[
			'the provider calls it valid until the day before',
			completed('2026-10-01', { valid_until: '2026-10-11' }),
			'fail valid-until-passed',
		],
		[
			'the provider calls it valid until the first day',
			completed('2026-10-01', { valid_until: '2026-10-12' }),
			'warn expires-soon',
		],
		[
			'the provider calls it valid for thirty days more',
			completed('2026-10-01', { valid_until: '2026-11-11' }),
			'pass valid-at-start',
		],
		[
			'the provider’s day cannot be read',
			completed('2026-10-01', { valid_until: '2026-02-30' }),
			'indeterminate valid-until-unreadable',
		],
		['a tier that is stricter', under(forEngineers(6), completed('2026-04-11')), 'fail expired'],
		[
			'a tier that is as strict',
			under(forEngineers(6), completed('2026-05-20')),
			'pass valid-at-start',
		],
		[
			'a tier that is less strict',
			under(forEngineers(24), completed('2025-01-01')),
			'pass valid-at-start',
		],
		['a tier that says nothing', under(forEngineers(0), completed('2025-10-11')), 'fail expired'],
		[
			'which tier holds is not known, and it matters',
			under(
				{ tiers: [aTier({ departments: ['Treasury'], validityMonths: 6 })] },
				completed('2026-01-01'),
			),
			'indeterminate tier-unknown',
		],
		[
			'which tier holds is not known, and it does not matter',
			under(
				{ tiers: [aTier({ departments: ['Treasury'], validityMonths: 6 })] },
				completed('2026-10-01'),
			),
			'pass valid-at-start',
		],
		[
			'not yet due',
			{
				...completed('2025-01-01'),
				hires: [aHired('a', {}, { startDateRaw: millis('2026-11-20T00:00:00Z') })],
			},
			'not_applicable not-yet-due',
		],
		[
			'§4 linked by name only',
			completed('2026-10-01', { email: 'other@example.com' }),
			'warn linked-by-name-only',
		],
	]);
});

/** Completed on the oldest valid day, 12 October 2025, in one of work zone and UTC, and on the day before in the other. */
const onTheEdge = (workLocation: string, completed_at: string, ...more: Row[]): Company => ({
	...rows({ ordered_at: '2025-10-01', completed_at }, ...more),
	hires: [aHired('a', { workLocation })],
	policy: {
		workZones: { 'Los Angeles': 'America/Los_Angeles', Tokyo: 'Asia/Tokyo' },
	},
});
const IN_LOS_ANGELES = ['Los Angeles', '2025-10-12T02:00:00Z'] as const;
const IN_TOKYO = ['Tokyo', '2025-10-11T18:00:00Z'] as const;

describe('§2 too old in one of work zone and UTC only', () => {
	describe.each(['SCR-02', 'SCR-08'])('%s', (checkId) => {
		cases(checkId, [
			['by the work zone', onTheEdge(...IN_LOS_ANGELES), 'warn time-zone-sensitive'],
			['by UTC', onTheEdge(...IN_TOKYO), 'warn time-zone-sensitive'],
			[
				'by both',
				onTheEdge('Los Angeles', '2025-10-11T23:00:00Z'),
				checkId === 'SCR-02' ? 'fail stale' : 'fail expired',
			],
			[
				'beside one that is in time in both',
				onTheEdge(...IN_LOS_ANGELES, { completed_at: '2026-10-01' }),
				checkId === 'SCR-02' ? 'pass completed-in-time' : 'pass valid-at-start',
			],
			[
				'beside one that came late',
				onTheEdge(...IN_LOS_ANGELES, { completed_at: '2026-10-20' }),
				'warn time-zone-sensitive',
			],
		]);
	});
	cases('SCR-02', [
		[
			'beside one that is done on a day that nobody can read',
			onTheEdge(...IN_LOS_ANGELES, { completed_at: 'soon' }),
			'indeterminate completion-unreadable',
		],
	]);
	cases('SCR-08', [
		[
			'what the provider says stands before it',
			{
				...onTheEdge(...IN_LOS_ANGELES),
				screening: [screened('a', { completed_at: IN_LOS_ANGELES[1], valid_until: '2026-10-01' })],
			},
			'fail valid-until-passed',
		],
	]);

	cases('SCR-09', [
		[
			'before a first day that is still to come',
			{
				...onTheEdge('Los Angeles', '2025-11-10T02:00:00Z'),
				hires: [
					aHired(
						'a',
						{ workLocation: 'Los Angeles' },
						{ startDateRaw: millis('2026-11-10T00:00:00Z') },
					),
				],
			},
			'warn time-zone-sensitive',
		],
	]);

	it('names both days and the oldest valid one', () => {
		const { message, observed } = check(onTheEdge(...IN_LOS_ANGELES)).of('SCR-02');
		expect(message).toContain('2025-10-11 in America/Los_Angeles and on 2025-10-12 in UTC');
		expect(message).toContain('Expected: completed on or after 2025-10-12 in both');
		expect(observed).toMatchObject({ completedOn: '2025-10-11', completedOnInUtc: '2025-10-12' });
	});
});

/** Hired on 1 December 2025 and again on 12 October 2026; the policy lets six months lie between. */
const rehired = (completed_at: string, formerEnd?: string): Company => {
	const identity = { name: 'Person a', emails: ['a@example.com'], otherEmails: [] };
	const former = {
		candidateSignedAt: millis('2025-11-01T10:00:00Z'),
		createdAt: millis('2025-10-25T10:00:00Z'),
		sentAt: millis('2025-10-26T10:00:00Z'),
		startDateRaw: millis('2025-12-01T00:00:00Z'),
	};
	return {
		hires: [
			aHired('z', {
				contact: 'contact-a',
				hireId: 'contact-a:opp-z',
				identity,
				offers: [anOffer('z', former)],
			}),
			aHired('a', { identity }),
		],
		screening: [screened('a', { completed_at })],
		...(formerEnd !== undefined && {
			staff: [
				employed('a', {
					external_id: 'E-1',
					status: 'terminated',
					start_date: '2025-12-01',
					end_date: formerEnd,
				}),
				employed('a', { external_id: 'E-2', start_date: '2026-10-12' }),
			],
		}),
		policy: { screening: { rehireGapMonths: 6 } },
	};
};

describe('SCR-08 of somebody hired again', () => {
	const AGAIN = 'contact-a:opp-a';
	cases('SCR-08', [
		['left six months before', rehired('2025-11-20', '2026-04-12'), 'pass valid-at-start', AGAIN],
		['left a day earlier', rehired('2025-11-20', '2026-04-11'), 'fail rehire-gap', AGAIN],
		[
			'when they left is not known',
			rehired('2025-11-20'),
			'indeterminate rehire-gap-unknown',
			AGAIN,
		],
		[
			'when they left is not known, and does not matter',
			rehired('2026-04-12'),
			'pass valid-at-start',
			AGAIN,
		],
		['screened again', rehired('2026-03-20', '2026-03-01'), 'pass valid-at-start', AGAIN],
		[
			'the former employment',
			rehired('2025-11-20', '2026-03-01'),
			'pass valid-at-start',
			'contact-a:opp-z',
		],
	]);

	/** Both were signed; the former one was archived with a non-hired reason before its first day. */
	const neverBegun = (company: Company): Company => {
		const archivedAt = millis('2025-11-25T09:00:00Z');
		const archive = { opportunityId: 'opp-z', reasonId: 'reason-no', archivedAt };
		const withdrawn = {
			archivedAt: null,
			hiredReasonId: null,
			archives: [{ ...archive, reasonType: 'non-hired' as const }],
		};
		const [former, again] = company.hires ?? [];
		return {
			...company,
			hires: [former, again]
				.flatMap((hire) => hire ?? [])
				.map((hire) => (hire === former ? { ...hire, ...withdrawn } : hire)),
		};
	};

	cases('SCR-08', [
		[
			'signed before and withdrawn before the first day: no former employment',
			neverBegun(rehired('2025-11-20')),
			'pass valid-at-start',
			AGAIN,
		],
		[
			'withdrawn before the first day, and the staff list says that they worked all the same',
			neverBegun(rehired('2025-11-20', '2026-03-01')),
			'fail rehire-gap',
			AGAIN,
		],
	]);

	it('lets the former screening serve for twelve months unless the policy says otherwise', () => {
		const usual = { ...rehired('2025-11-20', '2026-03-01'), policy: {} };
		expect(check(usual).of('SCR-08', AGAIN).status).toBe('pass');
	});
});
