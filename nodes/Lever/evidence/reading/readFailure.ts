import type { ReadFailure, ReadFailureReason } from '../../../shared/contracts';
import { LeverReadError } from '../../../shared/transport/faults/leverReadError';

/** With these nothing can be collected at all: the node stops. */
const STOPS_THE_RUN: ReadonlySet<ReadFailureReason> = new Set(['unauthorized', 'cancelled']);

/**
 * The fault of a read as data, so that the run goes on and its collection record says what is missing.
 *
 * @throws the error itself when the key is not accepted, the execution was stopped, or the error is
 *   not one of reading
 */
export function readFailureOf(error: unknown): ReadFailure {
	if (!(error instanceof LeverReadError) || STOPS_THE_RUN.has(error.failure.reason)) throw error;
	return error.failure;
}
