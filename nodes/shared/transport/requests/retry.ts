import type { ReadFailureReason } from '../../contracts';
import { throwIfCancelled, waitFor, type Clock } from '../pacing/clock';
import { LeverReadError } from '../faults/leverReadError';

export interface RetryLimits {
	/** Tries per reason, the first one included; a reason that is not named is not tried again */
	attempts: Partial<Record<ReadFailureReason, number>>;
	/** First wait, doubled with every try, in ms */
	firstWaitMs: number;
	/** Longest single wait when Lever names none, in ms */
	longestWaitMs: number;
	/** All waits of one request together, in ms: a waiting node occupies a worker (n8n-node-standards.md §5.2) */
	totalWaitMs: number;
}

/** 429 may last as long as others use the same key; a host that is not there is reported soon. */
export const DEFAULT_RETRY: RetryLimits = {
	attempts: { rateLimited: 10, serverFault: 5, network: 4 },
	firstWaitMs: 500,
	longestWaitMs: 20_000,
	totalWaitMs: 120_000,
};

interface RetryTools {
	limits: RetryLimits;
	clock: Clock;
	signal?: AbortSignal;
	/** Called for every answer that did not work */
	onFault(fault: LeverReadError): void;
	/** Called before each wait */
	onRetry(fault: LeverReadError, waitMs: number): void;
}

/**
 * Runs a request until it works or may not be tried again. 4xx other than 408 and 429 never is.
 *
 * @throws LeverReadError of the last try
 */
export async function withRetry<T>(request: () => Promise<T>, tools: RetryTools): Promise<T> {
	const { limits, clock, signal } = tools;
	let waited = 0;
	for (let attempt = 1; ; attempt++) {
		throwIfCancelled(signal);
		const outcome = await settle(request);
		if ('value' in outcome) return outcome.value;

		const { fault } = outcome;
		tools.onFault(fault);
		throwIfCancelled(signal);
		const waitMs = waitBefore(attempt, fault, limits, clock.random());
		if (attempt >= (limits.attempts[fault.failure.reason] ?? 1)) throw fault;
		if (waited + waitMs > limits.totalWaitMs) throw fault;
		waited += waitMs;
		tools.onRetry(fault, waitMs);
		await waitFor(clock, waitMs, signal);
	}
}

/** Half of the wait is fixed, half random, so that parallel streams do not come back together. */
function waitBefore(
	attempt: number,
	fault: LeverReadError,
	limits: RetryLimits,
	random: number,
): number {
	const backOff = Math.min(limits.firstWaitMs * 2 ** (attempt - 1), limits.longestWaitMs);
	const spread = backOff / 2 + (backOff / 2) * random;
	if (fault.retryAfterMs === undefined) return spread;
	return fault.retryAfterMs + (limits.firstWaitMs / 2) * random;
}

type Outcome<T> = { value: T } | { fault: LeverReadError };

/** Anything that is not a LeverReadError is a defect of ours and goes up as it is. */
async function settle<T>(request: () => Promise<T>): Promise<Outcome<T>> {
	return await request().then(
		(value) => ({ value }),
		(error: unknown) => {
			if (error instanceof LeverReadError) return { fault: error };
			throw error;
		},
	);
}
