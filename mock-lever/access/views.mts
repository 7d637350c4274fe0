import type { Caller } from './caller.mts';

/** What of an opportunity decides who sees it */
interface Owned {
	owner: string | null;
	followers: readonly string[];
}

/**
 * Whether the caller sees this opportunity at all. A grant by somebody who is no Super Admin sees the ones
 * this person owns or follows, and the others are not there for it (a claim of one vendor, lever-api.md §7).
 */
export function sees({ onlyOf }: Caller, { owner, followers }: Owned): boolean {
	return onlyOf === null || owner === onlyOf || followers.includes(onlyOf);
}
