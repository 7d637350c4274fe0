import { describe, expect, it } from 'vitest';

import {
	boundsOf,
	cutAt,
	firstWindows,
	queryWithin,
	type Window,
} from '../../../nodes/shared/crawl/window.ts';
import { fc, test } from '../transport/fastCheck.mts';
import { NOW } from './support/companies.mts';

const date = fc.integer({ min: -1_000_000, max: 1_000_000 });
const bound = fc.option(date, { nil: null });

/** Every date from the whole stands in exactly one of the windows. */
function expectPartition(whole: Window, windows: readonly Window[]): void {
	expect(windows[0]?.from).toBe(whole.from);
	expect(windows.at(-1)?.to).toBe(whole.to);
	for (const [index, { from, to }] of windows.entries()) {
		if (from !== null && to !== null) expect(from).toBeLessThanOrEqual(to);
		const next = windows[index + 1];
		if (next !== undefined) expect(next.from).toBe((to ?? Number.NaN) + 1);
	}
}

describe('windows', () => {
	test.prop([bound, bound, fc.array(date, { maxLength: 20 })], 500)(
		'cut anywhere are disjoint and leave nothing out',
		(one, other, cuts) => {
			const isReversed = one !== null && other !== null && one > other;
			const whole = isReversed ? { from: other, to: one } : { from: one, to: other };
			const sorted = [...cuts].sort((a, b) => a - b);
			expectPartition(whole, cutAt(whole, sorted));
		},
	);

	test.prop([fc.option(fc.integer({ min: 0, max: 2 * NOW }), { nil: null })], 300)(
		'that a list is looked at with first are disjoint and leave nothing out',
		(to) => {
			const whole = { from: null, to };
			expectPartition(whole, firstWindows(whole, NOW).reverse());
		},
	);

	it('look at a list whose past ends at a date as one', () => {
		expect(firstWindows({ from: 5, to: null }, NOW)).toEqual([{ from: 5, to: null }]);
	});

	it('keep the filters of the list, and replace its own dates', () => {
		expect(queryWithin({ tag: ['a'], created_at_start: 1 }, { from: 5, to: 9 })).toEqual({
			tag: ['a'],
			created_at_start: 5,
			created_at_end: 9,
		});
		expect(queryWithin({ tag: ['a'] }, { from: null, to: null })).toEqual({ tag: ['a'] });
	});

	it.each([
		[{}, { from: null, to: null }],
		[{ created_at_start: 3 }, { from: 3, to: null }],
		[{ created_at_end: 3 }, { from: null, to: 3 }],
		[{ created_at_start: '3' }, null],
		[{ created_at_end: [3] }, null],
		[{ created_at_end: 3.5 }, null],
	])('stay within the dates of the filters: %j', (query, bounds) => {
		expect(boundsOf(query)).toEqual(bounds);
	});
});
