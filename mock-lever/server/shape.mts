import type { LeverCall } from './call.mts';
import { LeverFault } from './faults.mts';

/** A record on its way out: what Lever shows, and no more. */
export type Shown = Record<string, unknown>;

/** Turns an id, or a list of ids, into the objects themselves. */
export type Expansion = (value: unknown, call: LeverCall) => unknown;

/** Fields of a record that can be expanded */
export type Expansions = Record<string, Expansion>;

export const showAsIs = (record: object): Shown => ({ ...record });

/**
 * Applies `expand` and `include` (lever-api.md §4.1). Expanded fields are shown also when `include` does not
 * name them.
 *
 * @returns what to do with each record
 * @throws LeverFault 400 for a name that cannot be expanded here
 */
export function shaper(call: LeverCall, expansions: Expansions): (record: Shown) => Shown {
	const expanded = call.query.all('expand');
	for (const name of expanded) {
		if (!Object.hasOwn(expansions, name)) throw new LeverFault(400, `${name} is not expandable`);
	}
	const included = call.query.all('include');
	return (record) => {
		const full: Shown = { ...record };
		for (const name of expanded) {
			if (name in full) full[name] = expansions[name]?.(full[name], call);
		}
		if (included.length === 0) return full;
		return Object.fromEntries(
			Object.entries(full).filter(([name]) => included.includes(name) || expanded.includes(name)),
		);
	};
}
