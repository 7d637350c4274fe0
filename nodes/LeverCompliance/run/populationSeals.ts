import { canonicalWriter } from '../../shared/canonicalJson';
import type { PopulationSeal, Sha256 } from '../../shared/contracts';
import { sha256OfLines } from '../../shared/sha256';

/** Name of each population (contracts/run.ts) and the `kind` of its items, in the order of the pack. */
export const POPULATIONS = [
	{ name: 'hires', kind: 'hire' },
	{ name: 'users', kind: 'user' },
	{ name: 'opportunities', kind: 'opportunity' },
	{ name: 'definitions', kind: 'definition' },
	{ name: 'postings', kind: 'posting' },
	{ name: 'requisitions', kind: 'requisition' },
	{ name: 'audit-events', kind: 'auditEvent' },
	{ name: 'files', kind: 'fileRecord' },
	{ name: 'connection', kind: 'connection' },
	{ name: 'joiners', kind: 'joiner' },
	{ name: 'screening', kind: 'screeningRecord' },
	{ name: 'staff', kind: 'staffRecord' },
	{ name: 'collections', kind: 'collection' },
	{ name: 'identities', kind: 'identity' },
	{ name: 'matches', kind: 'match' },
] as const;

export type PopulationKind = (typeof POPULATIONS)[number]['kind'];

/** SHA-256 of the canonical JSON of each item, in code-unit order of those lines, LF after each. */
export function populationSha256(items: Iterable<object>): Sha256 {
	const textOf = canonicalWriter();
	const lines: string[] = [];
	for (const item of items) lines.push(textOf(item));
	// The default order is that of UTF-16 code units, and far quicker than a comparison of our own.
	return sha256OfLines(lines.sort());
}

/** A seal for each population, empty ones included: Seal can tell "none" from "lost on the way". */
export function sealPopulations(
	items: ReadonlyMap<PopulationKind, readonly object[]>,
): PopulationSeal[] {
	return POPULATIONS.map(({ name, kind }) => {
		const population = items.get(kind) ?? [];
		return { name, kind, count: population.length, sha256: populationSha256(population) };
	});
}
