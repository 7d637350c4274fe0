import type { RelativeDate } from '../situation.mts';

export const DAY = 86_400_000;

/** A moment so many milliseconds before the evidence date, as scenario data writes it. */
export function before(now: number, milliseconds: number): RelativeDate {
	const moment = Math.round(now - milliseconds);
	return {
		day: Math.floor(moment / DAY) - Math.floor(now / DAY),
		time: new Date(moment).toISOString().slice(11, 23),
	};
}
