import { at, holds, type Range } from './window';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** Records read of a window that its pilot holds as well. */
const COVERED = 4;

/**
 * Part of the width of a window that its pilot has at least, when a single page of it was read: a moment with
 * many records is no measure.
 */
const LEAST_WIDTH = 1 / 250;

/**
 * A narrow range in which to count the records, so that the length of the window can be judged: around the
 * middle of the records read of it, where there are some for sure.
 */
export function pilotRange({ createdAt, range, width, pages }: WindowReading): Range {
	const sorted = [...createdAt].sort((a, b) => a - b);
	const first = Math.floor((sorted.length - COVERED) / 2);
	const [from, to] = [at(sorted, first), at(sorted, first + COVERED)];
	const least = pages > 1 ? 0 : width * LEAST_WIDTH;
	const missing = Math.max(0, Math.ceil((least - (to - from)) / 2));
	return { from: Math.max(range.from, from - missing), to: Math.min(range.to, to + missing) };
}

/**
 * Records that a window of several pages is likely to hold: as few of those read lie in the pilot, so few of
 * all do. A single page says nothing of this, because lists are ordered by stage.
 */
export function recordsByPilot(pilot: WindowReading, { createdAt, pages }: WindowReading): number {
	const counted = pilot.density * pilot.width;
	const seen = createdAt.filter((date) => holds(pilot.window, date)).length;
	return Math.max((pages + 2) * PAGE_SIZE, (counted * createdAt.length) / Math.max(1, seen));
}
