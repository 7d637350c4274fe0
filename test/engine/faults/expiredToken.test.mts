import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import type { MockLever } from '../../../mock-lever/index.mts';
import { outcomeOf } from './outcome.mts';
import { EVIDENCE, keyOf, oAuthOf, OFFERS, OPPORTUNITIES, read, startCompany } from './reads.mts';

/** An OAuth token that ends in the middle of a read, while several requests are under way. */

let mock: MockLever;

beforeEach(async () => {
	mock = await startCompany({ size: 420 });
	// Long enough for several requests to be under way when the token ends.
	mock.access.latency.change({ milliseconds: 30, jitterMilliseconds: 20 });
});
afterEach(async () => {
	await mock.close();
});

const refreshes = () =>
	mock.oauth.tokenRequests().filter(({ grantType }) => grantType === 'refresh_token');
/** What is said of the credential differs with it; the truth is read with a key. */
const withoutCredential = (records: readonly string[]) =>
	records.filter((record) => !record.startsWith('connection/'));
const tokens = (credentials: ReturnType<typeof oAuthOf>) =>
	credentials['leverOAuth2Api']?.['oauthTokenData'] as Record<string, string>;

describe.each([OPPORTUNITIES, OFFERS, EVIDENCE])('$name', (reading) => {
	it.each([0, 3])('is exact, with one refresh, when it ends after %i requests', async (after) => {
		const truth = withoutCredential(outcomeOf(await read(reading, mock)).records);
		const credentials = oAuthOf(mock);
		const before = tokens(credentials);
		mock.faults.add({
			fault: 'tokenExpired',
			after,
			...(reading.path && { path: reading.path }),
		});
		const run = await read(reading, mock, credentials);

		expect(mock.faults.list()[0]?.struck).toBe(1);
		expect(withoutCredential(outcomeOf(run).records)).toEqual(truth);
		expect(refreshes().map(({ status }) => status)).toEqual([200]);
		const kept = tokens(run.credentials);
		expect(kept['access_token']).not.toBe(before['access_token']);
		expect(kept['refresh_token']).not.toBe(before['refresh_token']);

		// What was kept works, and can be renewed again.
		mock.oauth.expire();
		const next = await read(reading, mock, run.credentials);
		expect(withoutCredential(outcomeOf(next).records)).toEqual(truth);
		expect(refreshes().map(({ status }) => status)).toEqual([200, 200]);
	});
});

it('several requests refused at once lead to one refresh', async () => {
	const credentials = oAuthOf(mock);
	mock.oauth.expire();
	const run = await read(OFFERS, mock, credentials);
	expect(run.error).toBeUndefined();
	expect(mock.requests().filter(({ status }) => status === 401).length).toBeGreaterThan(1);
	expect(refreshes()).toHaveLength(1);
});

it('a connection that was revoked in the middle ends the read and says to connect again', async () => {
	const credentials = oAuthOf(mock);
	mock.faults.add({ fault: 'tokenExpired', after: 3 });
	const stop = setInterval(() => {
		if (mock.faults.list()[0]?.struck === 1) mock.oauth.revoke();
	}, 1);
	const run = await read(OPPORTUNITIES, mock, credentials).finally(() => clearInterval(stop));
	const { said, records, collections } = outcomeOf(run);
	expect(said.join('\n')).toContain('Lever no longer accepts this connection');
	expect(records).toEqual([]);
	expect(collections).toMatchObject([{ complete: false, failure: { reason: 'unauthorized' } }]);
});

it("an API key's 401 is not tried again by this package", async () => {
	mock.faults.add({ fault: 'tokenExpired', after: 2, times: Infinity });
	const run = await read(OPPORTUNITIES, mock, keyOf(mock));
	expect(outcomeOf(run).said.join('\n')).toContain('Lever did not accept the API key');
	// n8n asks once more for each; nothing new is begun after the first.
	const refused = mock.requests().filter(({ status }) => status === 401);
	expect(refused.length).toBeLessThanOrEqual(2 * 30);
	expect(outcomeOf(run).collections).toMatchObject([
		{ complete: false, failure: { reason: 'unauthorized' } },
	]);
});
