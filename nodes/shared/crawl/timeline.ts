import type { EpochMilliseconds } from '../contracts';
import { meanDensity } from './density';
import { recordsByPilot } from './pilot';
import type { Window } from './window';
import { PAGE_SIZE, WindowReading } from './windowReading';

export const SIDES = ['newer', 'older'] as const;
export type Side = (typeof SIDES)[number];

/** What lies on one side of a window. */
interface Neighbour {
	/** The nearest window that was looked at; null where there is none */
	reading: WindowReading | null;
	/** Windows in between, of which nothing is read */
	unread: number;
}

/** The windows of a list, oldest first: together they are all of it. */
export class Timeline implements Iterable<WindowReading> {
	private readonly readings: WindowReading[];

	constructor(windows: readonly Window[], now: EpochMilliseconds) {
		this.readings = windows
			.map((window) => new WindowReading(window, now, 'unknown'))
			.sort((a, b) => a.range.from - b.range.from);
	}

	[Symbol.iterator](): Iterator<WindowReading> {
		return this.readings.values();
	}

	/** Whether a window is still to be read: one that was cut is not. */
	isOpen(reading: WindowReading): boolean {
		return reading.progress !== 'done' && this.readings.includes(reading);
	}

	/** Puts the parts of a window into its place, oldest first; held windows that touch become one. */
	replace(reading: WindowReading, parts: readonly WindowReading[]): void {
		this.readings.splice(this.readings.indexOf(reading), 1, ...parts);
		for (let index = this.readings.length - 1; index > 0; index -= 1) {
			const [older, newer] = [this.readings[index - 1], this.readings[index]];
			if (older?.progress !== 'held' || newer?.progress !== 'held') continue;
			const both = older.part({ from: older.window.from, to: newer.window.to }, 'held');
			this.readings.splice(index - 1, 2, both);
		}
	}

	/** Records that a window is likely to hold which is held, or whose pilot was looked at. */
	recordsOf(reading: WindowReading): number {
		const { older, newer } = this.densitiesBeside(reading);
		const { range, pilot, pages, width } = reading;
		if (pilot === null) return meanDensity(older, newer) * width;
		if (pages > 1) return recordsByPilot(pilot, reading);
		const records =
			meanDensity(older, pilot.density) * (pilot.range.from - range.from) +
			pilot.density * pilot.width +
			meanDensity(pilot.density, newer) * (range.to - pilot.range.to);
		return Math.max(1.5 * PAGE_SIZE, records);
	}

	/** How dense the nearest windows are that were looked at; at an end of the list, as on the other side. */
	densitiesBeside(reading: WindowReading): Record<Side, number> {
		const older = this.neighbourOf(reading, 'older').reading?.density;
		const newer = this.neighbourOf(reading, 'newer').reading?.density;
		return { older: older ?? newer ?? 0, newer: newer ?? older ?? 0 };
	}

	neighbourOf(reading: WindowReading, side: Side): Neighbour {
		const step = side === 'older' ? -1 : 1;
		let index = this.readings.indexOf(reading) + step;
		let unread = 0;
		while (this.readings[index]?.pages === 0) {
			index += step;
			unread += 1;
		}
		return { reading: this.readings[index] ?? null, unread };
	}
}
