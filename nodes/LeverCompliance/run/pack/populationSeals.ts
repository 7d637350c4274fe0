import { canonicalLines } from '../../../shared/canonicalJson';
import type { PopulationSeal } from '../../../shared/contracts';
import { POPULATIONS, type PopulationKind } from '../../../shared/populations';
import { sha256OfLines } from '../../../shared/sha256';

/**
 * A seal for each population, empty ones included: Seal can tell "none" from "lost on the way".
 *
 * @param items each kind in the order of its population
 */
export function sealPopulations(
	items: Readonly<Record<PopulationKind, readonly object[]>>,
): PopulationSeal[] {
	return POPULATIONS.map(({ name, kind }) => ({
		name,
		kind,
		count: items[kind].length,
		sha256: sha256OfLines(canonicalLines(items[kind])),
	}));
}
