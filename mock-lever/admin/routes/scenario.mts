import { SCENARIOS } from '../../scenarios/load.mts';
import type { AdminParts, AdminRoute } from '../parts.mts';
import { readChoice } from '../scenarioSwitch.mts';

function stateOf({ world, scenario, log, webhooks }: AdminParts) {
	const counts = Object.entries(world.store.database()).map(([name, records]) => [
		name,
		records.length,
	]);
	return {
		scenario: scenario.current,
		now: new Date(world.now()).toISOString(),
		counts: Object.fromEntries(counts) as Record<string, number>,
		requests: { kept: log.entries.length, dropped: log.dropped },
		webhooks: webhooks.enabled,
	};
}

/** What the mock holds, and other data instead. */
export const scenarioRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/state',
		about: 'Scenario, time, and how many records there are',
		answer: stateOf,
	},
	{
		method: 'GET',
		path: '/scenarios',
		about: 'Every scenario there is',
		answer: () => ({
			scenarios: Object.entries(SCENARIOS).map(([name, { about }]) => ({ name, about })),
		}),
	},
	{
		method: 'POST',
		path: '/scenario',
		about: 'Loads a scenario: {"scenario": "generated", "size": 5000, "seed": 7}',
		answer(parts, { body }) {
			parts.scenario.load(readChoice(body));
			return stateOf(parts);
		},
	},
	{
		method: 'POST',
		path: '/reset',
		about: 'Loads the data that the mock started with, and removes every fault',
		answer(parts) {
			parts.scenario.reset();
			return stateOf(parts);
		},
	},
];
