import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	const ordered = orderedCopy(value);
	return ordered === UNORDERABLE ? textOf(value) : JSON.stringify(ordered);
}

/** ECMAScript puts such keys first and sorts them as numbers, whatever order they were added in. */
const ARRAY_INDEX = /^(?:0|[1-9]\d{0,9})$/;

const UNORDERABLE = Symbol('an object whose keys cannot be put in code unit order');

/**
 * The value with all keys in canonical order, for one call of JSON.stringify: about three times as fast as
 * putting the text together from parts.
 */
function orderedCopy(value: unknown): unknown {
	if (Array.isArray(value)) {
		const copy: unknown[] = [];
		for (const entry of value) {
			const ordered = entry === undefined ? null : orderedCopy(entry);
			if (ordered === UNORDERABLE) return UNORDERABLE;
			copy.push(ordered);
		}
		return copy;
	}
	if (typeof value === 'object' && value !== null) return orderedObject(value);
	return checkedScalar(value);
}

function orderedObject(value: object): unknown {
	const members = value as Record<string, unknown>;
	const copy: Record<string, unknown> = {};
	for (const key of Object.keys(members).sort()) {
		if (ARRAY_INDEX.test(key) || key === '__proto__') return UNORDERABLE;
		const member = members[key];
		if (member === undefined) continue;
		const ordered = orderedCopy(member);
		if (ordered === UNORDERABLE) return UNORDERABLE;
		copy[checkedText(key)] = ordered;
	}
	return copy;
}

function textOf(value: unknown): string {
	if (Array.isArray(value)) {
		return `[${value.map((entry) => textOf(entry === undefined ? null : entry)).join(',')}]`;
	}
	if (typeof value === 'object' && value !== null) {
		const members = Object.entries(value)
			.filter(([, member]) => member !== undefined)
			.sort(([a], [b]) => compareCodeUnits(a, b))
			.map(([key, member]) => `${textOf(key)}:${textOf(member)}`);
		return `{${members.join(',')}}`;
	}
	return JSON.stringify(checkedScalar(value));
}

function checkedScalar(value: unknown): string | number | boolean | null {
	if (value === null || typeof value === 'boolean') return value;
	if (typeof value === 'string') return checkedText(value);
	if (typeof value !== 'number') {
		throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
	}
	if (Number.isFinite(value)) return value;
	throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
}

function checkedText(text: string): string {
	if (text.isWellFormed()) return text;
	throw new UnexpectedError('Canonical JSON cannot hold a text with half a surrogate pair');
}

/** Order by UTF-16 code units: the same on every machine, unlike `localeCompare`. */
export function compareCodeUnits(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}
