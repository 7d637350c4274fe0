import type { Request, RequestHandler } from 'express';
import type { Grants, TokenAnswer } from './grants.mts';
import { CLIENT } from './grants.mts';

type Parameters = Record<string, string>;

/** Body of a form or of JSON; anything but text counts as left out. */
function parametersOf(request: Request): Parameters {
	const body: unknown = request.body;
	if (typeof body !== 'object' || body === null) return {};
	return Object.fromEntries(
		Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	);
}

/** Client id and secret: in the body as Lever documents it, or as Basic header (RFC 6749 §2.3.1). */
function clientOf(request: Request, parameters: Parameters): { id?: string; secret?: string } {
	const [scheme, encoded = ''] = (request.headers.authorization ?? '').split(' ');
	if (scheme?.toLowerCase() !== 'basic') {
		return { id: parameters.client_id, secret: parameters.client_secret };
	}
	const decoded = Buffer.from(encoded, 'base64').toString('utf8');
	const [id, secret] = decoded.split(':').map((part) => new URLSearchParams(`x=${part}`).get('x'));
	return { id: id ?? undefined, secret: secret ?? undefined };
}

/** One exchange per grant type (lever-api.md §1.3, steps 3 and 5). */
const EXCHANGES: Record<string, (grants: Grants, parameters: Parameters) => TokenAnswer | null> = {
	authorization_code: (grants, { code = '', redirect_uri = '' }) =>
		grants.exchange(code, redirect_uri),
	refresh_token: (grants, { refresh_token = '' }) => grants.refresh(refresh_token),
};

/** `POST /oauth/token`. Faults have the form of RFC 6749 §5.2, not Lever's. */
export function tokenEndpoint(grants: Grants): RequestHandler {
	return (request, response) => {
		const parameters = parametersOf(request);
		const refuse = (status: number, error: string, description: string) => {
			response.status(status).json({ error, error_description: description });
		};
		const client = clientOf(request, parameters);
		if (client.id !== CLIENT.id || client.secret !== CLIENT.secret) {
			refuse(401, 'invalid_client', 'Unknown client or wrong secret');
			return;
		}
		const exchange = Object.hasOwn(EXCHANGES, parameters.grant_type ?? '')
			? EXCHANGES[parameters.grant_type ?? '']
			: undefined;
		if (exchange === undefined) {
			refuse(400, 'unsupported_grant_type', 'Use authorization_code or refresh_token');
			return;
		}
		const answer = exchange(grants, parameters);
		if (answer === null) {
			refuse(
				400,
				'invalid_grant',
				'The code or refresh token is unknown, used, expired or revoked',
			);
			return;
		}
		response.set('cache-control', 'no-store').json(answer);
	};
}
