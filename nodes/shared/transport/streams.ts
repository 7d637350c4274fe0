import type { LeverTempo } from './types';

/** However long Lever takes to answer, not more requests than this are under way at once. */
const MOST_STREAMS = 30;

/** Requests under way beyond those that the rate needs, so that none is waited for. */
const SPARE_STREAMS = 2;

/** Requests that are under way at the same time when they are sent at the full rate: rate × answer time. */
export function streamsAtFullRate({ requestsPerSecond, answerTimeMs }: LeverTempo): number {
	return Math.min((requestsPerSecond * (answerTimeMs ?? 0)) / 1000, MOST_STREAMS);
}

/** How many requests to have under way for a rate that needs so many. */
export function withSpare(streams: number): number {
	return Math.ceil(streams) + SPARE_STREAMS;
}
