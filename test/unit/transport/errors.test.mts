import { NodeApiError, NodeOperationError, UserError } from 'n8n-workflow';
import type { INode } from 'n8n-workflow';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../nodes/shared/canonicalJson.ts';
import { toNodeError } from '../../../nodes/shared/transport/faults/errors.ts';
import { LeverReadError } from '../../../nodes/shared/transport/faults/leverReadError.ts';
import type { LeverQuery } from '../../../nodes/shared/transport/types.ts';
import { CONNECTION, httpFault, networkFault, rejection, scriptedClient } from './support.mts';

const NODE: INode = {
	id: '1',
	name: 'Lever',
	type: 'n8n-nodes-lever.lever',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

const oAuth = { ...CONNECTION, credentialKind: 'oAuth2' as const };

async function fault(
	answer: unknown,
	path = '/opportunities',
	query: LeverQuery = {},
	connection = CONNECTION,
): Promise<LeverReadError> {
	const { client } = scriptedClient(() => answer, { connection });
	const error = await rejection(client.get(path, query));
	if (!(error instanceof LeverReadError)) throw error;
	return error;
}

describe('what a person reads', () => {
	it('401 with a key names the key and the environment', async () => {
		const error = await fault(httpFault(401));
		expect(error.failure).toMatchObject({ reason: 'unauthorized', httpStatus: 401 });
		expect(error.happened).toBe('Lever did not accept the API key (status 401).');
		expect(error.advice).toContain("'Environment'");
	});

	it('401 with OAuth says to connect again as a Super Admin', async () => {
		const error = await fault(httpFault(401), '/users', {}, oAuth);
		expect(error.happened).toBe('Lever no longer accepts this connection (status 401).');
		expect(error.advice).toContain('Super Admin');
	});

	it.each([
		['n8n asks to reconnect', { failure: { cause: 'credential-invalid' } }],
		['the token URL refuses', { cause: { code: 'EAUTH' } }],
		['the token URL answers 401', { cause: { code: 'ESTATUS', status: 401 } }],
		['never connected', { cause: { message: 'OAuth credentials not connected' } }],
	])('a grant that cannot be used is unauthorized: %s', async (_what, members) => {
		const error = await fault(Object.assign(new Error('x'), members), '/users', {}, oAuth);
		expect(error.failure.reason).toBe('unauthorized');
	});

	it.each([
		['/opportunities', 'List opportunities', 'opportunities:read:admin'],
		['/opportunities/x', 'Read opportunity', 'opportunities:read:admin'],
		['/opportunities/x/offers', 'List opportunity offers', 'offers:read:admin'],
		['/contacts/x', 'Read contact', 'contact:read:admin'],
		['/users', 'List users', 'users:read:admin'],
		['/stages', 'List stages', 'stages:read:admin'],
		['/tags', 'List tags', 'tags:read:admin'],
		['/archive_reasons', 'List archive reasons', 'archive_reasons:read:admin'],
		['/audit_events', 'List audit events', 'audit_events:read:admin'],
	])('403 for %s names the permission and the scope', async (path, permission, scope) => {
		expect((await fault(httpFault(403), path)).advice).toContain(`'${permission}'`);
		expect((await fault(httpFault(403), path, {}, oAuth)).advice).toContain(`scope ${scope}`);
	});

	it('403 for confidential records names that access', async () => {
		const query = { confidentiality: 'all' };
		const withKey = await fault(httpFault(403), '/opportunities', query);
		expect(withKey.advice).toContain('access to confidential data');
		expect(withKey.advice).toContain("'Confidentiality'");
		const withOAuth = await fault(httpFault(403), '/opportunities', query, oAuth);
		expect(withOAuth.advice).toContain('confidential:access:admin');
		expect((await fault(httpFault(403))).message).not.toContain('confidential');
	});

	it.each([
		['/opportunities/x', true],
		['/opportunities/x/notes', true],
		['/postings/x', true],
		['/requisitions/x', true],
		['/users/x', false],
		['/stages', false],
		['/opportunities', false],
		['/opportunities/deleted', false],
	])('403 for %s may be for confidentiality: %s', async (path, possible) => {
		const key = await fault(httpFault(403), path);
		expect(key.advice.includes('access to confidential data')).toBe(possible);
		const grant = await fault(httpFault(403), path, {}, oAuth);
		expect(grant.advice.includes('confidential:access:admin')).toBe(possible);
	});

	it('404 for deleted ones speaks of the list', async () => {
		expect((await fault(httpFault(404), '/postings/deleted')).happened).toBe(
			'Lever has no list of deleted postings at this address (status 404).',
		);
	});

	it('404 tells a record, a list and the unconfirmed list apart', async () => {
		const record = await fault(httpFault(404), '/users/x');
		expect(record.happened).toBe('Lever has no user with this ID (status 404).');
		expect(record.advice).toContain('Production');
		expect((await fault(httpFault(404), '/users')).advice).toContain("'Base URL'");
		expect((await fault(httpFault(404), '/offers')).advice).toContain("'Offers Of'");
	});

	it.each([
		[
			'resumes',
			'Lever has no resume file with this ID (status 404).',
			'an online profile has none',
		],
		['offers', 'Lever has no offer document with this ID (status 404).', 'was sent'],
		['files', 'Lever has no file with this ID (status 404).', 'may have been deleted'],
	])(
		'404 of a download of %s tells that the document may never have been there',
		async (...row) => {
			const [collection, happened, advice] = row;
			const error = await fault(httpFault(404), `/opportunities/x/${collection}/y/download`);
			expect(error.happened).toBe(happened);
			expect(error.advice).toContain(advice);
			expect(error.advice).toContain('may have been deleted');
		},
	);

	it('400 quotes Lever without addresses', async () => {
		const body = { message: 'posting is not expandable\nfor ada@example.com now' };
		const error = await fault(httpFault(400, body));
		expect(error.happened).toBe(
			'Lever did not accept the request for opportunities: "posting is not expandable for … now" (status 400).',
		);
	});

	it.each([
		['cut in the middle of a sign', `${'x'.repeat(159)}\u{1F600} and more`],
		['with half a sign', 'a\ud800b'],
		['very long, without a space', 'x'.repeat(500_000)],
	])('400 quotes a text %s', async (_, message) => {
		const { failure, happened } = await fault(httpFault(400, { message }));
		expect(happened.isWellFormed()).toBe(true);
		expect(() => canonicalJson(failure)).not.toThrow();
		expect([...happened].length).toBeLessThan(250);
	});

	it('nothing of the query, the key or a body reaches the message', async () => {
		const secret = 'ada@example.com';
		for (const answer of [401, 403, 404, 429, 500].map((status) =>
			httpFault(status, { message: `for ${secret}` }),
		)) {
			const error = await fault(answer, '/opportunities', { email: secret });
			expect(JSON.stringify([error.message, error.failure])).not.toContain(secret);
		}
	});

	it('a host that cannot be reached is named, with the reason in words', async () => {
		const error = await fault(networkFault('ECONNREFUSED'));
		expect(error.happened).toBe('api.lever.co could not be reached: the connection was refused.');
	});

	it('avoids the words that n8n asks to avoid', async () => {
		const answers = [400, 401, 403, 404, 429, 500].map((status) => httpFault(status, {}));
		for (const answer of [...answers, networkFault('ENOTFOUND'), networkFault('X'), '<html>']) {
			for (const connection of [CONNECTION, oAuth]) {
				const { message } = await fault(answer, '/opportunities', {}, connection);
				expect(message).not.toMatch(/\b(error|problem|failure|mistake)s?\b/i);
			}
		}
	});
});

describe('redirects', () => {
	const moved = (location: string) => httpFault(301, '', { location });

	it('are followed on the same host', async () => {
		const { client, sent } = scriptedClient([
			moved('https://api.lever.co/v1/opportunities/new'),
			{ data: { id: 'new' } },
		]);
		expect(await client.get('/opportunities/old', { expand: ['stage'] })).toEqual({ id: 'new' });
		expect(sent[1]).toMatchObject({ url: 'https://api.lever.co/v1/opportunities/new', query: {} });
	});

	it.each([
		'https://evil.example.com/v1/users',
		'//evil.example.com/v1/users',
		'http://api.lever.co/v1/users',
		'https://api.lever.co:8443/v1/users',
		'https://api.lever.co.example.com/v1',
	])('to another host send nothing there: %s', async (location) => {
		const { client, sent } = scriptedClient([moved(location)]);
		const error = await rejection(client.get('/users'));
		expect(error).toMatchObject({ failure: { reason: 'malformedAnswer' } });
		expect(String(error)).toContain('The credential was not sent there.');
		expect(sent).toHaveLength(1);
	});

	it('in circles end', async () => {
		const { client, sent } = scriptedClient(() => moved('/v1/users'));
		expect(await rejection(client.get('/users'))).toMatchObject({
			failure: { reason: 'malformedAnswer' },
		});
		expect(sent).toHaveLength(4);
	});
});

describe('toNodeError', () => {
	it.each([
		[httpFault(401), 'credential-invalid'],
		[httpFault(403), 'configuration-invalid'],
		[httpFault(404), 'configuration-invalid'],
		[httpFault(429), 'rate-limited'],
		[httpFault(500), 'temporarily-unavailable'],
		[networkFault('ECONNRESET'), 'temporarily-unavailable'],
	])('keeps message and advice, and tells n8n the cause', async (answer, cause) => {
		const read = await fault(answer);
		const error = toNodeError(NODE, read, 3);
		expect(error).toBeInstanceOf(NodeApiError);
		expect(error.message).toBe(read.happened);
		expect(error.description).toBe(read.advice);
		expect(error.context.itemIndex).toBe(3);
		expect(error.failure).toMatchObject({ cause });
		expect(JSON.stringify(error)).not.toContain('Lever said so');
	});

	it('carries how long Lever asked to wait', async () => {
		const read = await fault(httpFault(429, {}, { 'retry-after': '500' }));
		expect(toNodeError(NODE, read).failure).toEqual({
			cause: 'rate-limited',
			retryAfterMs: 500_000,
		});
	});

	it("leaves n8n's own errors as they are", () => {
		const own = new NodeOperationError(NODE, 'No credentials');
		expect(toNodeError(NODE, own, 2)).toBe(own);
		expect(own.context.itemIndex).toBe(2);
	});

	it('keeps the sentence of a UserError', () => {
		const error = toNodeError(NODE, new UserError("'Created After' is not a date"), 1);
		expect(error).toBeInstanceOf(NodeOperationError);
		expect(error.message).toBe("'Created After' is not a date");
	});
});
