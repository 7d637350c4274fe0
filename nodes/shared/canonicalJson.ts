import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	return written(value, { parts: [], count: 0, shapes: [], known: NOTHING_KNOWN });
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
	const writing: Writing = { parts: [], count: 0, shapes: [], known };
	return (value) => written(value, writing);
}

/**
 * One list of parts for all records, filled anew for each: a text that grows piece by piece leaves thrice its
 * size in garbage, and a list that is emptied grows again from nothing.
 */
interface Writing {
	readonly parts: string[];
	/** Number of parts that belong to this record */
	count: number;
	readonly shapes: Shapes;
	readonly known: KnownTexts;
}

function written(value: unknown, writing: Writing): string {
	writing.count = 0;
	write(value, writing);
	writing.parts.length = writing.count;
	return writing.parts.join('');
}

function put(writing: Writing, part: string): void {
	writing.parts[writing.count] = part;
	writing.count += 1;
}

/** The keys of an object as they come, and what is written for each, in order. */
interface Shape {
	keys: readonly string[];
	members: ReadonlyArray<{ key: string; head: string }>;
}

/** Number of keys → shapes */
type Shapes = Shape[][];

function write(value: unknown, writing: Writing): void {
	switch (typeof value) {
		case 'string':
			put(writing, quoted(value));
			return;
		case 'number':
			if (!Number.isFinite(value)) {
				throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
			}
			put(writing, String(value));
			return;
		case 'boolean':
			put(writing, value ? 'true' : 'false');
			return;
		case 'object':
			if (value === null) put(writing, 'null');
			else writeObject(value, writing);
			return;
		default:
			throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
	}
}

function writeObject(value: object, writing: Writing): void {
	const { known } = writing;
	const text = known.size > 0 ? known.get(value) : undefined;
	if (text !== undefined) put(writing, text);
	else if (Array.isArray(value)) writeArray(value, writing);
	else writeMembers(value as Record<string, unknown>, writing);
}

function writeArray(values: readonly unknown[], writing: Writing): void {
	put(writing, '[');
	for (let index = 0; index < values.length; index++) {
		if (index > 0) put(writing, ',');
		const value = values[index];
		if (value === undefined) put(writing, 'null');
		else write(value, writing);
	}
	put(writing, ']');
}

function writeMembers(members: Record<string, unknown>, writing: Writing): void {
	let before = '{';
	for (const { key, head } of shapeOf(members, writing.shapes).members) {
		const member = members[key];
		if (member === undefined) continue;
		put(writing, before);
		put(writing, head);
		before = ',';
		write(member, writing);
	}
	put(writing, before === '{' ? '{}' : '}');
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
