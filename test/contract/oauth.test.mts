import { afterEach, describe, expect, test, vi } from 'vitest';
import type { MockLever } from '../../mock-lever/index.mts';
import { bearer, send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { DAY, ids, readAll, useMock } from './support/account.mts';

const REDIRECT_URI = 'http://127.0.0.1:9/callback';
const SCOPES = 'opportunities:read:admin users:read:admin offline_access';

/** Parameters of step 1, as the reference has them; `null` leaves one out. */
function authorizeUrl(mock: MockLever, changes: Record<string, string | null> = {}): string {
	const parameters = {
		client_id: mock.oauth.clientId,
		redirect_uri: REDIRECT_URI,
		response_type: 'code',
		state: 'random-state',
		audience: mock.oauth.audience,
		scope: SCOPES,
		...changes,
	};
	const query = new URLSearchParams();
	for (const [name, value] of Object.entries(parameters)) {
		if (value !== null) query.set(name, value);
	}
	return `${mock.oauth.authorizeUrl}?${query.toString()}`;
}

/** What a person sees, and what a click sends. */
async function page(address: string) {
	const response = await fetch(address, { redirect: 'manual' });
	const text = await response.text();
	const users = [...text.matchAll(/name="user" value="([^"]+)"[^>]*> <span>([^<]+)</g)];
	return {
		status: response.status,
		text,
		request: /name="request" value="([^"]+)"/.exec(text)?.[1] ?? '',
		action: /action="([^"]+)"/.exec(text)?.[1] ?? '',
		users: users.map(([, id, label]) => ({ id: String(id), label: String(label) })),
	};
}

/** @returns where the browser is sent back to */
async function answer(
	mock: MockLever,
	address: string,
	click: 'accept' | 'deny',
	role = 'Super Admin',
): Promise<URL> {
	const shown = await page(address);
	const user = shown.users.find(({ label }) => label.endsWith(`(${role})`));
	if (user === undefined) throw new Error(`Nobody on the page is ${role}: ${shown.text}`);
	const response = await fetch(new URL(shown.action, mock.url), {
		method: 'POST',
		body: new URLSearchParams({ request: shown.request, user: user.id, answer: click }),
		redirect: 'manual',
	});
	return new URL(String(response.headers.get('location')));
}

const codeOf = async (mock: MockLever, changes: Record<string, string | null> = {}) =>
	String((await answer(mock, authorizeUrl(mock, changes), 'accept')).searchParams.get('code'));

async function tokenRequest(mock: MockLever, body: Record<string, string>, as: 'form' | 'json') {
	const response = await fetch(mock.oauth.tokenUrl, {
		method: 'POST',
		body: as === 'form' ? new URLSearchParams(body) : JSON.stringify(body),
		headers: as === 'form' ? {} : { 'content-type': 'application/json' },
	});
	return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const client = (mock: MockLever) => ({
	client_id: mock.oauth.clientId,
	client_secret: mock.oauth.clientSecret,
});
const exchange = (mock: MockLever, code: string, changes: Record<string, string> = {}) =>
	tokenRequest(
		mock,
		{
			grant_type: 'authorization_code',
			...client(mock),
			code,
			redirect_uri: REDIRECT_URI,
			...changes,
		},
		'form',
	);
const refresh = (mock: MockLever, token: unknown, changes: Record<string, string> = {}) =>
	tokenRequest(
		mock,
		{ grant_type: 'refresh_token', ...client(mock), refresh_token: String(token), ...changes },
		'form',
	);
const asked = (mock: MockLever, token: unknown, path = '/opportunities?limit=1') =>
	send(mock, path, { authorization: bearer(String(token)) });

/** The two readable parts of a JWT. */
function decoded(token: unknown): Json[] {
	return String(token)
		.split('.')
		.slice(0, 2)
		.map((part) => JSON.parse(Buffer.from(part, 'base64url').toString()) as Json);
}

describe('§1.3 authorisation [doc]', () => {
	const account = useMock();

	test('the audience is the API root with a slash at the end', () => {
		expect(account.mock.oauth.audience).toBe(`${account.mock.baseUrl}/`);
	});

	test('the page lists what is asked for', async () => {
		const { status, text } = await page(authorizeUrl(account.mock));
		expect(status).toBe(200);
		for (const scope of ['opportunities:read:admin', 'users:read:admin']) {
			expect(text).toContain(scope);
		}
		expect(text).toMatch(/offline access/i);
	});

	test('acceptance returns to redirect_uri with code and state', async () => {
		const back = await answer(account.mock, authorizeUrl(account.mock), 'accept');
		expect(back.origin + back.pathname).toBe(REDIRECT_URI);
		expect(back.searchParams.get('state')).toBe('random-state');
		expect(back.searchParams.get('code')).toMatch(/./);
		expect(back.searchParams.has('error')).toBe(false);
	});

	test('refusal returns with state, error=access_denied and error_description', async () => {
		const back = await answer(account.mock, authorizeUrl(account.mock), 'deny');
		expect(back.searchParams.get('state')).toBe('random-state');
		expect(back.searchParams.get('error')).toBe('access_denied');
		expect(back.searchParams.get('error_description')).toMatch(/./);
		expect(back.searchParams.has('code')).toBe(false);
	});

	test('[lib] prompt=consent is still accepted', async () => {
		expect((await page(authorizeUrl(account.mock, { prompt: 'consent' }))).status).toBe(200);
	});

	test.each(['client_id', 'redirect_uri', 'response_type', 'state', 'scope'])(
		'without the required %s there is no code',
		async (name) => {
			const address = authorizeUrl(account.mock, { [name]: null });
			const response = await fetch(address, { redirect: 'manual' });
			const location = response.headers.get('location');
			if (location === null) expect(response.status).toBe(400);
			else expect(new URL(location).searchParams.get('error')).toMatch(/./);
		},
	);

	test.each([
		['left out', null],
		['malformed', 'https://api.lever.co/v1'],
	])(
		'audience %s: a page with offline access only, and a token that the API refuses',
		async (_, audience) => {
			const { mock } = account;
			const { text } = await page(authorizeUrl(mock, { audience }));
			expect(text).toMatch(/offline access/i);
			expect(text).not.toContain('opportunities:read:admin');
			const { status, body } = await exchange(mock, await codeOf(mock, { audience }));
			expect(status).toBe(200);
			expect((await asked(mock, body.access_token)).status).toBe(401);
		},
	);

	test('redirect URI mismatch: a window reading "undefined"', async () => {
		const address = authorizeUrl(account.mock, { redirect_uri: 'https://elsewhere.example.com/' });
		const response = await fetch(address, { redirect: 'manual' });
		expect(response.headers.has('location')).toBe(false);
		expect(await response.text()).toContain('undefined');
	});

	test.each(['Admin', 'Team Member', 'Limited Team Member', 'Interviewer'])(
		'[lib] a lesser role fails at the end of the flow: %s',
		async (role) => {
			const back = await answer(account.mock, authorizeUrl(account.mock), 'accept', role);
			expect(back.searchParams.get('error')).toBe('access_denied');
			expect(back.searchParams.has('code')).toBe(false);
		},
	);
});

describe('§1.3 tokens [doc]', () => {
	const account = useMock();

	test('the answer holds access_token, refresh_token, token_type, scope and expires_in 3600', async () => {
		const { mock } = account;
		const { status, body } = await exchange(mock, await codeOf(mock));
		expect(status).toBe(200);
		expect(Object.keys(body).sort()).toEqual([
			'access_token',
			'expires_in',
			'refresh_token',
			'scope',
			'token_type',
		]);
		expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
		expect(String(body.scope).split(' ').sort()).toEqual(SCOPES.split(' ').sort());
		expect((await asked(mock, body.access_token)).status).toBe(200);
	});

	test('[lib] JSON works as well as a form', async () => {
		const { mock } = account;
		const body = {
			grant_type: 'authorization_code',
			...client(mock),
			code: await codeOf(mock),
			redirect_uri: REDIRECT_URI,
		};
		expect((await tokenRequest(mock, body, 'json')).status).toBe(200);
	});

	test('a refresh token only comes with offline_access', async () => {
		const { mock } = account;
		const code = await codeOf(mock, { scope: 'users:read:admin' });
		expect((await exchange(mock, code)).body).not.toHaveProperty('refresh_token');
	});

	test('the access token is a JWT with the claims of the sample', async () => {
		const { mock } = account;
		const { body } = await exchange(mock, await codeOf(mock));
		const [header, claims] = decoded(body.access_token);
		expect(header).toMatchObject({ alg: 'HS512' });
		expect(Object.keys(claims ?? {})).toEqual(
			expect.arrayContaining([
				'https://oauth.lever.co/userId',
				'https://oauth.lever.co/accountId',
				'https://oauth.lever.co/clientId',
				'iss',
				'sub',
				'aud',
				'iat',
				'exp',
				'azp',
				'scope',
			]),
		);
		expect(claims).toMatchObject({
			'https://oauth.lever.co/clientId': mock.oauth.clientId,
			aud: mock.oauth.audience,
			azp: mock.oauth.clientId,
			scope: body.scope,
		});
		expect(Number(claims?.exp) - Number(claims?.iat)).toBe(3600);
		const admins = await readAll(mock, '/users?accessRole=super+admin');
		expect(ids(admins)).toContain(claims?.['https://oauth.lever.co/userId']);
	});

	test('a changed token is refused', async () => {
		const { mock } = account;
		const { access_token: token } = mock.oauth.grant();
		const [header, claims, signature] = token.split('.');
		const forged = Buffer.from(
			Buffer.from(String(claims), 'base64url').toString().replace('users:read', 'tasks:read'),
		).toString('base64url');
		expect((await asked(mock, [header, forged, signature].join('.'))).status).toBe(401);
		expect((await asked(mock, token)).status).toBe(200);
	});

	test('the code works once', async () => {
		const { mock } = account;
		const code = await codeOf(mock);
		expect((await exchange(mock, code)).status).toBe(200);
		const again = await exchange(mock, code);
		expect(again.status).toBeGreaterThanOrEqual(400);
		expect(again.body).not.toHaveProperty('access_token');
	});

	test('redirect_uri of the exchange must equal that of the request', async () => {
		const { mock } = account;
		const other = { redirect_uri: 'http://127.0.0.1:9/other' };
		expect((await exchange(mock, await codeOf(mock), other)).status).toBeGreaterThanOrEqual(400);
	});

	test('401 from the token URL = wrong secret, also on refresh', async () => {
		const { mock } = account;
		const wrong = { client_secret: 'wrong' };
		expect((await exchange(mock, await codeOf(mock), wrong)).status).toBe(401);
		const { refresh_token: token } = mock.oauth.grant();
		expect((await refresh(mock, token, wrong)).status).toBe(401);
		expect((await refresh(mock, token)).status).toBe(200);
	});

	test('an unknown grant type is refused', async () => {
		const { mock } = account;
		const body = { grant_type: 'password', ...client(mock) };
		expect((await tokenRequest(mock, body, 'form')).status).toBe(400);
	});

	test('[lib] a refresh gives a new access token and a new refresh token, and the old one is dead', async () => {
		const { mock } = account;
		const first = mock.oauth.grant();
		const second = await refresh(mock, first.refresh_token);
		expect(second.status).toBe(200);
		expect(second.body.access_token).not.toBe(first.access_token);
		expect(second.body.refresh_token).not.toBe(first.refresh_token);
		expect((await asked(mock, second.body.access_token)).status).toBe(200);
		expect((await refresh(mock, first.refresh_token)).status).toBeGreaterThanOrEqual(400);
	});

	test('access can be revoked', async () => {
		const { mock } = account;
		const { access_token: token, refresh_token: further } = mock.oauth.grant();
		mock.oauth.revoke();
		expect((await asked(mock, token)).status).toBe(401);
		expect((await refresh(mock, further)).status).toBeGreaterThanOrEqual(400);
	});

	test('a sandbox token on production: 401 or 403 about no matching signing key', async () => {
		const { access_token: token } = account.mock.oauth.grant({ environment: 'sandbox' });
		const { status, body } = await asked(account.mock, token);
		expect([401, 403]).toContain(status);
		expect(body.message).toMatch(/signing key/i);
	});

	test('a write scope includes the matching read', async () => {
		const { mock } = account;
		const { access_token: token } = mock.oauth.grant({ scopes: ['opportunities:write:admin'] });
		expect((await asked(mock, token)).status).toBe(200);
		expect((await asked(mock, token, '/users')).status).toBe(403);
	});
});

describe('§1.3 the reverse: a mock that plays the sandbox [doc]', () => {
	const account = useMock({ environment: 'sandbox' });
	test('a production token is refused, a sandbox token works', async () => {
		const { oauth } = account.mock;
		const foreign = await asked(
			account.mock,
			oauth.grant({ environment: 'production' }).access_token,
		);
		expect([401, 403]).toContain(foreign.status);
		expect(foreign.body.message).toMatch(/signing key/i);
		expect((await asked(account.mock, oauth.grant().access_token)).status).toBe(200);
	});
});

describe('§1.3 time [doc]', () => {
	const account = useMock();
	afterEach(() => void vi.useRealTimers());
	/** Tokens carry real times: only the date is moved. */
	const wait = (milliseconds: number) => {
		const then = Date.now() + milliseconds;
		vi.useFakeTimers({ toFake: ['Date'], now: then });
	};

	test('an access token ends after 3600 s', async () => {
		const { access_token: token } = account.mock.oauth.grant();
		wait(3_590_000);
		expect((await asked(account.mock, token)).status).toBe(200);
		wait(20_000);
		expect((await asked(account.mock, token)).status).toBe(401);
	});

	test('a refresh token ends after 90 days without use', async () => {
		const { mock } = account;
		const kept = mock.oauth.grant();
		wait(89 * DAY);
		const used = await refresh(mock, kept.refresh_token);
		expect(used.status).toBe(200);
		wait(91 * DAY);
		expect((await refresh(mock, used.body.refresh_token)).status).toBeGreaterThanOrEqual(400);
	});

	test('a refresh token ends after one year, however often it is used', async () => {
		const { mock } = account;
		let token: unknown = mock.oauth.grant().refresh_token;
		for (let days = 0; days < 360; days += 80) {
			const { status, body } = await refresh(mock, token);
			expect(status, `day ${days}`).toBe(200);
			token = body.refresh_token;
			wait(80 * DAY);
		}
		expect((await refresh(mock, token)).status).toBeGreaterThanOrEqual(400);
	});
});
