import { describe, expect, it } from 'vitest';

import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { collect } from '../collect/collecting.mts';
import { check, companions, leverItems } from './checking.mts';

/** A Monday, days around a change of daylight saving, a weekend, a month's end and a leap year. */
const EVIDENCE_DATES = [
	'2026-11-02T06:00:00Z',
	'2026-03-29T06:00:00Z',
	'2027-01-01T06:00:00Z',
	'2028-02-29T06:00:00Z',
];

describe.each(EVIDENCE_DATES)('the golden scenario at %s', (asOf) => {
	it('gives every hand-written result, and no other', async () => {
		const { expected, notInPopulation } = loadScenario('golden', asOf);
		const mock = await startMock({ asOf, rateLimit: false });
		try {
			const collected = await collect(mock.baseUrl, mock.keys.all, { evidenceDate: asOf });
			const lists = await companions(mock);
			const run = await check({ 0: leverItems(collected.items), ...lists });
			expect(run.error).toBeUndefined();
			expect(expected.length).toBeGreaterThan(1000);

			const cells = new Map(
				run.findings
					.filter(({ subjectType }) => subjectType !== 'collection')
					.map((finding) => [`${finding.checkId} ${finding.subjectId}`, finding]),
			);
			const differences: string[] = [];
			for (const { checkId, subjectId, status, reason, file, because } of expected) {
				const key = `${checkId} ${subjectId}`;
				const finding = cells.get(key);
				cells.delete(key);
				const same =
					finding?.status === status && (reason === undefined || reason === finding.reasonCode);
				if (!same) {
					differences.push(
						`${file} ${checkId}: expected ${status} ${reason ?? ''} because ${because}; got ${finding?.status} ${finding?.reasonCode}: ${finding?.message}`,
					);
				}
			}
			for (const finding of cells.values()) {
				differences.push(`nobody expects ${finding.checkId} of ${finding.subjectId}`);
			}
			expect(differences).toEqual([]);

			const left = new Map((run.run.leftOut ?? []).map(({ hireId, reason }) => [hireId, reason]));
			for (const { subjectId, reasonContains } of notInPopulation) {
				expect(left.get(subjectId)?.toLowerCase()).toContain(reasonContains.toLowerCase());
			}
			expect(left.size).toBe(notInPopulation.length);
		} finally {
			await mock.close();
		}
	});
});
