import type { IAllExecuteFunctions, IHttpRequestOptions } from 'n8n-workflow';

import { jsonOrText } from '../faults/body';
import { classify, headerOf, statusOf } from '../faults/classify';
import type { Clock } from '../pacing/clock';
import { LeverReadError } from '../faults/leverReadError';
import type { Situation } from '../faults/messages';
import type { SentQuery } from './query';
import { isRecord, readPath } from '../unknown';

/** Some lists take more than 30 s (lever-api.md §9). */
export const TIMEOUT_MS = 60_000;

/** Redirects of one request that are followed. */
export const LONGEST_REDIRECT_CHAIN = 3;

/** Sends one GET and gives the answer's body: parsed JSON, or text where Lever sent something else. */
export type Send = (url: string, query: SentQuery) => Promise<unknown>;

/**
 * The only place that talks to n8n's request helper. There is no method parameter: everything is a GET.
 * A 401 is thrown, never swallowed, because n8n renews an OAuth token on it (n8n-node-standards.md §3.2).
 */
export function sendWith(context: IAllExecuteFunctions, credentialType: string): Send {
	return async (url, query) => {
		const request: IHttpRequestOptions = {
			method: 'GET',
			url,
			qs: query,
			arrayFormat: 'repeat',
			json: true,
			// As bytes: text would already have lost what is no UTF-8.
			encoding: 'arraybuffer',
			timeout: TIMEOUT_MS,
			disableFollowRedirect: true,
		};
		const answer: unknown = await context.helpers.httpRequestWithAuthentication.call(
			context,
			credentialType,
			request,
		);
		return answer instanceof Uint8Array ? jsonOrText(answer) : answer;
	};
}

/**
 * One GET whose answer is JSON. Redirects are followed on the same host only: a credential goes to no
 * other host.
 *
 * @throws LeverReadError
 */
export async function readJson(
	send: Send,
	query: SentQuery,
	situation: Situation,
	clock: Clock,
): Promise<unknown> {
	const { baseUrl } = situation.connection;
	let url = `${baseUrl}${situation.path}`;
	for (let hop = 0; ; hop++) {
		const target = url;
		const answer = await valueOrRedirect(
			async () => await send(target, hop === 0 ? query : {}),
			situation,
			clock,
		);
		if (answer.location === undefined) return jsonOf(answer.value, situation);
		url = sameHost(answer.location, url);
		if (hop >= LONGEST_REDIRECT_CHAIN) throw redirectFault('in circles', 'No data was read.');
	}
}

export type Answer = { value: unknown; location?: undefined } | { location: string };

/**
 * What a request gives, or where it is sent on to.
 *
 * @throws LeverReadError
 */
export async function valueOrRedirect(
	request: () => Promise<unknown>,
	situation: Situation,
	clock: Clock,
): Promise<Answer> {
	try {
		return { value: await request() };
	} catch (error) {
		const status = statusOf(error);
		const location = headerOf(error, 'location');
		discardBody(error);
		if (status !== undefined && status >= 300 && status < 400 && location !== undefined) {
			return { location };
		}
		throw classify(error, situation, clock.now());
	}
}

/** An answer that was asked for as a stream holds its connection until somebody reads or ends it. */
function discardBody(error: unknown): void {
	const response = readPath(error, 'cause', 'response') ?? readPath(error, 'response');
	const body = readPath(response, 'data');
	if (isRecord(body) && typeof body.destroy === 'function') body.destroy();
}

function sameHost(location: string, from: string): string {
	const target = URL.canParse(location, from) ? new URL(location, from) : undefined;
	if (target === undefined) throw redirectFault('to no address', 'No data was read.');
	if (target.origin !== new URL(from).origin) {
		throw redirectFault(
			`to another host (${target.host})`,
			`The credential was not sent there. If this host is your Lever's, set 'Environment' in the credential to 'Custom Base URL' and enter its address.`,
		);
	}
	return target.href;
}

/** Lever, or something before it, sends a request on to where it must not go. */
export function redirectFault(where: string, advice: string): LeverReadError {
	return new LeverReadError(
		'malformedAnswer',
		`Lever's address sends the request on ${where}.`,
		`${advice} Check 'Environment' and 'Base URL' in the credential, and any proxy in between.`,
	);
}

function jsonOf(body: unknown, { connection }: Situation): unknown {
	if (typeof body === 'object' && body !== null) return body;
	const isPage = typeof body === 'string' && body.trimStart().startsWith('<');
	throw new LeverReadError(
		'malformedAnswer',
		`${new URL(connection.baseUrl).host} answered with ${isPage ? 'a web page' : 'something that is not JSON'} instead of data.`,
		"Something other than Lever's API answered: a proxy, a sign-in page or a maintenance page. Check 'Base URL' in the credential and the proxy of n8n, then run it again.",
	);
}
