import type { LeverReadError } from '../../shared/transport';

/** The opportunity whose records were asked for is not there (any more). Reported, not fatal. */
export class ParentGone extends Error {
	override readonly name = 'ParentGone';

	constructor(
		/** Id of the opportunity */
		readonly parent: string,
		/** Lever's answer */
		readonly fault: LeverReadError,
	) {
		super(fault.message);
	}
}
