import { randomBytes } from 'node:crypto';
import type { Caller } from '../access/caller.mts';
import type { StoredUser } from '../scenarios/records.mts';
import { LeverFault } from '../server/faults.mts';
import type { LeverStore } from '../server/store.mts';
import { isSignedWith, readAccessToken, signAccessToken } from './accessToken.mts';
import { isSuperAdmin, SUPER_ADMIN, withRole } from './authorisers.mts';
import type { Grant } from './grant.mts';
import { callerOfGrant } from './grant.mts';
import type { Environment, GrantOptions, TokenAnswer } from './grantOptions.mts';
import { FULL_SCOPES, KNOWN_SCOPES, OFFLINE_ACCESS } from './scopes.mts';

/** The app that is registered with the mock. Public on purpose: it opens sample data only. */
export const CLIENT = { id: 'mock-lever-app', secret: 'mock-lever-app-secret' } as const;

export interface GrantSettings {
	/** Root of the mock, without a slash at the end */
	url: string;
	lifetimeSeconds: number;
	/** What the mock plays */
	environment: Environment;
	store: LeverStore;
}

/** A code works once and for a short time. */
const CODE_LIFETIME_MILLISECONDS = 60_000;

interface Code {
	grant: GrantOptions;
	redirectUri: string;
	expiresAt: number;
}

const DAY = 86_400_000;

/** A refresh token ends a year after the authorisation, or 90 days after its last use (lever-api.md §1.3). */
const hasEnded = ({ authorisedAt, usedAt }: Grant): boolean =>
	Date.now() > Math.min(authorisedAt + 365 * DAY, usedAt + 90 * DAY);

const secretText = (bytes: number) => randomBytes(bytes).toString('base64url');

const OTHER: Record<Environment, Environment> = { production: 'sandbox', sandbox: 'production' };

/** Everything that was authorised: codes, access tokens and rotating refresh tokens. */
export class Grants {
	private readonly settings: GrantSettings;
	private readonly secrets = { production: randomBytes(64), sandbox: randomBytes(64) };
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

	/** The users of the account as they are now */
	get users(): readonly StoredUser[] {
		return this.settings.store.database().users;
	}

	private get accountId(): string {
		return this.settings.store.database().accounts[0]?.id ?? '';
	}

	/**
	 * Authorises without a browser.
	 *
	 * @throws Error with a sentence for a scope that does not exist
	 */
	grant(options: GrantOptions = {}): TokenAnswer {
		const scopes = options.scopes ?? FULL_SCOPES;
		const unknown = scopes.find((scope) => !KNOWN_SCOPES.includes(scope));
		if (unknown !== undefined) throw new Error(`Lever has no scope "${unknown}".`);
		const grant: Grant = {
			id: secretText(9),
			scopes,
			audience: options.audience ?? this.audience,
			environment: options.environment ?? this.settings.environment,
			lifetimeSeconds: options.lifetimeSeconds ?? this.settings.lifetimeSeconds,
			userId: options.user ?? withRole(this.users, options.role ?? SUPER_ADMIN)?.id ?? null,
			view: options.view ?? null,
			refreshToken: null,
			authorisedAt: Date.now(),
			usedAt: Date.now(),
			revoked: false,
			issued: 0,
			expired: new Set(),
		};
		this.grants.set(grant.id, grant);
		return this.issue(grant);
	}

	/** @returns the code for the redirect */
	code(grant: GrantOptions, redirectUri: string): string {
		const code = secretText(24);
		const expiresAt = Date.now() + CODE_LIFETIME_MILLISECONDS;
		this.codes.set(code, { grant, redirectUri, expiresAt });
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
	 * @returns null for a token that is unknown, ended, too old or revoked
	 */
	refresh(refreshToken: string): TokenAnswer | null {
		const grant = this.grants.get(this.refreshTokens.get(refreshToken) ?? '');
		if (grant === undefined || grant.revoked || hasEnded(grant)) return null;
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

	/** Ends every access token handed out so far, as if its time had come; refresh tokens go on. */
	expire(): void {
		for (const grant of this.grants.values()) {
			for (let number = 1; number <= grant.issued; number += 1) grant.expired.add(number);
		}
	}

	/**
	 * @returns null unless the access token is one of this mock and still valid
	 * @throws LeverFault 401 for a token of the other environment, which another key has signed
	 */
	async callerOf(accessToken: string): Promise<Caller | null> {
		const { environment, url } = this.settings;
		if (isSignedWith(this.secrets[OTHER[environment]], accessToken)) {
			throw new LeverFault(401, 'Unable to find a signing key that matches the token');
		}
		const expected = { issuer: `${url}/`, audience: this.audience };
		const claims = await readAccessToken(this.secrets[environment], accessToken, expected);
		const [id = '', number = ''] = (claims?.jti ?? '').split('.');
		const grant = this.grants.get(id);
		if (grant === undefined || grant.revoked || grant.expired.has(Number(number))) return null;
		const authoriser = this.settings.store.get('users', grant.userId ?? '');
		return callerOfGrant(grant, Number(number), {
			wholeAccount: (grant.view ?? (isSuperAdmin(authoriser) ? 'all' : 'own')) === 'all',
			accountId: this.accountId,
		});
	}

	private issue(grant: Grant): TokenAnswer {
		grant.usedAt = Date.now();
		const now = Math.floor(grant.usedAt / 1000);
		grant.issued += 1;
		const scope = grant.scopes.join(' ');
		const accessToken = signAccessToken(this.secrets[grant.environment], {
			iss: `${this.settings.url}/`,
			aud: grant.audience,
			iat: now,
			exp: now + grant.lifetimeSeconds,
			scope,
			jti: `${grant.id}.${grant.issued}`,
			clientId: CLIENT.id,
			userId: grant.userId ?? '',
			accountId: this.accountId,
		});
		const answer: TokenAnswer = {
			access_token: accessToken,
			token_type: 'Bearer',
			scope,
			expires_in: grant.lifetimeSeconds,
		};
		if (!grant.scopes.includes(OFFLINE_ACCESS)) return answer;
		grant.refreshToken = secretText(32);
		this.refreshTokens.set(grant.refreshToken, grant.id);
		return { ...answer, refresh_token: grant.refreshToken };
	}
}
