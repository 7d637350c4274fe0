/** Lever keeps sandbox and production apart: hosts, apps and the keys that sign tokens (lever-api.md §1.1). */
export type Environment = 'production' | 'sandbox';

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
	/** Role of the person who authorises; the first active user that has it. Default `super admin` */
	role?: string;
	/** Id of the person who authorises, instead of a role */
	user?: string;
	/** Default: every read scope, confidential data, refresh token */
	scopes?: readonly string[];
	/**
	 * `all`: the whole account. `own`: opportunities that the authoriser owns or follows, none of them
	 * confidential. Default: `all` as long as the authoriser is a Super Admin
	 */
	view?: 'all' | 'own';
	/** Default: that of the mock; the other one makes tokens that the API refuses */
	environment?: Environment;
	/** Default: the mock's own; anything else makes a token that the API refuses */
	audience?: string;
	/** Default: the mock's setting, else 3600; 0 makes an expired token */
	lifetimeSeconds?: number;
}
