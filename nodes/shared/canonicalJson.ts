import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return quoted(value);
	if (typeof value === 'number') {
		if (Number.isFinite(value)) return JSON.stringify(value);
		throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
	}
	if (Array.isArray(value)) return ofArray(value);
	if (typeof value === 'object') return ofObject(value as Record<string, unknown>);
	throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
}

// Evidence is hundreds of thousands of these lines: the text grows in place, without a list of its parts.

function ofArray(values: readonly unknown[]): string {
	let text = '[';
	for (const value of values) {
		if (text.length > 1) text += ',';
		text += value === undefined ? 'null' : canonicalJson(value);
	}
	return `${text}]`;
}

function ofObject(members: Record<string, unknown>): string {
	let text = '{';
	// The default order of sort() is that of UTF-16 code units.
	for (const key of Object.keys(members).sort()) {
		const member = members[key];
		if (member === undefined) continue;
		if (text.length > 1) text += ',';
		text += `${quoted(key)}:${canonicalJson(member)}`;
	}
	return `${text}}`;
}

/** Whatever JSON may write as an escape, and halves of surrogate pairs, which are refused. */
const NEEDS_CARE = /["\\\p{Cc}\p{Cs}]/u;

function quoted(text: string): string {
	if (!NEEDS_CARE.test(text)) return `"${text}"`;
	if (text.isWellFormed()) return JSON.stringify(text);
	throw new UnexpectedError('Canonical JSON cannot hold a text with half a surrogate pair');
}

/** Order by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareCodeUnits(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
