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

/** What the form of the consent page sends when a button is clicked. */
const fieldsOf = (page: string, answer: 'accept' | 'deny', role: string) => {
	const request = /name="request" value="([^"]+)"/.exec(page)?.[1] ?? '';
	const person = new RegExp(`name="user" value="([^"]+)"[^>]*> <span>[^<]+\\(${role}\\)`).exec(
		page,
	);
	return new URLSearchParams({ request, user: person?.[1] ?? '', answer });
};

/** Sends the form and follows no redirect. */
const submit = (fields: URLSearchParams) =>
	fetch(`${mock.url}/authorize/answer`, { method: 'POST', body: fields, redirect: 'manual' });

/** Clicks a button of the consent page. */
async function click(page: string, answer: 'accept' | 'deny', role = 'Super Admin'): Promise<URL> {
	const back = await submit(fieldsOf(page, answer, role));
	expect(back.status).toBe(302);
	return new URL(back.headers.get('location') ?? '');
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

	it('the page works once', async () => {
		const page = await (await open(authorizePath())).text();
		await click(page, 'accept');
		expect((await submit(fieldsOf(page, 'accept', 'Super Admin'))).status).toBe(400);
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

	it.each(['contacts:read:admin', 'tags:read', 'offers:write:admin', '<b>x</b>'])(
		'refuses the scope %s, which Lever does not have',
		async (scope) => {
			const answer = await open(authorizePath({ scope: `${scope} offline_access` }));
			expect(answer.status).toBe(302);
			const back = new URL(answer.headers.get('location') ?? '');
			expect(back.href.startsWith(REDIRECT)).toBe(true);
			expect(Object.fromEntries(back.searchParams)).toEqual({
				error: 'invalid_scope',
				error_description: `Unknown scope: ${scope}`,
				state: 'a b&c',
			});
		},
	);

	it('takes the scopes as Lever spells them, and write for read', async () => {
		const scope = 'contact:read:admin users:write:admin';
		const contact = loadScenario('golden', AS_OF).db.contacts[0]?.id;
		const body = await authorized({ scope });
		expect(await status(body.access_token, `/contacts/${contact}`)).toBe(200);
		expect(await status(body.access_token, '/users')).toBe(200);
		expect(await status(body.access_token, '/tags')).toBe(403);
	});

	it.each([
		'https://app.example.com/callback',
		'http://localhost:5678/other',
		'http://localhost.example.com/rest/oauth2-credential/callback',
		'http://127.0.0.1.example.com/callback',
	])('shows the window "undefined" for a redirect URI that is not registered: %s', async (uri) => {
		const answer = await open(authorizePath({ redirect_uri: uri }));
		expect(answer.status).toBe(400);
		expect(answer.headers.get('location')).toBeNull();
		expect(await answer.text()).toContain('<h1>undefined</h1>');
	});

	it('takes a redirect URI that was registered, letter by letter', async () => {
		const uri = 'https://app.example.com/callback?a=1';
		const registered = await startMock({ asOf: AS_OF, redirectUris: [uri] });
		const ask = (address: string) =>
			fetch(
				`${registered.url}${authorizePath({ redirect_uri: address, audience: registered.oauth.audience })}`,
				{ redirect: 'manual' },
			);
		try {
			expect((await ask(uri)).status).toBe(200);
			expect((await ask(`${uri}0`)).status).toBe(400);
		} finally {
			await registered.close();
		}
	});

	it('shows nothing of the request unescaped', async () => {
		const uri = 'https://app.example.com/<b>x</b>"';
		const page = await (await open(authorizePath({ redirect_uri: uri }))).text();
		expect(page).not.toContain('<b>');
		expect(page).not.toContain('</b>"');
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
		const { access_token: accessToken } = mock.oauth.grant({ scopes: ['tags:read:admin'] });
		const [head = '', payload = '', signature = ''] = accessToken.split('.');
		const claims = JSON.parse(Buffer.from(payload, 'base64url').toString()) as object;
		const wider = { ...claims, scope: 'opportunities:read:admin' };
		const forged = Buffer.from(JSON.stringify(wider)).toString('base64url');
		expect(await status(`${head}.${forged}.${signature}`)).toBe(401);
		expect(await status(accessToken, '/tags')).toBe(200);
	});
});

describe('who authorises (lever-api.md §1.3, §7)', () => {
	const ROLES = ['Super Admin', 'Admin', 'Team Member', 'Limited Team Member', 'Interviewer'];

	it('the page offers somebody of each role, the Super Admin chosen, each with a label', async () => {
		const page = await (await open(authorizePath())).text();
		const offered = [...page.matchAll(/<label><input type="radio"[^>]*> <span>[^<]+ \(([^)]+)\)/g)];
		const roles = offered.map((match) => match[1] ?? '');
		expect(roles).toEqual([...ROLES, 'Custom role']);
		expect(page.match(/ checked/g)).toHaveLength(1);
		expect(page).toContain('<html lang="en">');
		expect(page).toContain('<legend>Who are you?</legend>');
		expect(page).toContain('Read opportunities');
	});

	it('anybody but a Super Admin fails at the end', async () => {
		const page = await (await open(authorizePath())).text();
		const back = await click(page, 'accept', 'Admin');
		expect(Object.fromEntries(back.searchParams)).toEqual({
			error: 'access_denied',
			error_description: 'Only a Super Admin can authorize an app for the account',
			state: 'a b&c',
		});
	});

	it.each([
		['somebody unknown is refused', 'nobody', 'error'],
		['nobody named means the one that is chosen already', '', 'code'],
	])('%s', async (_case, user, parameter) => {
		const page = await (await open(authorizePath())).text();
		const fields = fieldsOf(page, 'accept', 'Super Admin');
		fields.set('user', user);
		const back = new URL((await submit(fields)).headers.get('location') ?? '');
		expect(back.searchParams.has(parameter)).toBe(true);
	});

	it('the token names who authorised', () => {
		const userOf = (token: string) => decodeJwt(token)['https://oauth.lever.co/userId'];
		const { db } = loadScenario('golden', AS_OF);
		const admin = db.users.find((user) => user.accessRole === 'admin' && !user.deactivatedAt);
		expect(userOf(mock.oauth.grant({ role: 'admin' }).access_token)).toBe(admin?.id);
		const user = db.users.at(-1)?.id ?? '';
		expect(userOf(mock.oauth.grant({ user }).access_token)).toBe(user);
	});
});

describe('a grant that sees own and followed opportunities only', () => {
	const { db } = loadScenario('golden', AS_OF);
	const owner = db.opportunities.find((each) => each.owner !== null)?.owner ?? '';
	const isOwn = (each: { owner: string | null; followers: string[] }) =>
		each.owner === owner || each.followers.includes(owner);

	async function idsSeen(token: string): Promise<string[]> {
		const authorization = bearer(token);
		const ids: string[] = [];
		for (let offset = ''; ; ) {
			const path = `/opportunities?limit=100${offset}`;
			const { body } = await send<{ data: Array<{ id: string }>; next?: string }>(mock, path, {
				authorization,
			});
			ids.push(...body.data.map(({ id }) => id));
			if (body.next === undefined) return ids.sort();
			offset = `&offset=${body.next}`;
		}
	}

	it('lists them, the rest is not there', async () => {
		const { access_token: token } = mock.oauth.grant({ user: owner, view: 'own' });
		const own = db.opportunities.filter(
			(each) => isOwn(each) && each.confidentiality === 'non-confidential',
		);
		expect(own.length).toBeGreaterThan(0);
		expect(own.length).toBeLessThan(db.opportunities.length);
		expect(await idsSeen(token)).toEqual(own.map(({ id }) => id).sort());
		const strange = db.opportunities.find((each) => !isOwn(each))?.id ?? '';
		expect(await status(token, `/opportunities/${strange}`)).toBe(404);
		expect(await status(token, `/opportunities/${strange}/offers`)).toBe(404);
		expect(await status(token, `/opportunities/${own[0]?.id}/offers`)).toBe(200);
	});

	it('sees nothing confidential, whatever the scopes say', async () => {
		const { access_token: token } = mock.oauth.grant({ user: owner, view: 'own' });
		expect(await status(token, '/opportunities?confidentiality=all')).toBe(403);
	});

	it('is what a lesser role gets by default, and a Super Admin when asked for', async () => {
		const every = await idsSeen(mock.oauth.grant().access_token);
		const byAdmin = await idsSeen(mock.oauth.grant({ role: 'admin' }).access_token);
		expect(byAdmin.length).toBeLessThan(every.length);
		const partial = await idsSeen(mock.oauth.grant({ view: 'own' }).access_token);
		expect(partial.length).toBeLessThan(every.length);
		expect(await idsSeen(mock.oauth.grant({ role: 'admin', view: 'all' }).access_token)).toEqual(
			every,
		);
	});

	it('is what is left when the authoriser is no Super Admin any more', async () => {
		const own = await startMock({ asOf: AS_OF, rateLimit: false });
		const before = mock;
		mock = own;
		try {
			const granted = own.oauth.grant();
			const user = String(decodeJwt(granted.access_token)['https://oauth.lever.co/userId']);
			const whole = await idsSeen(granted.access_token);
			own.world.changeRole({ user, accessRole: 'team member' });
			const left = await idsSeen(granted.access_token);
			expect(left.length).toBeLessThan(whole.length);
			const renewed = (await refresh(granted.refresh_token ?? '')).body;
			expect(await idsSeen(renewed.access_token)).toEqual(left);
			expect(await status(renewed.access_token, '/opportunities?confidentiality=all')).toBe(403);
		} finally {
			mock = before;
			await own.close();
		}
	});

	it('can be authorised in the browser, if the mock is so set', async () => {
		const lenient = await startMock({ asOf: AS_OF, rateLimit: false, lesserRoles: 'ownView' });
		const before = mock;
		mock = lenient;
		try {
			const page = await (await open(authorizePath())).text();
			const back = await click(page, 'accept', 'Admin');
			const { body } = await exchange(back.searchParams.get('code') ?? '');
			expect((await idsSeen(body.access_token)).length).toBeLessThan(db.opportunities.length / 2);
		} finally {
			mock = before;
			await lenient.close();
		}
	});
});

describe('sandbox and production (lever-api.md §1.1)', () => {
	it.each([
		['production', 'sandbox'],
		['sandbox', 'production'],
	] as const)('a mock that plays %s refuses tokens of %s', async (own, other) => {
		const played = await startMock({ asOf: AS_OF, rateLimit: false, environment: own });
		try {
			const ask = (accessToken: string) =>
				send(played, '/stages', { authorization: bearer(accessToken) });
			expect((await ask(played.oauth.grant().access_token)).status).toBe(200);
			const refused = await ask(played.oauth.grant({ environment: other }).access_token);
			expect(refused.status).toBe(401);
			expect(refused.body.message).toContain('signing key');
		} finally {
			await played.close();
		}
	});
});

describe('for tests', () => {
	it('counts what the token endpoint was asked, without credentials', async () => {
		const { refresh_token: first = '' } = mock.oauth.grant();
		await refresh(first);
		await refresh(first);
		await token({ grant_type: 'password', client_id: 'somebody' });
		const seen = mock.oauth.tokenRequests();
		expect(seen.map(({ grantType, status: answered }) => [grantType, answered])).toEqual([
			['refresh_token', 200],
			['refresh_token', 400],
			['password', 401],
		]);
		expect(JSON.stringify(seen)).not.toContain(first);
	});

	it('ends the access tokens handed out, and a refresh brings one that works', async () => {
		const granted = mock.oauth.grant();
		mock.oauth.expire();
		expect(await status(granted.access_token)).toBe(401);
		const renewed = (await refresh(granted.refresh_token ?? '')).body;
		expect(await status(renewed.access_token)).toBe(200);
	});

	it('says which scope there is not', () => {
		expect(() => mock.oauth.grant({ scopes: ['contacts:read:admin'] })).toThrow(
			'Lever has no scope "contacts:read:admin".',
		);
	});
});
