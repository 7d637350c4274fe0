import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { signatureOf } from '../../../../mock-lever/webhooks/signature.mts';
import { AS_OF, basic, send } from '../client.mts';
import { startReceiver } from './receiver.mts';

type Webhook = {
	id: string;
	event: string;
	url: string;
	configuration: { conditions?: { origins: string[] }; signatureToken?: string };
};

let mock: MockLever;
let receiver: Awaited<ReturnType<typeof startReceiver>>;
const statuses: number[] = [];

beforeEach(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false, webhookRetryFactor: 0 });
	receiver = await startReceiver(statuses);
});
afterEach(async () => {
	await mock.close();
	await receiver.close();
	statuses.length = 0;
});

async function write<T>(method: string, path: string, body?: object, key = mock.keys.all) {
	const response = await fetch(`${mock.baseUrl}${path}`, {
		method,
		headers: { authorization: basic(key), 'content-type': 'application/json' },
		body: body === undefined ? undefined : JSON.stringify(body),
	});
	const text = await response.text();
	return { status: response.status, text, body: (text === '' ? null : JSON.parse(text)) as T };
}

async function register(event: string, more: object = {}): Promise<Webhook> {
	const wish = { url: receiver.url, event, ...more };
	const { status, body } = await write<{ data: Webhook }>('POST', '/webhooks', wish);
	expect(status).toBe(201);
	return body.data;
}

const activeOne = () => {
	const found = mock.world.store.database().opportunities.find((each) => each.archived === null);
	if (found === undefined) throw new Error('Everybody is archived.');
	return found;
};

describe('signature (lever-api.md §6.2)', () => {
	it('gives the check value', () => {
		const token = '0123456789abcdef0123456789abcdef0123456789abcdef';
		expect(signatureOf('s3cr3t-demo', token, 1_768_476_600_000)).toBe(
			'dac7692ba3cb83fbdfc0dba527230b3d3215f47b13f7e1254ef11985847c027e',
		);
	});
});

describe('configuration (lever-api.md §6.4)', () => {
	it('shows the signing token in the answer that made the webhook and nowhere else', async () => {
		const made = await register('candidateHired');
		const token = made.configuration.signatureToken ?? '';
		expect(token).not.toBe('');
		const { body, text } = await send<{ data: Webhook[] }>(mock, '/webhooks');
		expect(Object.keys(body)).toEqual(['data']);
		expect(
			body.data.find(({ id }) => id === made.id)?.configuration.conditions?.origins,
		).toHaveLength(6);
		expect(text).not.toContain(token);
		const updated = await write('PUT', '/webhooks', { data: [{ id: made.id, url: receiver.url }] });
		expect(updated.status).toBe(200);
		expect(updated.text).not.toContain(token);
	});

	it('gives each webhook a token of its own, and no conditions to events without an origin', async () => {
		const one = await register('candidateHired');
		const two = await register('contactCreated', {
			configuration: { conditions: { origins: ['applied'] } },
		});
		expect(one.configuration.signatureToken).not.toBe(two.configuration.signatureToken);
		expect(two.configuration.conditions).toBeUndefined();
	});

	it('changes and deletes', async () => {
		const made = await register('candidateHired');
		const change = { id: made.id, configuration: { conditions: { origins: ['referred'] } } };
		const { body } = await write<{ data: Webhook[] }>('PUT', '/webhooks', { data: [change] });
		expect(body.data[0]).toMatchObject({ url: made.url, configuration: change.configuration });
		const deleted = await write('DELETE', `/webhooks/${made.id}`);
		expect([deleted.status, deleted.text]).toEqual([204, '']);
		expect((await write('DELETE', `/webhooks/${made.id}`)).status).toBe(404);
	});

	it.each([
		[
			'a plain HTTP address elsewhere',
			{ url: 'http://hooks.example.com/', event: 'candidateHired' },
			'/url',
		],
		['no address', { event: 'candidateHired' }, '/url'],
		[
			'an event that does not exist',
			{ url: 'https://hooks.example.com/', event: 'offerSigned' },
			'/event',
		],
		['no event', { url: 'https://hooks.example.com/' }, '/event'],
		[
			'an unknown origin',
			{
				url: 'https://hooks.example.com/',
				event: 'candidateHired',
				configuration: { conditions: { origins: ['moon'] } },
			},
			'/configuration/conditions/origins',
		],
	])('answers 400 to %s', async (_case, wish, pointer) => {
		const { status, body } = await write<{ message: string }>('POST', '/webhooks', wish);
		expect(status).toBe(400);
		expect(body.message.endsWith(` at ${pointer}`)).toBe(true);
	});

	it('changes nothing when one of several cannot be changed', async () => {
		const made = await register('candidateHired');
		const data = [{ id: made.id, url: 'https://hooks.example.com/' }, { id: 'none' }];
		expect((await write('PUT', '/webhooks', { data })).status).toBe(404);
		expect(mock.world.store.get('webhooks', made.id)?.url).toBe(receiver.url);
	});

	it('asks for credentials and permission', async () => {
		const wish = { url: receiver.url, event: 'candidateHired' };
		expect((await write('POST', '/webhooks', wish, 'unknown')).status).toBe(401);
		expect((await write('POST', '/webhooks', wish, mock.keys.leastPrivilege)).status).toBe(403);
		expect((await write('POST', '/opportunities', {})).status).toBe(404);
	});
});

describe('deliveries (lever-api.md §6.1, §6.3)', () => {
	it('tell what happened, signed so that the receiver can check it', async () => {
		const { configuration } = await register('candidateStageChange');
		const at = activeOne();
		const stage = mock.world.store.database().stages.find(({ id }) => id !== at.stage);
		mock.world.moveStage({ opportunity: at.id, stage: stage?.id ?? '' });
		await mock.webhooks.settled();
		const [{ headers, body } = { headers: {}, body: {} }] = receiver.received;
		expect(headers).toMatchObject({
			'user-agent': 'Lever-Webhooks',
			'content-type': 'application/json',
		});
		expect(Object.keys(body)).toEqual(['id', 'event', 'triggeredAt', 'token', 'signature', 'data']);
		expect(body.data).toEqual({
			opportunityId: at.id,
			candidateId: at.id,
			contactId: at.contact,
			fromStageId: at.stage,
			toStageId: stage?.id,
		});
		expect(body.token).toMatch(/^[0-9a-f]{48}$/);
		const expected = createHmac('sha256', configuration.signatureToken ?? '')
			.update(`${String(body.token)}${String(body.triggeredAt)}`)
			.digest('hex');
		expect(body.signature).toBe(expected);
		expect(mock.webhooks.deliveries()).toMatchObject([
			{ status: 'delivered', attempts: [{ status: 200 }] },
		]);
	});

	it('reach only those who want the event and the origin', async () => {
		const at = activeOne();
		const other = at.origin === 'agency' ? 'referred' : 'agency';
		await register('candidateArchiveChange', {
			configuration: { conditions: { origins: [other] } },
		});
		await register('candidateArchiveChange', {
			configuration: { conditions: { origins: [at.origin] } },
		});
		await register('candidateHired');
		const reason = mock.world.store
			.database()
			.archive_reasons.find(({ type }) => type === 'non-hired');
		mock.world.archive({ opportunity: at.id, reason: reason?.id ?? '' });
		await mock.webhooks.settled();
		expect(receiver.received.map(({ body }) => body.event)).toEqual(['candidateArchiveChange']);
	});

	it('are tried five more times, with the same body, and then given up', async () => {
		statuses.push(500, 302, 404, 503, 500, 500);
		await register('contactCreated');
		mock.world.createOpportunity({ name: 'Sample Person' });
		await mock.webhooks.settled();
		expect(receiver.received).toHaveLength(6);
		expect(new Set(receiver.received.map(({ body }) => JSON.stringify(body))).size).toBe(1);
		const [delivery] = mock.webhooks.deliveries();
		expect(delivery?.status).toBe('failed');
		expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 302, 404, 503, 500, 500]);
	});

	it('stop with the first acknowledgement, and can be sent again by hand', async () => {
		statuses.push(500);
		await register('contactCreated');
		mock.world.createOpportunity({ name: 'Sample Person' });
		await mock.webhooks.settled();
		const [delivery] = mock.webhooks.deliveries();
		expect(delivery?.attempts.map(({ status }) => status)).toEqual([500, 200]);
		expect(mock.webhooks.again(delivery?.id ?? '')).toBe(true);
		await mock.webhooks.settled();
		expect(receiver.received[2]?.body).toEqual(receiver.received[0]?.body);
		expect(mock.webhooks.again('delivery-99')).toBe(false);
	});

	it('say why nobody answered', async () => {
		const { url } = receiver;
		await register('contactCreated', { url });
		await receiver.close();
		mock.world.createOpportunity({ name: 'Sample Person' });
		await mock.webhooks.settled();
		expect(mock.webhooks.deliveries()[0]?.attempts[0]).toMatchObject({
			status: null,
			reason: 'no connection (ECONNREFUSED)',
		});
	});

	it('do not happen while events are switched off', async () => {
		await register('contactCreated');
		mock.webhooks.enable(false);
		mock.world.createOpportunity({ name: 'Sample Person' });
		await mock.webhooks.settled();
		expect(receiver.received).toEqual([]);
		mock.webhooks.enable(true);
		mock.world.createOpportunity({ name: 'Sample Person' });
		await mock.webhooks.settled();
		expect(receiver.received).toHaveLength(1);
	});

	it('of the test button have empty data and no id', async () => {
		const { id } = await register('candidateHired');
		expect(mock.webhooks.test('none')).toBeNull();
		mock.webhooks.test(id);
		await mock.webhooks.settled();
		const body = receiver.received[0]?.body ?? {};
		expect(Object.keys(body)).toEqual(['event', 'triggeredAt', 'token', 'signature', 'data']);
		expect(body.data).toEqual({});
	});
});
