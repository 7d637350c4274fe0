import { describe, expect, it } from 'vitest';

import type { ScreeningTag } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const OTHER = screened('nobody-here', { name: 'Somebody Else' });
const RUNNING = { status: 'pending', completed_at: '' };

const tagged = (
	tags: ScreeningTag[],
	screening: Company['screening'],
	more: Company = {},
): Company => ({
	hires: [aHired('a', { screeningTags: tags })],
	screening,
	policy: { screening: { lawfulBasis: 'Article 10' } },
	...more,
});
/** The evidence date is 2 November 2026, 06:00 in UTC. */
const doneAt = (completedAt: string) => [screened('a', { completed_at: completedAt })];

describe('SCR-13', () => {
	cases('SCR-13', [
		['B.2 report returned, done', tagged(['reportReturned'], [screened()]), 'pass tag-agrees'],
		[
			'B.3 #24 report returned, running',
			tagged(['reportReturned'], [screened('a', RUNNING)]),
			'fail tag-ahead-of-running',
		],
		[
			'B.2 report returned, cancelled',
			tagged(['reportReturned'], [screened('a', { status: 'canceled' })]),
			'fail tag-ahead-of-stopped',
		],
		['B.2 no record', tagged(['reportReturned'], [OTHER]), 'fail tag-without-record'],
		['invited, no record', tagged(['invitationPending'], [OTHER]), 'fail tag-without-record'],
		[
			'invited, running',
			tagged(['invitationPending'], [screened('a', RUNNING)]),
			'pass tag-agrees',
		],
		[
			'the furthest tag counts',
			tagged(['invitationCompleted', 'reportReturned'], [screened('a', RUNNING)]),
			'fail tag-ahead-of-running',
		],
		[
			'B.2 behind for 48 hours',
			tagged(['invitationCompleted'], doneAt('2026-10-31T06:00:00Z')),
			'warn tag-behind',
		],
		[
			'behind for longer',
			tagged(['invitationCompleted'], doneAt('2026-10-31T05:59:59Z')),
			'fail tag-not-updated',
		],
		['behind since a day', tagged(['invitationPending'], doneAt('2026-10-31')), 'warn tag-behind'],
		[
			'behind since a day before',
			tagged(['invitationPending'], doneAt('2026-10-30')),
			'fail tag-not-updated',
		],
		[
			'behind since when',
			tagged(['invitationPending'], doneAt('')),
			'indeterminate completion-unreadable',
		],
		[
			'invited, cancelled',
			tagged(['invitationPending'], [screened('a', { status: 'canceled' })]),
			'warn tag-behind-stopped',
		],
		[
			'a repetition still runs beside a done one',
			tagged(['reportReturned'], [screened(), screened('a', { ...RUNNING, report_id: 'r2' })]),
			'pass tag-agrees',
		],
		[
			'a status that nobody knows',
			tagged(['reportReturned'], [screened('a', { status: 'purple' })]),
			'indeterminate unknown-status',
		],
		['list empty', tagged(['reportReturned'], []), 'indeterminate list-empty'],
		['B.2 no tags', tagged([], [screened()]), 'not_applicable no-tag'],
		[
			'exempt place',
			tagged(['reportReturned'], [OTHER], {
				policy: { screening: { lawfulBasis: 'x', exemptWorkLocations: ['Berlin'] } },
			}),
			'not_applicable exempt-work-location',
		],
		[
			'§4 linked by name only',
			tagged(['reportReturned'], [screened('x', { name: 'Person a' })]),
			'warn linked-by-name-only',
		],
	]);

	it('is off without a lawful basis', () => {
		const { run } = check({ ...tagged(['reportReturned'], [screened()]), policy: {} });
		expect(run.checks.find(({ id }) => id === 'SCR-13')?.verdictText).toContain(
			'Lawful Basis for Results',
		);
	});

	it('says nothing of a result', () => {
		const { of } = check(tagged(['reportReturned'], [screened('a', { result: 'consider' })]));
		expect(JSON.stringify(of('SCR-13'))).not.toMatch(/consider|\bclear/i);
	});
});
