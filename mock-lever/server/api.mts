import type { RequestHandler } from 'express';
import type { Access } from '../access/access.mts';
import type { Caller } from '../access/caller.mts';
import type { Faults } from '../faults/faults.mts';
import type { Documents } from '../documents/documents.mts';
import { ENDPOINTS } from '../endpoints/index.mts';
import { sendAnswer } from './answer.mts';
import type { LeverCall } from './call.mts';
import type { Cursors } from './cursors.mts';
import type { Endpoint } from './endpoint.mts';
import { LeverFault } from './faults.mts';
import { matchPath } from './matchPath.mts';
import { LeverQuery, refuseBadEncoding } from './query.mts';
import type { LeverStore } from './store.mts';

export interface ApiParts {
	store: LeverStore;
	access: Access;
	faults: Faults;
	cursors: Cursors;
	documents: Documents;
	mode: LeverCall['mode'];
	/** The mock's time, milliseconds */
	now: () => number;
}

interface Found {
	endpoint: Endpoint;
	params: Record<string, string>;
}

function find(method: string, path: string, mode: LeverCall['mode']): Found {
	for (const endpoint of ENDPOINTS) {
		if (endpoint.method !== method) continue;
		if (endpoint.mode !== null && endpoint.mode !== mode) continue;
		const params = matchPath(endpoint.path, path);
		if (params !== null) return { endpoint, params };
	}
	throw new LeverFault(404, `/v1${path} does not exist`);
}

/** What Lever decides before it looks at data, in this order: who, how often, what, whether allowed. */
async function admit(
	parts: ApiParts,
	request: { method: string; path: string; url: string; origin: string; header?: string },
	letIn: (caller: Caller) => void,
): Promise<{ endpoint: Endpoint; call: LeverCall }> {
	const caller = await parts.access.enter(request.header);
	letIn(caller);
	const { endpoint, params } = find(request.method, request.path, parts.mode);
	parts.access.permit(caller, endpoint);
	refuseBadEncoding(request.url);
	const call: LeverCall = {
		params,
		query: new LeverQuery(request.url),
		caller,
		store: parts.store,
		cursors: parts.cursors,
		documents: parts.documents,
		origin: request.origin,
		mode: parts.mode,
		now: parts.now(),
	};
	return { endpoint, call };
}

/** On every answer (lever-api.md §1.1). Lever's are chunked; Express tells the length instead. */
const HEADERS = {
	server: 'lever-data-api',
	'x-lever-region': 'global',
	'x-stream-path': 'dapi',
} as const;

/** Everything below `/v1`: Lever's rules around the store. */
export function api(parts: ApiParts): RequestHandler {
	return (request, response, next) => {
		response.set(HEADERS);
		const asked = {
			method: request.method,
			path: request.path,
			url: request.url,
			origin: `${request.protocol}://${request.headers.host ?? ''}`,
			header: request.headers.authorization,
		};
		// The request log shows who it was.
		admit(parts, asked, (caller) => void (response.locals.keyName = caller.name))
			.then(({ endpoint, call }) =>
				parts.faults.pass({
					endpoint: endpoint.path,
					call,
					request,
					response,
					answer: (asked) => endpoint.answer(asked),
				}),
			)
			.then((answer) => {
				if (answer !== null) sendAnswer(response, answer);
			})
			.catch(next);
	};
}
