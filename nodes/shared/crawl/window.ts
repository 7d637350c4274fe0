import type { EpochMilliseconds } from '../contracts';
import type { LeverQuery } from '../transport';

/** Creation dates, both ends inclusive, as Lever's filters are (lever-api.md §4.2); null is open. */
export interface Window {
	from: EpochMilliseconds | null;
	to: EpochMilliseconds | null;
}

/** Creation dates between two moments. */
export interface Range {
	from: EpochMilliseconds;
	to: EpochMilliseconds;
}

const DAY_MS = 86_400_000;

/** Where an open window is taken to begin when its width matters: no account is older. */
const LONGEST_PAST_MS = 12 * 365 * DAY_MS;

/** Ages in days at which a list is cut first: companies differ in how far they reach back, and they grow. */
const FIRST_CUTS_DAYS = [30, 91, 365, 730, 1461];

/** The query of the records in a window. */
export function queryWithin(query: LeverQuery, { from, to }: Window): LeverQuery {
	return {
		...query,
		...(from !== null && { created_at_start: from }),
		...(to !== null && { created_at_end: to }),
	};
}

/**
 * What the user's own filters leave of all creation dates; null when they are not understood, so that the
 * list must be read as it is.
 */
export function boundsOf(query: LeverQuery): Window | null {
	const from = momentOf(query.created_at_start);
	const to = momentOf(query.created_at_end);
	return from === undefined || to === undefined ? null : { from, to };
}

function momentOf(value: LeverQuery[string]): EpochMilliseconds | null | undefined {
	if (value === undefined) return null;
	return typeof value === 'number' && Number.isSafeInteger(value) ? value : undefined;
}

/**
 * The windows that a list is looked at with first, newest first. A list whose past ends at a date is one
 * window; otherwise nobody knows how far it reaches, and the last window is open to the past.
 */
export function firstWindows(bounds: Window, now: EpochMilliseconds): Window[] {
	if (bounds.from !== null) return [bounds];
	const cuts = FIRST_CUTS_DAYS.map((days) => now - days * DAY_MS);
	return cutAt(bounds, cuts.reverse()).reverse();
}

/** A window with its open ends closed where records can be expected. */
export function rangeOf({ from, to }: Window, now: EpochMilliseconds): Range {
	const upper = to ?? Math.max(now, from ?? now);
	const lower = from ?? Math.min(now - LONGEST_PAST_MS, upper);
	return { from: lower, to: Math.max(lower, upper) };
}

/** Milliseconds in which a record can be created; at least 1. */
export function widthOf({ from, to }: Range): number {
	return to - from + 1;
}

export function holds({ from, to }: Window, createdAt: EpochMilliseconds): boolean {
	return createdAt >= (from ?? -Infinity) && createdAt <= (to ?? Infinity);
}

/** Disjoint windows that together are the whole, oldest first. Cuts outside or given twice do not count. */
export function cutAt(whole: Window, cuts: readonly EpochMilliseconds[]): Window[] {
	const windows: Window[] = [];
	let { from } = whole;
	for (const cut of cuts) {
		if (cut <= (from ?? -Infinity) || cut > (whole.to ?? Infinity)) continue;
		windows.push({ from, to: cut - 1 });
		from = cut;
	}
	windows.push({ from, to: whole.to });
	return windows;
}

/** An entry, or the first or last one beyond the ends; 0 where there is none. */
export function at(sorted: readonly EpochMilliseconds[], index: number): EpochMilliseconds {
	return sorted[Math.max(0, Math.min(index, sorted.length - 1))] ?? 0;
}
