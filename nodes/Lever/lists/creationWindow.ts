import type { EpochMilliseconds } from '../../shared/contracts';
import type { LeverQuery } from '../../shared/transport';

/** Creation dates, both ends inclusive; null is open. */
export interface CreationWindow {
	from: EpochMilliseconds | null;
	to: EpochMilliseconds | null;
}

/** A window longer than this is left open: before it Lever did not exist. */
const LONGEST_WIDTH_MS = 20 * 365 * 86_400_000;

/** How much longer or shorter a window may be than the one before: companies do not grow evenly. */
const BIGGEST_STEP = 8;

/** What the user's own filters leave of all creation dates. */
export function boundsOf(query: LeverQuery): CreationWindow {
	return { from: momentOf(query.created_at_start), to: momentOf(query.created_at_end) };
}

function momentOf(value: LeverQuery[string]): EpochMilliseconds | null {
	return typeof value === 'number' ? value : null;
}

/** The query of the records in a window. */
export function queryWithin(query: LeverQuery, { from, to }: CreationWindow): LeverQuery {
	return {
		...query,
		created_at_start: from ?? undefined,
		created_at_end: to ?? undefined,
	};
}

/** How long the first window is, while nothing is known about how many records are created per day. */
export const FIRST_WIDTH_MS = 86_400_000;

/**
 * A window as long as `width` says.
 *
 * @param end where a window that is open to the future is thought to end; otherwise the same as `to`
 * @param lowest nothing before it is asked for
 */
export function windowBefore({
	to,
	end,
	width,
	lowest,
}: {
	to: EpochMilliseconds | null;
	end: EpochMilliseconds;
	width: number;
	lowest: EpochMilliseconds | null;
}): CreationWindow {
	const from = end - Math.ceil(width) + 1;
	if (width > LONGEST_WIDTH_MS || from <= Math.max(lowest ?? 0, 0)) return { from: lowest, to };
	return { from, to };
}

/** A window as equal parts of itself, newest last. */
export function partsOf(
	window: CreationWindow,
	end: EpochMilliseconds,
	count: number,
): CreationWindow[] {
	const { from, to } = window;
	const span = from === null ? 0 : spanOf(from, end);
	if (from === null || count < 2 || span < count) return [window];
	const borders = Array.from(
		{ length: count },
		(_, part) => from + Math.floor((span * part) / count),
	);
	return borders.map((border, part) => {
		const next = borders[part + 1];
		return { from: border, to: next === undefined ? to : next - 1 };
	});
}

/** Length in ms from `from` to `end`, both included. */
export function spanOf(from: EpochMilliseconds, end: EpochMilliseconds): number {
	return Math.max(1, end - from + 1);
}

/**
 * The newer part of a window that holds too much, so that it has about `wanted` records.
 *
 * @param createdAt creation dates of the records seen, at least `wanted` of them
 * @returns null when a window of one millisecond cannot be cut any more
 */
export function newerPart(
	{ from, to }: CreationWindow,
	createdAt: readonly EpochMilliseconds[],
	wanted: number,
): CreationWindow | null {
	if (from !== null && from === to) return null;
	const newestFirst = createdAt.toSorted((a, b) => b - a);
	const border = newestFirst[Math.min(wanted, newestFirst.length) - 1];
	if (border === undefined) return null;
	// Every cut moves the lower end, so cutting comes to an end.
	const higher = from === null ? border : Math.max(border, from + 1);
	return { from: to === null ? higher : Math.min(higher, to), to };
}

/**
 * How long a window must be to hold `wanted` records, judged by one that held `records`.
 *
 * @param span length of that window in ms; at least 1
 */
export function widthFor(wanted: number, records: number, span: number): number {
	const guess = records === 0 ? Number.POSITIVE_INFINITY : (span * wanted) / records;
	return Math.max(
		1,
		Math.ceil(Math.min(Math.max(guess, span / BIGGEST_STEP), span * BIGGEST_STEP)),
	);
}
