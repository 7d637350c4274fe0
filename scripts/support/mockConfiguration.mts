import type { MockLever } from '../../mock-lever/index.mts';

/** Addresses of the mock's lists, as values of the node "Configure". */
export function mockLists(mock: MockLever): Record<string, string> {
	return {
		screeningListUrl: `${mock.url}/companion/screening.csv`,
		staffListUrl: `${mock.url}/companion/staff.csv`,
		approvalsUrl: `${mock.url}/companion/approvals.csv`,
	};
}

/**
 * Values of "Configure" for a run of one evidence date against the mock: its lists, exported two hours
 * before.
 */
export function mockConfiguration(
	mock: MockLever,
	run: { evidenceDate: string; outputDirectory: string },
): Record<string, string> {
	const exportedAt = new Date(Date.parse(run.evidenceDate) - 2 * 3_600_000).toISOString();
	return {
		...run,
		...mockLists(mock),
		screeningListExportedAt: exportedAt,
		staffListExportedAt: exportedAt,
	};
}
