import { describe, expect, it } from 'vitest';

import type { ListPlan } from '../../../../nodes/Lever/lists/listRead.ts';
import { readBatch } from '../../../../nodes/Lever/lists/readBatch.ts';
import type { Batch } from '../../../../nodes/Lever/lists/readBatch.ts';
import {
	firstState,
	listDigest,
	readState,
	writeState,
} from '../../../../nodes/Lever/lists/resumeState.ts';
import { LeverReadError } from '../../../../nodes/shared/transport/faults/leverReadError.ts';
import { fc, test } from '../../transport/fastCheck.mts';
import { broken, MovingLever } from './movingLever.mts';
import type { Candidacy } from './movingLever.mts';

const DAY = 86_400_000;

function planOf(query: ListPlan<Candidacy>['query'] = {}): ListPlan<Candidacy> {
	return {
		path: '/opportunities',
		query,
		idOf: ({ id }) => id,
		partition: 'createdAt',
		reread: true,
		digest: true,
	};
}

interface Loop {
	batches: Array<Batch<Candidacy>>;
	crashes: number;
}

/** A workflow that keeps what 'Resume From' needs as text, and begins a batch again after a crash. */
async function loop(
	lever: MovingLever,
	batchSize: number,
	between: () => void = () => undefined,
	plan = planOf(),
): Promise<Loop> {
	const list = listDigest(lever.client, plan.path, plan.query ?? {});
	const batches: Loop['batches'] = [];
	let crashes = 0;
	let stored = '';
	for (;;) {
		const state = stored === '' ? firstState(lever.clock.now()) : readState(stored, list);
		const batch = await readBatch(lever.client, plan, state, batchSize).catch((error: unknown) => {
			if (error instanceof LeverReadError) return null;
			throw error;
		});
		if (batch === null) {
			crashes += 1;
			if (crashes > 1000) throw new Error('The loop does not come to an end');
			continue;
		}
		batches.push(batch);
		if (batch.next === null) return { batches, crashes };
		stored = writeState(batch.next, list);
		between();
	}
}

const idsOf = ({ batches }: Loop) => batches.flatMap(({ records }) => records.map(({ id }) => id));

/** A company of `size` whose candidacies were created as `shape` says. */
function company(size: number, shape: Shape, random: () => number): MovingLever {
	const lever = new MovingLever();
	const now = lever.clock.now();
	for (let index = 0; index < size; index++) {
		lever.create(Math.floor(now - DAY - SHAPES[shape](random())), Math.floor(random() * 6));
	}
	return lever;
}

/** How long before yesterday, in ms, for a number from 0 to 1. */
const SHAPES = {
	even: (share: number) => share * 5 * 365 * DAY,
	skewed: (share: number) => (share < 0.8 ? share * 90 * DAY : share * 5 * 365 * DAY),
	oneMinute: (share: number) => 200 * DAY + share * 60_000,
	oneMoment: () => 300 * DAY,
	gap: (share: number) => (share < 0.5 ? share * DAY : 15 * 365 * DAY + share * DAY),
} as const;
type Shape = keyof typeof SHAPES;
const shapes = Object.keys(SHAPES) as Shape[];

/** Small seeded generator (mulberry32), so that a run can be repeated. */
function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

describe('Page by Page', () => {
	it('gives nothing that does not fit the filter, also when it reads again what changed', async () => {
		const lever = new MovingLever();
		const now = lever.clock.now();
		const minute = 60_000;
		for (let index = 0; index < 300; index++) {
			const candidacy = lever.create(now - DAY - index * minute);
			const updatedAt = now - (index < 50 ? 10 : 2) * minute;
			lever.candidacies.set(candidacy.id, { ...candidacy, updatedAt });
		}
		const ids = idsOf(
			await loop(lever, 1000, undefined, planOf({ updated_at_start: now - 5 * minute })),
		);
		expect(ids).toHaveLength(250);
		const tooOld = [...lever.candidacies.keys()].slice(0, 50);
		expect(ids.filter((id) => tooOld.includes(id))).toEqual([]);
	});

	it.each(shapes)('gives a company (%s) in batches of about the size asked for', async (shape) => {
		const lever = company(1200, shape, seeded(1));
		const run = await loop(lever, 200);
		expect(idsOf(run).sort()).toEqual([...lever.candidacies.keys()].sort());
		const largest = Math.max(...run.batches.map(({ records }) => records.length));
		expect(largest).toBeLessThanOrEqual(shape === 'oneMoment' ? 1200 : 400);
		expect(run.batches.length).toBeLessThanOrEqual(12);
	});

	it('reads a small company in one batch and few requests', async () => {
		const lever = company(30, 'even', seeded(2));
		const run = await loop(lever, 1000);
		expect(run.batches).toHaveLength(1);
		expect(lever.queries.length).toBeLessThanOrEqual(3);
	});

	it('an empty account is one empty batch', async () => {
		const run = await loop(new MovingLever(), 100);
		expect(run.batches.map(({ records, next }) => ({ records, next }))).toEqual([
			{ records: [], next: null },
		]);
	});

	it('costs few more requests than the list has pages', async () => {
		const lever = company(5000, 'even', seeded(3));
		await loop(lever, 1000);
		expect(lever.queries.length).toBeLessThanOrEqual(85);
	});

	it('stays within the dates that the filters name', async () => {
		const lever = company(800, 'even', seeded(4));
		const now = lever.clock.now();
		const [from, to] = [now - 4 * 365 * DAY, now - 365 * DAY];
		const plan = planOf({ created_at_start: from, created_at_end: to });
		const run = await loop(lever, 100, undefined, plan);
		const inside = [...lever.candidacies.values()].filter(
			({ createdAt }) => createdAt >= from && createdAt <= to,
		);
		expect(idsOf(run).sort()).toEqual(inside.map(({ id }) => id).sort());
	});

	it('goes on after a crash at any request, with nothing missing and nothing twice', async () => {
		const undisturbed = company(700, 'even', seeded(5));
		const whole = await loop(undisturbed, 120);
		for (let at = 1; at <= undisturbed.queries.length; at++) {
			const lever = company(700, 'even', seeded(5));
			lever.beforeAnswer = (request) => {
				if (request === at) throw broken();
			};
			const run = await loop(lever, 120);
			// A request that was sent ahead and is not needed any more breaks unnoticed.
			expect(run.crashes).toBeLessThanOrEqual(1);
			expect(idsOf(run).sort()).toEqual(idsOf(whole).sort());
		}
	});

	test.prop(
		[
			fc.integer({ min: 1, max: 2 ** 31 - 1 }),
			fc.integer({ min: 0, max: 900 }),
			fc.integer({ min: 1, max: 400 }),
			fc.constantFrom(...shapes),
			fc.double({ min: 0, max: 0.1, noNaN: true }),
		],
		150,
	)(
		'misses and doubles nothing while people work and runs crash',
		async (seed, size, batchSize, shape, crashRate) => {
			const random = seeded(seed);
			const lever = company(size, shape, random);
			const throughout = new Set(lever.candidacies.keys());
			const work = () => {
				const ids = [...lever.candidacies.keys()];
				const pick = () => ids[Math.floor(random() * ids.length)] ?? '';
				for (let times = Math.floor(random() * 4); times > 0; times--) {
					lever.move(pick(), Math.floor(random() * 6));
				}
				if (random() < 0.3) lever.create(lever.clock.now(), Math.floor(random() * 6));
				if (random() < 0.2) {
					const gone = pick();
					lever.candidacies.delete(gone);
					throughout.delete(gone);
				}
			};
			lever.beforeAnswer = () => {
				work();
				if (random() < crashRate) throw broken();
			};
			const given = idsOf(await loop(lever, batchSize, work));
			expect(new Set(given).size).toBe(given.length);
			const missing = [...throughout].filter((id) => !given.includes(id));
			expect(missing).toEqual([]);
		},
	);

	it("refuses a 'Resume From' that is none, or of another list", () => {
		const lever = new MovingLever();
		const list = listDigest(lever.client, '/opportunities', { tag: ['a'] });
		const text = writeState(firstState(1), list);
		expect(readState(text, list)).toEqual(firstState(1));
		expect(listDigest(lever.client, '/opportunities', { tag: ['a'], include: ['id'] })).toBe(list);
		const other = listDigest(lever.client, '/opportunities', { tag: ['b'] });
		expect(() => readState(text, other)).toThrow('other filters');
		for (const wrong of ['x', '{}', '[]', 'null', '{"version":1}', text.replace('1', '2')]) {
			expect(() => readState(wrong, list)).toThrow('is not what Page by Page gave');
		}
	});
});
