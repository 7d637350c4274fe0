import { cutAt, evenCuts, type Range, type Window } from './window';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** Pages that a pilot is likely to have. */
const PILOT_PAGES = 5;

/** A window with fewer pages than this many pilots is cut without any. */
const FEWEST_PILOTS = 4;

/** The parts of a window that is cut: one at each end is read first, to show what lies between. */
export interface Family {
	older: WindowReading;
	newer: WindowReading;
	/** What lies between; cut when both are read */
	held: WindowReading;
}

/** Windows of a family, oldest first: a pilot, what is held, and another pilot; null when it is too short for that. */
export function pilotWindows({ window, range, expected }: WindowReading): Window[] | null {
	const pilots = Math.floor((expected ?? 0) / PAGE_SIZE / PILOT_PAGES);
	if (pilots < FEWEST_PILOTS) return null;
	const cuts = evenCuts(range, pilots);
	const [first, last] = [cuts.at(0), cuts.at(-1)];
	if (first === undefined || last === undefined || first >= last) return null;
	return cutAt(window, [first, last]);
}

/** Densities that differ more than this do not change evenly in between: one side may be empty. */
const EVEN_CHANGE = 5;

/** What is held, as the pilots show it. */
export interface HeldParts {
	/** To be cut so that the parts hold as many records each; densities in records per ms */
	dense: { window: Window; range: Range; oldestDensity: number; newestDensity: number };
	/** Its half next to a pilot with far fewer records, which may hold next to nothing; null where there is none */
	sparse: Window | null;
}

/** What the pilots show of the window between them. */
export function heldParts({ older, newer, held }: Family): HeldParts {
	const { window, range } = held;
	const [oldestDensity, newestDensity] = [older.density, newer.density];
	const most = Math.max(oldestDensity, newestDensity);
	if (most === 0 || Math.min(oldestDensity, newestDensity) * EVEN_CHANGE >= most) {
		return { dense: { window, range, oldestDensity, newestDensity }, sparse: null };
	}
	const [middle = range.from] = evenCuts(range, 2);
	const [olderHalf, newerHalf] = cutAt(window, [middle]);
	const densities = { oldestDensity: most, newestDensity: most };
	if (olderHalf === undefined || newerHalf === undefined) {
		return { dense: { window, range, ...densities }, sparse: null };
	}
	if (newestDensity > oldestDensity) {
		const newerRange = { from: middle, to: range.to };
		return { dense: { window: newerHalf, range: newerRange, ...densities }, sparse: olderHalf };
	}
	const olderRange = { from: range.from, to: middle - 1 };
	return { dense: { window: olderHalf, range: olderRange, ...densities }, sparse: newerHalf };
}
