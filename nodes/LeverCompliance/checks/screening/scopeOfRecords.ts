import type { ScreeningState } from '../../../shared/contracts';
import { foldKey } from '../../policy/foldKey';
import type { Policy, RequiredScope } from '../../policy';
import type { CheckResult } from '../types';
import { linkOf, weakness, type Completion } from './records';

/** What completed screenings hold, together. */
export interface RecordedScope {
	/** Searches that lists itemise, with the best state that any record gives */
	itemised: ReadonlyMap<string, ScreeningState>;
	/** Searches that only the policy's table of packages knows of */
	mapped: ReadonlySet<string>;
	/** Packages of records that itemise nothing, folded */
	packages: ReadonlySet<string>;
	/** Packages of all records, folded: all that counts for a tier that asks for packages only */
	named: ReadonlySet<string>;
	/** A record itemises nothing, and its package is missing or not in the table */
	gap: 'noPackage' | 'packageNotMapped' | null;
}

/** The best first: a search that one record left undone may be done in another. */
const STATES: readonly ScreeningState[] = ['done', 'unknown', 'running', 'stopped'];

export function scopeOfRecords(completions: readonly Completion[], policy: Policy): RecordedScope {
	const itemised = new Map<string, ScreeningState>();
	const mapped = new Set<string>();
	const packages = new Set<string>();
	const allNamed = new Set<string>();
	let gap: RecordedScope['gap'] = null;
	for (const { link } of completions) {
		const { components, package: named } = link.details;
		if (named !== null) allNamed.add(foldKey(named));
		if (components !== null) {
			for (const { name, state } of components) {
				const known = itemised.get(name);
				const better = known === undefined || STATES.indexOf(state) < STATES.indexOf(known);
				if (better) itemised.set(name, state);
			}
			continue;
		}
		if (named === null) {
			gap ??= 'noPackage';
			continue;
		}
		packages.add(foldKey(named));
		const searches = searchesOf(named, policy);
		if (searches === null) gap = 'packageNotMapped';
		for (const search of searches ?? []) mapped.add(search);
	}
	return { itemised, mapped, packages, named: allNamed, gap };
}

/** Searches of a package by the policy's table, folded; null when it is not in there. */
export function searchesOf(named: string, { screening }: Policy): string[] | null {
	const key = foldKey(named);
	const row = screening.packageComponents.find((one) => foldKey(one.package) === key);
	return row === undefined ? null : row.components.map(foldKey);
}

/** Every search that the policy has a name for, folded. */
export function searchesOfPolicy({ screening }: Policy): Set<string> {
	const { tiers, packageComponents, alternatives } = screening;
	const named = [
		...tiers.flatMap(({ components }) => components),
		...packageComponents.flatMap(({ components }) => components),
		...alternatives.flatMap(({ component, instead }) => [component, instead]),
	];
	return new Set(named.map(foldKey));
}

/** How a scope lies against what a tier needs. */
export type Coverage =
	/** The list itemises every search; a package that the policy calls enough; by its table of packages */
	| { kind: 'covered'; by: 'searches' | 'package' | 'mapping' }
	| { kind: 'missing'; searches: string[] }
	/** The tier names packages only, and none of the records has one of them */
	| { kind: 'otherPackage' }
	| { kind: 'unknown'; because: NonNullable<RecordedScope['gap']> | 'onlySearches' }
	/** The tier needs nothing here */
	| { kind: 'nothingNeeded' };

export function coverageOf(scope: RecordedScope, required: RequiredScope): Coverage {
	const { itemised, mapped, packages, named, gap } = scope;
	const { components } = required;
	const isEnough = (one: string) => required.packages.has(one);
	if (components.length === 0) {
		if (required.packages.size === 0) return { kind: 'nothingNeeded' };
		if ([...named].some(isEnough)) return { kind: 'covered', by: 'package' };
		if (named.size > 0) return { kind: 'otherPackage' };
		return { kind: 'unknown', because: gap ?? 'onlySearches' };
	}
	if (components.every((name) => itemised.has(name))) return { kind: 'covered', by: 'searches' };
	if ([...packages].some(isEnough)) return { kind: 'covered', by: 'package' };
	const missing = components.filter((name) => !itemised.has(name) && !mapped.has(name));
	if (missing.length === 0) return { kind: 'covered', by: 'mapping' };
	return gap === null ? { kind: 'missing', searches: missing } : { kind: 'unknown', because: gap };
}

/**
 * The link that a pass stands on which several screenings give together: the deciding one's, or a weak one
 * without which the strong ones do not give it (rules.md §4).
 *
 * @param isEnough whether these screenings alone give the pass
 */
export function linkOfScope(
	deciding: Completion,
	counting: readonly Completion[],
	isEnough: (completions: readonly Completion[]) => boolean,
): Pick<CheckResult, 'match' | 'weakLink'> {
	const own = linkOf(deciding.link);
	const strong = counting.filter(({ link }) => weakness(link) === undefined);
	if (own.weakLink || strong.length === counting.length || isEnough(strong)) return own;
	const weak = counting.filter((one) => !strong.includes(one));
	const needed = weak.find((one) => isEnough([...strong, one])) ?? weak[0];
	return needed === undefined ? own : linkOf(needed.link);
}
