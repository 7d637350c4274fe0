/** A mock of the Lever Data API for tests and for people without a Lever account. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { GrantOptions, TokenAnswer } from './oauth/grants.mts';
import { CLIENT, Grants } from './oauth/grants.mts';
import { uuidFor } from './scenarios/ids.mts';
import { loadScenario } from './scenarios/load.mts';
import { createApp } from './server/app.mts';
import type { Mode } from './server/call.mts';
import { Cursors } from './server/cursors.mts';
import type { KeyName } from './server/keys.mts';
import { keyTexts } from './server/keys.mts';
import type { RateLimit } from './server/rateLimit.mts';
import { LEVER_RATE_LIMIT, RateLimiter } from './server/rateLimit.mts';
import type { RequestLogEntry } from './server/requestLog.mts';
import { RequestLog } from './server/requestLog.mts';
import { LeverStore } from './server/store.mts';

export type { GrantOptions, TokenAnswer } from './oauth/grants.mts';
export type { ExpectedLeftOut, ExpectedResult } from './scenarios/expected.mts';
export type { Scenario, ScenarioName } from './scenarios/load.mts';
export { loadScenario, SCENARIOS } from './scenarios/load.mts';
export type { Companion, LeverDatabase } from './scenarios/records.mts';
export type { Mode } from './server/call.mts';
export type { KeyName } from './server/keys.mts';
export type { RateLimit } from './server/rateLimit.mts';
export type { RequestLogEntry } from './server/requestLog.mts';

export interface MockOptions {
	/** 0 = any free one, the default */
	port?: number;
	/** Default 127.0.0.1: nobody else on the network can reach the mock */
	host?: string;
	/** `golden` (default), `empty`, `no-hires` */
	scenario?: string;
	/** Evidence date that all data is arranged around, ISO 8601 with offset; default: now */
	asOf?: string;
	/** Default `documented` */
	mode?: Mode;
	/** Default: Lever's 10 requests per second, 20 at once; false = no limit */
	rateLimit?: RateLimit | false;
	/** Of OAuth access tokens; default 3600 */
	tokenLifetimeSeconds?: number;
}

export interface MockOAuth {
	clientId: string;
	clientSecret: string;
	authorizeUrl: string;
	tokenUrl: string;
	audience: string;
	/** Tokens without the way through a browser */
	grant(options?: GrantOptions): TokenAnswer;
	/** Withdraws every grant: access and refresh tokens are refused from now on */
	revoke(): void;
}

export interface MockLever {
	/** `http://127.0.0.1:PORT` */
	url: string;
	/** `url` and `/v1`: the base URL of the API */
	baseUrl: string;
	keys: Record<KeyName, string>;
	oauth: MockOAuth;
	/** What was asked so far; never headers or bodies */
	requests(): RequestLogEntry[];
	close(): Promise<void>;
}

const LOOPBACK = '127.0.0.1';
const EVERYWHERE = ['0.0.0.0', '::', ''];

function listen(server: Server, port: number, host: string): Promise<number> {
	return new Promise((resolve, reject) => {
		server.once('error', reject);
		server.listen(port, host, () => {
			server.removeListener('error', reject);
			resolve((server.address() as AddressInfo).port);
		});
	});
}

function close(server: Server): Promise<void> {
	return new Promise((resolve) => {
		server.close(() => resolve());
		server.closeAllConnections();
	});
}

/**
 * Starts a mock of one Lever account.
 *
 * @throws Error with a sentence for an unknown scenario, an unreadable `asOf` or faulty scenario data;
 * the error of `node:net` (`code: EADDRINUSE`) when the port is taken
 */
export async function startMock(options: MockOptions = {}): Promise<MockLever> {
	const host = options.host ?? LOOPBACK;
	const asOf = options.asOf ?? new Date().toISOString();
	const scenario = loadScenario(options.scenario ?? 'golden', asOf);
	const server = createServer();
	const port = await listen(server, options.port ?? 0, host);
	const named = EVERYWHERE.includes(host) ? LOOPBACK : host;
	const url = `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
	const authoriser = scenario.db.users.find((user) => user.accessRole === 'super admin');
	const grants = new Grants({
		url,
		lifetimeSeconds: options.tokenLifetimeSeconds ?? 3600,
		userId: authoriser?.id ?? uuidFor('nobody'),
		accountId: uuidFor('account'),
	});
	const log = new RequestLog();
	const app = createApp({
		store: new LeverStore(scenario.db),
		companion: scenario.companion,
		grants,
		limiter: new RateLimiter(options.rateLimit ?? LEVER_RATE_LIMIT),
		cursors: new Cursors(),
		mode: options.mode ?? 'documented',
		now: () => scenario.asOf,
		log,
	});
	server.on('request', app);
	return {
		url,
		baseUrl: `${url}/v1`,
		keys: keyTexts(),
		oauth: {
			clientId: CLIENT.id,
			clientSecret: CLIENT.secret,
			authorizeUrl: `${url}/authorize`,
			tokenUrl: `${url}/oauth/token`,
			audience: grants.audience,
			grant: (grantOptions) => grants.grant(grantOptions),
			revoke: () => grants.revoke(),
		},
		requests: () => log.entries.map((entry) => ({ ...entry })),
		close: () => close(server),
	};
}
