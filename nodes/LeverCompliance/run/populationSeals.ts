import type { PopulationSeal, Sha256 } from '../../shared/contracts';
import { populationLines, POPULATIONS, type PopulationKind } from '../../shared/populations';
import { sha256OfLines } from '../../shared/sha256';

/** See `PopulationSeal.sha256`; the order of the items does not matter. */
export function populationSha256(kind: PopulationKind, items: readonly object[]): Sha256 {
	return sha256OfLines(populationLines(kind, items));
}

/** A seal for each population, empty ones included: Seal can tell "none" from "lost on the way". */
export function sealPopulations(
	items: Readonly<Record<PopulationKind, readonly object[]>>,
): PopulationSeal[] {
	return POPULATIONS.map(({ name, kind }) => {
		const population = items[kind];
		return { name, kind, count: population.length, sha256: populationSha256(kind, population) };
	});
}
