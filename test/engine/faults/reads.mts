import { createHash } from 'node:crypto';

import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { startMock } from '../../../mock-lever/index.mts';
import type { FaultName, FaultRule, GrantOptions, MockLever } from '../../../mock-lever/index.mts';
import { runNode } from '../harness/index.mts';
import type { Credentials, NodeRun } from '../harness/index.mts';

/** Three ways to read much, each run against a mock in which one request goes wrong. */

const AS_OF = '2026-11-02T06:00:00Z';

const COMPANY = { scenario: 'generated', hires: 20, seed: 7 } as const;

export async function startCompany({ size }: Pick<Reading, 'size'>): Promise<MockLever> {
	return await startMock({ asOf: AS_OF, rateLimit: false, ...COMPANY, size });
}

export interface Reading {
	name: string;
	parameters: INodeParameters;
	/** Opportunities: enough for several pages and windows, few enough for a test */
	size: number;
	/** Input items, from what the mock holds */
	inputs(mock: MockLever): Promise<INodeExecutionData[]>;
	/** Endpoint that goes wrong; left out: any */
	path?: string;
	/** Faults of cursors cannot strike lists of one page */
	onePage: boolean;
	/** Requests that a fault may let through before it strikes */
	latest: number;
}

const PACE = { requestsPerSecond: 1000 };
const ONE_ITEM = [{ json: {} }];

export const OPPORTUNITIES: Reading = {
	name: 'Opportunity: Get Many',
	size: 420,
	parameters: {
		resource: 'opportunity',
		operation: 'getAll',
		returnAll: true,
		simplify: false,
		options: { ...PACE, collectionRecord: true },
	},
	inputs: async () => ONE_ITEM,
	path: '/opportunities',
	onePage: false,
	latest: 4,
};

export const OFFERS: Reading = {
	name: 'Offer: Get Many over many items',
	size: 120,
	parameters: {
		resource: 'offer',
		operation: 'getAll',
		offersOf: 'opportunity',
		opportunityId: '={{ $json.id }}',
		returnAll: true,
		simplify: false,
		options: { ...PACE, collectionRecord: true },
	},
	inputs: async (mock) => {
		const reasons = await listed(mock, '/archive_reasons?type=hired');
		const hired = new URLSearchParams(reasons.map((id) => ['archive_reason_id', id]));
		const others = await listed(mock, '/opportunities?limit=20&archived=false');
		const ids = [...(await listed(mock, `/opportunities?${hired}`)), ...others];
		return ids.slice(0, 40).map((id) => ({ json: { id } }));
	},
	path: '/opportunities/{opportunity}/offers',
	onePage: true,
	latest: 29,
};

export const EVIDENCE: Reading = {
	name: 'Evidence: Collect',
	size: 1200,
	parameters: {
		resource: 'evidence',
		operation: 'collect',
		evidenceDate: AS_OF,
		options: PACE,
	},
	inputs: async () => ONE_ITEM,
	onePage: false,
	latest: 30,
};

async function listed(mock: MockLever, path: string): Promise<string[]> {
	const response = await fetch(`${mock.baseUrl}${path}`, {
		headers: { authorization: `Bearer ${mock.keys.all}` },
	});
	const { data } = (await response.json()) as { data: Array<{ id: string }> };
	return data.map(({ id }) => id);
}

export const keyOf = (mock: MockLever): Credentials => ({
	leverApi: { apiKey: mock.keys.all, environment: 'custom', baseUrl: mock.baseUrl },
});

export const oAuthOf = (mock: MockLever, grant: GrantOptions = {}): Credentials => ({
	leverOAuth2Api: {
		clientId: mock.oauth.clientId,
		clientSecret: mock.oauth.clientSecret,
		environment: 'custom',
		baseUrl: mock.baseUrl,
		customAuthUrl: mock.oauth.authorizeUrl,
		customAccessTokenUrl: mock.oauth.tokenUrl,
		customAudience: mock.oauth.audience,
		oauthTokenData: JSON.parse(JSON.stringify(mock.oauth.grant(grant))),
	},
});

/** An input item that cannot be read gives an item that says so, and the others go on. */
export async function read(
	{ parameters, inputs }: Reading,
	mock: MockLever,
	credentials: Credentials = keyOf(mock),
): Promise<NodeRun> {
	return await runNode({
		node: 'lever',
		parameters: {
			authentication: 'leverApi' in credentials ? 'apiKey' : 'oAuth2',
			...parameters,
		},
		credentials,
		inputs: { 0: await inputs(mock) },
		onError: 'continueRegularOutput',
		settings: { timezone: 'UTC' },
	});
}

/** A place in the read at which the fault strikes: by chance, but the same in every test run. */
export function pointOf(fault: FaultName, { name, latest }: Reading, attempt: number): number {
	const digest = createHash('sha256').update(`${fault}/${name}/${attempt}`).digest();
	return digest.readUInt32BE(0) % (latest + 1);
}

export function ruleOf(fault: FaultName, reading: Reading, attempt: number): FaultRule {
	const after = pointOf(fault, reading, attempt);
	return {
		fault,
		after: NEEDS_A_CURSOR.includes(fault) ? after % 2 : after,
		...(reading.path !== undefined && { path: reading.path }),
		...(fault === 'rateLimitedWithRetryAfter' && { retryAfterSeconds: 1 }),
	};
}

export const NEEDS_A_CURSOR: readonly FaultName[] = [
	'cursorInvalid',
	'cursorRepeats',
	'recordTwice',
];
