import type { MockLever } from '../../mock-lever/index.mts';

/**
 * Values of the node "Configure" for a run against the mock: its lists, exported two hours before the
 * evidence date.
 */
export function mockConfiguration(
	mock: MockLever,
	run: { evidenceDate: string; outputDirectory: string },
): Record<string, string> {
	const exportedAt = new Date(Date.parse(run.evidenceDate) - 2 * 3_600_000).toISOString();
	return {
		...run,
		screeningListUrl: `${mock.url}/companion/screening.csv`,
		screeningListExportedAt: exportedAt,
		staffListUrl: `${mock.url}/companion/staff.csv`,
		staffListExportedAt: exportedAt,
		approvalsUrl: `${mock.url}/companion/approvals.csv`,
	};
}
