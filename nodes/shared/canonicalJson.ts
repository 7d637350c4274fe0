import { UnexpectedError } from 'n8n-workflow';

/**
 * Canonical JSON after RFC 8785 (JCS): keys in UTF-16 code unit order, no white space, numbers and
 * strings as ECMAScript serialises them. Members whose value is `undefined` are left out.
 *
 * @throws UnexpectedError for what JSON cannot hold: NaN, infinities, functions, bigint, lone surrogates
 */
export function canonicalJson(value: unknown): string {
	const parts: string[] = [];
	write(value, { parts, shapes: [], known: NOTHING_KNOWN });
	return parts.join('');
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
	const writing: Writing = { parts: [], shapes: [], known };
	return (value) => {
		writing.parts.length = 0;
		write(value, writing);
		return writing.parts.join('');
	};
}

/** One list of parts for all records: a text that grows piece by piece leaves thrice its size in garbage. */
interface Writing {
	parts: string[];
	shapes: Shapes;
	known: KnownTexts;
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
			writing.parts.push(quoted(value));
			return;
		case 'number':
			if (!Number.isFinite(value)) {
				throw new UnexpectedError(`Canonical JSON cannot hold the number ${value}`);
			}
			writing.parts.push(String(value));
			return;
		case 'boolean':
			writing.parts.push(value ? 'true' : 'false');
			return;
		case 'object':
			if (value === null) writing.parts.push('null');
			else writeObject(value, writing);
			return;
		default:
			throw new UnexpectedError(`Canonical JSON cannot hold a ${typeof value}`);
	}
}

function writeObject(value: object, writing: Writing): void {
	const { known, parts } = writing;
	const text = known.size > 0 ? known.get(value) : undefined;
	if (text !== undefined) parts.push(text);
	else if (Array.isArray(value)) writeArray(value, writing);
	else writeMembers(value as Record<string, unknown>, writing);
}

function writeArray(values: readonly unknown[], writing: Writing): void {
	const { parts } = writing;
	parts.push('[');
	for (let index = 0; index < values.length; index++) {
		if (index > 0) parts.push(',');
		const value = values[index];
		if (value === undefined) parts.push('null');
		else write(value, writing);
	}
	parts.push(']');
}

function writeMembers(members: Record<string, unknown>, writing: Writing): void {
	const { parts } = writing;
	let before = '{';
	for (const { key, head } of shapeOf(members, writing.shapes).members) {
		const member = members[key];
		if (member === undefined) continue;
		parts.push(before, head);
		before = ',';
		write(member, writing);
	}
	parts.push(before === '{' ? '{}' : '}');
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
