import { expect, it } from 'vitest';

import { countTests } from '../../../scripts/support/testCounts.mts';

const report = (changes: object) =>
	JSON.stringify({
		numPassedTests: 7,
		numFailedTests: 0,
		numPendingTests: 0,
		numTodoTests: 0,
		testResults: [{ status: 'passed', assertionResults: [{ status: 'passed' }] }],
		...changes,
	});

it('counts what passed and failed', () => {
	expect(countTests(report({}))).toEqual({ passed: 7, failed: 0 });
	expect(countTests(report({ numFailedTests: 2 }))).toEqual({ passed: 7, failed: 2 });
});

it('takes a skipped or planned test for a failed one', () => {
	expect(countTests(report({ numPendingTests: 1, numTodoTests: 2 })).failed).toBe(3);
});

it('counts a file that could not be loaded, and not again when its tests failed', () => {
	const broken = { status: 'failed', assertionResults: [] };
	const red = { status: 'failed', assertionResults: [{ status: 'failed' }] };
	expect(countTests(report({ numFailedTests: 1, testResults: [broken, red] })).failed).toBe(2);
});

it('takes no report for a failure', () => {
	expect(countTests('')).toEqual({ passed: 0, failed: 1 });
});
