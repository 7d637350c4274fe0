import type { RequestHandler } from 'express';
import { sendAnswer } from '../server/answer.mts';
import type { Documents } from './documents.mts';

const refusal = (code: string, message: string) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`;

/**
 * `GET /storage/:token`: stands for the file storage that a download may be redirected to (lever-api.md
 * §5.11). The address itself is the permission, so, as with storage of that kind, a request that carries
 * credentials too is refused (400), and so is an address that was used before (403).
 */
export const storage =
	(documents: Documents): RequestHandler =>
	(request, response, next) => {
		if (request.headers.authorization !== undefined) {
			response.status(400).type('application/xml');
			response.send(refusal('InvalidArgument', 'Only one way to authorise is allowed.'));
			return;
		}
		const document = documents.takeLink(String(request.params.token));
		if (document === undefined) {
			response.status(403).type('application/xml');
			response.send(refusal('AccessDenied', 'This address was used, or never existed.'));
			return;
		}
		documents
			.answer(document)
			.then((answer) => sendAnswer(response, answer))
			.catch(next);
	};
