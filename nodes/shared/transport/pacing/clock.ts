import { sleep } from 'n8n-workflow';

import { cancelledError } from '../faults/leverReadError';

/** Where the transport takes its time from; tests give their own. */
export interface Clock {
	/** Milliseconds since 1970-01-01T00:00:00Z */
	now(): number;
	/** Milliseconds that only ever grow, whatever happens to the machine's clock */
	elapsed(): number;
	sleep(milliseconds: number): Promise<void>;
	/** At least 0, less than 1: spreads retries of parallel requests */
	random(): number;
}

export const systemClock: Clock = {
	now: () => Date.now(),
	elapsed: () => performance.now(),
	sleep: async (milliseconds) => await sleep(milliseconds),
	random: () => Math.random(),
};

/** How long a stopped execution may go on sleeping, in ms. */
const LONGEST_SLICE = 500;

/**
 * Waits in slices, because n8n has no sleep that a stopped execution ends (n8n-node-standards.md §1.3).
 *
 * @throws LeverReadError with reason `cancelled` as soon as the execution is stopped
 */
export async function waitFor(
	clock: Clock,
	milliseconds: number,
	signal?: AbortSignal,
): Promise<void> {
	let left = milliseconds;
	throwIfCancelled(signal);
	while (left > 0) {
		const slice = Math.min(left, LONGEST_SLICE);
		await clock.sleep(slice);
		left -= slice;
		throwIfCancelled(signal);
	}
}

/** @throws LeverReadError with reason `cancelled` when the execution was stopped */
export function throwIfCancelled(signal?: AbortSignal): void {
	if (signal?.aborted) throw cancelledError();
}
