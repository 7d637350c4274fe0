import { describe, expect, it } from 'vitest';

import type { FeedbackFacts, Hire } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const UNREAD = { reason: 'forbidden', message: 'Lever refused it.' } as const;
const form = (at: string | null, key = 'f'): FeedbackFacts => ({
	feedbackId: `feedback-${key}`,
	opportunityId: 'opp-a',
	userId: 'user-x',
	completedAt: at === null ? null : millis(at),
	rawSha256: '7'.repeat(64),
});
/** The offer was sent on 2 September 2026, 10:00 UTC. */
const EARLY = '2026-09-02T10:00:00Z';
const LATE = '2026-09-02T10:00:00.001Z';
const told = (forms: FeedbackFacts[], more: Company = {}, hire: Partial<Hire> = {}): Company => ({
	hires: [aHired('a', { feedback: { read: true, forms, collectionId: '5'.repeat(64) }, ...hire })],
	collections: { interviews: {} },
	...more,
});
const two: Company = { policy: { pipeline: { minimumFeedback: 2 } } };

describe('PIP-02', () => {
	cases('PIP-02', [
		['B.2 complete before the offer', told([form(EARLY)]), 'pass assessed-before-offer'],
		['B.2 late', told([form(LATE)]), 'warn feedback-late'],
		['B.2 none', told([]), 'fail no-feedback'],
		['B.2 none complete', told([form(null)]), 'fail no-feedback'],
		['the policy asks for two: one', told([form(EARLY)], two), 'fail too-little-feedback'],
		['two, one of them late', told([form(EARLY), form(LATE, 'g')], two), 'warn feedback-late'],
		['two in time', told([form(EARLY), form(EARLY, 'g')], two), 'pass assessed-before-offer'],
		[
			'no offer: the hiring counts',
			told([form('2026-09-11T09:00:00Z')], {}, { offers: [] }),
			'pass assessed-before-offer',
		],
		[
			'nothing says when',
			told(
				[form(EARLY)],
				{},
				{
					offers: [],
					archivedAt: null,
					archives: [
						{
							opportunityId: 'opp-a',
							reasonId: 'r',
							reasonType: 'hired',
							archivedAt: millis(LATE),
						},
					],
				},
			),
			'indeterminate offer-undated',
		],
		[
			'§1 offers unread',
			told([form(EARLY)], {}, { offersRead: UNREAD }),
			'indeterminate offers-unread',
		],
		[
			'§1 offers unread, but a fault was read',
			told([], {}, { offersRead: UNREAD }),
			'fail no-feedback',
		],
		['not read', told([], {}, { feedback: undefined }), 'indeterminate feedback-unread'],
		[
			'§1 refused',
			told([], {}, { feedback: { read: UNREAD, forms: [], collectionId: '5'.repeat(64) } }),
			'indeterminate feedback-unread',
		],
		[
			'§1 refused, but enough was read',
			told(
				[],
				{},
				{ feedback: { read: UNREAD, forms: [form(EARLY)], collectionId: '5'.repeat(64) } },
			),
			'pass assessed-before-offer',
		],
		[
			'§1 none, but the read is not complete',
			told([], {
				collections: { interviews: { complete: false, incompleteBecause: 'Lever stopped.' } },
			}),
			'indeterminate read-incomplete',
		],
	]);

	it('is not set up where interviews were not read', () => {
		const { run } = check({ hires: [aHired()] });
		expect(run.checks.find(({ id }) => id === 'PIP-02')?.verdictText).toBe(
			"Not set up: choose Interviews in 'Checks' of the Lever node ('Evidence: Collect')",
		);
	});
});
