import { afterAll, beforeAll, expect, it } from 'vitest';

import { nodes, openLab } from './harness/index.mts';
import type { Lab } from './harness/index.mts';

/** An OAuth token that ends while the real n8n collects evidence with it. */
let lab: Lab;

beforeAll(async () => {
	lab = await openLab({
		scenario: 'generated',
		size: 60,
		hires: 20,
		latencyMilliseconds: 30,
	});
});

afterAll(() => lab.close());

const refreshes = () =>
	lab.mock.oauth
		.tokenRequests()
		.filter(({ grantType }) => grantType === 'refresh_token')
		.map(({ status }) => status);

async function hiresRead(): Promise<number> {
	const run = await lab.run({ authentication: 'oAuth2' });
	expect(run.explanation).toBe('');
	const items = run.items(nodes.lever).map(({ json }) => json);
	const incomplete = items.filter(
		({ kind, complete }) => kind === 'collection' && complete !== true,
	);
	expect(incomplete).toEqual([]);
	return items.filter(({ kind }) => kind === 'hire').length;
}

let whole = 0;

it('is renewed once, and the read is complete', async () => {
	lab.mock.faults.add({
		fault: 'tokenExpired',
		path: '/opportunities/{opportunity}/offers',
		after: 5,
	});
	whole = await hiresRead();
	expect(whole).toBeGreaterThan(5);
	expect(lab.mock.faults.list()[0]?.struck).toBe(1);
	expect(refreshes()).toEqual([200]);
});

it('leaves the new refresh token in the credential of n8n for the next run', async () => {
	// The mock withdraws the whole grant when a refresh token that was replaced comes again.
	lab.mock.oauth.expire();
	expect(await hiresRead()).toBe(whole);
	expect(refreshes()).toEqual([200, 200]);
});
