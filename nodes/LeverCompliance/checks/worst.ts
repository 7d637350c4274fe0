import type { CheckResult } from './types';

/** The order of rules.md §1: what was read as a fault comes before what is not known. */
const WORST_FIRST: ReadonlyArray<CheckResult['status']> = [
	'fail',
	'indeterminate',
	'warn',
	'pass',
	'not_applicable',
];

/** The part that decides, the first of several alike; undefined for none. */
export function worstOf<Part extends Pick<CheckResult, 'status'>>(
	parts: readonly Part[],
): Part | undefined {
	for (const status of WORST_FIRST) {
		const found = parts.find((part) => part.status === status);
		if (found) return found;
	}
	return undefined;
}
