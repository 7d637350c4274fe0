import type { EpochMilliseconds } from '../contracts';
import { rangeOf, widthOf, type Range, type Window } from './window';

/** Lever's largest page (lever-api.md §3) */
export const PAGE_SIZE = 100;

/**
 * What is known of the length of a window:
 * - `unknown`: nothing yet
 * - `probing`: a probe is being read
 * - `probed`: a probe was read; whether to cut the window is not decided
 * - `guessed`: a probe or a cut gave an estimate, which may be far off
 * - `held`: the same, and it waits for its pilots before it is cut
 * - `shared`: pilots showed what it holds
 */
export type Knowledge = 'unknown' | 'probing' | 'probed' | 'guessed' | 'held' | 'shared';

/** How far a window is read, and how long it is likely to be. */
export class WindowReading {
	/** Pages read so far */
	pages = 0;

	/** Creation dates of the records read so far */
	readonly createdAt: EpochMilliseconds[] = [];

	/** Whether a page of it is being read */
	asked = false;

	/** Records it is likely to hold; null = no idea */
	expected: number | null = null;

	knowledge: Knowledge = 'unknown';

	/** Whether it turned out much longer than expected, so that it was probed once more */
	overran = false;

	/** Width of the last probe in ms; null = none was read */
	probeWidth: number | null = null;

	/** Where open ends are taken to be */
	readonly range: Range;

	constructor(
		readonly window: Window,
		now: EpochMilliseconds,
		/** The window that this one is a probe of; null for windows that are part of the list */
		readonly probeOf: WindowReading | null = null,
	) {
		this.range = rangeOf(window, now);
	}

	/** In ms */
	get width(): number {
		return widthOf(this.range);
	}

	/** Records per ms, as far as it is read */
	get density(): number {
		return this.createdAt.length / this.width;
	}

	/** Pages it is likely to have still, at least 1. */
	get remaining(): number {
		if (this.expected === null) return Math.max(1, this.pages);
		const expectedPages = this.expected / PAGE_SIZE;
		if (this.pages < expectedPages) return Math.max(1, expectedPages - this.pages);
		return Math.max(1, this.pages / 2);
	}

	/** The larger, the sooner a page of it is to be read: what may be long must not be left for the end. */
	get urgency(): number {
		if (this.knowledge !== 'shared' || this.overran) return 1000 + this.remaining;
		const left = (this.expected ?? 0) / PAGE_SIZE - this.pages;
		return left > 0.5 ? left : this.pages + 2;
	}
}
