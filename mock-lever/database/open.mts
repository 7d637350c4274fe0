import { existsSync } from 'node:fs';
import type { FaultRule } from '../faults/rule.mts';
import type { GeneratedOptions } from '../scenarios/company/options.mts';
import { readInstant } from '../scenarios/clock.mts';
import { loadScenario } from '../scenarios/load.mts';
import type { Account } from './account.mts';
import { readAccount } from './read.mts';

export interface AccountOptions extends GeneratedOptions {
	/** A name of `SCENARIOS`; default `golden` */
	scenario?: string;
	/** Evidence date that all data is arranged around, ISO 8601 with offset; default: now */
	asOf?: string;
	/**
	 * Keeps the account: one that is there is loaded as it stands, and `scenario` does not count; else it is
	 * begun with the scenario. What changes while the mock runs is saved there.
	 */
	databaseFile?: string;
}

export interface OpenedAccount extends Account {
	/** What the scenario lets go wrong; nothing for an account from a file */
	faults: readonly FaultRule[];
	/** Whether it was made just now */
	isNew: boolean;
}

/**
 * The account a mock starts with.
 *
 * @throws Error with a sentence: unknown scenario, unreadable date, or what is wrong in which file
 */
export function openAccount(options: AccountOptions): OpenedAccount {
	const { databaseFile, asOf = new Date().toISOString() } = options;
	if (databaseFile === undefined || !existsSync(databaseFile)) {
		const {
			asOf: moment,
			db,
			companion,
			faults,
		} = loadScenario(options.scenario ?? 'golden', asOf, options);
		return { asOf: moment, db, companion, faults, isNew: true };
	}
	const account = readAccount(databaseFile);
	const moment = options.asOf === undefined ? account.asOf : readInstant(options.asOf);
	return { ...account, asOf: moment, faults: [], isNew: false };
}
