import { describe, expect, it } from 'vitest';

import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';
import type { Definition, Hire, Opportunity } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, type Company } from '../run/company.mts';
import { aCandidate } from './candidates.mts';
import { cases } from './cases.mts';

const HIRED: Definition = {
	kind: 'definition',
	definitionType: 'archiveReason',
	id: 'reason-hired',
	text: 'Hired',
	type: 'hired',
	collectionId: 'f'.repeat(64),
	rawSha256: '6'.repeat(64),
};
const months = (number: number, workLocation = ''): Policy['privacy']['retention'] => [
	{ workLocation, months: number },
];
const candidates = (
	retention: Policy['privacy']['retention'],
	...opportunities: Opportunity[]
): Company => ({
	read: { opportunities, definitions: [HIRED] },
	policy: { privacy: { retention } },
});
const archivedOn = (day: string, reasonId = 'reason-declined') => ({
	archived: { reasonId, archivedAt: millis(`${day}T10:00:00Z`) },
});
const overdue = archivedOn('2026-05-01');
/** Days of the evidence date: 2 November 2026. */
const one = (changes: Partial<Opportunity>, retention = months(6)) =>
	candidates(retention, aCandidate('x', changes));
const expires = (at: string) => ({
	dataProtection: { storeAllowed: true, storeExpiresAt: millis(at) },
});
const NOT_ALLOWED = { dataProtection: { storeAllowed: false, storeExpiresAt: null } };
/** Another opportunity of the contact of `aHired('x')`, with that hire and not what made it one. */
const beside = (hire: Hire, changes: Partial<Opportunity>): Company => ({
	...candidates(months(0), aCandidate('z', { contact: 'contact-x', ...changes })),
	hires: [hire],
});
const unsigned = { status: 'sent', candidateSigned: false, candidateSignedAt: null };
const notArchivedAsHired = { archivedAt: null, hiredReasonId: null, archives: [] };

describe('PRV-02', () => {
	cases('PRV-02', [
		['B.2 past its retention', one(archivedOn('2026-05-01')), 'fail retention-overdue'],
		[
			'of its work location',
			one(overdue, [...months(24), ...months(5, ' berlin')]),
			'fail retention-overdue',
		],
		['B.2 the permission ended', one(expires('2026-11-02T06:00:00Z')), 'fail permission-ended'],
		[
			'it ended in the current pipeline',
			one({ ...expires('2026-10-01T00:00:00Z'), archived: null }),
			'fail permission-ended',
		],
		['without any retention', one(expires('2026-10-01T00:00:00Z'), []), 'fail permission-ended'],
		['storing is not allowed', one(NOT_ALLOWED), 'fail storing-not-allowed'],
		[
			'a location that is not known: the longest',
			one({ ...overdue, location: null }, [...months(5, 'Berlin'), ...months(6, 'Tokyo')]),
			'fail retention-overdue',
		],
		[
			'an offer was withdrawn: that is no hire',
			beside(
				aHired('x', {
					...notArchivedAsHired,
					archives: [
						{
							opportunityId: 'opp-x',
							reasonId: 'r',
							reasonType: 'non-hired',
							archivedAt: millis('2026-09-20T09:00:00Z'),
						},
					],
				}),
				overdue,
			),
			'fail retention-overdue',
			'opp-z',
		],
		[
			'offers unread, and nothing else shows a hire',
			beside(
				aHired('x', {
					...notArchivedAsHired,
					offers: [],
					offersRead: { reason: 'forbidden', message: 'Lever refused it.' },
				}),
				overdue,
			),
			'fail retention-overdue',
			'opp-z',
		],
	]);

	it.each<[why: string, company: Company, reason: string, count?: number]>([
		['on the last day', one(archivedOn('2026-05-02')), 'Within its retention'],
		['anonymised', one({ ...overdue, isAnonymized: true }), 'Anonymised'],
		['hired', one(archivedOn('2026-05-01', 'reason-hired')), 'Hired'],
		['in the pipeline', one({ archived: null }), 'Not archived'],
		['permission goes on', one(expires('2026-11-02T06:00:00.001Z')), 'Within its retention'],
		[
			'no row for the place',
			one(overdue, months(6, 'Tokyo')),
			'No retention is stated for its work location',
		],
		[
			'a newer opportunity of the contact',
			candidates(
				months(6),
				aCandidate('x', overdue),
				aCandidate('y', { contact: 'contact-x', ...archivedOn('2026-09-01') }),
			),
			'Another opportunity of the contact may be kept',
		],
		[
			'hired by another opportunity, and the permission ended',
			candidates(
				[],
				aCandidate('x', {
					contact: 'contact-x',
					...archivedOn('2026-05-01', 'reason-hired'),
				}),
				aCandidate('z', { contact: 'contact-x', ...expires('2026-10-01T00:00:00Z') }),
			),
			'Hired',
			2,
		],
		[
			'hired, by a record that was not read: the permission ended',
			beside(aHired('x'), expires('2026-10-01T00:00:00Z')),
			'Hired',
		],
		['hired: storing is not allowed', beside(aHired('x'), NOT_ALLOWED), 'Hired'],
		['hired: past its retention', beside(aHired('x'), overdue), 'Hired'],
		['hired by a signed offer alone', beside(aHired('x', notArchivedAsHired), overdue), 'Hired'],
		[
			'archived as hired without a signed offer',
			beside(aHired('x', {}, unsigned), overdue),
			'Hired',
		],
		[
			'hired before the period',
			{ ...beside(aHired('x'), overdue), period: { from: '2026-10-20', to: '2026-11-24' } },
			'Hired',
		],
	])('leaves out, and counts: %s', (_why, company, reason, count = 1) => {
		const { run, findings } = check(company);
		expect(findings.filter(({ checkId }) => checkId === 'PRV-02')).toEqual([]);
		expect(run.checks.find(({ id }) => id === 'PRV-02')?.notInPopulation).toMatchObject({
			[reason]: count,
		});
	});

	it('says that the most overdue were not read, where the records begin somewhere', () => {
		const company: Company = {
			...one({}),
			collections: {
				records: {
					requests: [
						{
							path: '/opportunities',
							query: { archived_at_start: String(millis('2025-11-01T00:00:00Z')) },
						},
						{ path: '/opportunities', query: { archived: 'false' } },
					],
				},
			},
		};
		expect(check(company).of('PRV-02', 'account')).toMatchObject({
			status: 'indeterminate',
			reasonCode: 'older-records-not-read',
			observed: { archivedReadSince: '2025-11-01' },
		});
	});

	it('is not set up where neither the policy nor Lever says how long', () => {
		const { run } = check(one({}, []));
		expect(run.checks.find(({ id }) => id === 'PRV-02')).toMatchObject({ verdict: 'notSetUp' });
	});
});
