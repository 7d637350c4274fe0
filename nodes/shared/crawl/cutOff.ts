import { isFarBelow } from './density';
import { SIDES, type Side, type Timeline } from './timeline';
import { cutAt } from './window';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** A held window that is likely to be no longer than this many parts is not cut. */
const WHOLE = 1.25;

/** Parts beside each other that are begun before one of them shows that it is as dense as was thought. */
const MOST_UNREAD = 1;

/** A part is at most this many times as wide as its neighbour, as long as that is not read to its end. */
const GROWTH = 2;

/**
 * Cuts a part off a held window. It lies beside the denser neighbour and is taken to be as dense, so that it
 * is rather too short than too long.
 *
 * @param pages that the part is to have
 * @returns null when something beside the window must be read first
 */
export function cutOff(
	timeline: Timeline,
	held: WindowReading,
	pages: number,
): WindowReading | null {
	const densities = timeline.densitiesBeside(held);
	const most = Math.max(densities.older, densities.newer);
	const parts = (most * held.width) / PAGE_SIZE / pages;
	if (parts <= WHOLE) return wholeOf(timeline, held, most * held.width);
	const side = sideToCut(timeline, held);
	if (side === null) return null;
	const beside = timeline.neighbourOf(held, side).reading;
	const widest = beside === null || beside.progress === 'done' ? Infinity : GROWTH * beside.width;
	const even = Math.floor(held.width / Math.max(2, Math.round(parts)));
	const width = Math.max(1, Math.min(even, widest));
	const { from, to } = held.range;
	const [older, newer] = cutAt(held.window, [side === 'older' ? from + width : to - width + 1]);
	if (older === undefined || newer === undefined) return null;
	const [cut, rest] = side === 'older' ? [older, newer] : [newer, older];
	const part = held.part(cut, 'reading', densities[side] * width);
	const left = held.part(rest, 'held');
	timeline.replace(held, side === 'older' ? [part, left] : [left, part]);
	return part;
}

/** What lies between windows without any record may be empty too, or anything. */
function wholeOf(timeline: Timeline, held: WindowReading, records: number): WindowReading {
	const whole =
		records === 0
			? held.part(held.window, 'unknown')
			: held.part(held.window, 'reading', Math.max(PAGE_SIZE, records));
	timeline.replace(held, [whole]);
	return whole;
}

function sideToCut(timeline: Timeline, held: WindowReading): Side | null {
	const densities = timeline.densitiesBeside(held);
	const most = Math.max(densities.older, densities.newer);
	const sides = [...SIDES].sort((a, b) => densities[b] - densities[a]);
	for (const side of sides) {
		if (isFarBelow(densities[side], most)) continue;
		if (timeline.neighbourOf(held, side).unread <= MOST_UNREAD) return side;
	}
	return null;
}
