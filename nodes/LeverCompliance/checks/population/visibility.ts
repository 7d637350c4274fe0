import type { CollectionPurpose, LeverCollection } from '../../../shared/contracts';
import { judgedSentinels, type JudgedSentinel } from '../connection/sentinels';
import { readsFor } from '../reads';
import type { CheckContext, Foundation } from '../types';
import { hasUnexplainedDuplicates } from './duplicates';

/**
 * Whether the run shows that the credential sees what is known to be there (rules.md §8, compliance
 * reference B.2 IPE-02).
 * - `seen`: a confidential opportunity, a Super Admin and every other sentinel were among what was read
 * - `missing`: a sentinel was not, although what it belongs to was read to its end: no pass can stand
 * - `undecided`: a sentinel was not, and what it belongs to was not read to its end either
 * - `notTested`: the policy names no sentinels, or not enough of them, or they show nothing
 */
export type VisibilityState = 'seen' | 'missing' | 'undecided' | 'notTested';

/** What a record that must be seen is among. */
function isAmong({ sentinel }: JudgedSentinel): readonly CollectionPurpose[] {
	return sentinel.kind === 'superAdmin' ? ['users'] : ['hires', 'records'];
}

/** What opportunities and users that must be seen are among. */
export const VISIBILITY_RESTS_ON: readonly Foundation[] = ['hires', 'records', 'users'];

/**
 * What a fault rests on: one sentinel that is missing from what was read to its end is enough, whatever
 * else was not.
 */
export function missingRestsOn(
	missing: readonly JudgedSentinel[],
	{ account }: CheckContext,
): readonly Foundation[] {
	const isWhole = (read: LeverCollection) => read.complete && !hasUnexplainedDuplicates(read);
	const certain = missing.find((one) => readsFor(account, ...isAmong(one)).every(isWhole));
	return certain ? isAmong(certain) : VISIBILITY_RESTS_ON;
}

/** @param shortfalls what was not read completely */
export function visibilityOf(
	context: CheckContext,
	shortfalls: ReadonlyMap<Foundation, string>,
): VisibilityState {
	const sentinels = judgedSentinels(context);
	const missing = sentinels.filter(({ state }) => state === 'missing');
	if (missing.length > 0) {
		const isCertain = missing.some((one) => isAmong(one).every((read) => !shortfalls.has(read)));
		return isCertain ? 'missing' : 'undecided';
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
