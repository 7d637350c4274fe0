import { OperationalError } from 'n8n-workflow';

import type { ReadFailure, ReadFailureReason } from '../../contracts';

export interface FaultDetails {
	/** HTTP status, if Lever answered at all */
	httpStatus?: number;
	/** How long Lever asked to wait, in ms */
	retryAfterMs?: number;
	/** Lever refused a page cursor that it had given (`Invalid offset token`, lever-api.md §3.1) */
	staleCursor?: boolean;
}

/**
 * A read that did not work. `message` says what happened and then what to do, without names, addresses
 * or keys; `failure` is the same as data, for collection records.
 */
export class LeverReadError extends OperationalError {
	override readonly name = 'LeverReadError';

	readonly failure: ReadFailure;

	readonly retryAfterMs: number | undefined;

	readonly staleCursor: boolean;

	constructor(
		reason: ReadFailureReason,
		/** What happened: one sentence */
		readonly happened: string,
		/** What to do: one or more sentences */
		readonly advice: string,
		details: FaultDetails = {},
	) {
		super(`${happened} ${advice}`);
		this.failure = {
			reason,
			...(details.httpStatus !== undefined && { httpStatus: details.httpStatus }),
			message: this.message,
		};
		this.retryAfterMs = details.retryAfterMs;
		this.staleCursor = details.staleCursor ?? false;
	}
}

/** n8n knows a stopped execution by the word "canceled" in the message of its last error. */
export function cancelledError(): LeverReadError {
	return new LeverReadError(
		'cancelled',
		'The execution was canceled before everything was read.',
		'Run it again to read everything.',
	);
}
