import { canonicalJson } from '../../shared/canonicalJson';

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

/** Text of an ndjson file. */
export function linesText(lines: Iterable<string>): string {
	let text = '';
	for (const line of lines) text += `${line}\n`;
	return text;
}
