import type { LeverEnvironment } from '../contracts';

/** Hosts that belong together: a token of one environment is refused by the other (lever-api.md §1.3). */
export interface LeverHosts {
	/** API root including `/v1` */
	baseUrl: string;
	authorizeUrl: string;
	tokenUrl: string;
	/** OAuth audience; the slash at the end belongs to it */
	audience: string;
}

/** lever-api.md §1.1. EU accounts use the same hosts: Lever passes the calls on. */
export const LEVER_HOSTS: Record<Exclude<LeverEnvironment, 'custom'>, LeverHosts> = {
	production: {
		baseUrl: 'https://api.lever.co/v1',
		authorizeUrl: 'https://auth.lever.co/authorize',
		tokenUrl: 'https://auth.lever.co/oauth/token',
		audience: 'https://api.lever.co/v1/',
	},
	sandbox: {
		baseUrl: 'https://api.sandbox.lever.co/v1',
		authorizeUrl: 'https://sandbox-lever.auth0.com/authorize',
		tokenUrl: 'https://sandbox-lever.auth0.com/oauth/token',
		audience: 'https://api.sandbox.lever.co/v1/',
	},
};

/** Names of the environments as people see them in the credentials. */
export const ENVIRONMENT_NAMES: Record<LeverEnvironment, string> = {
	production: 'Production',
	sandbox: 'Sandbox',
	custom: 'Custom Base URL',
};
