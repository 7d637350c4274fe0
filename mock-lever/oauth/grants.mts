import { randomBytes } from 'node:crypto';
import type { Caller } from '../server/keys.mts';
import { readAccessToken, signAccessToken } from './accessToken.mts';
import {
	CONFIDENTIAL_ACCESS,
	FULL_SCOPE,
	KNOWN_SCOPES,
	OFFLINE_ACCESS,
	readScopes,
} from './scopes.mts';

/** The app that is registered with the mock. Public on purpose: it opens sample data only. */
export const CLIENT = { id: 'mock-lever-app', secret: 'mock-lever-app-secret' } as const;

export interface TokenAnswer {
	access_token: string;
	/** Only with the scope `offline_access` */
	refresh_token?: string;
	token_type: 'Bearer';
	/** Space separated */
	scope: string;
	/** Seconds */
	expires_in: number;
}

export interface GrantOptions {
	/** Space separated; default: every read scope, confidential data, refresh token */
	scope?: string;
	/** Default: the mock's own; anything else makes a token that the API refuses */
	audience?: string;
	/** Default: the mock's setting, else 3600; 0 makes an expired token */
	lifetimeSeconds?: number;
}

interface Grant {
	id: string;
	scope: string;
	audience: string;
	lifetimeSeconds: number;
	/** The one that works; null without `offline_access`, and after an old one was used again */
	refreshToken: string | null;
	/** Withdrawn by a Super Admin: its access tokens end at once too */
	revoked: boolean;
}

interface GrantSettings {
	/** Root of the mock, without a slash at the end */
	url: string;
	lifetimeSeconds: number;
	/** User who authorises; a Super Admin (lever-api.md §1.3) */
	userId: string;
	accountId: string;
}

/** A code works once and for a short time. */
const CODE_LIFETIME = 60_000;

interface Code {
	grant: Required<Pick<GrantOptions, 'scope' | 'audience'>>;
	redirectUri: string;
	expiresAt: number;
}

const secretText = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Everything that was authorised: codes, access tokens and rotating refresh tokens. */
export class Grants {
	private readonly settings: GrantSettings;
	private readonly secret = randomBytes(64);
	private readonly grants = new Map<string, Grant>();
	/** Refresh token → grant, used ones included, so that reuse is noticed */
	private readonly refreshTokens = new Map<string, string>();
	private readonly codes = new Map<string, Code>();

	constructor(settings: GrantSettings) {
		this.settings = settings;
	}

	/** With the slash at the end, as Lever's own (lever-api.md §1.1) */
	get audience(): string {
		return `${this.settings.url}/v1/`;
	}

	/** Authorises without a browser. */
	grant(options: GrantOptions = {}): TokenAnswer {
		const asked = (options.scope ?? FULL_SCOPE).split(/\s+/);
		const scopes = asked.filter((scope) => KNOWN_SCOPES.includes(scope));
		const grant: Grant = {
			id: secretText(9),
			scope: scopes.join(' '),
			audience: options.audience ?? this.audience,
			lifetimeSeconds: options.lifetimeSeconds ?? this.settings.lifetimeSeconds,
			refreshToken: null,
			revoked: false,
		};
		this.grants.set(grant.id, grant);
		return this.issue(grant);
	}

	/** @returns the code for the redirect */
	code(grant: Code['grant'], redirectUri: string): string {
		const code = secretText(24);
		this.codes.set(code, { grant, redirectUri, expiresAt: Date.now() + CODE_LIFETIME });
		return code;
	}

	/** @returns null for a code that is unknown, used, too old, or made for another redirect URI */
	exchange(code: string, redirectUri: string): TokenAnswer | null {
		const found = this.codes.get(code);
		this.codes.delete(code);
		if (found === undefined || found.redirectUri !== redirectUri) return null;
		return found.expiresAt < Date.now() ? null : this.grant(found.grant);
	}

	/**
	 * Gives new tokens and ends the refresh token used. An ended one that comes again closes the grant, as
	 * somebody may have stolen it.
	 *
	 * @returns null for a token that is unknown, ended or revoked
	 */
	refresh(refreshToken: string): TokenAnswer | null {
		const grant = this.grants.get(this.refreshTokens.get(refreshToken) ?? '');
		if (grant === undefined || grant.revoked) return null;
		if (grant.refreshToken !== refreshToken) {
			grant.refreshToken = null;
			return null;
		}
		return this.issue(grant);
	}

	/** Withdraws everything, as a Super Admin can in Lever's settings. */
	revoke(): void {
		for (const grant of this.grants.values()) grant.revoked = true;
		this.codes.clear();
	}

	/** @returns null unless the access token is one of this mock and still valid */
	async callerOf(accessToken: string): Promise<Caller | null> {
		const expected = { issuer: `${this.settings.url}/`, audience: this.audience };
		const claims = await readAccessToken(this.secret, accessToken, expected);
		const grant = this.grants.get(claims?.jti.split('.')[0] ?? '');
		if (claims === null || grant === undefined || grant.revoked) return null;
		const scopes = claims.scope.split(' ');
		return {
			id: `grant:${grant.id}`,
			may: (permission) => readScopes(permission).some((scope) => scopes.includes(scope)),
			confidential: scopes.includes(CONFIDENTIAL_ACCESS),
		};
	}

	private issue(grant: Grant): TokenAnswer {
		const now = Math.floor(Date.now() / 1000);
		const accessToken = signAccessToken(this.secret, {
			iss: `${this.settings.url}/`,
			aud: grant.audience,
			iat: now,
			exp: now + grant.lifetimeSeconds,
			scope: grant.scope,
			jti: `${grant.id}.${secretText(6)}`,
			clientId: CLIENT.id,
			userId: this.settings.userId,
			accountId: this.settings.accountId,
		});
		const answer: TokenAnswer = {
			access_token: accessToken,
			token_type: 'Bearer',
			scope: grant.scope,
			expires_in: grant.lifetimeSeconds,
		};
		if (!grant.scope.split(' ').includes(OFFLINE_ACCESS)) return answer;
		grant.refreshToken = secretText(32);
		this.refreshTokens.set(grant.refreshToken, grant.id);
		return { ...answer, refresh_token: grant.refreshToken };
	}
}
