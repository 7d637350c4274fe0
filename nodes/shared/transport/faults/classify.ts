import type { ReadFailureReason } from '../../contracts';
import { jsonOrRest } from './body';
import { LeverReadError } from './leverReadError';
import { answeredFault, type Situation } from './messages';
import { isRecord, readPath } from '../unknown';

/**
 * Turns whatever n8n's request helper threw into a LeverReadError. The status decides, never Lever's
 * `code` (lever-api.md §2.2); the one exception is `Invalid offset token` (§2.3).
 */
export function classify(error: unknown, situation: Situation, now: number): LeverReadError {
	if (error instanceof LeverReadError) return error;
	if (isUnusableGrant(error)) return answeredFault('unauthorized', situation, {});

	const httpStatus = statusOf(error);
	if (httpStatus === undefined) return unreachable(error, situation);

	const saidByLever = messageInBody(error);
	return answeredFault(
		reasonOf(httpStatus),
		situation,
		{
			httpStatus,
			retryAfterMs: retryAfterMs(headerOf(error, 'retry-after'), now),
			staleCursor: saidByLever.includes('Invalid offset token'),
		},
		saidByLever,
	);
}

type StatusReason = Extract<
	ReadFailureReason,
	'unauthorized' | 'forbidden' | 'notFound' | 'badRequest' | 'rateLimited' | 'serverFault'
>;

const REASONS_BY_STATUS: Readonly<Record<number, StatusReason>> = {
	401: 'unauthorized',
	403: 'forbidden',
	404: 'notFound',
	408: 'serverFault',
	429: 'rateLimited',
};

function reasonOf(httpStatus: number): StatusReason {
	return REASONS_BY_STATUS[httpStatus] ?? (httpStatus >= 500 ? 'serverFault' : 'badRequest');
}

/** n8n wraps the answer: `NodeApiError.cause` is the HTTP client's error (n8n-node-standards.md §3.1). */
export function statusOf(error: unknown): number | undefined {
	const candidates = [
		readPath(error, 'cause', 'response', 'status'),
		readPath(error, 'response', 'status'),
		readPath(error, 'cause', 'status'),
		readPath(error, 'httpCode'),
	];
	return candidates
		.map(Number)
		.find((status) => Number.isInteger(status) && status >= 100 && status <= 599);
}

export function headerOf(error: unknown, name: string): string | undefined {
	const headers =
		readPath(error, 'cause', 'response', 'headers') ?? readPath(error, 'response', 'headers');
	const value = isRecord(headers) ? headers[name] : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** `message` of Lever's flat body (lever-api.md §2.3); empty when it sent something else. */
function messageInBody(error: unknown): string {
	const body = readPath(error, 'context', 'data') ?? readPath(error, 'cause', 'response', 'data');
	const message = readPath(body instanceof Uint8Array ? jsonOrRest(body) : body, 'message');
	return typeof message === 'string' ? message : '';
}

/**
 * `Retry-After` in seconds or as a date (RFC 9110 §10.2.3), in ms from `now`.
 * Undefined when absent or unreadable: no recorded answer of Lever has it (lever-api.md §2.1).
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	if (header === undefined) return undefined;
	if (/^\d+$/.test(header.trim())) return Number(header) * 1000;
	const date = Date.parse(header);
	return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** The token could not be renewed, or the credential was never connected: n8n asks for a reconnect. */
function isUnusableGrant(error: unknown): boolean {
	if (readPath(error, 'failure', 'cause') === 'credential-invalid') return true;
	const code = readPath(error, 'cause', 'code') ?? readPath(error, 'code');
	if (code === 'EAUTH') return true;
	if (code === 'ESTATUS') return (statusOf(error) ?? 500) < 500 && statusOf(error) !== 429;
	const message = String(readPath(error, 'cause', 'message') ?? readPath(error, 'message'));
	return SAID_OF_UNUSABLE_GRANTS.some((words) => message.includes(words));
}

/** n8n gives these cases no code. */
const SAID_OF_UNUSABLE_GRANTS = [
	'OAuth credentials not connected',
	'no refresh token is available',
	'Unable to sign without access token',
];

/** Connection faults that pass by themselves, in words; anything else is not tried again. */
const NETWORK_CODES: Readonly<Record<string, string>> = {
	ECONNREFUSED: 'the connection was refused',
	ECONNRESET: 'the connection was closed',
	ECONNABORTED: 'it did not answer in time',
	ETIMEDOUT: 'it did not answer in time',
	EPIPE: 'the connection was closed',
	EAI_AGAIN: 'its name could not be looked up',
	ENOTFOUND: 'its name is unknown',
	EHOSTUNREACH: 'there is no way to it',
	ENETUNREACH: 'there is no way to it',
	ERR_NETWORK: 'the connection was closed',
	ERR_BAD_RESPONSE: 'the connection was closed',
};

function unreachable(error: unknown, { connection }: Situation): LeverReadError {
	const code = readPath(error, 'cause', 'code') ?? readPath(error, 'code');
	const why = typeof code === 'string' ? NETWORK_CODES[code] : undefined;
	const host = new URL(connection.baseUrl).host;
	if (why !== undefined) {
		return new LeverReadError(
			'network',
			`${host} could not be reached: ${why}.`,
			"Check the network and proxy of the machine that runs n8n, and 'Environment' and 'Base URL' in the credential.",
		);
	}
	return new LeverReadError(
		'unknown',
		`The request to ${host} could not be sent or read${typeof code === 'string' ? ` (${code})` : ''}.`,
		'Check the credential, and that n8n is allowed to connect to this host with a certificate that it trusts.',
	);
}
