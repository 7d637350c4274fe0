/** A token bucket per caller (lever-api.md §2.1). */
export interface RateLimit {
	/** Requests per second in the long run */
	perSecond: number;
	/** Requests at once after a pause */
	burst: number;
	/** Whether 429 carries `Retry-After: 1`; Lever was never seen to send it. Default false */
	retryAfter?: boolean;
}

export const LEVER_RATE_LIMIT: RateLimit = { perSecond: 10, burst: 20 };

interface Bucket {
	tokens: number;
	filledAt: number;
}

export class RateLimiter {
	private readonly buckets = new Map<string, Bucket>();
	private readonly limit: RateLimit | false;
	private readonly clock: () => number;

	/** @param clock milliseconds that only grow */
	constructor(limit: RateLimit | false, clock: () => number = () => performance.now()) {
		this.limit = limit;
		this.clock = clock;
	}

	/** Whether 429 says when to come back */
	get announces(): boolean {
		return this.limit !== false && this.limit.retryAfter === true;
	}

	/** Takes one token; false when the bucket is empty. */
	take(caller: string): boolean {
		if (this.limit === false) return true;
		const now = this.clock();
		const { perSecond, burst } = this.limit;
		const bucket = this.buckets.get(caller) ?? { tokens: burst, filledAt: now };
		const refilled = bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond;
		const tokens = Math.min(burst, refilled);
		const allowed = tokens >= 1;
		this.buckets.set(caller, { tokens: allowed ? tokens - 1 : tokens, filledAt: now });
		return allowed;
	}
}
