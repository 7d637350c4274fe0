import type { RequestHandler } from 'express';
import { LeverQuery } from '../server/query.mts';
import { checkrApi } from './checkr/routes.mts';
import type { CompanionParts } from './lists.mts';
import { companionTable } from './lists.mts';
import { companionAnswer, VARIANTS } from './variants.mts';

/** `GET /companion/<list>.csv?variant=…` and `/companion/checkr/v1/…`: lists from outside Lever, without a key. */
export function companionLists(parts: CompanionParts): RequestHandler {
	const checkr = checkrApi(parts);
	return (request, response, next) => {
		if (request.method !== 'GET') {
			next();
			return;
		}
		if (request.path.startsWith('/checkr/v1/')) {
			checkr(request, response, next);
			return;
		}
		const source = companionTable(parts, /^\/(\w+)\.csv$/.exec(request.path)?.[1] ?? '');
		if (source === null) {
			next();
			return;
		}
		const variant = new LeverQuery(request.url).one('variant') ?? 'plain';
		const answer = companionAnswer(source, variant);
		if (answer === null) {
			const names = Object.keys(VARIANTS).filter((name) => companionAnswer(source, name) !== null);
			response
				.status(404)
				.type('text')
				.send(`Variants of ${source.list}.csv: ${names.join(', ')}\n`);
			return;
		}
		response.status(answer.status).set('content-type', answer.contentType).send(answer.body);
	};
}
