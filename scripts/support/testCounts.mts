/** The part of vitest's JSON report that is counted. */
interface Report {
	numPassedTests: number;
	numFailedTests: number;
	numPendingTests: number;
	numTodoTests: number;
	testResults: Array<{ status: string; assertionResults: Array<{ status: string }> }>;
}

/**
 * Counts tests from vitest's JSON report. A test that was skipped has failed: nothing here may be
 * skipped. A file that could not be loaded counts as one.
 *
 * @param report text of the report; empty when vitest wrote none
 */
export function countTests(report: string): { passed: number; failed: number } {
	if (report === '') return { passed: 0, failed: 1 };
	const counts: Report = JSON.parse(report);
	const brokenFiles = counts.testResults.filter(
		(file) =>
			file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
	);
	return {
		passed: counts.numPassedTests,
		failed:
			counts.numFailedTests + counts.numPendingTests + counts.numTodoTests + brokenFiles.length,
	};
}
