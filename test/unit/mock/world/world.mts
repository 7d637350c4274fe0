import type { Scenario } from '../../../../mock-lever/scenarios/load.mts';
import { loadScenario } from '../../../../mock-lever/scenarios/load.mts';
import { LeverStore } from '../../../../mock-lever/server/store.mts';
import type { WorldEvent } from '../../../../mock-lever/world/events.mts';
import { MockClock } from '../../../../mock-lever/world/clock.mts';
import { createWorld } from '../../../../mock-lever/world/world.mts';
import { AS_OF } from '../client.mts';

const scenarios = new Map<string, Scenario>();

/** Building a scenario takes longer than copying it. */
function scenarioOf(name: string): Scenario {
	const known = scenarios.get(name) ?? loadScenario(name, AS_OF);
	scenarios.set(name, known);
	return structuredClone(known);
}

/** An account in which every look at the clock is a second later than the last. */
export function worldOf(scenario = 'golden') {
	const { db, companion, asOf } = scenarioOf(scenario);
	let elapsed = 0;
	const clock = new MockClock(asOf, () => (elapsed += 1000));
	const world = createWorld({ store: new LeverStore(db), companion, now: clock.now });
	const events: WorldEvent[] = [];
	world.onEvent((event) => events.push(event));
	return { world, events, asOf, database: () => world.store.database() };
}

export function first<T>(list: readonly T[], wanted: (record: T) => boolean = () => true): T {
	const found = list.find(wanted);
	if (found === undefined) throw new Error('The scenario has no such record.');
	return found;
}
