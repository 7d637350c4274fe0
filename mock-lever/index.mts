/** A mock of the Lever Data API for tests and for people without a Lever account. */
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Access } from './access/access.mts';
import type { AdminOptions } from './admin/options.mts';
import { ScenarioSwitch } from './admin/scenarioSwitch.mts';
import { openAccess } from './access/open.mts';
import type { AccessOptions } from './access/options.mts';
import type { Faults } from './faults/faults.mts';
import { openFaults } from './faults/open.mts';
import type { FaultOptions } from './faults/options.mts';
import type { KeyName } from './access/keys.mts';
import { keyTexts } from './access/keys.mts';
import type { MockOAuth } from './oauth/mockOAuth.mts';
import { mockOAuth } from './oauth/mockOAuth.mts';
import type { TokenRequest } from './oauth/token.mts';
import { openAnswerChecks } from './answers/answerChecks.mts';
import { Documents } from './documents/documents.mts';
import type { AccountOptions } from './database/open.mts';
import { openAccount } from './database/open.mts';
import { keepAccount } from './database/keeper.mts';
import { createApp } from './server/app.mts';
import type { Mode } from './server/call.mts';
import { Cursors } from './server/cursors.mts';
import type { RequestLogEntry } from './server/requestLog.mts';
import { RequestLog } from './server/requestLog.mts';
import { LeverStore } from './server/store.mts';
import { refuseUnreadable } from './server/unreadable.mts';
import { MockClock } from './world/clock.mts';
import type { World } from './world/world.mts';
import { loadScenario } from './scenarios/load.mts';
import { createWorld } from './world/world.mts';
import type { WebhookOptions } from './webhooks/options.mts';
import { Webhooks } from './webhooks/webhooks.mts';

export type { GrantOptions, TokenAnswer } from './oauth/grantOptions.mts';
export type { CompanyShape, GeneratedOptions } from './scenarios/company/options.mts';
export type { ExpectedLeftOut, ExpectedResult, UsualResult } from './scenarios/expected.mts';
export { resultsUnder } from './scenarios/expected.mts';
export type { Scenario, ScenarioName } from './scenarios/load.mts';
export { loadScenario, SCENARIOS } from './scenarios/load.mts';
export type { Companion, LeverDatabase } from './scenarios/records.mts';
export type { PolicyVariant } from './scenarios/variants.mts';
export { POLICY_VARIANTS } from './scenarios/variants.mts';
export type { Mode } from './server/call.mts';
export type { KeyName } from './access/keys.mts';
export type { FaultRule } from './faults/rule.mts';
export type { FaultName } from './faults/table.mts';
export { FAULT_NAMES } from './faults/table.mts';
export type { RateLimit } from './access/rateLimit.mts';
export type { MockOAuth } from './oauth/mockOAuth.mts';
export type { TokenRequest } from './oauth/token.mts';
export type { RequestLogEntry } from './server/requestLog.mts';
export type { RandomChange, RandomChanges } from './world/randomChanges.mts';
export { randomChanges } from './world/randomChanges.mts';
export { ChangeRefused } from './world/refused.mts';
export type { ChangeMade, World } from './world/world.mts';

export interface MockOptions
	extends AccessOptions,
		FaultOptions,
		AccountOptions,
		WebhookOptions,
		AdminOptions {
	/** 0 = any free one, the default */
	port?: number;
	/** Default 127.0.0.1: nobody else on the network can reach the mock */
	host?: string;
	/** Default `documented` */
	mode?: Mode;
	/**
	 * Whether every answer is held against the API description: one that does not fit becomes status 500 and
	 * is told by `defects` and by `close`. Default: whether MOCK_LEVER_CHECK_ANSWERS is 1
	 */
	checkAnswers?: boolean;
	/** Milliseconds that only grow, for tests; default real time. The mock's time is the evidence date and these */
	elapsed?: () => number;
}

export interface MockLever {
	/** The evidence date, ISO 8601 in UTC */
	asOf: string;
	/** `http://127.0.0.1:PORT` */
	url: string;
	/** `url` and `/v1`: the base URL of the API */
	baseUrl: string;
	keys: Record<KeyName, string>;
	oauth: MockOAuth;
	/** Keys, rate limit and latency, to be changed while the mock runs */
	access: Access;
	/** What goes wrong, to be changed while the mock runs */
	faults: Faults;
	/** What happens in the account while the mock runs: `mock.world.moveStage({ opportunity, stage })` */
	world: World;
	/** Events of the account on their way to registered addresses */
	webhooks: Webhooks;
	/** What was asked so far; never headers or bodies */
	requests(): RequestLogEntry[];
	/** With `checkAnswers`: answers that the API description does not know, one sentence each */
	defects(): string[];
	/** Rejects, once closed, when there are defects or when changes could not be saved */
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
 * @throws Error with a sentence for an unknown scenario, an unreadable `asOf`, faulty scenario data or a fault
 * that makes no sense;
 * the error of `node:net` (`code: EADDRINUSE`) when the port is taken
 */
export async function startMock(options: MockOptions = {}): Promise<MockLever> {
	const host = options.host ?? LOOPBACK;
	const account = openAccount(options);
	const faultSeed = options.faultSeed ?? 1;
	const faults = openFaults(options.faults ?? [], faultSeed);
	const ofScenario = account.faults.map((rule) => faults.add(rule));
	const server = createServer();
	refuseUnreadable(server);
	const port = await listen(server, options.port ?? 0, host);
	const named = EVERYWHERE.includes(host) ? LOOPBACK : host;
	const url = `http://${named.includes(':') ? `[${named}]` : named}:${port}`;
	const store = new LeverStore(account.db);
	const tokenRequests: TokenRequest[] = [];
	const { companion } = account;
	const clock = new MockClock(account.asOf, options.elapsed);
	const access = openAccess(options, {
		url,
		store,
		asOf: account.asOf,
		now: clock.now,
		seed: faultSeed,
	});
	const world = createWorld({ store, companion, now: clock.now });
	const webhooks = new Webhooks(store, options);
	world.onEvent((event) => webhooks.tell(event));
	const log = new RequestLog();
	const cursors = new Cursors();
	const { seed, size, shape, hires, offers } = options;
	const choice = { scenario: options.scenario ?? 'golden', seed, size, shape, hires, offers };
	const switching = { store, companion, clock, cursors, faults, keyDesk: access.keyDesk };
	const admin = {
		from: options.adminFrom ?? 'machine',
		world,
		access,
		faults,
		log,
		webhooks,
		scenario: new ScenarioSwitch(switching, {
			choice: { ...choice, asOf: options.asOf },
			keptInFile: options.databaseFile !== undefined,
			faultIds: ofScenario,
			load: () => loadScenario(choice.scenario, options.asOf ?? new Date().toISOString(), choice),
		}),
	};
	const checks = openAnswerChecks(options.checkAnswers);
	const app = createApp({
		answerChecks: checks?.handle,
		store,
		companion,
		access,
		faults,
		authorization: {
			lesserRoles: options.lesserRoles ?? 'refused',
			redirectUris: options.redirectUris ?? [],
		},
		tokenRequests,
		cursors,
		documents: new Documents(),
		mode: options.mode ?? 'documented',
		now: clock.now,
		log,
		admin,
	});
	const keeper = await keepAccount(options.databaseFile, account.isNew, {
		store,
		world,
		account: () => ({ asOf: clock.now(), db: store.database(), companion }),
	}).catch(async (fault: unknown) => {
		await close(server);
		throw fault;
	});
	server.on('request', app);
	return {
		asOf: new Date(account.asOf).toISOString(),
		url,
		baseUrl: `${url}/v1`,
		keys: keyTexts(),
		oauth: mockOAuth(url, access.grants, tokenRequests),
		access,
		faults,
		world,
		webhooks,
		requests: () => log.entries.map((entry) => ({ ...entry })),
		defects: () => checks?.defects() ?? [],
		async close() {
			webhooks.close();
			await Promise.all([close(server), faults.close()]);
			await keeper?.save();
			checks?.refuseDefects();
		},
	};
}
