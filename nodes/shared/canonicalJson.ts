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
	members: readonly Member[];
}

/** A member's name with its colon, and what stood there before: in the next object it is often the same. */
interface Member {
	/** Among the keys as they come */
	position: number;
	asFirst: string;
	asNext: string;
	lastValue: unknown;
	/** Name and value after another member; empty until the value came twice */
	lastText: string;
}

function memberOf(key: string, position: number): Member {
	const name = `${quoted(key)}:`;
	return { position, asFirst: `{${name}`, asNext: `,${name}`, lastValue: undefined, lastText: '' };
}

/** Number of keys → shapes, and the latest keys that were none of them: they become one when they come again */
type Shapes = Array<{ known: Shape[]; unknown: readonly string[] }>;

// The text grows in place, without a list of its parts.

function written(value: unknown, memory: Memory): string {
	return typeof value === 'object' && value !== null ? ofObject(value, memory) : ofPrimitive(value);
}

function ofPrimitive(value: unknown): string {
	switch (typeof value) {
		case 'string':
			return quoted(value);
		case 'number':
			if (Number.isFinite(value)) return String(value);
			throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
		case 'boolean':
			return value ? 'true' : 'false';
		case 'object':
			return 'null';
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

function ofMembers(object: Record<string, unknown>, memory: Memory): string {
	const keys = Object.keys(object);
	const shape = shapeOf(keys, memory.shapes);
	if (shape === undefined) return ofKeys(object, inCodeUnitOrder(keys), memory);
	let text = '';
	const values = Object.values(object);
	for (const member of shape.members) {
		const value = values[member.position];
		if (value === undefined) continue;
		if (value === member.lastValue && text !== '') {
			text += member.lastText === '' ? again(member, value) : member.lastText;
			continue;
		}
		text += text === '' ? member.asFirst : member.asNext;
		if (typeof value === 'object' && value !== null) {
			text += ofObject(value, memory);
			continue;
		}
		member.lastValue = value;
		member.lastText = '';
		if (typeof value === 'string' && !NEEDS_CARE.test(value)) {
			// Without a text in quotes of its own on the way.
			text += '"';
			text += value;
			text += '"';
		} else {
			text += ofPrimitive(value);
		}
	}
	return text === '' ? '{}' : `${text}}`;
}

/** Kept in one piece, since it will be written often. */
function again(member: Member, value: unknown): string {
	return (member.lastText = inOnePiece(member.asNext + ofPrimitive(value)));
}

/** An object whose keys no other has: mostly they are ids. */
function ofKeys(object: Record<string, unknown>, keys: readonly string[], memory: Memory): string {
	let text = '';
	for (const key of keys) {
		const value = object[key];
		if (value === undefined) continue;
		text += text === '' ? '{' : ',';
		text += quoted(key);
		text += ':';
		text += written(value, memory);
	}
	return text === '' ? '{}' : `${text}}`;
}

/** Of the shapes with so many keys, the latest few are remembered: quick to find, and never more. */
const REMEMBERED = 8;

/** @returns undefined for keys that come for the first time, or did so long ago */
function shapeOf(keys: readonly string[], shapes: Shapes): Shape | undefined {
	const ofSize = (shapes[keys.length] ??= { known: [], unknown: [] });
	for (const shape of ofSize.known) if (isSame(keys, shape.keys)) return shape;
	if (!isSame(keys, ofSize.unknown)) {
		ofSize.unknown = keys;
		return undefined;
	}
	const positions = new Map(keys.map((key, position) => [key, position]));
	const members = inCodeUnitOrder(keys).map((key) => memberOf(key, positions.get(key) ?? 0));
	const shape = { keys, members };
	if (ofSize.known.length === REMEMBERED) ofSize.known.shift();
	ofSize.known.push(shape);
	return shape;
}

/** Texts by UTF-16 code units, which is the default order of `sort`; the same list where they are so already. */
export function inCodeUnitOrder(texts: readonly string[]): readonly string[] {
	if (isSorted(texts)) return texts;
	// Sorting takes a kilobyte and a half, however few there are.
	return texts.length === 2 ? [...texts].reverse() : [...texts].sort();
}

function isSorted(texts: readonly string[]): boolean {
	for (let index = 1; index < texts.length; index++) {
		if ((texts[index - 1] ?? '') > (texts[index] ?? '')) return false;
	}
	return true;
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
