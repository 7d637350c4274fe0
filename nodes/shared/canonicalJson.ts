import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	return inOnePiece(written(value, { shapes: [], known: NOTHING_KNOWN }));
}

/**
 * The same text in one piece: the engine keeps a text that grew as a tree of its parts, several times as much
 * memory, until somebody looks at a character.
 */
function inOnePiece(text: string): string {
	text.charCodeAt(0);
	return text;
}

/** Object or list → its canonical JSON, for parts that many records share. */
export type KnownTexts = Pick<ReadonlyMap<unknown, string>, 'get' | 'size'>;

const NOTHING_KNOWN: KnownTexts = new Map();

/**
 * Gives `canonicalJson` for many records of a few shapes: what a shape's keys are in order is worked out
 * once, which is most of the work. Evidence is hundreds of thousands of records.
 *
 * The texts are to be hashed at once, not to be kept: they are not in one piece.
 *
 * @param known texts of parts that are written already, found by the very same object
 */
export function canonicalWriter(known: KnownTexts = NOTHING_KNOWN): (value: unknown) => string {
	const memory: Memory = { shapes: [], known };
	return (value) => written(value, memory);
}

/** Canonical JSON of each record, one after the other: all of them together would be a second copy of the records. */
export function* canonicalLines(records: Iterable<object>): Generator<string> {
	const textOf = canonicalWriter();
	for (const record of records) yield textOf(record);
}

interface Memory {
	readonly shapes: Shapes;
	readonly known: KnownTexts;
}

/** The keys of an object as they come, and what is written for each, in order. */
interface Shape {
	keys: readonly string[];
	members: ReadonlyArray<{ key: string; asFirst: WrittenName; asNext: WrittenName }>;
}

/** A member's name with its colon, and before a text with the first of its quotes. */
interface WrittenName {
	before: string;
	beforeText: string;
}

function writtenName(before: string): WrittenName {
	return { before, beforeText: `${before}"` };
}

/** Number of keys → shapes */
type Shapes = Shape[][];

// The text grows in place, without a list of its parts.

function written(value: unknown, memory: Memory): string {
	switch (typeof value) {
		case 'string':
			return quoted(value);
		case 'number':
			if (Number.isFinite(value)) return String(value);
			throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
		case 'boolean':
			return value ? 'true' : 'false';
		case 'object':
			return value === null ? 'null' : ofObject(value, memory);
		default:
			throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
	}
}

function ofObject(value: object, memory: Memory): string {
	const text = memory.known.size > 0 ? memory.known.get(value) : undefined;
	if (text !== undefined) return text;
	return Array.isArray(value)
		? ofArray(value, memory)
		: ofMembers(value as Record<string, unknown>, memory);
}

function ofArray(values: readonly unknown[], memory: Memory): string {
	let text = '[';
	for (let index = 0; index < values.length; index++) {
		if (index > 0) text += ',';
		const value = values[index];
		text += value === undefined ? 'null' : written(value, memory);
	}
	return `${text}]`;
}

function ofMembers(members: Record<string, unknown>, memory: Memory): string {
	let text = '';
	for (const { key, asFirst, asNext } of shapeOf(members, memory.shapes).members) {
		const member = members[key];
		if (member === undefined) continue;
		const name = text === '' ? asFirst : asNext;
		if (typeof member === 'string' && !NEEDS_CARE.test(member)) {
			// Most members: without a text in quotes of its own on the way.
			text += name.beforeText;
			text += member;
			text += '"';
		} else {
			text += name.before;
			text += written(member, memory);
		}
	}
	return text === '' ? '{}' : `${text}}`;
}

/** Of the shapes with so many keys, the latest few are remembered: quick to find, and never more. */
const REMEMBERED = 8;

function shapeOf(members: object, shapes: Shapes): Shape {
	const keys = Object.keys(members);
	const ofSize = (shapes[keys.length] ??= []);
	for (const shape of ofSize) if (isSame(keys, shape.keys)) return shape;
	// The default order of sort() is that of UTF-16 code units.
	const inOrder = isSorted(keys) ? keys : [...keys].sort();
	const inText = inOrder.map((key) => {
		const name = `${quoted(key)}:`;
		return { key, asFirst: writtenName(`{${name}`), asNext: writtenName(`,${name}`) };
	});
	const shape = { keys, members: inText };
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
