import type { ListedDate } from '../../../shared/contracts';
import { parseListedDate } from '../../../shared/dates';
import { foldStatus, SAYS_NOTHING } from './foldStatus';

/** Column name → cell. Objects inside a row are flattened: `candidate.email`. */
export type Cells = Readonly<Record<string, unknown>>;

const FLATTENED_LEVELS = 3;

/**
 * A row whose nested objects are columns of their own, named with dots; lists stay as they are. Half a
 * surrogate pair, in a cell or a name, is replaced here, so that nothing behind can stumble over it.
 */
export function flattenRow(row: object, levels = FLATTENED_LEVELS): Cells {
	if (isFlat(row)) return row as Cells;
	const cells: Array<[string, unknown]> = [];
	for (const [name, cell] of Object.entries(row)) {
		const column = name.toWellFormed();
		if (levels > 1 && isPlainObject(cell)) {
			for (const [inner, innerCell] of Object.entries(flattenRow(cell, levels - 1))) {
				cells.push([`${column}.${inner}`, innerCell]);
			}
		} else {
			cells.push([column, typeof cell === 'string' ? cell.toWellFormed() : cell]);
		}
	}
	return Object.fromEntries(cells);
}

/** A row that is cells already stays the very same object: most are, and copies of all are half the work. */
function isFlat(row: object): boolean {
	const members = row as Record<string, unknown>;
	return Object.keys(members).every((name) => {
		const cell = members[name];
		return (
			name.isWellFormed() && (typeof cell === 'string' ? cell.isWellFormed() : !isPlainObject(cell))
		);
	});
}

/** The row as JSON can hold it: dates as ISO text, broken characters replaced; for hashing. */
export function plainJson(value: unknown): unknown {
	return isPlainJson(value) ? value : madePlain(value);
}

/** What is JSON already stays the very same object. */
function isPlainJson(value: unknown): boolean {
	switch (typeof value) {
		case 'string':
			return value.isWellFormed();
		case 'number':
			return Number.isFinite(value);
		case 'boolean':
			return true;
		case 'object':
			if (value === null) return true;
			if (Array.isArray(value)) return value.every(isPlainJson);
			return (
				isPlainObject(value) &&
				Object.entries(value).every(([key, inner]) => key.isWellFormed() && isPlainJson(inner))
			);
		default:
			return false;
	}
}

/** @param value is no JSON, or holds something that is none */
function madePlain(value: unknown): unknown {
	if (typeof value === 'string') return value.toWellFormed();
	if (typeof value === 'bigint') return String(value);
	if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : value.toISOString();
	if (Array.isArray(value)) return value.map(plainJson);
	if (isPlainObject(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key.toWellFormed(), plainJson(inner)]),
		);
	}
	return null;
}

/** Marks that tell the direction of text or keep a line together; copied along from web pages and PDFs. */
const INVISIBLE_MARKS = /[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;

/** Text of a cell, trimmed, without invisible marks; empty for nothing and for what is no single value. */
export function cellText(cell: unknown): string {
	if (typeof cell === 'string') return withoutMarks(cell);
	if (typeof cell === 'number' && Number.isFinite(cell)) return String(cell);
	return typeof cell === 'boolean' || typeof cell === 'bigint' ? String(cell) : '';
}

/** What most cells are: printable ASCII without spaces around. */
const PLAIN_TEXT = /^[!-~](?:[ -~]*[!-~])?$/;

function withoutMarks(text: string): string {
	if (PLAIN_TEXT.test(text)) return text;
	return text.toWellFormed().replace(INVISIBLE_MARKS, '').trim();
}

/** The date in a cell (rules.md §2). */
export function cellDate(cell: unknown): ListedDate {
	return parseListedDate(typeof cell === 'string' ? withoutMarks(cell) : cell);
}

/** Text of a cell, null when it is empty. */
export function cellTextOrNull(cell: unknown): string | null {
	return cellText(cell) || null;
}

/** What most cells are: nothing in them is to be cut or taken away. */
const ONE_ADDRESS = /^[\w.+-]+@[\w.-]+$/;

/**
 * Addresses in a cell, as written: one, several between commas, semicolons or spaces, or a list. Half an
 * address, with nothing on one side of its @, is none.
 */
export function cellEmails(cell: unknown): string[] {
	if (typeof cell === 'string' && ONE_ADDRESS.test(cell)) return [cell];
	const texts = Array.isArray(cell) ? cell.map(cellText) : [cellText(cell)];
	const addresses = texts
		.flatMap((text) => text.replace(/\p{Cf}/gu, '').split(/[\s,;<>]+/))
		.map((part) => part.replace(/^mailto:/i, ''));
	return [...new Set(addresses.filter((address) => /^[^@]+@[^@]+$/.test(address)))];
}

/** What a cell says to a question: null when it says nothing, `unknown` when nobody knows its word. */
export type Answer = boolean | 'unknown' | null;

const YES: ReadonlySet<string> = new Set(['true', 'yes', 'y', 'x', '✓']);
const NO: ReadonlySet<string> = new Set(['false', 'no', 'n', 'none']);

/** A number says yes unless it is 0, and a list when it has entries. */
export function cellAnswer(cell: unknown): Answer {
	if (Array.isArray(cell)) return cell.length > 0 ? true : null;
	const word = foldStatus(cellText(cell));
	if (SAYS_NOTHING.has(word)) return null;
	if (/^\d+$/.test(word)) return Number(word) > 0;
	if (NO.has(word)) return false;
	return YES.has(word) ? true : 'unknown';
}

/** Whether nothing at all stands in the row. */
export function isBlank(cells: Cells): boolean {
	return Object.values(cells).every(
		(cell) =>
			cell === null ||
			cell === undefined ||
			(typeof cell === 'string' && withoutMarks(cell) === ''),
	);
}

/** An object that is neither a list nor a date. */
export function isPlainObject(value: unknown): value is object {
	return (
		typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
	);
}
