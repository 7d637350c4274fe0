import type { EpochMilliseconds } from '../contracts';
import type { Window } from './window';
import { PAGE_SIZE, WindowReading, type Knowledge } from './windowReading';

/** Pages that a window which was cut out of another one is to have. */
export const SHORTEST_PAGES = 4;
const LONGEST_PAGES = 25;

/** Parts that one window is cut into at most. */
const MOST_PARTS = 40;

/** What is left is cut into this many windows for each request that is under way at the same time. */
const WINDOWS_PER_STREAM = 3;

/** The windows that are not read to their end, probes included, and how long all of them will take. */
export class OpenWindows implements Iterable<WindowReading> {
	private readonly readings = new Set<WindowReading>();

	/** Requests that are under way at the same time at the full rate: rate × answer time */
	streams = 1;

	constructor(private readonly now: EpochMilliseconds) {}

	[Symbol.iterator](): Iterator<WindowReading> {
		return this.readings.values();
	}

	get size(): number {
		return this.readings.size;
	}

	has(reading: WindowReading): boolean {
		return this.readings.has(reading);
	}

	add(window: Window, knowledge: Knowledge, expected: number | null = null): WindowReading {
		const reading = new WindowReading(window, this.now);
		reading.knowledge = knowledge;
		reading.expected = expected;
		this.readings.add(reading);
		return reading;
	}

	addProbe(window: Window, of: WindowReading): WindowReading {
		const probe = new WindowReading(window, this.now, of);
		this.readings.add(probe);
		return probe;
	}

	remove(reading: WindowReading): void {
		this.readings.delete(reading);
	}

	/** Puts the parts of a window that was cut into its place: each holds as many records as it is wide. */
	replaceByWidth(reading: WindowReading, windows: readonly Window[]): WindowReading[] {
		const parts = windows.map((window) => this.add(window, 'guessed'));
		for (const part of parts) {
			const share = part.width / reading.width;
			part.expected = Math.max(PAGE_SIZE, (reading.expected ?? 0) * share);
		}
		this.remove(reading);
		return parts;
	}

	/** The same for parts that were made to hold as many records each. */
	replaceEvenly(reading: WindowReading, windows: readonly Window[]): void {
		const share = (reading.expected ?? 0) / windows.length;
		for (const window of windows) this.add(window, 'shared', Math.max(PAGE_SIZE, share));
		this.remove(reading);
	}

	/** Pages that everything open is likely to have still. */
	get remaining(): number {
		let pages = 0;
		for (const { probeOf, remaining } of this.readings) if (probeOf === null) pages += remaining;
		return pages;
	}

	/**
	 * Whether a window would take too large a part of the whole time: its pages come one after the other, one
	 * per answer time; everything else comes at the full rate. The pages already read of it are the price.
	 *
	 * @param pages those it is taken to have still
	 * @param share part of the whole time that is too large
	 */
	takesTooLong(reading: WindowReading, pages: number, share: number): boolean {
		return (
			pages > SHORTEST_PAGES && pages * this.streams > share * (this.remaining + reading.pages)
		);
	}

	/** How many parts to cut a window into, so that nobody has to wait for one of them at the end. */
	partsOf(records: number): number {
		const even = this.remaining / (this.streams * WINDOWS_PER_STREAM);
		const pages = Math.min(LONGEST_PAGES, Math.max(SHORTEST_PAGES, even));
		return Math.min(MOST_PARTS, Math.max(2, Math.ceil(records / PAGE_SIZE / pages)));
	}
}
