import { randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import { LeverQuery } from '../server/query.mts';
import { consentPage, refusalPage } from './consentPage.mts';
import type { Grants } from './grants.mts';
import { CLIENT } from './grants.mts';
import { KNOWN_SCOPES, OFFLINE_ACCESS } from './scopes.mts';

interface Pending {
	redirectUri: string;
	state: string;
	scope: string;
	audience: string;
}

function isWebAddress(text: string | undefined): text is string {
	return text !== undefined && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

/** What is wrong with an authorisation request, in words; null = nothing. */
function refusal(query: LeverQuery): string | null {
	if (query.one('client_id') !== CLIENT.id) {
		return `Unknown client_id. The app registered with this mock is "${CLIENT.id}".`;
	}
	if (!isWebAddress(query.one('redirect_uri'))) return 'redirect_uri must be a web address.';
	if (query.one('response_type') !== 'code') return 'response_type must be "code".';
	return query.one('state') ? null : 'state is missing.';
}

const withParameters = (address: string, parameters: Record<string, string>) => {
	const url = new URL(address);
	for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
	return url.toString();
};

/** Steps 1 and 2 of the authorisation (lever-api.md §1.3): the consent page and the way back. */
export class Authorization {
	private readonly pending = new Map<string, Pending>();
	private readonly grants: Grants;

	constructor(grants: Grants) {
		this.grants = grants;
	}

	/** `GET /authorize` */
	ask: RequestHandler = (request, response) => {
		const query = new LeverQuery(request.url);
		const reason = refusal(query);
		if (reason !== null) {
			response.status(400).type('html').send(refusalPage(reason));
			return;
		}
		const audience = query.one('audience') ?? '';
		const asked = (query.one('scope') ?? '').split(/\s+/);
		const known = KNOWN_SCOPES.filter((scope) => asked.includes(scope));
		// Without the right audience Lever shows only "offline access" and gives a token that the API refuses.
		const shown =
			audience === this.grants.audience ? known : known.filter((scope) => scope === OFFLINE_ACCESS);
		const id = randomUUID();
		this.pending.set(id, {
			redirectUri: query.one('redirect_uri') ?? '',
			state: query.one('state') ?? '',
			scope: shown.join(' '),
			audience,
		});
		const link = (answer: string) => `/authorize/${answer}?request=${id}`;
		response.type('html').send(consentPage(shown, link('accept'), link('deny')));
	};

	/** `GET /authorize/accept` */
	accept: RequestHandler = (request, response) => {
		this.finish(request.url, response, ({ scope, audience, redirectUri }) => ({
			code: this.grants.code({ scope, audience }, redirectUri),
		}));
	};

	/** `GET /authorize/deny` */
	deny: RequestHandler = (request, response) => {
		this.finish(request.url, response, () => ({
			error: 'access_denied',
			error_description: 'User did not authorize the request',
		}));
	};

	private finish(
		url: string,
		response: Parameters<RequestHandler>[1],
		answer: (pending: Pending) => Record<string, string>,
	): void {
		const id = new LeverQuery(url).one('request') ?? '';
		const pending = this.pending.get(id);
		this.pending.delete(id);
		if (pending === undefined) {
			const reason = 'This request was already answered. Start again in the app.';
			response.status(400).type('html').send(refusalPage(reason));
			return;
		}
		const parameters = { ...answer(pending), state: pending.state };
		response.redirect(302, withParameters(pending.redirectUri, parameters));
	}
}
