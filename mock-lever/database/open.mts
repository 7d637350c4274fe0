import { existsSync } from 'node:fs';
import type { GeneratedOptions } from '../scenarios/company/options.mts';
import { readInstant } from '../scenarios/clock.mts';
import { loadScenario } from '../scenarios/load.mts';
import type { Account } from './account.mts';
import { readAccount } from './read.mts';

export interface AccountOptions extends GeneratedOptions {
	/** `golden` (default), `empty`, `no-hires`, `generated` */
	scenario?: string;
	/** Evidence date that all data is arranged around, ISO 8601 with offset; default: now */
	asOf?: string;
	/**
	 * Keeps the account: one that is there is loaded as it stands, and `scenario` does not count; else it is
	 * begun with the scenario. What changes while the mock runs is saved there.
	 */
	databaseFile?: string;
}

/**
 * The account a mock starts with.
 *
 * @throws Error with a sentence: unknown scenario, unreadable date, or what is wrong in which file
 */
export function openAccount(options: AccountOptions): Account & { isNew: boolean } {
	const { databaseFile, asOf = new Date().toISOString() } = options;
	if (databaseFile === undefined || !existsSync(databaseFile)) {
		const {
			asOf: moment,
			db,
			companion,
		} = loadScenario(options.scenario ?? 'golden', asOf, options);
		return { asOf: moment, db, companion, isNew: true };
	}
	const account = readAccount(databaseFile);
	const moment = options.asOf === undefined ? account.asOf : readInstant(options.asOf);
	return { ...account, asOf: moment, isNew: false };
}
