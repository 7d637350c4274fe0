import { judgedSentinels, type JudgedSentinel } from '../connection/sentinels';
import type { CheckContext, Foundation } from '../types';

/**
 * Whether the run shows that the credential sees what is known to be there (rules.md §8, compliance
 * reference B.2 IPE-02).
 * - `seen`: a confidential opportunity, a Super Admin and every other sentinel were among what was read
 * - `missing`: a sentinel was not, although what it belongs to was read to its end: no pass can stand
 * - `undecided`: a sentinel was not, and what it belongs to was not read to its end either
 * - `notTested`: the policy names no sentinels, or not enough of them, or they show nothing
 */
export type VisibilityState = 'seen' | 'missing' | 'undecided' | 'notTested';

/** What opportunities and users that must be seen are among. */
export const VISIBILITY_RESTS_ON: readonly Foundation[] = ['hires', 'records', 'users'];

/** @param shortfalls what was not read completely */
export function visibilityOf(
	context: CheckContext,
	shortfalls: ReadonlyMap<Foundation, string>,
): VisibilityState {
	const sentinels = judgedSentinels(context);
	if (sentinels.some(({ state }) => state === 'missing')) {
		return VISIBILITY_RESTS_ON.some((one) => shortfalls.has(one)) ? 'undecided' : 'missing';
	}
	return showsEnough(sentinels) ? 'seen' : 'notTested';
}

/** Both kinds that a credential can be kept from, and none that shows nothing. */
export function showsEnough(sentinels: readonly JudgedSentinel[]): boolean {
	const kinds = new Set(sentinels.map(({ sentinel }) => sentinel.kind));
	return (
		sentinels.every(({ state }) => state === 'seen') &&
		kinds.has('confidentialOpportunity') &&
		kinds.has('superAdmin')
	);
}
