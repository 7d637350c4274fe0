import type { Account } from './account.mts';
import type { Given, Inputs, Read } from './inputs.mts';
import { readInputs } from './inputs.mts';

/** One kind of change to the account. */
export interface Change<G, Result> {
	/** In words, for the admin API's own description */
	about: string;
	/** Input → what it must be */
	inputs: Record<string, { about: string; optional: boolean }>;
	/**
	 * @param given as it came from a caller or over HTTP
	 * @throws ChangeRefused before anything was changed
	 */
	apply(account: Account, given: unknown): Result;
	/** Only for the compiler */
	given?: G;
}

/** A change whose inputs are read, and refused, before `run` sees them. */
export function defineChange<I extends Inputs, Result>(spec: {
	about: string;
	inputs: I;
	run(account: Account, input: Read<I>): Result;
}): Change<Given<I>, Result> {
	const facts = Object.entries(spec.inputs).map(([name, { about, optional }]) => [
		name,
		{ about, optional },
	]);
	return {
		about: spec.about,
		inputs: Object.fromEntries(facts),
		apply: (account, given) => spec.run(account, readInputs(spec.inputs, given, account)),
	};
}
