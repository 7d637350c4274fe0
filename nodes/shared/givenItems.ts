import { canonicalJson } from './canonicalJson';
import type { GivenItems, LeverCollection, PopulationItem } from './contracts';
import { populationLines, POPULATIONS } from './populations';
import { sha256OfLines } from './sha256';

/**
 * The collection records of one run, each with all reads of the run and what it gave itself. Lever
 * Compliance holds this against what arrives: items travel through other people's nodes (design,
 * promise 4).
 */
export function withGivenItems(
	collections: readonly LeverCollection[],
	population: readonly PopulationItem[],
): LeverCollection[] {
	const reads = collections.map(({ collectionId, resource, purpose }) => ({
		collectionId,
		resource,
		purpose,
	}));
	const itemsOf = itemsByRead(collections, population);
	return collections.map((collection) => {
		const record = { ...collection, reads };
		return { ...record, given: givenItems(record, itemsOf(collection)) };
	});
}

/** The items of each read: hires belong to the read of the hires, all others name theirs. */
export function itemsByRead(
	collections: readonly LeverCollection[],
	population: readonly PopulationItem[],
): (collection: LeverCollection) => PopulationItem[] {
	const readOfHires = collections.find(({ purpose }) => purpose === 'hires')?.collectionId;
	const byRead = new Map<string | undefined, PopulationItem[]>();
	for (const item of population) {
		const collectionId = item.kind === 'hire' ? readOfHires : item.collectionId;
		const known = byRead.get(collectionId);
		if (known) known.push(item);
		else byRead.set(collectionId, [item]);
	}
	return ({ collectionId }) => byRead.get(collectionId) ?? [];
}

/** @param record its own `given` is left out of the digest */
export function givenItems(record: LeverCollection, items: readonly PopulationItem[]): GivenItems {
	return { items: items.length, sha256: sha256OfLines(givenLines(record, items)) };
}

function* givenLines(record: LeverCollection, items: readonly PopulationItem[]): Generator<string> {
	yield canonicalJson({ ...record, given: undefined });
	const kinds = new Set<string>(items.map(({ kind }) => kind));
	for (const { kind } of POPULATIONS) {
		if (!kinds.has(kind)) continue;
		const ofKind = kinds.size === 1 ? items : items.filter((item) => item.kind === kind);
		yield* populationLines(kind, ofKind);
	}
}
