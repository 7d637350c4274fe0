import type { KeyDesk } from '../access/keyDesk.mts';
import type { Faults } from '../faults/faults.mts';
import type { GeneratedOptions } from '../scenarios/company/options.mts';
import { COMPANY_SHAPES } from '../scenarios/company/options.mts';
import type { Scenario } from '../scenarios/load.mts';
import { loadScenario, SCENARIOS, scenarioName } from '../scenarios/load.mts';
import type { Companion } from '../scenarios/records.mts';
import type { Cursors } from '../server/cursors.mts';
import type { LeverStore } from '../server/store.mts';
import type { MockClock } from '../world/clock.mts';
import { refuseStrangers } from './members.mts';
import { AdminRefusal } from './refusal.mts';

/** A scenario and how it is made. */
export interface ScenarioChoice extends GeneratedOptions {
	scenario: string;
	/** Evidence date, ISO 8601 with offset; left out: the moment of loading */
	asOf?: string;
}

export interface ScenarioSwitchParts {
	store: LeverStore;
	companion: Companion;
	clock: MockClock;
	cursors: Cursors;
	faults: Faults;
	/** Keys stay: the new account has their audit events too */
	keyDesk: KeyDesk;
}

const NUMBERS = ['seed', 'size', 'hires', 'offers'] as const;
const MEMBERS: readonly string[] = ['scenario', 'asOf', 'shape', ...NUMBERS];

/** @throws AdminRefusal for what is no choice of a scenario */
export function readChoice(body: Record<string, unknown>): ScenarioChoice {
	refuseStrangers('A scenario', MEMBERS, body);
	const { scenario, asOf, shape } = body;
	if (typeof scenario !== 'string') {
		const names = Object.keys(SCENARIOS).join(', ');
		throw new AdminRefusal(`"scenario" must be one of: ${names}.`);
	}
	if (asOf !== undefined && typeof asOf !== 'string') {
		throw new AdminRefusal('"asOf" must be a moment like 2026-11-02T06:00:00Z.');
	}
	const knownShape = COMPANY_SHAPES.find((each) => each === shape);
	if (shape !== undefined && knownShape === undefined) {
		throw new AdminRefusal(`"shape" must be one of: ${COMPANY_SHAPES.join(', ')}.`);
	}
	const numbers = NUMBERS.flatMap((name) => {
		const value = body[name];
		if (value === undefined) return [];
		if (typeof value !== 'number') throw new AdminRefusal(`"${name}" must be a number.`);
		return [[name, value] as const];
	});
	return {
		scenario: scenarioName(scenario),
		...(asOf === undefined ? {} : { asOf }),
		...(knownShape === undefined ? {} : { shape: knownShape }),
		...Object.fromEntries(numbers),
	};
}

/** What the mock started with. */
export interface FirstData {
	choice: ScenarioChoice;
	/** Whether the account is kept in a file, which other data would overwrite */
	keptInFile: boolean;
	/** Rules of the faults that are part of the scenario */
	faultIds: readonly string[];
	/** Makes the same data once more */
	load(): Pick<Scenario, 'db' | 'companion' | 'asOf' | 'faults'>;
}

/** Puts other data in the place of what is there, while the mock runs. */
export class ScenarioSwitch {
	private readonly parts: ScenarioSwitchParts;
	private readonly first: FirstData;
	private choice: ScenarioChoice;
	/** Those that go with the scenario that brought them */
	private faultIds: readonly string[];

	constructor(parts: ScenarioSwitchParts, first: FirstData) {
		this.parts = parts;
		this.first = first;
		this.choice = first.choice;
		this.faultIds = first.faultIds;
	}

	get current(): ScenarioChoice {
		return { ...this.choice };
	}

	/**
	 * Loads a scenario. Keys, tokens and faults that somebody added stay, cursors become stale.
	 *
	 * @throws Error with a sentence; the data is as before then
	 */
	load(choice: ScenarioChoice): void {
		this.mustNotBeKept();
		const asOf = choice.asOf ?? new Date().toISOString();
		this.replace(loadScenario(choice.scenario, asOf, choice));
		this.choice = choice;
	}

	/**
	 * Everything as the mock started, and no fault at work but those of the scenario.
	 *
	 * @throws AdminRefusal when the account is kept in a file
	 */
	reset(): void {
		this.mustNotBeKept();
		this.parts.faults.clear();
		this.replace(this.first.load());
		this.choice = this.first.choice;
	}

	private mustNotBeKept(): void {
		if (!this.first.keptInFile) return;
		throw new AdminRefusal(
			'This mock keeps its account in a file. Start another one without --db to load other data.',
		);
	}

	private replace({ db, companion, asOf, faults }: ReturnType<FirstData['load']>): void {
		for (const id of this.faultIds) this.parts.faults.remove(id);
		this.faultIds = faults.map((rule) => this.parts.faults.add(rule));
		this.parts.store.replace(db);
		Object.assign(this.parts.companion, companion);
		this.parts.clock.restart(asOf);
		this.parts.cursors.forget();
		this.parts.keyDesk.recordAll();
	}
}
