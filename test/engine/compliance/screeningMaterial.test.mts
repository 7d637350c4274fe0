import { expect, it } from 'vitest';

import { CHECK_CELLS } from '../../../mock-lever/scenarios/cells.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { AS_OF, collect } from '../collect/collecting.mts';
import { check, leverItems } from './checking.mts';

/** Names of files are read only where somebody asks for them, so no other run of the golden scenario has these. */
it('finds screening material in Lever where Files are collected, and names no file', async () => {
	const mock = await startMock({ asOf: AS_OF, rateLimit: false });
	try {
		const collected = await collect(mock.baseUrl, mock.keys.all, {
			checkFamilies: ['hires', 'users', 'files'],
		});
		const run = await check({ 0: leverItems(collected.items) });
		const hires = run.evidence.filter(({ kind }) => kind === 'hire').length;
		const found = run.findings.filter(({ checkId }) => checkId === 'PRV-01');
		const noted = found.filter(({ status }) => status !== 'pass');
		const { cells, usual } = CHECK_CELLS['PRV-01'] ?? { cells: [] };
		expect(noted.map(({ status, reasonCode }) => `${status} ${reasonCode}`).sort()).toEqual(
			cells.map(({ status, reason }) => `${status} ${reason}`).sort(),
		);
		expect(found.length - noted.length).toBe(hires - 2);
		expect(
			new Set(found.filter((one) => !noted.includes(one)).map(({ reasonCode }) => reasonCode)),
		).toEqual(new Set([usual?.reason]));
		const text = JSON.stringify(run.evidence).toLowerCase();
		for (const { name } of loadScenario('golden', AS_OF).db.files) {
			expect(text).not.toContain(name.toLowerCase());
		}
		expect(text).not.toContain('criminal record check');
	} finally {
		await mock.close();
	}
});
