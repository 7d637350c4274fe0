import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	return quickly(value, 0);
}

/** Deeper than this nothing is looked at twice, however deep a value is. */
const QUICK_DEPTH = 2;

function quickly(value: unknown, depth: number): string {
	const quick = depth <= QUICK_DEPTH && isCanonical(value);
	return quick ? JSON.stringify(value) : built(value, depth);
}

/**
 * Whether `JSON.stringify` gives the canonical form as it is: keys in order everywhere, nothing that JSON
 * cannot hold. Evidence is hundreds of thousands of records, and the engine's own serialiser is several
 * times as fast as ours; members that are `undefined` it leaves out as well.
 */
function isCanonical(value: unknown): boolean {
	switch (typeof value) {
		case 'string':
			return value.isWellFormed();
		case 'number':
			return Number.isFinite(value);
		case 'boolean':
			return true;
		case 'object':
			break;
		default:
			return false;
	}
	if (value === null) return true;
	if (Array.isArray(value)) {
		for (const entry of value) if (!isCanonical(entry)) return false;
		return true;
	}
	if (Object.getPrototypeOf(value) !== Object.prototype) return false;
	let before: string | null = null;
	const members = value as Record<string, unknown>;
	for (const key in members) {
		if (before !== null && key < before) return false;
		before = key;
		const member = members[key];
		if (member !== undefined && !isCanonical(member)) return false;
		if (!key.isWellFormed()) return false;
	}
	return true;
}

function built(value: unknown, depth: number): string {
	if (value === null || typeof value === 'boolean') return String(value);
	if (typeof value === 'string') return quoted(value);
	if (typeof value === 'number') {
		if (Number.isFinite(value)) return JSON.stringify(value);
		throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
	}
	if (Array.isArray(value)) return ofArray(value, depth + 1);
	if (typeof value === 'object') return ofObject(value as Record<string, unknown>, depth + 1);
	throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
}

// Evidence is hundreds of thousands of these lines: the text grows in place, without a list of its parts.

function ofArray(values: readonly unknown[], depth: number): string {
	let text = '[';
	for (const value of values) {
		if (text.length > 1) text += ',';
		text += value === undefined ? 'null' : quickly(value, depth);
	}
	return `${text}]`;
}

function ofObject(members: Record<string, unknown>, depth: number): string {
	let text = '{';
	// The default order of sort() is that of UTF-16 code units.
	for (const key of Object.keys(members).sort()) {
		const member = members[key];
		if (member === undefined) continue;
		if (text.length > 1) text += ',';
		text += `${quoted(key)}:${quickly(member, depth)}`;
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
