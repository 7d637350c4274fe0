/** A token bucket per caller (lever-api.md §2.1). */
export interface RateLimit {
	/** Requests per second in the long run */
	perSecond: number;
	/** Requests at once after a pause */
	burst: number;
	/** Whether 429 carries `Retry-After: 1`; Lever was never seen to send it. Default false */
	retryAfter?: boolean;
	/** Whether every bucket begins without a token, as after other programs used the same key. Default false */
	startEmpty?: boolean;
}

export const LEVER_RATE_LIMIT: RateLimit = { perSecond: 10, burst: 20 };

interface Bucket {
	tokens: number;
	filledAt: number;
}

export class RateLimiter {
	private readonly buckets = new Map<string, Bucket>();
	private limit: RateLimit | false;
	private readonly clock: () => number;

	/** @param clock milliseconds that only grow */
	constructor(limit: RateLimit | false, clock: () => number = () => performance.now()) {
		this.limit = limit;
		this.clock = clock;
	}

	/** What applies now; false = no limit */
	get current(): RateLimit | false {
		return this.limit;
	}

	/** Sets another limit; every bucket begins anew. */
	change(limit: RateLimit | false): void {
		this.limit = limit;
		this.buckets.clear();
	}

	/** Headers of a 429 */
	get refusalHeaders(): Record<string, string> {
		return this.limit !== false && this.limit.retryAfter === true ? { 'retry-after': '1' } : {};
	}

	/** Takes one token; false when the bucket is empty. */
	take(bucketName: string): boolean {
		if (this.limit === false) return true;
		const now = this.clock();
		const { perSecond, burst, startEmpty } = this.limit;
		const first = { tokens: startEmpty === true ? 0 : burst, filledAt: now };
		const bucket = this.buckets.get(bucketName) ?? first;
		const refilled = bucket.tokens + ((now - bucket.filledAt) / 1000) * perSecond;
		const tokens = Math.min(burst, refilled);
		const allowed = tokens >= 1;
		this.buckets.set(bucketName, { tokens: allowed ? tokens - 1 : tokens, filledAt: now });
		return allowed;
	}
}
