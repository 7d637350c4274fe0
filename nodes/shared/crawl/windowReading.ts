import type { EpochMilliseconds } from '../contracts';
import { rangeOf, widthOf, type Range, type Window } from './window';

/** Lever's largest page (lever-api.md §3) */
export const PAGE_SIZE = 100;

/** A window overran when it has this many times the pages expected. */
const OVERRUN = 2;

/** Records that a window is taken to hold which has no estimate and more than a page. */
const NO_ESTIMATE = 3 * PAGE_SIZE;

/**
 * How far the reading of a window has come:
 * - `unknown`: nothing is known of its length; it is read on only where it is not worth a pilot
 * - `piloted`: it waits for its pilot, and for whether it is cut
 * - `reading`: it is read to its end
 * - `held`: nothing of it is read; parts are cut off it
 * - `done`: it was read to its end
 */
type Progress = 'unknown' | 'piloted' | 'reading' | 'held' | 'done';

/** How far a window is read, and how long it is likely to be. */
export class WindowReading {
	/** Pages read so far */
	pages = 0;

	/** Records read so far */
	records = 0;

	/** Creation dates of the records read so far; none when it is done */
	createdAt: EpochMilliseconds[] = [];

	/** Whether a page of it is being read */
	asked = false;

	/** Whether it turned out much longer than expected, so that it got a pilot late */
	overran = false;

	/** A narrow window inside, which shows how long this one is; a part of the list when this one is cut */
	pilot: WindowReading | null = null;

	/** Where open ends are taken to be */
	readonly range: Range;

	constructor(
		readonly window: Window,
		private readonly now: EpochMilliseconds,
		public progress: Progress,
		/** Records it is likely to hold; null = no idea */
		public expected: number | null = null,
	) {
		this.range = rangeOf(window, now);
	}

	/** Some of its dates, of which nothing is read yet. */
	part(window: Window, progress: Progress, expected: number | null = null): WindowReading {
		return new WindowReading(window, this.now, progress, expected);
	}

	/** Takes a page in. */
	take(createdAt: readonly EpochMilliseconds[], last: boolean): void {
		this.asked = false;
		this.pages += 1;
		this.records += createdAt.length;
		if (last) {
			this.progress = 'done';
			this.createdAt = [];
		} else {
			for (const date of createdAt) this.createdAt.push(date);
		}
	}

	/** In ms */
	get width(): number {
		return widthOf(this.range);
	}

	/** Records per ms, as they were read or are expected. */
	get density(): number {
		if (this.progress === 'done') return this.records / this.width;
		if (this.progress === 'piloted' && this.pilot !== null) return this.pilot.density;
		const least = this.records + PAGE_SIZE / 2;
		return Math.max(this.progress === 'reading' ? this.estimate : 0, least) / this.width;
	}

	/** Whether it goes on far longer than expected */
	get isOverrun(): boolean {
		return this.pages * PAGE_SIZE >= this.estimate * OVERRUN;
	}

	/**
	 * The more, the sooner it is read: what shows how dense the list is, and what only a pilot was looked at
	 * of, then what may take longest.
	 */
	get urgency(): number {
		const isUnsure = this.expected === null || this.pilot !== null;
		return this.progress === 'reading' && isUnsure ? Infinity : this.remaining;
	}

	private get estimate(): number {
		return this.expected ?? NO_ESTIMATE;
	}

	/** Pages it is likely to have still, at least 1. */
	get remaining(): number {
		if (this.expected === null) return Math.max(1, this.pages);
		const expectedPages = this.expected / PAGE_SIZE;
		if (this.pages < expectedPages) return Math.max(1, expectedPages - this.pages);
		return Math.max(1, this.pages / 2);
	}
}
