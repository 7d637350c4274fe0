import type { EpochMilliseconds } from '../contracts';
import { at, cutAt, widthOf, type Range, type Window } from './window';
import type { WindowReading } from './windowReading';

/** How much further each window reaches that is cut beside a crowd of records. */
const STEP_AWAY = 8;

/** A window around many records that were created close together, cut up. */
export interface CutCrowd {
	/** With about as many records each */
	inside: Window[];
	/** Of nothing is known what they hold */
	beside: Window[];
}

/** Cuts a window by the creation dates of the records read of it. */
export function cutCrowd(reading: WindowReading, parts: number): CutCrowd {
	const sorted = datesInOrder(reading);
	const crowd = crowdOf(sorted);
	const inner = Array.from({ length: parts }, (_, index) =>
		at(sorted, Math.floor((index * sorted.length) / parts)),
	);
	const cuts = [...cutsBeside(crowd, reading.range), ...inner, crowd.to + 1];
	const windows = cutAt(
		reading.window,
		cuts.sort((a, b) => a - b),
	);
	const isInside = ({ from, to }: Window) =>
		from !== null && to !== null && from >= crowd.from && to <= crowd.to;
	return {
		inside: windows.filter(isInside),
		beside: windows.filter((window) => !isInside(window)),
	};
}

/** From the first of the records read to the last. */
export function crowdOf(sorted: readonly EpochMilliseconds[]): Range {
	return { from: at(sorted, 0), to: at(sorted, sorted.length - 1) };
}

/** Creation dates of the records read, oldest first. */
export function datesInOrder({ createdAt }: WindowReading): EpochMilliseconds[] {
	return [...createdAt].sort((a, b) => a - b);
}

/** Cuts on both sides, ever wider apart: more of the crowd is likely to be near. */
function cutsBeside(crowd: Range, { from, to }: Range): EpochMilliseconds[] {
	const cuts: EpochMilliseconds[] = [];
	for (let step = widthOf(crowd); crowd.from - step > from; step *= STEP_AWAY) {
		cuts.push(crowd.from - step);
	}
	for (let step = widthOf(crowd); crowd.to + step < to; step *= STEP_AWAY) {
		cuts.push(crowd.to + step);
	}
	return cuts;
}
