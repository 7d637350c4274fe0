import type { RequestHandler } from 'express';
import type { LeverStore } from './store.mts';

function isDecodable(text: string): boolean {
	try {
		decodeURIComponent(text);
		return true;
	} catch {
		return false;
	}
}

/**
 * json-server's own routes over the store, with its own query language: for looking at records as they are
 * stored. Nothing but GET gets through, because json-server's writes would pass the indexes by.
 */
export function storeRoutes(store: LeverStore): RequestHandler {
	return (request, response, next) => {
		// json-server answers a path that cannot be decoded with a stack.
		if (request.method === 'GET' && isDecodable(request.path)) {
			store.routes(request, response, next);
		} else next();
	};
}
