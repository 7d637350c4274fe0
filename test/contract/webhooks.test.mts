import { createHmac } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { send } from '../unit/mock/client.mts';
import type { Json } from './support/account.mts';
import { ids, readAll, useMock } from './support/account.mts';
import { misfits, list, mapOf, ms, object, oneOf, orNull, text, uid } from './support/shape.mts';

const ORIGINS = ['agency', 'applied', 'internal', 'referred', 'sourced', 'university'];
const WITH_ORIGINS = [
	'applicationCreated',
	'candidateHired',
	'candidateStageChange',
	'candidateArchiveChange',
];
const EVENTS = [
	...WITH_ORIGINS,
	'candidateDeleted',
	'interviewCreated',
	'interviewUpdated',
	'interviewDeleted',
	'contactCreated',
	'contactUpdated',
];

const sign = (key: string, token: string, triggeredAt: number) =>
	createHmac('sha256', key).update(`${token}${triggeredAt}`).digest('hex');

test('§6.2 the check value of the reference [doc][lib]', () => {
	expect(
		sign('s3cr3t-demo', '0123456789abcdef0123456789abcdef0123456789abcdef', 1768476600000),
	).toBe('dac7692ba3cb83fbdfc0dba527230b3d3215f47b13f7e1254ef11985847c027e');
});

interface Received {
	headers: Record<string, string | string[] | undefined>;
	body: Json;
}

/** Takes what the mock sends. */
class Receiver {
	readonly received: Received[] = [];
	/** Answered next, one after the other; then 200 */
	readonly answers: number[] = [];
	private server: Server | undefined;
	url = '';

	async open(): Promise<void> {
		const server = createServer((request, response) => {
			const parts: Buffer[] = [];
			request.on('data', (part: Buffer) => parts.push(part));
			request.on('end', () => {
				const body = JSON.parse(Buffer.concat(parts).toString()) as Json;
				this.received.push({ headers: request.headers, body });
				response.statusCode = this.answers.shift() ?? 200;
				response.end();
			});
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
		this.server = server;
	}

	async close(): Promise<void> {
		this.server?.closeAllConnections();
		await new Promise((resolve) => this.server?.close(resolve));
	}
}

describe('§6 webhooks', () => {
	const account = useMock({ webhookRetryFactor: 0 });
	const receiver = new Receiver();
	beforeAll(() => receiver.open());
	afterAll(() => receiver.close());

	const post = (body: Json) =>
		fetch(`${account.mock.baseUrl}/webhooks`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${account.mock.keys.all}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify(body),
		});
	async function register(event: string, configuration?: Json): Promise<Json> {
		const given = configuration === undefined ? {} : { configuration };
		const response = await post({ event, url: receiver.url, ...given });
		expect(response.status).toBe(201);
		return ((await response.json()) as { data: Json }).data;
	}
	const tokenOf = (webhook: Json) => String((webhook.configuration as Json).signatureToken);

	afterEach(async () => {
		await account.mock.webhooks.settled();
		receiver.received.length = 0;
		receiver.answers.length = 0;
		for (const { id } of await readAll(account.mock, '/webhooks')) {
			await send(account.mock, `/webhooks/${String(id)}`, { method: 'DELETE' });
		}
	});

	const shape = object({
		id: uid,
		event: oneOf(...EVENTS),
		url: text,
		configuration: mapOf(() => []),
		createdAt: ms,
		updatedAt: ms,
	});

	test('§6.4 [record] POST 201, GET only data, PUT, DELETE 204', async () => {
		const made = await register('candidateHired');
		expect(misfits([made], shape)).toEqual([]);
		const listed = await send<{ data: Json[] }>(account.mock, '/webhooks');
		expect(Object.keys(listed.body)).toEqual(['data']);
		expect(ids(listed.body.data)).toEqual([made.id]);
		expect(misfits(listed.body.data, shape)).toEqual([]);
		const put = await fetch(`${account.mock.baseUrl}/webhooks`, {
			method: 'PUT',
			headers: {
				authorization: `Bearer ${account.mock.keys.all}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({
				data: [
					{
						id: made.id,
						url: `${receiver.url}/other`,
						configuration: { conditions: { origins: ['applied'] } },
					},
				],
			}),
		});
		expect(put.status).toBe(200);
		const [changed] = await readAll(account.mock, '/webhooks');
		expect(changed).toMatchObject({
			id: made.id,
			url: `${receiver.url}/other`,
			configuration: { conditions: { origins: ['applied'] } },
		});
		const gone = await send(account.mock, `/webhooks/${String(made.id)}`, { method: 'DELETE' });
		expect(gone.status).toBe(204);
		expect(gone.text).toBe('');
		expect(await readAll(account.mock, '/webhooks')).toEqual([]);
	});

	test('§6.4 [record] the signature token comes only with the POST, and each webhook has its own', async () => {
		const first = await register('candidateHired');
		const second = await register('candidateDeleted');
		expect(tokenOf(first)).toMatch(/.{16}/);
		expect(tokenOf(first)).not.toBe(tokenOf(second));
		for (const { configuration } of await readAll(account.mock, '/webhooks')) {
			expect(configuration).not.toHaveProperty('signatureToken');
		}
	});

	test.each(EVENTS)(
		'§6.4 [record] %s: left out on create, origins come back as all six or configuration is {}',
		async (event) => {
			await register(event);
			const [webhook] = await readAll(account.mock, '/webhooks');
			const configuration = webhook?.configuration as { conditions?: { origins: string[] } };
			if (WITH_ORIGINS.includes(event)) {
				expect(configuration.conditions?.origins.toSorted()).toEqual(ORIGINS);
			} else expect(configuration).toEqual({});
		},
	);

	test.each([
		['an unknown event', { event: 'offerSigned', url: 'https://example.com/hook' }],
		['no address', { event: 'candidateHired' }],
		['an address that is none', { event: 'candidateHired', url: 'nowhere' }],
		['plain HTTP to another machine', { event: 'candidateHired', url: 'http://example.com/hook' }],
		[
			'an unknown origin',
			{
				event: 'candidateHired',
				url: 'https://example.com/hook',
				configuration: { conditions: { origins: ['moon'] } },
			},
		],
	])('§6.4 [doc] %s is refused with 400', async (_, body) => {
		const response = await post(body);
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ code: 'BadRequestError' });
		expect(await readAll(account.mock, '/webhooks')).toEqual([]);
	});

	const active = async () => {
		const records = await readAll(account.mock, '/opportunities?archived=false');
		return records.filter(({ isAnonymized }) => isAnonymized === false);
	};

	test('§6.1 [doc] headers, fields and signature of a delivery', async () => {
		const webhook = await register('candidateStageChange');
		const [one] = await active();
		const stage = ids(await readAll(account.mock, '/stages')).find((id) => id !== one?.stage);
		account.mock.world.moveStage({ opportunity: String(one?.id), stage: String(stage) });
		await account.mock.webhooks.settled();
		expect(receiver.received).toHaveLength(1);
		const [{ headers, body }] = receiver.received as [Received];
		expect(headers['user-agent']).toBe('Lever-Webhooks');
		expect(headers['content-type']).toBe('application/json');
		const delivery = object({
			id: uid,
			event: oneOf('candidateStageChange'),
			triggeredAt: ms,
			token: text,
			signature: text,
			data: object({
				opportunityId: uid,
				candidateId: uid,
				contactId: uid,
				fromStageId: text,
				toStageId: text,
			}),
		});
		expect(misfits([body], delivery)).toEqual([]);
		expect(body.data).toEqual({
			opportunityId: one?.id,
			candidateId: one?.id,
			contactId: one?.contact,
			fromStageId: one?.stage,
			toStageId: stage,
		});
		expect(String(body.token)).toHaveLength(48);
		expect(body.signature).toBe(
			sign(tokenOf(webhook), String(body.token), Number(body.triggeredAt)),
		);
		expect(Object.keys(headers).filter((name) => name.includes('signature'))).toEqual([]);
	});

	test('§6.1 [doc] data of each other event', async () => {
		const { mock } = account;
		for (const event of EVENTS) await register(event);
		const { world } = mock;
		const [a, b] = (await active()).filter(
			({ applications }) => (applications as Json[]).length > 0,
		);
		const [user] = await readAll(mock, '/users');
		const [posting] = await readAll(mock, '/postings?state=published');
		const [reason] = await readAll(mock, '/archive_reasons?type=non-hired');
		const opportunity = String(a?.id);
		world.createOpportunity({
			name: 'Sample Applicant',
			email: 'sample.applicant@example.com',
			posting: String(posting?.id),
		});
		world.archive({ opportunity, reason: String(reason?.id) });
		world.unarchive({ opportunity });
		const made = world.scheduleInterview({ opportunity, interviewer: String(user?.id) });
		const interview = String(made.interviews[0]?.id);
		world.moveInterview({ interview, start: world.now() + 86_400_000 });
		world.deleteInterview({ interview });
		world.changeContact({ contact: String(a?.contact), headline: 'Sample headline' });
		world.deleteOpportunity({ opportunity: String(b?.id) });
		world.hire({ opportunity });
		await mock.webhooks.settled();
		const archive = orNull(object({ archivedAt: ms, reason: uid }));
		const SHAPES = {
			applicationCreated: {
				applicationId: uid,
				opportunityId: uid,
				candidateId: uid,
				contactId: uid,
			},
			candidateHired: { opportunityId: uid, candidateId: uid, contactId: uid },
			candidateArchiveChange: {
				opportunityId: uid,
				contactId: uid,
				fromArchived: archive,
				toArchived: archive,
				candidateId: { optional: uid },
			},
			candidateDeleted: {
				opportunityId: uid,
				contactId: uid,
				deletedBy: uid,
				candidateId: { optional: uid },
			},
			interviewCreated: { interviewId: uid, panelId: uid, opportunityId: uid, createdAt: ms },
			interviewUpdated: { interviewId: uid, panelId: uid, opportunityId: uid, updatedAt: ms },
			interviewDeleted: { interviewId: uid, panelId: uid, opportunityId: uid, deletedAt: ms },
			contactCreated: { contactId: uid, accountId: text, createdAt: ms },
			contactUpdated: { contactId: uid, accountId: text, updatedAt: ms },
		};
		for (const [event, fields] of Object.entries(SHAPES)) {
			const of = receiver.received.filter(({ body }) => body.event === event);
			expect(of.length, event).toBeGreaterThan(0);
			const data = of.map(({ body }) => body.data);
			expect(misfits(data, object(fields)), event).toEqual([]);
		}
		const archives = receiver.received
			.filter(({ body }) => body.event === 'candidateArchiveChange')
			.map(({ body }) => body.data as Json)
			.filter(({ opportunityId }) => opportunityId === opportunity);
		const taken = archives.find(({ toArchived }) => toArchived === null);
		expect(taken).toMatchObject({ fromArchived: { reason: reason?.id } });
		const put = archives.find(
			({ toArchived }) => (toArchived as Json | null)?.reason === reason?.id,
		);
		expect(put).toMatchObject({ fromArchived: null });
	});

	test('§6.1 [doc] there are no events for offers, users and notes', async () => {
		const { mock } = account;
		for (const event of EVENTS) await register(event);
		const [one] = await active();
		mock.world.makeOffer({ opportunity: String(one?.id) });
		mock.world.addNote({ opportunity: String(one?.id), text: 'Sample note.' });
		mock.world.addUser({ name: 'Sample User', email: 'sample.user@example.com' });
		await mock.webhooks.settled();
		expect(receiver.received).toEqual([]);
	});

	test('§6.3 [doc] everything but 2xx fails, 3xx too: five further tries, the same event', async () => {
		await register('contactUpdated');
		receiver.answers.push(500, 302, 404, 503, 500, 500);
		const [one] = await active();
		account.mock.world.changeContact({ contact: String(one?.contact), headline: 'Tried again' });
		await account.mock.webhooks.settled();
		expect(receiver.received).toHaveLength(6);
		const bodies = receiver.received.map(({ body }) => body.id);
		expect(new Set(bodies).size).toBe(1);
	});

	test('§6.3 [doc] any 2xx acknowledges', async () => {
		await register('contactUpdated');
		receiver.answers.push(500, 204);
		const [one] = await active();
		account.mock.world.changeContact({ contact: String(one?.contact), headline: 'Acknowledged' });
		await account.mock.webhooks.settled();
		expect(receiver.received).toHaveLength(2);
	});

	test('§6.4 [record] origins narrow what is sent', async () => {
		const records = await active();
		const [one] = records;
		await register('candidateStageChange', {
			conditions: { origins: ORIGINS.filter((origin) => origin !== one?.origin) },
		});
		const stage = ids(await readAll(account.mock, '/stages')).find((id) => id !== one?.stage);
		account.mock.world.moveStage({ opportunity: String(one?.id), stage: String(stage) });
		await account.mock.webhooks.settled();
		expect(receiver.received).toEqual([]);
	});

	test('§6.1 [doc] the test button sends event, triggeredAt, token, signature and empty data, no id', async () => {
		const webhook = await register('candidateHired');
		const response = await fetch(`${account.mock.url}/_mock/webhooks/${String(webhook.id)}/test`, {
			method: 'POST',
		});
		expect(response.ok).toBe(true);
		await account.mock.webhooks.settled();
		const [{ body }] = receiver.received as [Received];
		const shapeOfTest = object({
			event: oneOf('candidateHired'),
			triggeredAt: ms,
			token: text,
			signature: text,
			data: object({}),
		});
		expect(misfits([body], shapeOfTest)).toEqual([]);
		expect(list(text)(Object.keys(body), 'keys')).toEqual([]);
	});
});

describe('§6.4 the event group switched off [doc]', () => {
	const account = useMock({ webhooks: false });
	const receiver = new Receiver();
	beforeAll(() => receiver.open());
	afterAll(() => receiver.close());
	test('nothing is sent before a Super Admin switches it on', async () => {
		await fetch(`${account.mock.baseUrl}/webhooks`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${account.mock.keys.all}`,
				'content-type': 'application/json',
			},
			body: JSON.stringify({ event: 'contactUpdated', url: receiver.url }),
		});
		const [one] = await readAll(account.mock, '/opportunities?archived=false');
		account.mock.world.changeContact({ contact: String(one?.contact), headline: 'Silent' });
		await account.mock.webhooks.settled();
		expect(receiver.received).toEqual([]);
	});
});
