import { canonicalJson, compareCodeUnits } from '../../shared/canonicalJson';

/** Indented JSON with sorted keys and LF at the end: the same bytes for the same value. */
export function prettyJson(value: unknown): string {
	return `${JSON.stringify(JSON.parse(canonicalJson(value)), null, 2)}\n`;
}

/**
 * Indented JSON that begins with the given members, in their order: what a person should see first.
 * The rest follows with sorted keys.
 */
export function prettyJsonWithHead(head: Record<string, unknown>, rest: object): string {
	const members = Object.entries(head).filter(([, value]) => value !== undefined);
	const body: unknown = JSON.parse(canonicalJson(rest));
	return `${JSON.stringify({ ...Object.fromEntries(members), ...Object(body) }, null, 2)}\n`;
}

/** Canonical JSON of each value (RFC 8785), sorted in code units, one per line, LF after each. */
export function sortedLines(values: Iterable<unknown>): string[] {
	return [...values].map((value) => canonicalJson(value)).sort(compareCodeUnits);
}

/** Text of an ndjson file. */
export function linesText(lines: readonly string[]): string {
	return lines.map((line) => `${line}\n`).join('');
}
