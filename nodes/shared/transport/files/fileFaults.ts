import { classify } from '../faults/classify';
import { throwIfCancelled, type Clock } from '../pacing/clock';
import { LeverReadError } from '../faults/leverReadError';
import type { Situation } from '../faults/messages';
import { readPath } from '../unknown';

/** What is read, and with what. */
export interface Receiving {
	situation: Situation;
	clock: Clock;
	signal?: AbortSignal;
}

/** Status 422 speaks of the file, not of the request (lever-api.md §2.2). */
export function notProcessed(error: unknown): unknown {
	if (!(error instanceof LeverReadError) || error.failure.httpStatus !== 422) return error;
	return new LeverReadError(
		'badRequest',
		'Lever could not process this file, so it cannot be downloaded (status 422).',
		'Open the file in Lever. If it cannot be shown there either, somebody has to upload it again.',
		{ httpStatus: 422 },
	);
}

/** Another host answered: what it says about the request says nothing about the credential. */
export function refusedByStorage(error: unknown): unknown {
	if (!(error instanceof LeverReadError)) return error;
	const { reason, httpStatus } = error.failure;
	if (httpStatus === undefined || ['rateLimited', 'serverFault'].includes(reason)) return error;
	return new LeverReadError(
		'notFound',
		`The storage that Lever names for this file does not give it out (status ${httpStatus}).`,
		'Run it again: the address that Lever gives is good for a short time only.',
		{ httpStatus },
	);
}

/** The bytes ended early, or n8n could not keep them. */
export function brokenOff(error: unknown, { situation, clock, signal }: Receiving): LeverReadError {
	throwIfCancelled(signal);
	const fault = classify(error, situation, clock.now());
	if (fault.failure.reason !== 'unknown') return fault;
	const code = readPath(error, 'code') ?? readPath(error, 'cause', 'code');
	return new LeverReadError(
		'unknown',
		`The file could not be stored${typeof code === 'string' ? ` (${code})` : ''}.`,
		'Check the space that n8n has for binary data, and how much of it one file may take.',
	);
}

/** Status 200 with a page instead of a file: Lever takes no HTML files. */
export function webPage(host: string): LeverReadError {
	return new LeverReadError(
		'malformedAnswer',
		`${host} answered with a web page instead of a file.`,
		"Something other than Lever's API answered: a proxy, a sign-in page or a maintenance page. Check 'Base URL' in the credential and the proxy of n8n, then run it again.",
	);
}
