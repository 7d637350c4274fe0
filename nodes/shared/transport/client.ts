import { UnexpectedError, type IAllExecuteFunctions } from 'n8n-workflow';

import { systemClock, type Clock } from './pacing/clock';
import { CREDENTIAL_TYPES, connectionOf, credentialKindOf } from './connection';
import { fileSourceOf, type FileSource, type LeverFile } from './files/fileSource';
import { receiveFile } from './files/receiveFile';
import { DEFAULT_PACE, Pace, type PaceLimits } from './pacing/pace';
import { readPages } from './requests/pages';
import { asksForConfidential, sentQuery } from './requests/query';
import { readJson, sendWith, type Send } from './requests/request';
import { DEFAULT_RETRY, withRetry, type RetryLimits } from './requests/retry';
import { eitherOf } from './signals';
import { Tempo } from './pacing/tempo';
import type {
	LeverClient,
	LeverConnection,
	LeverPage,
	LeverQuery,
	TransportCounters,
} from './types';
import { isRecord } from './unknown';

export interface LeverClientOptions {
	/** Default: Lever's documented limits */
	pace?: Partial<PaceLimits>;
	/** Default: DEFAULT_RETRY */
	retry?: Partial<RetryLimits>;
	/** Default: the machine's */
	clock?: Clock;
	/** Ends every wait and starts no request after it fired; default: the execution's own */
	signal?: AbortSignal;
}

/**
 * Makes the client of one node run: reads the node parameter `authentication` and the credential that
 * belongs to it. Make one per run and share it: the pace is kept per client.
 *
 * @throws UserError when the credential's base URL cannot be used, and n8n's own errors when there is no credential
 */
export async function createLeverClient(
	context: IAllExecuteFunctions,
	options: LeverClientOptions = {},
): Promise<LeverClient> {
	const kind = credentialKindOf(context.getNode().parameters.authentication);
	const credentialType = CREDENTIAL_TYPES[kind];
	const credential = await context.getCredentials(credentialType);
	const cancelled =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	const signal = options.signal ?? cancelled;
	return assembleClient(
		connectionOf(kind, credential),
		sendWith(context, credentialType),
		options,
		signal,
		fileSourceOf(context, credentialType, signal),
	);
}

/** Puts the pieces together; separate from n8n, so that tests can give their own sender and clock. */
export function assembleClient(
	connection: LeverConnection,
	send: Send,
	options: LeverClientOptions = {},
	signal?: AbortSignal,
	files?: FileSource,
): LeverClient {
	const clock = options.clock ?? systemClock;
	const paceLimits = { ...DEFAULT_PACE, ...options.pace };
	const pace = new Pace(paceLimits, clock);
	const tempo = new Tempo(paceLimits.requestsPerSecond, clock);
	const limits = { ...DEFAULT_RETRY, ...options.retry };
	const counters: TransportCounters = {
		requests: 0,
		retries: 0,
		throttled: 0,
		restartedCursors: 0,
	};

	const paced = async <T>(request: () => Promise<T>, stop: AbortSignal | undefined): Promise<T> => {
		const attempt = async () => {
			await pace.take(stop);
			counters.requests += 1;
			return await request();
		};
		return await withRetry(attempt, {
			limits,
			clock,
			signal: stop,
			onFault: (fault) => {
				if (fault.failure.reason === 'rateLimited') counters.throttled += 1;
			},
			onRetry: (fault, waitMs) => {
				counters.retries += 1;
				if (fault.failure.reason === 'rateLimited') pace.hold(waitMs);
			},
		});
	};

	const readUntil =
		(stop: AbortSignal | undefined) =>
		async (path: string, query: LeverQuery = {}): Promise<unknown> => {
			const situation = { connection, path, asksForConfidential: asksForConfidential(query) };
			const request = async () => await readJson(send, sentQuery(query), situation, clock);
			return await paced(async () => await tempo.measure(request), stop);
		};

	const download = async <T>(
		path: string,
		query: LeverQuery,
		receive: (file: LeverFile) => Promise<T>,
	): Promise<T> => {
		if (files === undefined) throw new UnexpectedError('This client was made without files.');
		const receiving = {
			situation: { connection, path, asksForConfidential: false },
			clock,
			signal,
		};
		const request = async () => await receiveFile(files, sentQuery(query), receiving, receive);
		return await paced(request, signal);
	};

	return {
		connection,
		counters,
		tempo,
		get: async <T>(path: string, query?: LeverQuery): Promise<T> => {
			const body = await readUntil(signal)(path, query);
			// The caller names the record type; what Lever may send is described in api/lever.openapi.yaml.
			return (isRecord(body) && 'data' in body ? body.data : body) as T;
		},
		pages: <T>(
			path: string,
			query?: LeverQuery,
			stop?: AbortSignal,
		): AsyncGenerator<LeverPage<T>, void, undefined> =>
			readPages<T>(
				{
					read: readUntil(eitherOf(signal, stop)),
					onRestart: () => {
						counters.restartedCursors += 1;
					},
				},
				path,
				query,
			),
		download,
	};
}
