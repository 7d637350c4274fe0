import { ChangeRefused } from '../world/refused.mts';

/** What the admin API answers instead of doing something: one sentence. */
export class AdminRefusal extends Error {
	readonly status: number;

	constructor(sentence: string, status = 400) {
		super(sentence);
		this.name = 'AdminRefusal';
		this.status = status;
	}
}

/**
 * Parts of the mock refuse with plain errors whose message is a sentence for people. A subclass (TypeError
 * and so on) is a defect of the mock and stays one.
 */
export function isRefusal(thrown: unknown): thrown is Error {
	if (thrown instanceof AdminRefusal || thrown instanceof ChangeRefused) return true;
	return thrown instanceof Error && thrown.constructor === Error;
}

export const statusOf = (refusal: Error) =>
	refusal instanceof AdminRefusal ? refusal.status : 400;
