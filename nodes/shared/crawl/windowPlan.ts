import type { EpochMilliseconds } from '../contracts';
import {
	at,
	crowdCuts,
	cutAt,
	cutsAround,
	evenCuts,
	holds,
	rangeOf,
	type Range,
	type Window,
} from './window';
import { PAGE_SIZE, WindowReading } from './windowReading';

/** Pages that a window which was cut out of another one has at least. */
const SHORTEST_PAGES = 4;
const LONGEST_PAGES = 25;

/** Parts that one window is cut into at most. */
const MOST_PARTS = 40;

/** Windows that are read at the same time: a cursor should not have to wait long for its next page. */
const MOST_BEGUN = 32;

/** A cut list is cut into this many windows for each request that is under way at the same time. */
const WINDOWS_PER_STREAM = 4;

/** A probe is this small a part of its window; the next one of the same window, of that probe. */
const FIRST_PROBE = 120;
const NEXT_PROBE = 5;

/** Where in its window a probe stands, 0 = oldest: companies begin and grow, so their newer part says more. */
const PROBE_PLACE = 0.6;

/** Of the records read of a window that overran, a probe around its middle covers this part. */
const CROWD_PROBE = 100;

/** What a probe with more than a page is taken to hold. */
const OVERFULL = 3 * PAGE_SIZE;

/** A window overran when it has this many times the pages expected. */
const OVERRUN = 3;

/** How long a window may take, as a part of the time of everything that is left to read. */
const FIRST_SHARE_OF_TIME = 0.4;
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
 * after its first page, a narrow probe inside shows how dense it is. Windows that would take too
 * large a part of the whole time are cut, at the price of the pages read of them; the others are read to
 * their end, the longest first.
 */
export class WindowPlan {
	/** Windows that are not read to their end */
	private readonly open = new Set<WindowReading>();

	/** Requests that are under way at the same time at the full rate: rate × answer time */
	private streams = 1;

	/**
	 * @param windows disjoint windows that together are the list; nothing is known of them
	 */
	constructor(
		windows: readonly Window[],
		private readonly now: EpochMilliseconds,
	) {
		for (const window of windows) this.open.add(new WindowReading(window, now));
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
		this.streams = streams;
		const chosen = this.unread() ?? this.probe() ?? this.mostUrgent();
		if (chosen !== null) chosen.asked = true;
		return chosen;
	}

	/** @param last whether it was the last page of the window */
	answered(reading: WindowReading, createdAt: readonly EpochMilliseconds[], last: boolean): void {
		reading.asked = false;
		reading.pages += 1;
		for (const moment of createdAt) reading.createdAt.push(moment);
		if (reading.probeOf !== null) {
			this.open.delete(reading);
			this.learn(reading.probeOf, reading, last);
		} else if (last) {
			this.open.delete(reading);
			reading.settleWithFamily([...this.open]);
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

	private mostUrgent(): WindowReading | null {
		this.decide();
		const begun = this.count(({ pages, probeOf }) => pages > 0 && probeOf === null);
		let chosen: WindowReading | null = null;
		for (const reading of this.open) {
			if (reading.asked || reading.knowledge === 'probing' || reading.knowledge === 'probed')
				continue;
			if (reading.pages === 0 && begun >= MOST_BEGUN && chosen !== null) continue;
			if (chosen === null || reading.urgency > chosen.urgency) chosen = reading;
		}
		return chosen;
	}

	private count(test: (reading: WindowReading) => boolean): number {
		let count = 0;
		for (const reading of this.open) if (test(reading)) count += 1;
		return count;
	}

	/** Pages that everything open is likely to have still. */
	private remaining(): number {
		let pages = 0;
		for (const reading of this.open) if (reading.probeOf === null) pages += reading.remaining;
		return pages;
	}

	/**
	 * Whether a window would take too large a part of the whole time: its pages come one after the other, one
	 * per answer time; everything else comes at the full rate. The pages already read of it are the price.
	 */
	private takesTooLong(reading: WindowReading, pages: number, share: number): boolean {
		return (
			pages > SHORTEST_PAGES && pages * this.streams > share * (this.remaining() + reading.pages)
		);
	}

	// Probes

	private probe(): WindowReading | null {
		// Below one request at a time even a single cursor keeps up with the rate.
		if (this.streams < 1) return null;
		for (const reading of this.open) {
			const range = this.rangeToProbe(reading);
			if (range === null) continue;
			reading.knowledge = 'probing';
			reading.probeWidth = range.to - range.from + 1;
			const probe = new WindowReading(range, this.now, reading);
			probe.expected = PAGE_SIZE / 2;
			this.open.add(probe);
			return probe;
		}
		return null;
	}

	private rangeToProbe(reading: WindowReading): Range | null {
		const { knowledge, pages, asked, probeOf, width } = reading;
		if (asked || probeOf !== null || pages === 0 || width < NARROWEST) return null;
		if (knowledge === 'unknown') return reading.overran ? crowdRange(reading) : innerRange(reading);
		if (knowledge !== 'share' && knowledge !== 'uncertain') return null;
		if (reading.overran || !this.overruns(reading)) return null;
		reading.overran = true;
		return crowdRange(reading);
	}

	private overruns(reading: WindowReading): boolean {
		const { pages, expected } = reading;
		if (pages < 2 * SHORTEST_PAGES || expected === null) return false;
		return (
			pages * PAGE_SIZE >= expected * OVERRUN &&
			this.takesTooLong(reading, pages, LATE_SHARE_OF_TIME)
		);
	}

	private learn(reading: WindowReading, probe: WindowReading, last: boolean): void {
		if (!this.open.has(reading)) return;
		const counted = probe.createdAt.length;
		if (reading.overran) {
			const known = reading.createdAt.filter((moment) => holds(probe.window, moment)).length;
			const seen = reading.createdAt.length;
			const estimate = (seen * (last ? counted : OVERFULL)) / Math.max(1, known);
			reading.expected = Math.max(seen + 2 * PAGE_SIZE, estimate);
		} else if (last || probe.width <= 1) {
			const estimate = ((counted + 0.5) * reading.width) / probe.width;
			reading.expected = Math.max(reading.pages * PAGE_SIZE + PAGE_SIZE / 2, estimate);
		} else {
			reading.knowledge = 'unknown';
			return;
		}
		reading.knowledge = 'probed';
	}

	// Cuts

	/** Cuts are decided together, when it is known how much there is to read. */
	private decide(): void {
		for (const { probeOf, knowledge, pages, width } of this.open) {
			if (probeOf !== null) return;
			const stillToProbe = this.streams >= 1 && width >= NARROWEST;
			if (knowledge === 'unknown' && (pages === 0 || stillToProbe)) return;
		}
		const probed = [...this.open].filter(
			({ knowledge, asked }) => knowledge === 'probed' && !asked,
		);
		probed.sort((a, b) => b.remaining - a.remaining);
		for (const reading of probed) {
			const share = reading.overran ? LATE_SHARE_OF_TIME : FIRST_SHARE_OF_TIME;
			if (this.takesTooLong(reading, reading.remaining, share)) this.cut(reading);
			else reading.knowledge = 'uncertain';
		}
	}

	private cut(reading: WindowReading): void {
		const records = reading.expected ?? 0;
		const windows = reading.overran
			? this.crowdWindows(reading, this.partsOf(records))
			: cutAt(reading.window, evenCuts(reading.range, this.partsOf(records)));
		if (windows.length === 1) {
			reading.knowledge = 'uncertain';
			return;
		}
		this.open.delete(reading);
		const crowd = reading.overran ? crowdOf(reading) : null;
		const shares = windows.filter((window) => crowd === null || within(window, crowd));
		const family = { parts: shares.length, records };
		for (const window of windows) {
			const part = new WindowReading(window, this.now);
			if (shares.includes(window)) {
				part.expected = Math.max(PAGE_SIZE, records / shares.length);
				part.knowledge = 'share';
				part.family = family;
			}
			this.open.add(part);
		}
	}

	private partsOf(records: number): number {
		const even = this.remaining() / (this.streams * WINDOWS_PER_STREAM);
		const pages = Math.min(LONGEST_PAGES, Math.max(SHORTEST_PAGES, even));
		return Math.min(MOST_PARTS, Math.max(2, Math.ceil(records / PAGE_SIZE / pages)));
	}

	private crowdWindows(reading: WindowReading, parts: number): Window[] {
		const sorted = sortedDates(reading);
		const around = cutsAround(crowdOf(reading), rangeOf(reading.window, this.now));
		const cuts = [...around, ...crowdCuts(sorted, parts)].sort((a, b) => a - b);
		return cutAt(reading.window, cuts);
	}
}

/** A small part inside a window, or of the probe before, which held more than a page. */
function innerRange({ range, width, probeWidth }: WindowReading): Range {
	const narrow = probeWidth === null ? width / FIRST_PROBE : probeWidth / NEXT_PROBE;
	const probeWidthNow = Math.max(1, Math.ceil(narrow));
	const from = Math.max(
		range.from,
		Math.floor(range.from + (range.to - range.from - probeWidthNow) * PROBE_PLACE),
	);
	return { from, to: from + probeWidthNow - 1 };
}

/** A range in the middle of the records read of a window that holds few of them. */
function crowdRange(reading: WindowReading): Range {
	const sorted = sortedDates(reading);
	const covered = Math.max(4, Math.round(sorted.length / CROWD_PROBE));
	const first = Math.floor((sorted.length - covered) / 2);
	const from = at(sorted, first);
	return { from, to: Math.max(from, at(sorted, first + covered) - 1) };
}

function crowdOf(reading: WindowReading): Range {
	const sorted = sortedDates(reading);
	return { from: at(sorted, 0), to: at(sorted, sorted.length - 1) };
}

function within({ from, to }: Window, crowd: Range): boolean {
	return from !== null && to !== null && from >= crowd.from && to <= crowd.to;
}

function sortedDates({ createdAt }: WindowReading): EpochMilliseconds[] {
	return [...createdAt].sort((a, b) => a - b);
}
