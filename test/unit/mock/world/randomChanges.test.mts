import { describe, expect, it } from 'vitest';
import { CHANGES } from '../../../../mock-lever/world/changes/index.mts';
import { randomChanges } from '../../../../mock-lever/world/randomChanges.mts';
import { inconsistencies } from './consistency.mts';
import { worldOf } from './world.mts';

describe('randomChanges', () => {
	it('keeps the account consistent through thousands of changes', () => {
		const { world, database } = worldOf();
		for (const seed of [1, 2, 3]) {
			randomChanges(world, seed).make(1500);
			expect(inconsistencies(database())).toEqual([]);
		}
		expect(database().deleted_opportunities.length).toBeGreaterThan(100);
	});

	it('makes the same changes from the same seed, and others from another', () => {
		const run = (seed: number) => {
			const { world, database } = worldOf();
			return { made: randomChanges(world, seed).make(200), data: JSON.stringify(database()) };
		};
		expect(run(5)).toEqual(run(5));
		expect(run(5).made).not.toEqual(run(6).made);
	});

	it('starts an account that has nobody', () => {
		const { world, database } = worldOf('empty');
		const made = randomChanges(world, 1).make(50);
		expect(made[0]?.change).toBe('createOpportunity');
		expect(inconsistencies(database())).toEqual([]);
	});

	it('makes changes that exist', () => {
		const { world } = worldOf();
		for (const { change } of randomChanges(world, 9).make(300))
			expect(CHANGES).toHaveProperty(change);
	});
});
