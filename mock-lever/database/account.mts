import type { Companion, LeverDatabase } from '../scenarios/records.mts';

/** Everything the mock holds of an account, as it stands in one file. */
export interface Account {
	/** The mock's time, milliseconds */
	asOf: number;
	db: LeverDatabase;
	companion: Companion;
}
