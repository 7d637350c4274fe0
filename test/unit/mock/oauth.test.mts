import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../mock-lever/index.mts';
import { loadScenario, startMock } from '../../../mock-lever/index.mts';
import { AS_OF, bearer, send } from './client.mts';

let mock: MockLever;
beforeEach(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterEach(async () => {
	await mock.close();
});

const REDIRECT = 'http://localhost:5678/rest/oauth2-credential/callback';
const SCOPE = 'opportunities:read:admin users:read:admin offline_access';

interface TokenBody {
	access_token: string;
	refresh_token: string;
	expires_in: number;
	scope: string;
	token_type: string;
	error?: string;
}

/** Follows no redirect: the way back to the app is what is looked at. */
const open = (path: string) => fetch(`${mock.url}${path}`, { redirect: 'manual' });

const authorizePath = (changes: Record<string, string> = {}) => {
	const parameters = {
		client_id: mock.oauth.clientId,
		redirect_uri: REDIRECT,
		response_type: 'code',
		state: 'a b&c',
		audience: mock.oauth.audience,
		scope: SCOPE,
		...changes,
	};
	return `/authorize?${new URLSearchParams(parameters).toString()}`;
};

/** Clicks a link of the consent page. */
async function click(page: string, id: 'accept' | 'deny'): Promise<URL> {
	const href = new RegExp(`id="${id}" href="([^"]+)"`).exec(page)?.[1] ?? '';
	const answer = await open(href.replaceAll('&amp;', '&'));
	expect(answer.status).toBe(302);
	return new URL(answer.headers.get('location') ?? '');
}

async function token(parameters: Record<string, string>, basicHeader?: string) {
	const response = await fetch(mock.oauth.tokenUrl, {
		method: 'POST',
		headers: basicHeader === undefined ? {} : { authorization: basicHeader },
		body: new URLSearchParams(parameters),
	});
	return { status: response.status, body: (await response.json()) as TokenBody };
}

const client = () => ({
	client_id: mock.oauth.clientId,
	client_secret: mock.oauth.clientSecret,
});
const exchange = (code: string, changes: Record<string, string> = {}) =>
	token({
		grant_type: 'authorization_code',
		...client(),
		code,
		redirect_uri: REDIRECT,
		...changes,
	});
const refresh = (refreshToken: string) =>
	token({ grant_type: 'refresh_token', ...client(), refresh_token: refreshToken });
const status = async (accessToken: string, path = '/opportunities?limit=1') =>
	(await send(mock, path, { authorization: bearer(accessToken) })).status;

async function authorized(changes: Record<string, string> = {}): Promise<TokenBody> {
	const page = await (await open(authorizePath(changes))).text();
	const back = await click(page, 'accept');
	return (await exchange(back.searchParams.get('code') ?? '')).body;
}

describe('authorisation in the browser (lever-api.md §1.3)', () => {
	it('goes from the page to a token that reads what was granted', async () => {
		const page = await (await open(authorizePath())).text();
		expect(page).toContain('opportunities:read:admin');
		const back = await click(page, 'accept');
		expect(back.href.startsWith(REDIRECT)).toBe(true);
		expect(back.searchParams.get('state')).toBe('a b&c');
		const { status: answered, body } = await exchange(back.searchParams.get('code') ?? '');
		expect(answered).toBe(200);
		expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
		expect(body.scope.split(' ').sort()).toEqual(SCOPE.split(' ').sort());
		expect(await status(body.access_token)).toBe(200);
		expect(await status(body.access_token, '/stages')).toBe(403);
		expect(await status(body.access_token, '/opportunities?confidentiality=all')).toBe(403);
	});

	it('comes back with access_denied and the state', async () => {
		const page = await (await open(authorizePath())).text();
		const back = await click(page, 'deny');
		expect(Object.fromEntries(back.searchParams)).toEqual({
			error: 'access_denied',
			error_description: 'User did not authorize the request',
			state: 'a b&c',
		});
	});

	it('a link of the page works once', async () => {
		const page = await (await open(authorizePath())).text();
		await click(page, 'accept');
		const href = /id="accept" href="([^"]+)"/.exec(page)?.[1] ?? '';
		expect((await open(href)).status).toBe(400);
	});

	it.each([
		['client_id', 'somebody'],
		['redirect_uri', 'javascript:alert(1)'],
		['redirect_uri', ''],
		['response_type', 'token'],
		['state', ''],
	])('refuses %s=%j with a page and no redirect', async (name, value) => {
		const answer = await open(authorizePath({ [name]: value }));
		expect(answer.status).toBe(400);
		expect(answer.headers.get('content-type')).toContain('text/html');
	});

	it('without the audience shows offline access only, and the token opens nothing', async () => {
		const page = await (await open(authorizePath({ audience: '' }))).text();
		expect(page).toContain('offline_access');
		expect(page).not.toContain('opportunities:read:admin');
		const body = await authorized({ audience: '' });
		expect(await status(body.access_token)).toBe(401);
	});

	it('drops a misspelt scope: the API answers 403', async () => {
		const body = await authorized({ scope: 'contacts:read:admin offline_access' });
		expect(body.scope).toBe('offline_access');
		const contact = loadScenario('golden', AS_OF).db.contacts[0]?.id;
		expect(await status(body.access_token, `/contacts/${contact}`)).toBe(403);
	});

	it('shows nothing of the request unescaped', async () => {
		const page = await (await open(authorizePath({ scope: '<b>x</b> offline_access' }))).text();
		expect(page).not.toContain('<b>');
	});
});

describe('token endpoint', () => {
	const code = async () => {
		const page = await (await open(authorizePath())).text();
		return (await click(page, 'accept')).searchParams.get('code') ?? '';
	};

	it('a code works once, and only with the same redirect URI', async () => {
		const first = await code();
		expect((await exchange(first)).status).toBe(200);
		expect((await exchange(first)).body.error).toBe('invalid_grant');
		expect((await exchange(await code(), { redirect_uri: `${REDIRECT}/x` })).status).toBe(400);
	});

	it('a wrong secret is 401', async () => {
		const { status: answered, body } = await exchange(await code(), { client_secret: 'wrong' });
		expect(answered).toBe(401);
		expect(body.error).toBe('invalid_client');
	});

	it('takes the client as Basic header and the parameters as JSON', async () => {
		const header = Buffer.from(`${mock.oauth.clientId}:${mock.oauth.clientSecret}`).toString(
			'base64',
		);
		const parameters = { grant_type: 'authorization_code', redirect_uri: REDIRECT };
		const answer = await token({ ...parameters, code: await code() }, `Basic ${header}`);
		expect(answer.status).toBe(200);
		const json = await fetch(mock.oauth.tokenUrl, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ ...parameters, ...client(), code: await code() }),
		});
		expect(json.status).toBe(200);
	});

	it.each(['password', 'constructor', ''])('refuses the grant type %j', async (grantType) => {
		const { status: answered, body } = await token({ grant_type: grantType, ...client() });
		expect(answered).toBe(400);
		expect(body.error).toBe('unsupported_grant_type');
	});

	it('answers 400 to a body that is no JSON, and 401 to a client nobody can decode', async () => {
		const headers = { 'content-type': 'application/json' };
		const broken = await fetch(mock.oauth.tokenUrl, { method: 'POST', headers, body: '{' });
		expect(broken.status).toBe(400);
		const odd = Buffer.from('%E0%A4%A:%').toString('base64');
		expect((await token({ grant_type: 'refresh_token' }, `Basic ${odd}`)).status).toBe(401);
	});

	it('gives a JWT with the claims of Lever', async () => {
		const { access_token: accessToken } = mock.oauth.grant();
		expect(decodeProtectedHeader(accessToken)).toEqual({ alg: 'HS512', typ: 'JWT' });
		const claims = decodeJwt(accessToken);
		expect(claims).toMatchObject({
			iss: `${mock.url}/`,
			aud: mock.oauth.audience,
			azp: mock.oauth.clientId,
			'https://oauth.lever.co/clientId': mock.oauth.clientId,
			'https://oauth.lever.co/userId': expect.any(String),
			'https://oauth.lever.co/accountId': expect.any(String),
			scope: expect.stringContaining('opportunities:read:admin'),
		});
		expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
	});
});

describe('refresh tokens', () => {
	it('rotate: both tokens are new, and the old access token works until it ends', async () => {
		const first = await authorized();
		const second = (await refresh(first.refresh_token)).body;
		expect(second.refresh_token).not.toBe(first.refresh_token);
		expect(second.access_token).not.toBe(first.access_token);
		expect(await status(first.access_token)).toBe(200);
		expect(await status(second.access_token)).toBe(200);
	});

	it('used a second time close the grant, the newest refresh token included', async () => {
		const first = await authorized();
		const second = (await refresh(first.refresh_token)).body;
		const again = await refresh(first.refresh_token);
		expect(again.status).toBe(400);
		expect(again.body.error).toBe('invalid_grant');
		expect((await refresh(second.refresh_token)).status).toBe(400);
	});

	it('come only with offline_access', async () => {
		const body = await authorized({ scope: 'users:read:admin' });
		expect(body.refresh_token).toBeUndefined();
		expect(await status(body.access_token, '/users')).toBe(200);
	});

	it('unknown ones are refused', async () => {
		expect((await refresh('invented')).body.error).toBe('invalid_grant');
		expect((await refresh('')).body.error).toBe('invalid_grant');
	});
});

describe('the end of access', () => {
	it('an expired token is 401, and a refresh brings a new one', async () => {
		const short = await startMock({ asOf: AS_OF, tokenLifetimeSeconds: 0 });
		try {
			const { access_token: expired } = short.oauth.grant();
			const answer = await send(short, '/stages', { authorization: bearer(expired) });
			expect(answer.status).toBe(401);
			const valid = short.oauth.grant({ lifetimeSeconds: 60 });
			const again = await send(short, '/stages', { authorization: bearer(valid.access_token) });
			expect(again.status).toBe(200);
		} finally {
			await short.close();
		}
	});

	it('revoking ends access and refresh tokens, and a new grant works again', async () => {
		const granted = mock.oauth.grant();
		expect(await status(granted.access_token)).toBe(200);
		mock.oauth.revoke();
		expect(await status(granted.access_token)).toBe(401);
		expect((await refresh(granted.refresh_token ?? '')).body.error).toBe('invalid_grant');
		expect(await status(mock.oauth.grant().access_token)).toBe(200);
	});

	it('a token for another host is refused', async () => {
		const sandbox = mock.oauth.grant({ audience: 'https://api.sandbox.lever.co/v1/' });
		expect(await status(sandbox.access_token)).toBe(401);
	});

	it('a token whose text was changed is refused', async () => {
		const { access_token: accessToken } = mock.oauth.grant({ scope: 'tags:read:admin' });
		const [head = '', payload = '', signature = ''] = accessToken.split('.');
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
		const wider = { ...claims, scope: 'opportunities:read:admin' };
		const forged = Buffer.from(JSON.stringify(wider)).toString('base64url');
		expect(await status(`${head}.${forged}.${signature}`)).toBe(401);
		expect(await status(accessToken, '/tags')).toBe(200);
	});
});
