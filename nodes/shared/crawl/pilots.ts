import { pilotRange } from './pilot';
import type { Timeline } from './timeline';
import { cutAt } from './window';
import type { WindowReading } from './windowReading';
import type { WorkLeft } from './workLeft';

/** Windows narrower than this are not cut, in ms. */
const NARROWEST = 64;

/** A pilot that is longer than this says enough before its end. */
const MOST_PAGES = 3;

/**
 * Narrow windows inside windows that go on after their first page. A pilot is read to its end before it is
 * decided whether its window is cut: how many records it holds is known only then.
 */
export class Pilots implements Iterable<WindowReading> {
	/** Windows that wait for their pilots, by these */
	private readonly waiting = new Map<WindowReading, WindowReading>();

	constructor(
		private readonly timeline: Timeline,
		private readonly work: WorkLeft,
	) {}

	/** Pilots that are being read, while it is open whether their windows are cut. */
	[Symbol.iterator](): Iterator<WindowReading> {
		return this.waiting.keys();
	}

	has(reading: WindowReading): boolean {
		return this.waiting.has(reading);
	}

	/** A pilot of a window that has none and needs one; null where there is no such window. */
	begin(): WindowReading | null {
		for (const reading of this.timeline) {
			if (!this.isNeededIn(reading)) continue;
			const pilot = reading.part(pilotRange(reading), 'reading');
			reading.pilot = pilot;
			reading.progress = 'piloted';
			this.waiting.set(pilot, reading);
			return pilot;
		}
		return null;
	}

	/**
	 * Cuts windows whose pilots show that they take too long. Nothing is decided before every window was
	 * looked at: it must be known how much there is to read.
	 */
	decide(): void {
		if (this.waiting.size === 0 || this.isLookingAround()) return;
		const seen = [...this.waiting].filter(
			([pilot]) => pilot.progress === 'done' || pilot.pages >= MOST_PAGES,
		);
		for (const [, reading] of seen) reading.expected = this.timeline.recordsOf(reading);
		const tooLong = seen.filter(([, reading]) => this.work.takesTooLong(reading));
		for (const [pilot, reading] of seen) {
			reading.progress = 'reading';
			this.waiting.delete(pilot);
		}
		for (const [pilot, reading] of tooLong) this.hold(reading, pilot);
	}

	private isNeededIn(reading: WindowReading): boolean {
		const { asked, pages, progress, overran } = reading;
		if (asked || pages === 0 || !this.isCuttable(reading)) return false;
		if (progress === 'unknown') return true;
		if (progress === 'reading' && !overran) reading.overran = this.work.overruns(reading);
		return progress === 'reading' && !overran && reading.overran;
	}

	/** Below one request at a time even a single cursor keeps up with the rate. */
	private isCuttable({ width }: WindowReading): boolean {
		return this.work.streams >= 1 && width >= NARROWEST;
	}

	private isLookingAround(): boolean {
		for (const { pages } of this) if (pages === 0) return true;
		for (const reading of this.timeline) {
			if (reading.progress !== 'unknown') continue;
			if (reading.pages === 0 || this.isCuttable(reading)) return true;
		}
		return false;
	}

	/** Puts the pilot of a window between two held windows into its place. */
	private hold(reading: WindowReading, pilot: WindowReading): void {
		const { from, to } = pilot.range;
		const parts = cutAt(reading.window, [from, to + 1]).map((part) =>
			part.from === from && part.to === to ? pilot : reading.part(part, 'held'),
		);
		this.timeline.replace(reading, parts);
	}
}
