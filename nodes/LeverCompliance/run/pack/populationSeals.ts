import { holdsAtSign } from '../../../shared/addresses';
import { canonicalLines, canonicalWriter } from '../../../shared/canonicalJson';
import type { EvidenceItem, PopulationSeal, Sha256 } from '../../../shared/contracts';
import { populationInOrder, POPULATIONS, type PopulationKind } from '../../../shared/populations';
import { linesDigest, sha256OfLines } from '../../../shared/sha256';
import { hideAddresses } from './hideAddresses';

/** Everything of a run that goes into packs besides its head and findings: kind → items. */
export type PackItems = Record<PopulationKind, readonly EvidenceItem[]>;

/** Kinds with texts that somebody wrote freely in Lever or in settings: an address may stand in them (rules.md §10). */
const WITH_FREE_TEXT: ReadonlySet<PopulationKind> = new Set([
	'collection',
	'hire',
	'user',
	'definition',
	'posting',
	'requisition',
	'auditEvent',
	'connection',
	'joiner',
]);

/** What goes into packs, ready. */
export interface SealedPopulations {
	/** Each kind in the order of its population, addresses within free texts hidden */
	items: PackItems;
	/** For each population, empty ones included: Seal can tell "none" from "lost on the way" */
	seals: PopulationSeal[];
}

/** @param given in any order */
export function sealPopulations(given: PackItems): SealedPopulations {
	const items = { ...given };
	const seals = POPULATIONS.map(({ name, kind }): PopulationSeal => {
		const sealed = sealPopulation(kind, given[kind]);
		items[kind] = sealed.items;
		return { name, kind, count: sealed.items.length, sha256: sealed.sha256 };
	});
	return { items, seals };
}

interface SealedPopulation {
	items: readonly EvidenceItem[];
	sha256: Sha256;
}

/** Hides and seals at once, since the canonical JSON of an item says at a glance that nothing is to be hidden. */
function sealPopulation(kind: PopulationKind, given: readonly EvidenceItem[]): SealedPopulation {
	const ordered = populationInOrder(kind, given);
	const mayHide = WITH_FREE_TEXT.has(kind);
	const textOf = canonicalWriter();
	const digest = linesDigest();
	let hasHidden = false;
	const items = ordered.map((item) => {
		const line = textOf(item);
		if (!mayHide || !holdsAtSign(line)) {
			digest.add(line);
			return item;
		}
		const hidden = hideAddresses(item);
		digest.add(textOf(hidden));
		hasHidden = true;
		return hidden;
	});
	if (!hasHidden) return { items, sha256: digest.sha256() };
	// What was hidden may be what the order goes by.
	const reordered = populationInOrder(kind, items);
	return reordered === items
		? { items, sha256: digest.sha256() }
		: { items: reordered, sha256: sha256OfLines(canonicalLines(reordered)) };
}
