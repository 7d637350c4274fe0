import { waitFor, type Clock } from './clock';

export interface PaceLimits {
	/** Steady rate */
	requestsPerSecond: number;
	/** Requests that may go out at once after a quiet time; at least 1 */
	burst: number;
}

/** Lever's documented limits (lever-api.md §2.1). */
export const DEFAULT_PACE: PaceLimits = { requestsPerSecond: 10, burst: 20 };

/**
 * Part of the burst that is not used: some requests take longer to Lever than others, the first one most of
 * all, so that Lever may count them closer together than they were sent. A 429 costs more time than this.
 */
const KEPT_BACK = 0.1;

/**
 * A token bucket for one node run, written as a schedule (GCRA): instead of counting tokens it keeps the
 * time at which the bucket would be full again, so that nothing needs a timer.
 * Requests leave in the order in which they asked.
 */
export class Pace {
	private readonly interval: number;

	private readonly tolerance: number;

	private fullAgainAt = Number.NEGATIVE_INFINITY;

	private heldUntil = Number.NEGATIVE_INFINITY;

	constructor(
		limits: PaceLimits,
		private readonly clock: Clock,
	) {
		this.interval = 1000 / limits.requestsPerSecond;
		this.tolerance = (limits.burst - Math.floor(limits.burst * KEPT_BACK) - 1) * this.interval;
	}

	/**
	 * Resolves when one request may go out.
	 *
	 * @throws LeverReadError with reason `cancelled` when the signal fires before
	 */
	async take(signal?: AbortSignal): Promise<void> {
		do {
			const now = this.clock.elapsed();
			const emptyUntil = Math.max(this.fullAgainAt, now);
			this.fullAgainAt = emptyUntil + this.interval;
			await waitFor(this.clock, emptyUntil - this.tolerance - now, signal);
		} while (this.clock.elapsed() < this.heldUntil);
	}

	/**
	 * Holds every request back, those that already wait included, and lets the bucket refill from empty:
	 * what one stream learns from a 429 holds for all streams of the run.
	 */
	hold(milliseconds: number): void {
		this.heldUntil = Math.max(this.heldUntil, this.clock.elapsed() + milliseconds);
		this.fullAgainAt = Math.max(this.fullAgainAt, this.heldUntil + this.tolerance);
	}
}
