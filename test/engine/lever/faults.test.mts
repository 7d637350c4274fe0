import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { CONTACT, OFFER, OPPORTUNITY, STAGE, USER } from '../../unit/lever/samples.mts';
import { API, AUTH, isolateNetwork, jsonOf, list, oAuth, runLever } from './support.mts';

isolateNetwork();

const users = { resource: 'user', operation: 'getAll' };

describe('continue on fail', () => {
	const twoContacts = { resource: 'contact', operation: 'get', contactId: '={{ $json.id }}' };
	const inputs = { 0: [{ json: { id: 'gone' } }, { json: { id: 'here' } }] };

	it('gives an item that says what happened, and goes on', async () => {
		nock(API).get('/v1/contacts/gone').reply(404, { code: 'ResourceNotFound', message: 'no' });
		nock(API).get('/v1/contacts/here').reply(200, { data: CONTACT });
		const run = await runLever(twoContacts, { inputs, onError: 'continueRegularOutput' });
		expect(run.outputs[0]).toMatchObject([
			{
				json: { error: 'Lever has no contact with this ID (status 404).' },
				pairedItem: { item: 0 },
			},
			{ json: { id: CONTACT.id }, pairedItem: { item: 1 } },
		]);
	});

	it('off, the node stops and names the item', async () => {
		nock(API).get('/v1/contacts/gone').reply(404, { code: 'ResourceNotFound', message: 'no' });
		const run = await runLever(twoContacts, { inputs });
		expect(run.error).toMatchObject({
			name: 'NodeApiError',
			message: 'Lever has no contact with this ID (status 404).',
			context: { itemIndex: 0 },
			failure: { cause: 'configuration-invalid' },
		});
		expect(run.outputs).toEqual([]);
	});

	it('gives nothing of a list that stopped half-way', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list([USER], 'next-page'));
		nock(API).get('/v1/users?limit=100&offset=next-page').reply(403, {});
		const run = await runLever({ ...users, returnAll: true }, { onError: 'continueRegularOutput' });
		expect(run.outputs[0]).toHaveLength(1);
		expect(run.outputs[0]?.[0]?.json).toEqual({
			error: 'Lever does not let this API key read users (status 403).',
		});
	});
});

describe('sign-in', () => {
	it('a wrong key says so; only n8n itself asks once more, as it does for every 401', async () => {
		nock(API)
			.get('/v1/users?limit=50')
			.times(2)
			.reply(401, { code: 'UnauthorizedError', message: 'x' });
		const run = await runLever(users);
		expect(run.error).toMatchObject({
			message: 'Lever did not accept the API key (status 401).',
			failure: { cause: 'credential-invalid' },
		});
		expect(run.error?.description).toContain("'Environment'");
		expect(JSON.stringify(run.error)).not.toContain('synthetic-key');
	});

	it('a token that has run out is renewed, and the new refresh token is kept', async () => {
		nock(API, { reqheaders: { authorization: 'Bearer stale' } })
			.get('/v1/users?limit=50')
			.reply(401, { code: 'UnauthorizedError', message: 'x' });
		nock(AUTH)
			.post('/oauth/token', {
				grant_type: 'refresh_token',
				refresh_token: 'refresh-1',
				client_id: 'client',
				client_secret: 'synthetic',
			})
			.reply(200, {
				access_token: 'fresh',
				refresh_token: 'refresh-2',
				token_type: 'Bearer',
				expires_in: 3600,
			});
		nock(API, { reqheaders: { authorization: 'Bearer fresh' } })
			.get('/v1/users?limit=50')
			.reply(200, list([USER]));
		const run = await runLever(
			{ ...users, authentication: 'oAuth2' },
			{ credentials: oAuth('stale') },
		);
		expect(jsonOf(run)).toHaveLength(1);
		expect(run.credentials['leverOAuth2Api']?.['oauthTokenData']).toMatchObject({
			access_token: 'fresh',
			refresh_token: 'refresh-2',
		});
	});

	it('a revoked grant says to connect again', async () => {
		nock(API).get('/v1/users?limit=50').reply(401, { code: 'UnauthorizedError', message: 'x' });
		nock(AUTH).post('/oauth/token').reply(403, {
			error: 'invalid_grant',
			error_description: 'Unknown or invalid refresh token.',
		});
		const run = await runLever(
			{ ...users, authentication: 'oAuth2' },
			{ credentials: oAuth('stale') },
		);
		expect(run.error?.message).toBe('Lever no longer accepts this connection.');
		expect(run.error?.description).toContain('connect it again as a Super Admin');
		expect(run.error).toMatchObject({ failure: { cause: 'credential-invalid' } });
	});

	it.each([
		['was never connected', { oauthTokenData: undefined }, 0],
		['has no refresh token', { oauthTokenData: { access_token: 'stale' } }, 1],
		['has no token at all', { oauthTokenData: {} }, 0],
	])('a credential that %s says to connect it', async (_what, changed, requests) => {
		if (requests > 0) nock(API).get('/v1/users?limit=50').reply(401, {});
		const fields = { ...oAuth()['leverOAuth2Api'], ...changed };
		const run = await runLever(
			{ ...users, authentication: 'oAuth2' },
			{ credentials: { leverOAuth2Api: JSON.parse(JSON.stringify(fields)) } },
		);
		expect(run.error?.message).toBe('Lever no longer accepts this connection.');
	});

	it('a base URL that is none stops the node before anything is sent', async () => {
		const run = await runLever(users, {
			credentials: { leverApi: { apiKey: 'x', environment: 'custom', baseUrl: 'lever' } },
			onError: 'continueRegularOutput',
		});
		expect(JSON.stringify(run.error ?? run.outputs)).toContain("'Base URL' is not an address");
	});

	it('the sandbox has its own host', async () => {
		nock('https://api.sandbox.lever.co')
			.get('/v1/users?limit=50')
			.reply(200, list([USER]));
		const run = await runLever(users, {
			credentials: { leverApi: { apiKey: 'x', environment: 'sandbox' } },
		});
		expect(jsonOf(run)).toHaveLength(1);
	});
});

describe('answers that are none', () => {
	it.each([
		['a web page', 200, '<!doctype html><h1>Sign in</h1>', 'text/html', 'a web page'],
		['half an answer', 200, '{"data": [{"id":', 'application/json', 'not JSON'],
		['nothing', 200, '', 'application/json', 'not JSON'],
	])('%s', async (_what, status, body, type, words) => {
		nock(API).get('/v1/users?limit=50').reply(status, body, { 'content-type': type });
		const run = await runLever(users);
		expect(run.error?.message).toContain(words);
		expect(run.error?.description).toContain("'Base URL'");
	});

	it('a redirect to another host gets no credential', async () => {
		const asked: string[] = [];
		nock.emitter.on('no match', (request) => {
			asked.push(request.url);
		});
		nock(API)
			.get('/v1/users?limit=50')
			.reply(302, '', { location: 'https://elsewhere.example.com/v1/users' });
		const run = await runLever(users);
		expect(run.error?.message).toContain('another host (elsewhere.example.com)');
		expect(asked).toEqual([]);
		nock.emitter.removeAllListeners('no match');
	});

	it('a redirect on the same host is followed', async () => {
		nock(API).get('/v1/contacts/old').reply(301, '', { location: '/v1/contacts/new' });
		nock(API, { reqheaders: { authorization: /^Basic / } })
			.get('/v1/contacts/new')
			.reply(200, { data: CONTACT });
		const run = await runLever({ resource: 'contact', operation: 'get', contactId: 'old' });
		expect(jsonOf(run)).toHaveLength(1);
	});

	it('the account-wide list of offers is explained where there is none', async () => {
		nock(API).get('/v1/offers?limit=50').reply(404, { code: 'ResourceNotFound', message: 'x' });
		const run = await runLever({ resource: 'offer', operation: 'getAll', offersOf: 'account' });
		expect(run.error?.message).toBe('This Lever account has no list of all offers (status 404).');
		expect(run.error?.description).toContain("Set 'Offers Of' to 'One Opportunity'");
	});

	it('the account-wide list of offers is read where there is one', async () => {
		nock(API)
			.get('/v1/offers?limit=50')
			.reply(200, list([{ ...OFFER, opportunityId: OPPORTUNITY.id }]));
		const run = await runLever({ resource: 'offer', operation: 'getAll', offersOf: 'account' });
		expect(jsonOf(run)).toMatchObject([{ opportunityId: OPPORTUNITY.id }]);
	});
});

describe('faults that pass', () => {
	it('429 and 503 are waited out', async () => {
		nock(API).get('/v1/stages?limit=50').reply(429, {}, { 'retry-after': '0' });
		nock(API).get('/v1/stages?limit=50').reply(503, '<html>maintenance</html>');
		nock(API)
			.get('/v1/stages?limit=50')
			.reply(200, list([STAGE]));
		expect(jsonOf(await runLever({ resource: 'stage', operation: 'getAll' }))).toEqual([STAGE]);
	});

	it('a closed connection is tried again', async () => {
		nock(API)
			.get('/v1/stages?limit=50')
			.replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
		nock(API)
			.get('/v1/stages?limit=50')
			.reply(200, list([STAGE]));
		expect(jsonOf(await runLever({ resource: 'stage', operation: 'getAll' }))).toEqual([STAGE]);
	});

	it('a stopped execution ends a long wait', async () => {
		nock(API).get('/v1/stages?limit=50').reply(429, {}, { 'retry-after': '60' });
		// The wait alone would outlast the runner's limit for a test.
		const run = await runLever(
			{ resource: 'stage', operation: 'getAll' },
			{ onStart: (cancel) => setTimeout(cancel, 300) },
		);
		expect(run.status).toBe('canceled');
	});
});

describe('wrong parameters', () => {
	it('a date that is none names its field', async () => {
		const run = await runLever({
			resource: 'opportunity',
			operation: 'getAll',
			filters: { createdAfter: 'yesterday' },
		});
		expect(run.error?.message).toContain("'Created After' is not a date");
	});

	it('an id that leaves its place is refused before anything is sent', async () => {
		const run = await runLever({ resource: 'contact', operation: 'get', contactId: '../users' });
		expect(run.error?.message).toContain('not an ID');
	});
});
