import type { RequestHandler, Response } from 'express';
import { LeverQuery } from './query.mts';

export interface RequestLogEntry {
	method: string;
	path: string;
	/** Empty for the OAuth pages, whose parameters are credentials */
	query: Record<string, string | string[]>;
	/** 0 until the answer begins, and when it never did */
	status: number;
	/** ISO 8601 in UTC */
	at: string;
	/** Until the answer began or the connection ended, latency included */
	durationMilliseconds?: number;
	/** Who was let in, for instance `Least privilege`; never the text of a key or token */
	keyName?: string;
	/** Name of the injected fault that made this answer */
	fault?: string;
}

/** Paths whose query is logged; nowhere else are parameters sure to be no credentials. */
const LOGGED_QUERIES = ['/v1/', '/companion/'];
/** The mock's own pages, which are not part of what the log shows */
const OWN = '/_mock';
/** Credentials do not belong into these places; if somebody puts them there, they stay out of the log */
const SECRET_PARAMETERS = /^(access_token|api_?key|key|token|client_secret|password)$/i;

/** Entries that are kept; of a longer run the oldest are dropped, some at once. */
const KEPT = 100_000;
const DROPPED_AT_ONCE = 1000;

function loggedQuery(url: string): RequestLogEntry['query'] {
	const entries = Object.entries(new LeverQuery(url).toObject());
	return Object.fromEntries(
		entries.map(([name, value]) => [name, SECRET_PARAMETERS.test(name) ? 'left out' : value]),
	);
}

const textOrNothing = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** What is known once the answer begins: `response.locals` is where the API and the faults leave it. */
function complete(entry: RequestLogEntry, response: Response, begin: number): void {
	entry.durationMilliseconds ??= Math.round(performance.now() - begin);
	const keyName = textOrNothing(response.locals.keyName);
	const fault = textOrNothing(response.locals.fault);
	if (keyName !== undefined) entry.keyName = keyName;
	if (fault !== undefined) entry.fault = fault;
}

/** What the mock was asked, in the order of arrival, never headers or bodies. */
export class RequestLog {
	readonly entries: RequestLogEntry[] = [];
	private gone = 0;
	private readonly kept: number;

	/** @param kept entries that are kept at most; tests choose fewer */
	constructor(kept = KEPT) {
		this.kept = kept;
	}

	/** How many entries were dropped because there were too many */
	get dropped(): number {
		return this.gone;
	}

	/** Forgets everything. */
	clear(): void {
		this.entries.length = 0;
		this.gone = 0;
	}

	record: RequestHandler = (request, response, next) => {
		if (request.path === OWN || request.path.startsWith(`${OWN}/`)) {
			next();
			return;
		}
		const begin = performance.now();
		const entry: RequestLogEntry = {
			method: request.method,
			path: request.path,
			query: LOGGED_QUERIES.some((start) => request.path.startsWith(start))
				? loggedQuery(request.url)
				: {},
			status: 0,
			at: new Date().toISOString(),
		};
		this.add(entry);
		// Noted when the head is written, so that it is there before the client has the body.
		const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => typeof response;
		response.writeHead = ((...args: unknown[]) => {
			entry.status = typeof args[0] === 'number' ? args[0] : response.statusCode;
			complete(entry, response, begin);
			return writeHead(...args);
		}) as typeof response.writeHead;
		response.once('close', () => complete(entry, response, begin));
		next();
	};

	private add(entry: RequestLogEntry): void {
		this.entries.push(entry);
		if (this.entries.length <= this.kept) return;
		const surplus = Math.min(DROPPED_AT_ONCE, Math.ceil(this.kept / 10));
		this.entries.splice(0, surplus);
		this.gone += surplus;
	}
}
