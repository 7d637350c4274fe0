import { sha256 } from './sha256';

/** Plain, full-width, small, or as URLs escape it. */
const AT_SIGNS = ['@', '\uFF20', '\uFE6B', '%40'];

/** An at sign between two signs that can belong to an address: "name@example", not "Engineer @ Berlin". */
const ADDRESS = new RegExp(`[^\\s@](?:${AT_SIGNS.join('|')})[^\\s@]`);
const DIGITS = 16;

/** No system has longer ids; a cell of a megabyte would stand in every finding of its record. */
const LONGEST_ID = 256;

/** Whether an e-mail address, or what looks like one, stands in a text. */
export function holdsAddress(text: string): boolean {
	return ADDRESS.test(text);
}

/** Whether an address may stand in a text: none does without an at sign. */
export function holdsAtSign(text: string): boolean {
	// A search for each is many times faster than one expression for all.
	return AT_SIGNS.some((sign) => text.includes(sign));
}

/**
 * A text with "…" for each word that holds an at sign. Takes time in proportion to its length, whatever
 * stands in it.
 */
export function withoutAddresses(text: string): string {
	if (!holdsAtSign(text)) return text;
	return text
		.split(/(\s+)/)
		.map((word) => (word.length > 1 && holdsAtSign(word) ? '…' : word))
		.join('');
}

/**
 * An id as the evidence pack may hold it (rules.md §10): some systems use e-mail addresses as ids. Those,
 * and texts too long for an id, become `sha256:` and the first 16 digits of their digest; every other id
 * stays.
 */
export function packId(id: string): string {
	return id.length > LONGEST_ID || holdsAtSign(id) ? `sha256:${sha256(id).slice(0, DIGITS)}` : id;
}

/** Digest → id as it was given, for those ids that `packId` changes; undefined when there is none. */
export function hashedIds(ids: ReadonlyArray<string | null>): Record<string, string> | undefined {
	const changed = ids.flatMap((id) =>
		id === null || packId(id) === id ? [] : [[packId(id), id] as const],
	);
	return changed.length === 0 ? undefined : Object.fromEntries(changed);
}
