import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';
import { LeverQuery } from '../server/query.mts';
import { authorisers, isSuperAdmin } from './authorisers.mts';
import { consentPage, refusalPage, undefinedPage } from './consentPage.mts';
import type { Grants } from './grants.mts';
import { CLIENT } from './grants.mts';
import { parametersOf } from './parameters.mts';
import { isRegistered } from './redirects.mts';
import { KNOWN_SCOPES, OFFLINE_ACCESS, splitScopes } from './scopes.mts';

/**
 * What happens when somebody authorises who is no Super Admin: `refused` at the end of the flow, as vendors'
 * guides say, or a view of what this person owns or follows (both lever-api.md §1.3, §7).
 */
export type LesserRoles = 'refused' | 'ownView';

export interface AuthorizationSettings {
	lesserRoles: LesserRoles;
	/** Registered beside the addresses of this machine */
	redirectUris: readonly string[];
}

interface Pending {
	redirectUri: string;
	state: string;
	scopes: readonly string[];
	audience: string;
}

/** The way back to the app, with what became of the request (RFC 6749 §4.1.2). */
type Outcome = { code: string } | { error: string; error_description: string };

const ABOUT_LESSER_ROLES: Record<LesserRoles, string> = {
	refused: 'Only a Super Admin can connect an app. For anybody else it ends with a refusal.',
	ownView:
		'What a Super Admin connects sees the whole account, for anybody else only own and followed opportunities, none of them confidential.',
};

const DENIED: Outcome = {
	error: 'access_denied',
	error_description: 'User did not authorize the request',
};
const NO_SUPER_ADMIN: Outcome = {
	error: 'access_denied',
	error_description: 'Only a Super Admin can authorize an app for the account',
};

/** What makes a page of its own instead of a way back to the app; null = nothing. */
function refusal(query: LeverQuery, redirectUris: readonly string[]): string | null {
	if (query.one('client_id') !== CLIENT.id) {
		return refusalPage(`Unknown client_id. The app registered with this mock is "${CLIENT.id}".`);
	}
	const redirectUri = query.one('redirect_uri') ?? '';
	if (!isRegistered(redirectUri, redirectUris)) return undefinedPage(redirectUri);
	if (query.one('response_type') !== 'code') return refusalPage('response_type must be "code".');
	const missing = ['state', 'scope'].find((name) => !query.one(name));
	return missing === undefined ? null : refusalPage(`${missing} is missing.`);
}

function goBack(response: Response, { redirectUri, state }: Pending, outcome: Outcome): void {
	const url = new URL(redirectUri);
	for (const [name, value] of Object.entries({ ...outcome, state })) {
		url.searchParams.set(name, value);
	}
	response.redirect(302, url.toString());
}

/** Steps 1 and 2 of the authorisation (lever-api.md §1.3): the consent page and the way back. */
export class Authorization {
	private readonly pending = new Map<string, Pending>();
	private readonly grants: Grants;
	private readonly settings: AuthorizationSettings;

	constructor(grants: Grants, settings: AuthorizationSettings) {
		this.grants = grants;
		this.settings = settings;
	}

	/** `GET /authorize` */
	ask: RequestHandler = (request, response) => {
		const query = new LeverQuery(request.url);
		const refused = refusal(query, this.settings.redirectUris);
		if (refused !== null) {
			response.status(400).type('html').send(refused);
			return;
		}
		const pending: Pending = {
			redirectUri: query.one('redirect_uri') ?? '',
			state: query.one('state') ?? '',
			scopes: splitScopes(query.one('scope') ?? ''),
			audience: query.one('audience') ?? '',
		};
		const unknown = pending.scopes.find((scope) => !KNOWN_SCOPES.includes(scope));
		if (unknown !== undefined) {
			goBack(response, pending, {
				error: 'invalid_scope',
				error_description: `Unknown scope: ${unknown}`,
			});
			return;
		}
		this.show(response, pending);
	};

	/** `POST /authorize/answer`, the form of the consent page */
	answer: RequestHandler = (request, response) => {
		const { request: id = '', answer, user = '' } = parametersOf(request);
		const pending = this.pending.get(id);
		this.pending.delete(id);
		if (pending === undefined) {
			const reason = 'This request was already answered. Start again in the app.';
			response.status(400).type('html').send(refusalPage(reason));
			return;
		}
		goBack(response, pending, answer === 'accept' ? this.accept(pending, user) : DENIED);
	};

	private show(response: Response, pending: Pending): void {
		// Without the right audience Lever shows only "offline access" and gives a token that the API refuses.
		const scopes =
			pending.audience === this.grants.audience
				? pending.scopes
				: pending.scopes.filter((scope) => scope === OFFLINE_ACCESS);
		const request = randomUUID();
		this.pending.set(request, { ...pending, scopes });
		const people = authorisers(this.grants.users);
		const aboutLesserRoles = ABOUT_LESSER_ROLES[this.settings.lesserRoles];
		response
			.type('html')
			.send(consentPage({ request, scopes, authorisers: people, aboutLesserRoles }));
	}

	private accept({ scopes, audience, redirectUri }: Pending, chosen: string): Outcome {
		const people = authorisers(this.grants.users);
		const person = chosen === '' ? people[0] : people.find(({ user }) => user.id === chosen);
		const mayConnect = isSuperAdmin(person?.user) || this.settings.lesserRoles === 'ownView';
		if (person === undefined || !mayConnect) return NO_SUPER_ADMIN;
		return { code: this.grants.code({ user: person.user.id, scopes, audience }, redirectUri) };
	}
}
