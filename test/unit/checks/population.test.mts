import { describe, expect, it } from 'vitest';

import type { LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { aHired, check, REFUSED, screened, type Company } from '../run/company.mts';

const READ = 'a'.repeat(64);

/** The first page of a list of the provider that goes on. */
const ONE_PAGE_OF_THREE = [
	{
		object: 'list',
		count: 3,
		next_href: 'https://api.checkr.com/v1/reports?page=2',
		data: [
			{
				object: 'report',
				id: 'report-1',
				status: 'complete',
				created_at: '2026-09-20T08:00:00Z',
				completed_at: '2026-10-01T12:00:00Z',
				candidate: { object: 'candidate', id: 'candidate-1', email: 'a@example.com' },
			},
		],
	},
];

describe('IPE-01', () => {
	it.each<[string, Partial<LeverCollection>, string]>([
		['§8 complete', {}, 'pass complete'],
		[
			'§8 incomplete',
			{ complete: false, incompleteBecause: 'The list ended early.' },
			'fail incomplete',
		],
		['forbidden', REFUSED, 'fail forbidden'],
		[
			'§8 doubled without a reason',
			{ records: 12, uniqueIds: 10, duplicates: 2 },
			'fail duplicates',
		],
		[
			'§8 doubled, and a second read of what changed settled it',
			{
				records: 12,
				uniqueIds: 10,
				duplicates: 2,
				rereadTail: { records: 0, added: 0, changed: 0 },
			},
			'warn duplicates-settled',
		],
		['expansions refused', { refusedExpansions: ['applications'] }, 'warn expansion-refused'],
		[
			'§8 a restarted cursor, doubles settled',
			{ records: 12, uniqueIds: 10, duplicates: 2, restartedCursors: 1 },
			'warn restarted-cursor',
		],
		['§8 a restarted cursor', { restartedCursors: 1 }, 'warn restarted-cursor'],
		[
			'§8 a changed count that the second read settled',
			{ rereadTail: { records: 3, added: 1, changed: 0 } },
			'warn changed-while-read',
		],
		[
			'a second read without news',
			{ rereadTail: { records: 3, added: 0, changed: 0 } },
			'pass complete',
		],
	])('%s', (_rule, hires, result) => {
		const { status, reasonCode } = check({ collections: { hires } }).of('IPE-01', READ);
		expect(`${status} ${reasonCode}`).toBe(result);
	});

	it.each<[Company['screening'], string]>([
		[[screened()], 'pass list-read'],
		[[], 'indeterminate list-empty'],
		['failed', 'fail list-failed'],
		[ONE_PAGE_OF_THREE, 'fail incomplete'],
	])('judges a connected list: %#', (screening, result) => {
		const { findings } = check({ screening });
		const finding = findings.find(({ observed }) => observed.resource === 'screeningList');
		expect(`${finding?.status} ${finding?.reasonCode}`).toBe(result);
	});

	it('gives one finding for every collection record', () => {
		const { findings, evidence } = check({ screening: [screened()], staff: [], hires: [aHired()] });
		const reads = evidence.filter((item) => item.kind === 'collection');
		expect(findings.filter(({ checkId }) => checkId === 'IPE-01')).toHaveLength(reads.length);
	});
});
