import type { RequestHandler } from 'express';
import { LeverQuery } from './query.mts';

export interface RequestLogEntry {
	method: string;
	path: string;
	/** Empty for the OAuth pages, whose parameters are credentials */
	query: Record<string, string | string[]>;
	/** 0 until the answer begins */
	status: number;
	/** ISO 8601 in UTC */
	at: string;
}

/** Paths whose query is logged; nowhere else are parameters sure to be no credentials. */
const LOGGED_QUERIES = ['/v1/', '/companion/'];
/** The log's own path, which is not part of what it shows */
const OWN = '/_mock/';
/** Credentials do not belong into these places; if somebody puts them there, they stay out of the log */
const SECRET_PARAMETERS = /^(access_token|api_?key|key|token|client_secret|password)$/i;

function loggedQuery(url: string): RequestLogEntry['query'] {
	const entries = Object.entries(new LeverQuery(url).toObject());
	return Object.fromEntries(
		entries.map(([name, value]) => [name, SECRET_PARAMETERS.test(name) ? 'left out' : value]),
	);
}

/** Everything the mock was asked, in the order of arrival; never headers or bodies. */
export class RequestLog {
	readonly entries: RequestLogEntry[] = [];

	record: RequestHandler = (request, response, next) => {
		if (!request.path.startsWith(OWN)) {
			const entry: RequestLogEntry = {
				method: request.method,
				path: request.path,
				query: LOGGED_QUERIES.some((begin) => request.path.startsWith(begin))
					? loggedQuery(request.url)
					: {},
				status: 0,
				at: new Date().toISOString(),
			};
			this.entries.push(entry);
			// The status is noted when the head is written, so that it is there before the client has the body.
			const writeHead = response.writeHead.bind(response) as (
				...args: unknown[]
			) => typeof response;
			response.writeHead = ((...args: unknown[]) => {
				entry.status = typeof args[0] === 'number' ? args[0] : response.statusCode;
				return writeHead(...args);
			}) as typeof response.writeHead;
		}
		next();
	};
}
