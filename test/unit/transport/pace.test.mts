import { fc, test } from './fastCheck.mts';
import { describe, expect, it } from 'vitest';

import { Pace } from '../../../nodes/shared/transport/pacing/pace.ts';
import { FakeClock, rejection } from './support.mts';

async function startTimes(count: number, pace: Pace, clock: FakeClock): Promise<number[]> {
	return await Promise.all(
		Array.from({ length: count }, async () => {
			await pace.take();
			return clock.time;
		}),
	);
}

describe('pace', () => {
	it('lets nine tenths of the burst go at once and then one per interval', async () => {
		const clock = new FakeClock();
		const times = await startTimes(
			25,
			new Pace({ requestsPerSecond: 10, burst: 20 }, clock),
			clock,
		);
		expect(times.slice(0, 18)).toEqual(Array.from({ length: 18 }, () => 0));
		expect(times.slice(18)).toEqual([100, 200, 300, 400, 500, 600, 700]);
	});

	it('gives the burst back after a quiet time, and never more than the burst', async () => {
		const clock = new FakeClock();
		const pace = new Pace({ requestsPerSecond: 10, burst: 5 }, clock);
		await startTimes(5, pace, clock);
		clock.time = 60_000;
		const times = await startTimes(7, pace, clock);
		expect(times).toEqual([60_000, 60_000, 60_000, 60_000, 60_000, 60_100, 60_200]);
	});

	it('holds everybody back after a 429, also those that were waiting already', async () => {
		const clock = new FakeClock();
		const pace = new Pace({ requestsPerSecond: 10, burst: 1 }, clock);
		await pace.take();
		const waiting = startTimes(3, pace, clock);
		pace.hold(5000);
		expect((await waiting).every((time) => time >= 5000)).toBe(true);
	});

	it('starts from an empty bucket after a hold', async () => {
		const clock = new FakeClock();
		const pace = new Pace({ requestsPerSecond: 10, burst: 20 }, clock);
		pace.hold(1000);
		expect(await startTimes(3, pace, clock)).toEqual([1000, 1100, 1200]);
	});

	it('ends a wait when the execution is stopped', async () => {
		const clock = new FakeClock();
		const stop = new AbortController();
		const pace = new Pace({ requestsPerSecond: 0.01, burst: 1 }, clock);
		await pace.take();
		const waiting = rejection(pace.take(stop.signal));
		stop.abort();
		expect(await waiting).toMatchObject({ failure: { reason: 'cancelled' } });
		expect(clock.time).toBeLessThanOrEqual(500);
	});

	test.prop([
		fc.integer({ min: 1, max: 50 }),
		fc.integer({ min: 1, max: 30 }),
		fc.integer({ min: 1, max: 60 }),
	])('never sends more than burst + rate × time', async (requestsPerSecond, burst, count) => {
		const clock = new FakeClock();
		const times = await startTimes(count, new Pace({ requestsPerSecond, burst }, clock), clock);
		for (const [index, from] of times.entries()) {
			for (const [later, to] of times.entries()) {
				if (later < index) continue;
				const allowed = burst + ((to - from) / 1000) * requestsPerSecond;
				expect(later - index + 1).toBeLessThanOrEqual(allowed + 1e-6);
			}
		}
	});
});
