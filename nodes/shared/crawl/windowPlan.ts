import type { EpochMilliseconds } from '../contracts';
import { cutCrowd } from './crowd';
import { heldParts, pilotWindows, type Family } from './family';
import { OpenWindows, SHORTEST_PAGES } from './openWindows';
import { estimateBy, probeRange } from './probes';
import { cutAt, cutsOfEqualShare, evenCuts, widthOf, type Window } from './window';
import { PAGE_SIZE, type Knowledge, type WindowReading } from './windowReading';

/** Windows that are read at the same time: a cursor should not have to wait long for its next page. */
const MOST_BEGUN = 32;

/** A window overran when it has this many times the pages expected. */
const OVERRUN = 3;

/** How long a window may take, as a part of the time of everything that is left to read. */
const EARLY_SHARE_OF_TIME = 0.4;
/** The same for a window of which many pages were read, which would be read once more. */
const LATE_SHARE_OF_TIME = 1.5;

/** Windows narrower than this are not cut, in ms. */
const NARROWEST = 64;

/**
 * Decides which page of which window is read next, so that a list is read in about the time that the rate
 * limit allows and with few requests more than it has pages.
 *
 * A cursor is serial, so a long window takes the answer time of each of its pages; how long a window is
 * shows only at its end. Therefore the list is looked at in windows of growing age first. Where one goes on
 * after its first page, a narrow probe inside shows how dense it is. Windows that would take too large a
 * part of the whole time are cut, at the price of the pages read of them: first one part at each end, as
 * pilots, then by what these held the rest. The others are read to their end. What may be longest is read
 * first, so that all come to their end at the same time.
 */
export class WindowPlan {
	private readonly open: OpenWindows;

	private readonly families = new Set<Family>();

	/**
	 * @param windows disjoint windows that together are the list; nothing is known of them
	 */
	constructor(windows: readonly Window[], now: EpochMilliseconds) {
		this.open = new OpenWindows(now);
		for (const window of windows) this.open.add(window, 'unknown');
	}

	/** True when every window was read to its end. */
	get finished(): boolean {
		return this.open.size === 0;
	}

	/** The only window, when the list is not cut; null when there are several. */
	get whole(): WindowReading | null {
		const [first, second] = this.open;
		return second === undefined ? (first ?? null) : null;
	}

	/**
	 * The window whose next page is to be read now; null when nothing can be read before an answer.
	 *
	 * @param streams rate × answer time: requests under way at the full rate
	 */
	next(streams: number): WindowReading | null {
		this.open.streams = streams;
		const chosen = this.unread() ?? this.probe() ?? this.known();
		if (chosen !== null) chosen.asked = true;
		return chosen;
	}

	/** @param last whether it was the last page of the window */
	answered(reading: WindowReading, createdAt: readonly EpochMilliseconds[], last: boolean): void {
		reading.asked = false;
		reading.pages += 1;
		for (const date of createdAt) reading.createdAt.push(date);
		if (reading.probeOf !== null) {
			this.open.remove(reading);
			this.learn(reading.probeOf, reading, last);
		} else if (last) {
			this.open.remove(reading);
		}
	}

	/** Whether a window still counts: one that was cut does not. */
	has(reading: WindowReading): boolean {
		return this.open.has(reading);
	}

	/** Windows that nothing is known of come first: each may be the long one. */
	private unread(): WindowReading | null {
		for (const reading of this.open) {
			if (reading.pages === 0 && !reading.asked && reading.knowledge === 'unknown') return reading;
		}
		return null;
	}

	private known(): WindowReading | null {
		this.cutWhatTakesTooLong();
		for (const family of this.families) {
			if (!this.open.has(family.older) && !this.open.has(family.newer)) this.release(family);
		}
		return this.mostUrgent() ?? this.anotherPilot();
	}

	/** Nothing else can be read: one more part of what is held, which does not need the pilots' answers. */
	private anotherPilot(): WindowReading | null {
		let longest: Family | null = null;
		for (const family of this.families) {
			if (longest === null || family.held.remaining > longest.held.remaining) longest = family;
		}
		if (longest === null) return null;
		const { newer, held } = longest;
		const [rest, part] = cutAt(held.window, [held.range.to - newer.width + 1]);
		if (rest === undefined || part === undefined) {
			this.release(longest);
			return this.mostUrgent();
		}
		const [still, pilot] = this.open.replaceByWidth(held, [rest, part]);
		if (still === undefined || pilot === undefined) return null;
		still.knowledge = 'held';
		longest.held = still;
		return pilot;
	}

	private mostUrgent(): WindowReading | null {
		let begun = 0;
		for (const { pages, probeOf } of this.open) if (pages > 0 && probeOf === null) begun += 1;
		let chosen: WindowReading | null = null;
		for (const reading of this.open) {
			if (reading.asked || WAITING.has(reading.knowledge)) continue;
			if (reading.pages === 0 && begun >= MOST_BEGUN && chosen !== null) continue;
			if (chosen === null || reading.urgency > chosen.urgency) chosen = reading;
		}
		return chosen;
	}

	private probe(): WindowReading | null {
		for (const reading of this.open) {
			if (!this.needsProbe(reading)) continue;
			const range = probeRange(reading);
			reading.knowledge = 'probing';
			reading.probeWidth = range.to - range.from + 1;
			return this.open.addProbe(range, reading);
		}
		return null;
	}

	private needsProbe(reading: WindowReading): boolean {
		if (reading.asked || reading.pages === 0 || !this.isCuttable(reading)) return false;
		if (reading.knowledge === 'unknown') return true;
		if (WAITING.has(reading.knowledge) || reading.overran) return false;
		reading.overran = this.overruns(reading);
		return reading.overran;
	}

	/** Below one request at a time even a single cursor keeps up with the rate. */
	private isCuttable({ probeOf, width }: WindowReading): boolean {
		return this.open.streams >= 1 && probeOf === null && width >= NARROWEST;
	}

	private overruns(reading: WindowReading): boolean {
		const { pages, expected } = reading;
		if (pages < 2 * SHORTEST_PAGES || expected === null) return false;
		return (
			pages * PAGE_SIZE >= expected * OVERRUN &&
			this.open.takesTooLong(reading, pages, LATE_SHARE_OF_TIME)
		);
	}

	private learn(reading: WindowReading, probe: WindowReading, last: boolean): void {
		const estimate = estimateBy(probe, reading, last);
		if (estimate !== null) reading.expected = estimate;
		reading.knowledge = estimate === null ? 'unknown' : 'probed';
	}

	/**
	 * Cuts are decided together, when it is known how much there is to read. What does not take too long as a
	 * part of what is known already never will, so it need not wait.
	 */
	private cutWhatTakesTooLong(): void {
		const probed = [...this.open].filter(
			({ knowledge, asked }) => knowledge === 'probed' && !asked,
		);
		const tooLong = probed.filter((reading) => {
			const share = reading.overran ? LATE_SHARE_OF_TIME : EARLY_SHARE_OF_TIME;
			const isTooLong = this.open.takesTooLong(reading, reading.remaining, share);
			if (!isTooLong) reading.knowledge = 'guessed';
			return isTooLong;
		});
		if (this.isBeingProbed()) return;
		for (const reading of tooLong.sort((a, b) => b.remaining - a.remaining)) {
			this.cut(reading);
		}
	}

	private isBeingProbed(): boolean {
		for (const reading of this.open) {
			if (reading.probeOf !== null) return true;
			if (reading.knowledge !== 'unknown') continue;
			if (reading.pages === 0 || this.isCuttable(reading)) return true;
		}
		return false;
	}

	private cut(reading: WindowReading): void {
		const parts = this.open.partsOf(reading.expected ?? 0);
		if (reading.overran) {
			const { inside, beside } = cutCrowd(reading, parts);
			this.open.replaceEvenly(reading, inside);
			for (const window of beside) this.open.add(window, 'unknown');
			return;
		}
		const pilots = pilotWindows(reading);
		if (pilots === null) {
			this.open.replaceByWidth(reading, cutAt(reading.window, evenCuts(reading.range, parts)));
			return;
		}
		const [older, held, newer] = this.open.replaceByWidth(reading, pilots);
		if (older === undefined || held === undefined || newer === undefined) return;
		held.knowledge = 'held';
		this.families.add({ older, held, newer });
	}

	private release(family: Family): void {
		this.families.delete(family);
		const { held } = family;
		const { dense, sparse } = heldParts(family);
		const density = (dense.oldestDensity + dense.newestDensity) / 2;
		// Pilots that hold nothing say nothing of what lies between.
		const records = density > 0 ? density * widthOf(dense.range) : (held.expected ?? 0);
		held.expected = records;
		const cuts = cutsOfEqualShare(dense, this.open.partsOf(records));
		this.open.replaceEvenly(held, cutAt(dense.window, cuts));
		if (sparse !== null) this.open.add(sparse, 'unknown');
	}
}

/** A window of this kind is not read on yet. */
const WAITING: ReadonlySet<Knowledge> = new Set(['probing', 'probed', 'held']);
