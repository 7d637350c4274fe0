import type { Timeline } from './timeline';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** Pages that a window which was cut out of another one is to have. */
const SHORTEST_PAGES = 3.5;
const LONGEST_PAGES = 18;

/** What is left is cut into this many windows for each request that is under way at the same time. */
const WINDOWS_PER_STREAM = 2.5;

/** This part of the list stays held, for streams that have nothing else to read at the end. */
const RESERVE = 0.1;

/** How long a window may take, as a part of the time of everything that is left to read. */
const EARLY_SHARE_OF_TIME = 0.28;
/** The same for a window of which many pages were read, which would be read once more. */
const LATE_SHARE_OF_TIME = 1;

/** How much is left to read, and what part of it a window is. */
export class WorkLeft {
	/** Requests that are under way at the same time at the full rate: rate × answer time */
	streams = 1;

	constructor(private readonly timeline: Timeline) {}

	/** Held windows, those first that are likely to hold most. */
	held(): WindowReading[] {
		const records = new Map<WindowReading, number>();
		for (const reading of this.timeline) {
			if (reading.progress === 'held') records.set(reading, this.timeline.recordsOf(reading));
		}
		return [...records].sort(([, a], [, b]) => b - a).map(([reading]) => reading);
	}

	/** Pages that a part is to have now, so that nobody has to wait for one at the end. */
	pagesOfPart(): number {
		const even = this.remaining / (this.streams * WINDOWS_PER_STREAM);
		return Math.min(LONGEST_PAGES, Math.max(SHORTEST_PAGES, even));
	}

	/** Whether no more than the reserve is held. */
	isReserveReached(): boolean {
		let [held, all] = [0, 0];
		for (const reading of this.timeline) {
			const remaining = this.remainingOf(reading);
			if (reading.progress === 'held') held += remaining;
			all += reading.pages + remaining;
		}
		return held <= RESERVE * all;
	}

	/** Whether a window has far more pages than expected, so that it is worth a look whether to cut it even now. */
	overruns({ pages, isOverrun }: WindowReading): boolean {
		if (pages < 2 * SHORTEST_PAGES || !isOverrun) return false;
		return this.isTooLarge(pages, pages, EARLY_SHARE_OF_TIME);
	}

	/** Whether a window whose pilot was looked at is to be cut. */
	takesTooLong({ remaining, pages, overran }: WindowReading): boolean {
		const share = overran ? LATE_SHARE_OF_TIME : EARLY_SHARE_OF_TIME;
		return this.isTooLarge(remaining, pages, share);
	}

	/**
	 * The pages of a window come one after the other, one per answer time; everything else comes at the full
	 * rate. The pages already read of it are the price of cutting it.
	 */
	private isTooLarge(pages: number, read: number, share: number): boolean {
		return pages > SHORTEST_PAGES && pages * this.streams > share * (this.remaining + read);
	}

	/** Pages that everything is likely to have still. */
	private get remaining(): number {
		let pages = 0;
		for (const reading of this.timeline) pages += this.remainingOf(reading);
		return pages;
	}

	private remainingOf(reading: WindowReading): number {
		if (reading.progress === 'done') return 0;
		const isPiloted = reading.progress === 'piloted' && reading.pilot?.pages !== 0;
		if (isPiloted || reading.progress === 'held') {
			return this.timeline.recordsOf(reading) / PAGE_SIZE;
		}
		return reading.remaining;
	}
}
