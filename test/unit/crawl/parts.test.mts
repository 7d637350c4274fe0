import { describe, expect, it } from 'vitest';

import { cutOff } from '../../../nodes/shared/crawl/cutOff.ts';
import { meanDensity } from '../../../nodes/shared/crawl/density.ts';
import { pilotRange } from '../../../nodes/shared/crawl/pilot.ts';
import { Timeline } from '../../../nodes/shared/crawl/timeline.ts';
import type { WindowReading } from '../../../nodes/shared/crawl/windowReading.ts';
import { fc, test } from '../transport/fastCheck.mts';

const WIDTH = 1_000_000;

/** A held window between two that were read and held so many records. */
function heldBetween(olderRecords: number, newerRecords: number) {
	const windows = [0, 1, 2].map((index) => ({ from: index * WIDTH, to: (index + 1) * WIDTH - 1 }));
	const timeline = new Timeline(windows, 3 * WIDTH);
	const [older, held, newer] = [...timeline];
	if (!older || !held || !newer) throw new Error('There are not three windows');
	older.take(dates(olderRecords, 0), true);
	newer.take(dates(newerRecords, 2 * WIDTH), true);
	held.progress = 'held';
	return { timeline, held };
}

const dates = (count: number, from: number) => Array.from({ length: count }, (_, i) => from + i);

const windowsOf = (timeline: Timeline) => [...timeline].map(({ window }) => window);

describe('a part of a held window', () => {
	test.prop([fc.nat(5000), fc.nat(5000), fc.integer({ min: 1, max: 30 })], 300)(
		'leaves nothing out, whatever lies beside it',
		(olderRecords, newerRecords, pages) => {
			const { timeline, held } = heldBetween(olderRecords, newerRecords);
			const part = cutOff(timeline, held, pages);
			expect(part).not.toBeNull();
			let from: number | null = 0;
			for (const window of windowsOf(timeline)) {
				expect(window.from).toBe(from);
				from = (window.to ?? Number.NaN) + 1;
			}
			expect(from).toBe(3 * WIDTH);
		},
	);

	it('lies beside the denser neighbour and is as wide as its density says', () => {
		const { timeline, held } = heldBetween(100, 4000);
		const part = cutOff(timeline, held, 10);
		expect(part?.window).toEqual({ from: 2 * WIDTH - WIDTH / 4, to: 2 * WIDTH - 1 });
		expect(part?.expected).toBe(1000);
	});

	it('is all of it where it is short, or where nothing is known but empty windows', () => {
		const short = heldBetween(300, 300);
		expect(cutOff(short.timeline, short.held, 5)).toMatchObject({ expected: 300 });
		const empty = heldBetween(0, 0);
		expect(cutOff(empty.timeline, empty.held, 5)).toMatchObject({ progress: 'unknown' });
		expect(windowsOf(short.timeline)).toEqual(windowsOf(empty.timeline));
	});

	it('waits when two before it have not been looked at', () => {
		const { timeline, held } = heldBetween(100, 9000);
		const rest = () => [...timeline].find(({ progress }) => progress === 'held') as WindowReading;
		expect(cutOff(timeline, held, 10)).not.toBeNull();
		expect(cutOff(timeline, rest(), 10)).not.toBeNull();
		expect(cutOff(timeline, rest(), 10)).toBeNull();
	});
});

describe('a pilot', () => {
	test.prop([fc.array(fc.nat(WIDTH - 1), { minLength: 1, maxLength: 100 })], 300)(
		'lies inside its window and holds some of the records read',
		(createdAt) => {
			const [reading] = new Timeline([{ from: 0, to: WIDTH - 1 }], WIDTH);
			reading?.take(createdAt, false);
			if (!reading) throw new Error('There is no window');
			const { from, to } = pilotRange(reading);
			expect(from).toBeGreaterThanOrEqual(0);
			expect(to).toBeLessThan(WIDTH);
			expect(Number.isInteger(from) && Number.isInteger(to)).toBe(true);
			expect(createdAt.some((date) => date >= from && date <= to)).toBe(true);
		},
	);
});

describe('the mean density between two places', () => {
	test.prop([
		fc.double({ min: 0, max: 9, noNaN: true }),
		fc.double({ min: 0, max: 9, noNaN: true }),
	])('lies between the two', (one, other) => {
		const mean = meanDensity(one, other);
		expect(mean).toBeGreaterThanOrEqual(Math.min(one, other));
		expect(mean).toBeLessThanOrEqual(Math.max(one, other) + 1e-9);
	});
});
