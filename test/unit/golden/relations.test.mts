import { describe, expect, it } from 'vitest';
import { loadScenario } from '../../../mock-lever/scenarios/load.mts';
import { EVIDENCE_DATES, goldenFiles } from './goldenFiles.mts';
import { businessDaysBetween, daysBetween, evidenceDay, peopleOf } from './measure.mts';
import type { Person } from './measure.mts';
import { HELD } from './held.mts';

/** Measures what a file's title claims, as dates come out of the loader. */
const MEASURES: Record<string, (person: Person, today: string) => number> = {
	acceptanceToStart: ({ accepted, start }) => daysBetween(accepted, start),
	startToCompletion: ({ start, completed }) => daysBetween(start, completed),
	startToCompletionUtc: ({ start, completedUtc }) => daysBetween(start, completedUtc),
	offerToOrder: ({ offered, ordered }) => daysBetween(offered, ordered),
	startToOrder: ({ start, ordered }) => daysBetween(start, ordered),
	todayToStart: ({ start }, today) => daysBetween(today, start),
	businessDaysToStart: ({ start }, today) => businessDaysBetween(today, start),
	startToActual: ({ start, actual }) => daysBetween(start, actual),
	startToArchive: ({ start, archived }) => daysBetween(start, archived),
	todayToArchive: ({ archived }, today) => daysBetween(today, archived),
	todayToAcceptance: ({ accepted }, today) => daysBetween(today, accepted),
	businessDaysSinceEnd: ({ end }, today) => businessDaysBetween(end, today),
	businessDaysToDeactivation: ({ end, deactivated }) => businessDaysBetween(end, deactivated),
	startToApproval: ({ start, approved }) => daysBetween(start, approved),
	endToApproval: ({ end, approved }) => daysBetween(end, approved),
	todayToExpiry: ({ expires }, today) => daysBetween(today, expires),
};

const scenarios = EVIDENCE_DATES.map((asOf) => ({ asOf, scenario: loadScenario('golden', asOf) }));

describe('what the titles claim holds around every evidence date', () => {
	it.each(HELD)(
		'$file $person: $measure between $from and $to',
		({ file, person, measure, from, to, record }) => {
			const golden = goldenFiles.find((each) => each.number === file);
			const take = MEASURES[measure];
			if (golden === undefined || take === undefined) throw new Error(`${file} ${measure}`);
			for (const { asOf, scenario } of scenarios) {
				const found = peopleOf(scenario, golden, record).get(person);
				if (found === undefined) throw new Error(`${file} has no ${person}`);
				const value = take(found, evidenceDay(asOf));
				expect(value, `${asOf} ${golden.name}`).toBeGreaterThanOrEqual(from);
				expect(value, `${asOf} ${golden.name}`).toBeLessThanOrEqual(to);
			}
		},
	);
});
