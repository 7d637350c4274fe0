import { crowdOf, datesInOrder } from './crowd';
import { at, holds, type Range } from './window';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** The first probe is this small a part of its window; the next one of the same window, of that probe. */
const FIRST_PROBE = 120;
const NEXT_PROBE = 5;

/** Where in its window a probe stands, 0 = oldest: companies begin and grow, so their newer part says more. */
const PLACE = 0.6;

/** Of the records read of a window that overran, a probe around their middle covers this part. */
const CROWD_PROBE = 100;

/** What a probe with more than a page is taken to hold. */
const OVERFULL = 3 * PAGE_SIZE;

/** A narrow range in which to count the records, so that the length of the window can be judged. */
export function probeRange(reading: WindowReading): Range {
	return reading.overran ? rangeInCrowd(reading) : innerRange(reading);
}

/**
 * Records that a window is likely to hold.
 *
 * @param last whether the probe has no more than the page that was read
 * @returns null when the probe was too wide to tell
 */
export function estimateBy(
	probe: WindowReading,
	reading: WindowReading,
	last: boolean,
): number | null {
	const counted = probe.createdAt.length;
	if (reading.overran) {
		const known = reading.createdAt.filter((date) => holds(probe.window, date)).length;
		const seen = reading.createdAt.length;
		const estimate = (seen * (last ? counted : OVERFULL)) / Math.max(1, known);
		return Math.max(seen + 2 * PAGE_SIZE, estimate);
	}
	if (!last && probe.width > 1) return null;
	const estimate = ((counted + 0.5) * reading.width) / probe.width;
	return Math.max(reading.pages * PAGE_SIZE + PAGE_SIZE / 2, estimate);
}

function innerRange({ range, width, probeWidth }: WindowReading): Range {
	const narrow = probeWidth === null ? width / FIRST_PROBE : probeWidth / NEXT_PROBE;
	const probed = Math.max(1, Math.ceil(narrow));
	const from = Math.max(range.from, Math.floor(range.from + (width - 1 - probed) * PLACE));
	return { from, to: from + probed - 1 };
}

/** Few of the records read lie in it: how many of the others do shows how many others there are. */
function rangeInCrowd(reading: WindowReading): Range {
	const sorted = datesInOrder(reading);
	const covered = Math.max(4, Math.round(sorted.length / CROWD_PROBE));
	const first = Math.floor((sorted.length - covered) / 2);
	const { to } = crowdOf(sorted);
	const from = at(sorted, first);
	return { from, to: Math.max(from, Math.min(to, at(sorted, first + covered) - 1)) };
}
