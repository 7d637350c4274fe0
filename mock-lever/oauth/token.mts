import type { Request, RequestHandler } from 'express';
import type { TokenAnswer } from './grantOptions.mts';
import type { Grants } from './grants.mts';
import { CLIENT } from './grants.mts';
import { parametersOf } from './parameters.mts';

type Parameters = Record<string, string>;

/** A request to the token endpoint; never its credentials. */
export interface TokenRequest {
	/** `authorization_code`, `refresh_token`, or whatever was sent */
	grantType: string;
	status: number;
	/** ISO 8601 in UTC */
	at: string;
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

interface Outcome {
	status: number;
	body: object;
}

/** Refusals have the form of RFC 6749 §5.2, not Lever's. */
const refusal = (status: number, error: string, description: string): Outcome => ({
	status,
	body: { error, error_description: description },
});

function outcomeOf(grants: Grants, request: Request, parameters: Parameters): Outcome {
	const client = clientOf(request, parameters);
	if (client.id !== CLIENT.id || client.secret !== CLIENT.secret) {
		return refusal(401, 'invalid_client', 'Unknown client or wrong secret');
	}
	const grantType = parameters.grant_type ?? '';
	const exchange = Object.hasOwn(EXCHANGES, grantType) ? EXCHANGES[grantType] : undefined;
	if (exchange === undefined) {
		return refusal(400, 'unsupported_grant_type', 'Use authorization_code or refresh_token');
	}
	const body = exchange(grants, parameters);
	if (body !== null) return { status: 200, body };
	const reason = 'The code or refresh token is unknown, used, expired or revoked';
	return refusal(400, 'invalid_grant', reason);
}

/**
 * `POST /oauth/token`
 *
 * @param seen gets each request that could be read, in the order of arrival
 */
export function tokenEndpoint(grants: Grants, seen: TokenRequest[]): RequestHandler {
	return (request, response) => {
		const parameters = parametersOf(request);
		const { status, body } = outcomeOf(grants, request, parameters);
		const grantType = parameters.grant_type ?? '';
		seen.push({ grantType, status, at: new Date().toISOString() });
		response.status(status).set('cache-control', 'no-store').json(body);
	};
}
