import { describe, expect, it } from 'vitest';

import type { Hire } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, type Company } from '../run/company.mts';
import { aCandidate } from './candidates.mts';
import { cases } from './cases.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const hired = (changes: Partial<Hire> = {}, offer = {}, more: Company = {}): Company => ({
	hires: [aHired('a', changes, offer)],
	read: { opportunities: [] },
	...more,
});
const movedAt = (at: string, opportunityId = 'opp-a'): Partial<Hire> => ({
	stageChanges: [{ opportunityId, stageId: 's', stageIndex: 1, at: millis(at), userId: null }],
});
const open: Partial<Hire> = { archivedAt: null, hiredReasonId: null, archives: [] };
/** Everything that the checks gave a month earlier, when the hire was like this. */
const seenAs = (before: Hire): Company => ({
	previous: check({ asOf: '2026-10-02T06:00:00.000Z', hires: [before] }).evidence,
});

describe('PIP-03 for hires', () => {
	cases('PIP-03', [
		['in order', hired(), 'pass in-order'],
		['B.2 hired without a start', hired({}, { startDateRaw: null }), 'fail hired-without-start'],
		[
			'hired, the start cannot be read',
			hired({}, { startDateRaw: '10/11/2026' }),
			'indeterminate start-unreadable',
		],
		[
			'§6 hired, words for a start',
			hired({}, { startDateRaw: 'soon' }),
			'fail hired-without-start',
		],
		['§1 offers unread', hired({ offersRead: UNREAD }), 'indeterminate offers-unread'],
		['not archived yet', hired(open), 'not_applicable not-archived-as-hired'],
		[
			'B.2 moved after it was archived as hired',
			hired(movedAt('2026-09-11T09:00:00.001Z')),
			'fail moved-after-hiring',
		],
		['moved before', hired(movedAt('2026-09-11T09:00:00Z')), 'pass in-order'],
		['another opportunity moved', hired(movedAt('2026-10-01T09:00:00Z', 'opp-b')), 'pass in-order'],
		[
			'B.2 an earlier run saw it hired',
			hired(open, {}, seenAs(aHired())),
			'fail reopened-after-hiring',
		],
		[
			'an earlier run saw it open too',
			hired(open, {}, seenAs(aHired('a', open))),
			'not_applicable not-archived-as-hired',
		],
	]);
});

describe('PIP-03 for opportunities', () => {
	it('gives a finding for what is archived without a reason, and counts the others', () => {
		const archivedAt = millis('2026-10-01T10:00:00Z');
		const { findings, run } = check({
			read: {
				opportunities: [
					aCandidate('x'),
					aCandidate('y', { archived: null }),
					aCandidate('z', { archived: { reasonId: null, archivedAt } }),
				],
			},
		});
		expect(findings.filter(({ checkId }) => checkId === 'PIP-03')).toMatchObject([
			{
				subjectType: 'opportunity',
				subjectId: 'opp-z',
				status: 'fail',
				reasonCode: 'archived-without-reason',
				remediation: { ownerId: 'user-owner' },
			},
		]);
		expect(run.checks.find(({ id }) => id === 'PIP-03')?.notInPopulation).toEqual({
			'Archived with a reason': 1,
			'Not archived': 1,
		});
	});
});
