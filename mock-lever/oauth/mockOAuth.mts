import type { GrantOptions, TokenAnswer } from './grantOptions.mts';
import type { Grants } from './grants.mts';
import { CLIENT } from './grants.mts';
import type { TokenRequest } from './token.mts';

/** OAuth of the mock, for whoever started it. */
export interface MockOAuth {
	clientId: string;
	clientSecret: string;
	authorizeUrl: string;
	tokenUrl: string;
	audience: string;
	/**
	 * Tokens without the way through a browser
	 *
	 * @throws Error with a sentence for a scope that does not exist
	 */
	grant(options?: GrantOptions): TokenAnswer;
	/** Ends every access token handed out so far; refresh tokens go on */
	expire(): void;
	/** Withdraws every grant: access and refresh tokens are refused from now on */
	revoke(): void;
	/** What the token endpoint was asked so far, refused or not; never credentials */
	tokenRequests(): TokenRequest[];
}

/**
 * @param url root of the mock, without a slash at the end
 * @param seen filled by the token endpoint
 */
export function mockOAuth(url: string, grants: Grants, seen: readonly TokenRequest[]): MockOAuth {
	return {
		clientId: CLIENT.id,
		clientSecret: CLIENT.secret,
		authorizeUrl: `${url}/authorize`,
		tokenUrl: `${url}/oauth/token`,
		audience: grants.audience,
		grant: (options) => grants.grant(options),
		expire: () => grants.expire(),
		revoke: () => grants.revoke(),
		tokenRequests: () => seen.map((request) => ({ ...request })),
	};
}
