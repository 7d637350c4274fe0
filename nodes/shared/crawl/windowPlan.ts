import type { EpochMilliseconds } from '../contracts';
import { cutOff } from './cutOff';
import { Pilots } from './pilots';
import { Timeline } from './timeline';
import type { Window } from './window';
import type { WindowReading } from './windowReading';
import { WorkLeft } from './workLeft';

/** Windows that are read at the same time: a cursor should not have to wait long for its next page. */
const MOST_BEGUN = 32;

/**
 * Decides which page of which window is read next, so that a list is read in about the time that the rate
 * limit allows and with few requests more than it has pages.
 *
 * A cursor is serial, so a long window takes the answer time of each of its pages; how long a window is
 * shows only at its end. Therefore the list is looked at in windows of growing age first. Where one goes on
 * after its first page, a pilot inside shows how dense it is. Windows that would take too large a part of
 * the whole time are held: but for the pilot, which stays, they are cut up bit by bit, each part as wide as
 * the density beside it says. The others are read to their end, without a pause: their length is the least
 * sure. Then what may be longest is read first, so that all come to their end at the same time.
 */
export class WindowPlan {
	private readonly timeline: Timeline;

	private readonly work: WorkLeft;

	private readonly pilots: Pilots;

	/**
	 * @param windows disjoint windows that together are the list; nothing is known of them
	 */
	constructor(windows: readonly Window[], now: EpochMilliseconds) {
		this.timeline = new Timeline(windows, now);
		this.work = new WorkLeft(this.timeline);
		this.pilots = new Pilots(this.timeline, this.work);
	}

	/** True when every window was read to its end. */
	get finished(): boolean {
		return [...this.timeline].every(({ progress }) => progress === 'done');
	}

	/** The only window, when the list is not cut; null when there are several. */
	get whole(): WindowReading | null {
		const [first, second] = this.timeline;
		return second === undefined ? (first ?? null) : null;
	}

	/**
	 * The window whose next page is to be read now; null when nothing can be read before an answer.
	 *
	 * @param streams rate × answer time: requests under way at the full rate
	 */
	next(streams: number): WindowReading | null {
		this.work.streams = streams;
		const chosen = this.unread() ?? this.pilots.begin() ?? this.known();
		if (chosen !== null) chosen.asked = true;
		return chosen;
	}

	/** @param last whether it was the last page of the window */
	answered(reading: WindowReading, createdAt: readonly EpochMilliseconds[], last: boolean): void {
		reading.take(createdAt, last);
	}

	/** Whether a window still counts: one that was cut does not. */
	has(reading: WindowReading): boolean {
		return this.pilots.has(reading) || this.timeline.isOpen(reading);
	}

	/** Windows that nothing is known of come first: each may be the long one. */
	private unread(): WindowReading | null {
		for (const reading of this.timeline) {
			if (reading.progress === 'unknown' && reading.pages === 0 && !reading.asked) return reading;
		}
		return null;
	}

	private known(): WindowReading | null {
		this.pilots.decide();
		const longest = this.longest();
		const pages = this.work.pagesOfPart();
		const isPartLonger =
			longest === null ||
			(pages >= longest.urgency && this.begun < MOST_BEGUN && !this.work.isReserveReached());
		return (isPartLonger ? this.part(pages) : null) ?? longest;
	}

	private get begun(): number {
		const isBegun = ({ progress, pages, asked }: WindowReading) =>
			progress === 'reading' && (pages > 0 || asked);
		return [...this.timeline].filter(isBegun).length;
	}

	private longest(): WindowReading | null {
		let longest: WindowReading | null = null;
		for (const reading of [...this.pilots, ...this.timeline]) {
			if (reading.asked || (reading.progress !== 'reading' && reading.progress !== 'unknown'))
				continue;
			if (longest === null || reading.urgency > longest.urgency) longest = reading;
		}
		return longest;
	}

	/** A part of the longest held window that something can be cut off now. */
	private part(pages: number): WindowReading | null {
		for (const held of this.work.held()) {
			const part = cutOff(this.timeline, held, pages);
			if (part !== null) return part;
		}
		return null;
	}
}
