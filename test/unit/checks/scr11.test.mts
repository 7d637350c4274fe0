import { describe, expect, it } from 'vitest';

import type { Definition, Hire } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, millis, screened, type Company } from '../run/company.mts';
import { cases } from './cases.mts';

const OTHER = screened('nobody-here', { name: 'Somebody Else' });
const LAWFUL = { lawfulBasis: 'Article 10', adverseActionWorkLocations: [' berlin '] };
/** Monday 5 October 2026, and the Monday after: five business days. */
const FIRST = '2026-10-05';
const FINAL = '2026-10-12';
const notices = (pre: string, post: string, more: object = {}) =>
	screened('a', { pre_adverse_at: pre, post_adverse_at: post, result: 'consider', ...more });

const company = (
	screening: Company['screening'],
	changes: Partial<Company['policy'] & object>['screening'] = {},
	more: Company = {},
): Company => ({
	hires: [aHired()],
	screening,
	policy: { screening: { ...LAWFUL, ...changes } },
	...more,
});

const REASON: Definition = {
	kind: 'definition',
	definitionType: 'archiveReason',
	id: 'reason-background',
	text: 'Background check',
	type: 'non-hired',
	collectionId: '8'.repeat(64),
	rawSha256: '8'.repeat(64),
};
const endedOn = (day: string): Hire =>
	aHired('a', {
		archives: [
			{
				opportunityId: 'opp-a',
				reasonId: REASON.id,
				reasonType: 'non-hired',
				archivedAt: millis(`${day}T09:00:00Z`),
			},
		],
	});
const ended = (day: string, screening: Company['screening']): Company =>
	company(
		screening,
		{ adverseActionArchiveReasons: ['background CHECK'] },
		{ hires: [endedOn(day)], read: { definitions: [REASON] } },
	);

describe('SCR-11', () => {
	cases('SCR-11', [
		['B.2 kept to', company([notices(FIRST, FINAL)]), 'pass procedure-kept'],
		['four business days', company([notices(FIRST, '2026-10-09')]), 'fail too-little-time'],
		[
			'a weekend is no time to answer',
			company([notices('2026-10-09', '2026-10-15')]),
			'fail too-little-time',
		],
		[
			'other days by policy',
			company([notices(FIRST, FINAL)], { adverseActionBusinessDays: 6 }),
			'fail too-little-time',
		],
		['the final one first', company([notices(FINAL, FIRST)]), 'fail notices-out-of-order'],
		[
			'B.2 a final notice without a first',
			company([notices('', FINAL)]),
			'fail first-notice-missing',
		],
		['a first notice only', company([notices(FIRST, '')]), 'pass procedure-open'],
		[
			'B.2 the provider gives no dates',
			company([screened('a', { result: 'consider', adjudication: 'post_adverse_action' })]),
			'indeterminate notice-dates-missing',
		],
		[
			'begun, and the provider gives no dates',
			company([screened('a', { result: 'consider', adjudication: 'pre_adverse_action' })]),
			'indeterminate notice-dates-missing',
		],
		[
			'the date of the decision is that of its notice',
			company([notices(FIRST, '', { adjudication: 'post_adverse_action', adjudicated_at: FINAL })]),
			'pass procedure-kept',
		],
		[
			'a date that cannot be read',
			company([notices('03/04/2026', FINAL)]),
			'indeterminate notice-date-unreadable',
		],
		['B.2 clear', company([screened('a', { result: 'clear' })]), 'not_applicable no-procedure'],
		[
			'needs a decision, and none was begun: for SCR-03 to say',
			company([screened('a', { result: 'consider' })]),
			'not_applicable no-procedure',
		],
		[
			'still running',
			company([screened('a', { status: 'pending' })]),
			'not_applicable no-procedure',
		],
		['nothing said', company([screened()]), 'indeterminate procedure-unknown'],
		[
			'nothing said, as the policy says',
			company([screened()], { providerGivesResults: false }),
			'not_applicable no-procedure',
		],
		[
			'words that nobody knows',
			company([screened('a', { adjudication: 'purple' })]),
			'indeterminate procedure-unknown',
		],
		[
			'the worst of two',
			company([notices(FIRST, FINAL), notices('', FINAL, { report_id: 'r2' })]),
			'fail first-notice-missing',
		],
		[
			'B.2 elsewhere',
			company([notices('', FINAL)], { adverseActionWorkLocations: ['Los Angeles'] }),
			'not_applicable other-work-location',
		],
		[
			'nobody knows where',
			company([notices('', FINAL)], {}, { hires: [aHired('a', { workLocation: null })] }),
			'indeterminate work-location-unknown',
		],
		['nothing linked', company([OTHER]), 'not_applicable no-procedure'],
		['list empty', company([]), 'indeterminate list-empty'],
		['B.2 ended without notices', ended('2026-10-20', [OTHER]), 'fail ended-without-notice'],
		[
			'§1 ended without notices, and addresses of the contact were refused',
			{
				...ended('2026-10-20', [OTHER]),
				collections: { hires: { refusedExpansions: ['contact'] } },
			},
			'indeterminate read-incomplete',
		],
		[
			'ended before the final notice',
			ended('2026-10-09', [notices(FIRST, FINAL)]),
			'fail ended-without-notice',
		],
		['ended after it', ended('2026-10-20', [notices(FIRST, FINAL)]), 'pass procedure-kept'],
		[
			'ended, and the list gives no dates',
			ended('2026-10-20', [
				screened('a', { result: 'consider', adjudication: 'post_adverse_action' }),
			]),
			'indeterminate notice-dates-missing',
		],
		['withdrawn before the first day', ended('2026-10-09', [OTHER]), 'fail ended-without-notice'],
		[
			'anonymised',
			company([notices('', FINAL)], {}, { hires: [aHired('a', { isAnonymized: true })] }),
			'not_applicable anonymised',
		],
		[
			'§4 linked by name only',
			company([notices(FIRST, FINAL, { email: 'x@example.com' })]),
			'warn linked-by-name-only',
		],
	]);

	it.each([
		['without a lawful basis', { lawfulBasis: ' ' }, 'Lawful Basis'],
		['without work locations', { adverseActionWorkLocations: [] }, 'Work Locations'],
	])('is off %s', (_when, policy, text) => {
		const { run } = check(company([notices(FIRST, FINAL)], policy));
		expect(run.checks.find(({ id }) => id === 'SCR-11')?.verdictText).toContain(text);
	});

	it('says nothing of a result or a decision', () => {
		const rows = [
			notices(FIRST, FINAL),
			notices('', FINAL, { adjudication: 'post_adverse_action' }),
			screened('a', { result: 'consider', adjudication: 'pre_adverse_action' }),
			screened('a', { result: 'clear', adjudication: 'engaged' }),
		];
		for (const row of rows) {
			const { of } = check(company([row]));
			expect(JSON.stringify(of('SCR-11'))).not.toMatch(/adverse|consider|engaged|\bclear/i);
		}
	});

	it('names the law only for at least five business days', () => {
		const controls = (days: number) =>
			check(company([notices(FIRST, FINAL)], { adverseActionBusinessDays: days })).of('SCR-11')
				.controls;
		expect(controls(5)).toHaveLength(1);
		expect(controls(4)).toEqual([]);
	});
});
