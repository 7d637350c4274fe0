import { describe, expect, it } from 'vitest';

import { mapConcurrently } from '../../../nodes/shared/transport/pacing/concurrency.ts';
import { fc, test } from './fastCheck.mts';
import { rejection } from './support.mts';

describe('mapConcurrently', () => {
	test.prop([
		fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 30 }),
		fc.integer({ min: 1, max: 8 }),
	])('keeps the order and the limit', async (delays, limit) => {
		let running = 0;
		let most = 0;
		const results = await mapConcurrently(delays, limit, async (delay, index) => {
			running += 1;
			most = Math.max(most, running);
			for (let turn = 0; turn < delay; turn++) await Promise.resolve();
			running -= 1;
			return index * 10 + delay;
		});
		expect(results).toEqual(delays.map((delay, index) => index * 10 + delay));
		expect(most).toBeLessThanOrEqual(limit);
	});

	it('starts nothing after a rejection, and waits for what runs', async () => {
		const started: number[] = [];
		const finished: number[] = [];
		const error = await rejection(
			mapConcurrently([0, 1, 2, 3, 4, 5], 2, async (entry) => {
				started.push(entry);
				if (entry === 0) throw new Error('first');
				await new Promise((resolve) => setImmediate(resolve));
				finished.push(entry);
			}),
		);
		expect(error).toMatchObject({ message: 'first' });
		expect(started).toEqual([0, 1]);
		expect(finished).toEqual([1]);
	});

	it('gives an empty list for none', async () => {
		expect(await mapConcurrently([], 4, async () => await Promise.resolve(1))).toEqual([]);
	});
});
