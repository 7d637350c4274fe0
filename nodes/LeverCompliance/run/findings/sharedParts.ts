import { canonicalJson, canonicalWriter } from '../../../shared/canonicalJson';
import type { EvidenceReference } from '../../../shared/contracts';

/** A list of references that is longer is hardly another check's too, and takes long to compare. */
const LONGEST_SHARED = 16;

/** What findings have in common, kept and written once: most of a run's memory and time otherwise. */
export interface SharedParts {
	/** Is part of many findings from now on */
	everywhere(part: object): void;
	/** The same references as one list for all findings of a subject */
	evidence(references: EvidenceReference[]): EvidenceReference[];
	nextSubject(): void;
	/** Canonical JSON of a finding */
	textOf(finding: object): string;
}

/** For one run. */
export function sharedParts(): SharedParts {
	const known = new Map<unknown, string>();
	const textOf = canonicalWriter(known);
	const lists: EvidenceReference[][] = [];
	return {
		everywhere(part) {
			known.set(part, canonicalJson(part));
		},
		evidence(references) {
			if (references.length > LONGEST_SHARED) return references;
			for (const list of lists) if (isSameList(list, references)) return list;
			const own = references.map((reference) => sameReference(reference, lists));
			known.set(own, textOf(own));
			lists.push(own);
			return own;
		},
		nextSubject() {
			for (const list of lists) known.delete(list);
			lists.length = 0;
		},
		textOf,
	};
}

function isSameList(list: readonly EvidenceReference[], other: readonly EvidenceReference[]) {
	if (list.length !== other.length) return false;
	for (let index = 0; index < list.length; index++) {
		if (!isSame(list[index], other[index])) return false;
	}
	return true;
}

function sameReference(
	reference: EvidenceReference,
	lists: readonly EvidenceReference[][],
): EvidenceReference {
	for (const list of lists) {
		for (const known of list) if (isSame(known, reference)) return known;
	}
	return reference;
}

function isSame(a: EvidenceReference | undefined, b: EvidenceReference | undefined): boolean {
	return (
		a === b ||
		(a !== undefined &&
			b !== undefined &&
			a.recordId === b.recordId &&
			a.collectionId === b.collectionId &&
			a.rawSha256 === b.rawSha256 &&
			a.leverUrl === b.leverUrl)
	);
}
