import { describe, expect, test } from 'vitest';
import type { FaultRule } from '../../mock-lever/index.mts';
import { basic, bearer, send } from '../unit/mock/client.mts';
import { everyOpportunity, everySub, useMock } from './support/account.mts';

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** How many of so many requests at once are let in. */
async function letIn(ask: () => Promise<{ status: number }>, requests: number): Promise<number> {
	const answers = await Promise.all(Array.from({ length: requests }, ask));
	return answers.filter(({ status }) => status === 200).length;
}

describe('§2.1 rate limit [doc]', () => {
	// So slow that nothing comes back while the test runs.
	const account = useMock({ rateLimit: { perSecond: 0.001, burst: 20 } });

	test('a bucket of 20 per key; the next is refused with 429, without Retry-After', async () => {
		const { mock } = account;
		const authorization = basic(mock.keys.all);
		expect(await letIn(() => send(mock, '/stages', { authorization }), 30)).toBe(20);
		const refused = await send(mock, '/stages', { authorization });
		expect(refused.status).toBe(429);
		expect(refused.body.code).toBe('TooManyRequestsError');
		expect(refused.headers.has('retry-after')).toBe(false);
	});

	test('another key has a bucket of its own', async () => {
		const { mock } = account;
		const authorization = basic(mock.keys.noConfidential);
		expect(await letIn(() => send(mock, '/stages', { authorization }), 30)).toBe(20);
	});

	test('there are no limits per endpoint: all endpoints share one bucket', async () => {
		const { mock } = account;
		const authorization = basic(mock.keys.noOffers);
		const paths = ['/stages', '/tags', '/users', '/sources'];
		let turn = 0;
		const ask = () => send(mock, String(paths[(turn += 1) % paths.length]), { authorization });
		expect(await letIn(ask, 40)).toBe(20);
	});

	test('[guess] OAuth tokens of the account share one bucket', async () => {
		const { mock } = account;
		const first = bearer(mock.oauth.grant().access_token);
		const second = bearer(mock.oauth.grant().access_token);
		expect(await letIn(() => send(mock, '/stages', { authorization: first }), 15)).toBe(15);
		expect(await letIn(() => send(mock, '/stages', { authorization: second }), 15)).toBe(5);
	});
});

describe('§2.1 the switch for Retry-After [guess]', () => {
	const account = useMock({ rateLimit: { perSecond: 0.001, burst: 1, retryAfter: true } });
	test('429 carries Retry-After: 1', async () => {
		await send(account.mock, '/stages');
		const { status, headers } = await send(account.mock, '/stages');
		expect(status).toBe(429);
		expect(headers.get('retry-after')).toBe('1');
	});
});

describe('§2.2 and §2.3 status codes and error bodies', () => {
	const account = useMock();

	/** Every refusal has this form: flat, two strings, nothing else. */
	async function refusal(path: string, options: Parameters<typeof send>[2] = {}) {
		const answer = await send(account.mock, path, options);
		expect(answer.headers.get('content-type'), path).toBe('application/json; charset=utf-8');
		expect(Object.keys(answer.body), path).toEqual(['code', 'message']);
		expect(typeof answer.body.code).toBe('string');
		expect(typeof answer.body.message).toBe('string');
		return { status: answer.status, code: answer.body.code, message: String(answer.body.message) };
	}

	test.each([
		['unknown expand', '/opportunities?expand=offers'],
		['bad timestamp', '/opportunities?created_at_start=yesterday'],
		['bad offset', '/opportunities?offset=nonsense'],
		['bad limit', '/opportunities?limit=none'],
		['bad confidentiality', '/opportunities?confidentiality=secret'],
		['bad origin', '/opportunities?origin=elsewhere'],
		['bad boolean', '/opportunities?archived=perhaps'],
		['target_id without target_type', `/audit_events?target_id=${NOBODY}`],
	])('[doc] 400 BadRequestError: %s', async (_, path) => {
		expect(await refusal(path)).toMatchObject({ status: 400, code: 'BadRequestError' });
	});

	test('[doc] 401 UnauthorizedError: no valid key', async () => {
		const told = await refusal('/stages', { authorization: basic('unknown') });
		expect(told).toMatchObject({ status: 401, code: 'UnauthorizedError' });
	});

	test('[doc] 403 ForbiddenError: missing permission, missing scope, confidential without the grant', async () => {
		const { keys, oauth } = account.mock;
		const noOffers = basic(keys.noOffers);
		const [one] = await everyOpportunity(account.mock);
		const scopes = ['users:read:admin'];
		for (const told of [
			await refusal(`/opportunities/${String(one?.id)}/offers`, { authorization: noOffers }),
			await refusal('/stages', { authorization: bearer(oauth.grant({ scopes }).access_token) }),
			await refusal('/opportunities?confidentiality=all', {
				authorization: basic(keys.noConfidential),
			}),
		]) {
			expect(told).toMatchObject({ status: 403, code: 'ForbiddenError' });
		}
	});

	test.each([
		'/nowhere',
		'/opportunities/x/y/z',
		'/resumes',
		'/files',
		'/notes',
		'/interviews',
		'/feedback',
		'/applications',
		'/contacts',
		'/offers',
	])(
		'[doc] 404 ResourceNotFound for an unknown path, "<path> does not exist" [guess]: %s',
		async (path) => {
			const told = await refusal(path);
			expect(told).toMatchObject({ status: 404, code: 'ResourceNotFound' });
			expect(told.message).toMatch(/\/.+ does not exist$/);
			expect(told.message).toContain(path);
		},
	);

	test.each([
		`/opportunities/${NOBODY}`,
		`/opportunities/${NOBODY}/offers`,
		`/users/${NOBODY}`,
		`/stages/${NOBODY}`,
		`/contacts/${NOBODY}`,
		`/postings/${NOBODY}`,
		`/requisitions/${NOBODY}`,
		`/archive_reasons/${NOBODY}`,
		'/users/not-a-uuid',
	])('[doc] 404 ResourceNotFound when there is no such object: %s', async (path) => {
		const told = await refusal(path);
		expect(told).toMatchObject({ status: 404, code: 'ResourceNotFound' });
		expect(told.message).toMatch(/not found/);
	});

	test('[doc] 404 for a record below another opportunity', async () => {
		const [offer] = await everySub(account.mock, 'notes');
		const others = await everyOpportunity(account.mock);
		const other = others.find(({ id }) => id !== offer?.opportunity);
		const path = `/opportunities/${String(other?.id)}/notes/${String(offer?.record.id)}`;
		expect(await refusal(path)).toMatchObject({ status: 404 });
	});

	test.each(['POST', 'PUT', 'DELETE', 'PATCH'])(
		'[doc] 404 for an unknown method and path: %s /stages',
		async (method) => {
			const told = await refusal('/stages', { method });
			expect(told).toMatchObject({ status: 404, code: 'ResourceNotFound' });
		},
	);

	const FAULTS: Array<[number, string, FaultRule['fault']]> = [
		[429, 'TooManyRequestsError', 'rateLimited'],
		[500, 'InternalServerError', 'serverError'],
		[503, 'ServiceUnavailableError', 'unavailable'],
		[403, 'ForbiddenError', 'forbidden'],
	];
	test.each(FAULTS)('[guess] %s has the code %s', async (status, code, fault) => {
		account.mock.faults.add({ fault });
		expect(await refusal('/stages')).toMatchObject({ status, code });
		expect((await send(account.mock, '/stages')).status).toBe(200);
	});

	test('[lib] gateway failures may carry HTML', async () => {
		account.mock.faults.add({ fault: 'badGatewayPage' });
		const { status, headers, text } = await send(account.mock, '/stages');
		expect(status).toBe(502);
		expect(headers.get('content-type')).toMatch(/^text\/html/);
		expect(text).toMatch(/<html/i);
	});

	test('[lib] messages: not expandable, Invalid offset token', async () => {
		const expand = await refusal('/opportunities?expand=posting');
		expect(expand.message).toContain('posting is not expandable');
		expect((await refusal('/stages?offset=nonsense')).message).toContain('Invalid offset token');
	});
});
