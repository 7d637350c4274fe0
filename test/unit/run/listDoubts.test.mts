import { describe, expect, it } from 'vitest';

import { aHired, check, employed, screened, type Company } from './company.mts';

const good: Company = { hires: [aHired()], screening: [screened()], staff: [employed('a')] };

function doubts(company: Company) {
	const { run } = check({ ...good, ...company });
	return Object.fromEntries(
		run.lists.map(({ list, doubts: all }) => [list, all.map(({ reason }) => reason)]),
	);
}

describe('what the head of the run says against a list', () => {
	it('is nothing of lists that can be relied on, or are not connected', () => {
		expect(doubts({ staff: undefined })).toEqual({
			screeningList: [],
			staffList: [],
			approvals: [],
			previousRun: [],
		});
	});

	it.each<[string, Company, object]>([
		['an empty list', { screening: [] }, { screeningList: ['empty'] }],
		['a failed list', { staff: 'failed' }, { staffList: ['failed'] }],
		[
			'a list older than the policy allows (rules.md §5)',
			{ screeningExportedAt: '2026-10-01T06:00:00Z' },
			{ screeningList: ['tooOld'] },
		],
		[
			'a staff list of leavers only (rules.md §7)',
			{ staff: [employed('a', { status: 'left', end_date: '2026-10-01' })] },
			{ staffList: ['leaversOnly'] },
		],
		[
			'one that is both',
			{
				staff: [employed('a', { status: 'left', end_date: '2026-10-01' })],
				staffExportedAt: '2026-10-01T06:00:00Z',
			},
			{ staffList: ['tooOld', 'leaversOnly'] },
		],
	])('names %s', (_, company, expected) => {
		expect(doubts(company)).toMatchObject(expected);
	});
});
