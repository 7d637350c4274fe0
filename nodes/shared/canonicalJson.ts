import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	return written(value, [], NOTHING_KNOWN);
}

/** Object or list → its canonical JSON, for parts that many records share. */
export type KnownTexts = Pick<ReadonlyMap<unknown, string>, 'get' | 'size'>;

const NOTHING_KNOWN: KnownTexts = new Map();

/**
 * Gives `canonicalJson` for many records of a few shapes: what a shape's keys are in order is worked out
 * once, which is most of the work. Evidence is hundreds of thousands of records.
 *
 * @param known texts of parts that are written already, found by the very same object
 */
export function canonicalWriter(known: KnownTexts = NOTHING_KNOWN): (value: unknown) => string {
	const shapes: Shapes = [];
	return (value) => flat(written(value, shapes, known));
}

/**
 * The same text in one piece: the engine keeps a text that grew as a tree of its parts, three times as much
 * memory, until somebody looks at a character.
 */
function flat(text: string): string {
	text.charCodeAt(0);
	return text;
}

/** The keys of an object as they come, and what is written for each, in order. */
interface Shape {
	keys: readonly string[];
	members: ReadonlyArray<{ key: string; head: string }>;
}

/** Number of keys → shapes */
type Shapes = Shape[][];

// The text grows in place, without a list of its parts.

function written(value: unknown, shapes: Shapes, known: KnownTexts): string {
	switch (typeof value) {
		case 'string':
			return quoted(value);
		case 'number':
			if (Number.isFinite(value)) return String(value);
			throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
		case 'boolean':
			return value ? 'true' : 'false';
		case 'object':
			if (value === null) return 'null';
			return (
				(known.size > 0 ? known.get(value) : undefined) ??
				(Array.isArray(value)
					? ofArray(value, shapes, known)
					: ofObject(value as Record<string, unknown>, shapes, known))
			);
		default:
			throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
	}
}

function ofArray(values: readonly unknown[], shapes: Shapes, known: KnownTexts): string {
	let text = '[';
	for (const value of values) {
		if (text.length > 1) text += ',';
		text += value === undefined ? 'null' : written(value, shapes, known);
	}
	return `${text}]`;
}

function ofObject(members: Record<string, unknown>, shapes: Shapes, known: KnownTexts): string {
	let text = '{';
	for (const { key, head } of shapeOf(members, shapes).members) {
		const member = members[key];
		if (member === undefined) continue;
		if (text.length > 1) text += ',';
		text += head;
		text += written(member, shapes, known);
	}
	return `${text}}`;
}

/** Of the shapes with so many keys, the latest few are remembered: quick to find, and never more. */
const REMEMBERED = 8;

function shapeOf(members: object, shapes: Shapes): Shape {
	const keys = Object.keys(members);
	const ofSize = (shapes[keys.length] ??= []);
	for (const shape of ofSize) if (isSame(keys, shape.keys)) return shape;
	// The default order of sort() is that of UTF-16 code units.
	const inOrder = isSorted(keys) ? keys : [...keys].sort();
	const shape = { keys, members: inOrder.map((key) => ({ key, head: `${quoted(key)}:` })) };
	if (ofSize.length === REMEMBERED) ofSize.shift();
	ofSize.push(shape);
	return shape;
}

function isSorted(keys: readonly string[]): boolean {
	return keys.every((key, index) => index === 0 || (keys[index - 1] ?? '') < key);
}

function isSame(keys: readonly string[], others: readonly string[]): boolean {
	for (let index = 0; index < keys.length; index++) {
		if (keys[index] !== others[index]) return false;
	}
	return true;
}

/** Whatever JSON may write as an escape, and halves of surrogate pairs, which are refused. */
const NEEDS_CARE = /[^ !#-[\]-\uD7FF\uE000-\uFFFF]/;

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
