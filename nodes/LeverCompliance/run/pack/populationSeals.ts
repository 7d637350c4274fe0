import { holdsAtSign } from '../../../shared/addresses';
import { canonicalLines, canonicalWriter } from '../../../shared/canonicalJson';
import type { EvidenceItem, PopulationSeal, Sha256 } from '../../../shared/contracts';
import { populationInOrder, POPULATIONS, type PopulationKind } from '../../../shared/populations';
import { linesDigest, sha256OfLines } from '../../../shared/sha256';
import type { PackItems } from './evidenceItems';
import { hideAddresses } from './hideAddresses';

/** The one kind that is there for addresses; it goes into a pack of its own (rules.md §10). */
const WITH_ADDRESSES: PopulationKind = 'identity';

/** What goes into packs, ready. */
export interface SealedPopulations {
	/** Each kind in the order of its population; addresses within texts that somebody wrote are hidden */
	items: PackItems;
	/** For each population, empty ones included: Seal can tell "none" from "lost on the way" */
	seals: PopulationSeal[];
}

/**
 * Puts items in their order, hides addresses in them and seals them.
 *
 * @param given in any order
 */
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

/** Items that are searched for addresses at a time, by their canonical JSON: hardly any holds one. */
const AT_A_TIME = 8;

function sealPopulation(kind: PopulationKind, given: readonly EvidenceItem[]): SealedPopulation {
	const ordered = populationInOrder(kind, given);
	const textOf = canonicalWriter();
	const digest = linesDigest();
	const items: EvidenceItem[] = [];
	let hasHidden = false;
	for (let begin = 0; begin < ordered.length; begin += AT_A_TIME) {
		let some = ordered.slice(begin, begin + AT_A_TIME);
		let lines = joined(some, textOf);
		if (kind !== WITH_ADDRESSES && holdsAtSign(lines)) {
			some = some.map(hideAddresses);
			lines = joined(some, textOf);
			hasHidden = true;
		}
		digest.add(lines);
		for (const item of some) items.push(item);
	}
	if (!hasHidden) return { items, sha256: digest.sha256() };
	// What was hidden may be what the order goes by.
	const reordered = populationInOrder(kind, items);
	return reordered === items
		? { items, sha256: digest.sha256() }
		: { items: reordered, sha256: sha256OfLines(canonicalLines(reordered)) };
}

/** With LF between them */
function joined(items: readonly EvidenceItem[], textOf: (item: EvidenceItem) => string): string {
	let lines = '';
	for (const item of items) lines += lines === '' ? textOf(item) : `\n${textOf(item)}`;
	return lines;
}
