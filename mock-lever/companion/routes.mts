import type { RequestHandler } from 'express';
import { COMPANION_COLUMNS } from '../scenarios/companionRows.mts';
import type { Companion } from '../scenarios/records.mts';
import { LeverQuery } from '../server/query.mts';
import type { ListName } from './variants.mts';
import { companionAnswer, VARIANTS } from './variants.mts';

const isList = (name: string): name is ListName => Object.hasOwn(COMPANION_COLUMNS, name);

/** `GET /companion/<list>.csv?variant=…`: lists from outside Lever, without a key. */
export function companionLists(companion: Companion): RequestHandler {
	return (request, response, next) => {
		const list = /^\/(\w+)\.csv$/.exec(request.path)?.[1] ?? '';
		if (request.method !== 'GET' || !isList(list)) {
			next();
			return;
		}
		const variant = new LeverQuery(request.url).one('variant') ?? 'plain';
		const source = { list, columns: COMPANION_COLUMNS[list], rows: companion[list] };
		const answer = companionAnswer(source, variant);
		if (answer === null) {
			const names = Object.keys(VARIANTS).filter((name) => companionAnswer(source, name) !== null);
			response
				.status(404)
				.type('text')
				.send(`Variants of ${list}.csv: ${names.join(', ')}\n`);
			return;
		}
		response.status(answer.status).set('content-type', answer.contentType).send(answer.body);
	};
}
