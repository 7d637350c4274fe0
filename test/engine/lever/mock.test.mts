import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { startMock } from '../../../mock-lever/index.mts';
import type { MockLever } from '../../../mock-lever/index.mts';
import type { Credentials } from '../harness/index.mts';
import { jsonOf, runLever } from './support.mts';

let mock: MockLever;

beforeAll(async () => {
	mock = await startMock({ asOf: '2026-11-02T06:00:00Z', rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});

const withKey = (apiKey: string): Credentials => ({
	leverApi: { apiKey, environment: 'custom', baseUrl: mock.baseUrl },
});
const withGrant = (on: MockLever): Credentials => ({
	leverOAuth2Api: {
		clientId: on.oauth.clientId,
		clientSecret: on.oauth.clientSecret,
		environment: 'custom',
		baseUrl: on.baseUrl,
		customAuthUrl: on.oauth.authorizeUrl,
		customAccessTokenUrl: on.oauth.tokenUrl,
		customAudience: on.oauth.audience,
		oauthTokenData: { ...on.oauth.grant() },
	},
});
const opportunities = { resource: 'opportunity', operation: 'getAll', returnAll: true };
const ids = (records: object[]) => records.map((record) => 'id' in record && record.id);

describe('against the mock server', () => {
	it('reads every opportunity, page by page, the same with both credentials', async () => {
		const filters = { confidentiality: 'all' };
		const byKey = jsonOf(
			await runLever({ ...opportunities, filters }, { credentials: withKey(mock.keys.all) }),
		);
		expect(byKey.length).toBeGreaterThan(100);
		expect(new Set(ids(byKey)).size).toBe(byKey.length);
		const byGrant = jsonOf(
			await runLever(
				{ ...opportunities, filters, authentication: 'oAuth2' },
				{ credentials: withGrant(mock) },
			),
		);
		expect(byGrant).toEqual(byKey);
		expect(mock.requests().every(({ method }) => method === 'GET')).toBe(true);
	});

	it('reads the offers of each opportunity that comes in, linked to it', async () => {
		const credentials = withKey(mock.keys.all);
		const people = jsonOf(
			await runLever({ ...opportunities, limit: 20, returnAll: false }, { credentials }),
		);
		const run = await runLever(
			{
				resource: 'offer',
				operation: 'getAll',
				opportunityId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
			},
			{ credentials, inputs: { 0: people.map((json) => ({ json: { ...json } })) } },
		);
		for (const { json, pairedItem } of run.outputs[0] ?? []) {
			const { item } = pairedItem as { item: number };
			expect(json['opportunityId']).toBe(ids(people)[item]);
		}
	});

	it('explains what a key is not allowed to read', async () => {
		const users = { resource: 'user', operation: 'getAll' };
		const run = await runLever(users, { credentials: withKey(mock.keys.noUsers) });
		expect(run.error?.message).toBe('Lever does not let this API key read users (status 403).');
		expect(run.error?.description).toContain("'List users'");
		const confidential = await runLever(
			{ ...opportunities, filters: { confidentiality: 'all' } },
			{ credentials: withKey(mock.keys.noConfidential) },
		);
		expect(confidential.error?.description).toContain('access to confidential data');
		const wrong = await runLever(users, { credentials: withKey('unknown') });
		expect(wrong.error?.message).toBe('Lever did not accept the API key (status 401).');
	});

	it('waits when the server says that it is too much, and gives the whole list all the same', async () => {
		const busy = await startMock({
			asOf: '2026-11-02T06:00:00Z',
			rateLimit: { perSecond: 2, burst: 1 },
		});
		try {
			const credentials: Credentials = {
				leverApi: { apiKey: busy.keys.all, environment: 'custom', baseUrl: busy.baseUrl },
			};
			const all = jsonOf(await runLever(opportunities, { credentials }));
			expect(busy.requests().filter(({ status }) => status === 429).length).toBeGreaterThan(0);
			const unhurried = await runLever(opportunities, { credentials: withKey(mock.keys.all) });
			expect(all).toEqual(jsonOf(unhurried));
		} finally {
			await busy.close();
		}
	});

	it('renews a token that has run out, and says so when the grant is gone', async () => {
		const lever = await startMock({ asOf: '2026-11-02T06:00:00Z', rateLimit: false });
		try {
			const credentials = withGrant(lever);
			lever.faults.add({ fault: 'tokenExpired' });
			const run = await runLever({ ...opportunities, authentication: 'oAuth2' }, { credentials });
			expect(jsonOf(run).length).toBeGreaterThan(100);
			expect(run.credentials['leverOAuth2Api']?.['oauthTokenData']).not.toEqual(
				credentials['leverOAuth2Api']?.['oauthTokenData'],
			);

			lever.oauth.revoke();
			lever.faults.add({ fault: 'tokenExpired' });
			const revoked = await runLever(
				{ ...opportunities, authentication: 'oAuth2' },
				{ credentials: run.credentials },
			);
			expect(revoked.error?.message).toContain('Lever no longer accepts this connection');
		} finally {
			await lever.close();
		}
	});
});
