import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
	belongTogether,
	groupEpisodes,
	type EpisodeDates,
} from '../../../nodes/Lever/evidence/hires/episodes.ts';
import { addDays } from '../../../nodes/shared/dates/index.ts';
import { at } from './account.mts';

const NOTHING: EpisodeDates = { start: null, acceptedAt: null, hiredAt: null, otherwise: null };

function dates(parts: Partial<EpisodeDates>): EpisodeDates {
	return { ...NOTHING, ...parts };
}

const day = fc.integer({ min: 0, max: 200 });
const epoch = day.map((days) => at('2026-01-01T00:00:00Z') + days * 86_400_000);
const anyDates: fc.Arbitrary<EpisodeDates> = fc.record({
	start: fc.option(day.map((days) => addDays('2026-01-01', days))),
	acceptedAt: fc.option(epoch),
	hiredAt: fc.option(epoch),
	otherwise: fc.option(epoch),
});

interface Entry {
	id: number;
	dates: EpisodeDates;
}

const entries: fc.Arbitrary<Entry[]> = fc
	.array(anyDates, { maxLength: 8 })
	.map((all) => all.map((one, id) => ({ id, dates: one })));

function groupsOf(all: readonly Entry[]): string[] {
	return groupEpisodes(all, (entry) => entry.dates)
		.map((group) =>
			group
				.map(({ id }) => id)
				.sort((a, b) => a - b)
				.join('+'),
		)
		.sort();
}

describe('whether two opportunities are one employment', () => {
	it('is decided by the starts when both have one', () => {
		const first = dates({ start: '2026-10-01', hiredAt: at('2026-09-01T00:00:00Z') });
		expect(belongTogether(first, dates({ start: '2026-10-31' }))).toBe(true);
		expect(
			belongTogether(first, dates({ start: '2026-11-01', hiredAt: at('2026-09-01T00:00:00Z') })),
		).toBe(false);
	});

	it('compares like with like when one start is missing', () => {
		const signed = dates({
			start: '2026-11-20',
			acceptedAt: at('2026-10-01T10:00:00Z'),
			hiredAt: at('2026-10-02T10:00:00Z'),
		});
		expect(belongTogether(signed, dates({ hiredAt: at('2026-10-05T10:00:00Z') }))).toBe(true);
		expect(belongTogether(signed, dates({ acceptedAt: at('2026-10-20T10:00:00Z') }))).toBe(true);
		expect(belongTogether(signed, dates({ hiredAt: at('2026-01-05T10:00:00Z') }))).toBe(false);
	});

	it('takes acceptance, then hired archiving for a missing start', () => {
		const started = dates({ start: '2026-10-01' });
		expect(belongTogether(started, dates({ acceptedAt: at('2026-09-20T10:00:00Z') }))).toBe(true);
		expect(belongTogether(started, dates({ hiredAt: at('2026-09-20T10:00:00Z') }))).toBe(true);
		expect(
			belongTogether(
				started,
				dates({ acceptedAt: at('2026-05-20T10:00:00Z'), hiredAt: at('2026-09-20T10:00:00Z') }),
			),
		).toBe(false);
	});

	it('never joins what has no date at all', () => {
		expect(belongTogether(NOTHING, NOTHING)).toBe(false);
	});

	it('is the same from both sides', () => {
		fc.assert(
			fc.property(anyDates, anyDates, (a, b) => belongTogether(a, b) === belongTogether(b, a)),
		);
	});
});

describe('grouping into episodes', () => {
	it('loses and doubles nothing', () => {
		fc.assert(
			fc.property(entries, (all) => {
				const grouped = groupEpisodes(all, (entry) => entry.dates).flat();
				expect(grouped.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort());
			}),
		);
	});

	it('does not depend on the order', () => {
		fc.assert(
			fc.property(
				entries.chain((all) =>
					fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
				),
				([all, shuffled]) => {
					expect(groupsOf(shuffled)).toEqual(groupsOf(all));
				},
			),
		);
	});

	it('puts together every two that belong together, and never groups apart that touch', () => {
		fc.assert(
			fc.property(entries, (all) => {
				const groups = groupEpisodes(all, (entry) => entry.dates);
				const groupOf = new Map(groups.flatMap((group, index) => group.map((one) => [one, index])));
				for (const a of all) {
					for (const b of all) {
						if (a !== b && belongTogether(a.dates, b.dates)) {
							expect(groupOf.get(a)).toBe(groupOf.get(b));
						}
					}
				}
				for (const group of groups.filter(({ length }) => length > 1)) {
					for (const one of group) {
						expect(
							group.some((other) => other !== one && belongTogether(one.dates, other.dates)),
						).toBe(true);
					}
				}
			}),
		);
	});

	it('keeps the order given within and between groups', () => {
		const all: Entry[] = [
			{ id: 0, dates: dates({ start: '2026-10-01' }) },
			{ id: 1, dates: dates({ start: '2026-01-01' }) },
			{ id: 2, dates: dates({ start: '2026-10-20' }) },
		];
		const groups = groupEpisodes(all, (entry) => entry.dates);
		expect(groups.map((group) => group.map(({ id }) => id))).toEqual([[0, 2], [1]]);
	});
});
