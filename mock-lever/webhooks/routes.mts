import { randomBytes, randomUUID } from 'node:crypto';
import type { RequestHandler } from 'express';
import type { Access } from '../access/access.mts';
import type { Need } from '../access/caller.mts';
import { showWebhook } from '../endpoints/webhooks.mts';
import type { StoredWebhook } from '../scenarios/records.mts';
import { LeverFault } from '../server/faults.mts';
import { matchPath } from '../server/matchPath.mts';
import type { LeverStore } from '../server/store.mts';
import { configurationFor, readWish } from './configuration.mts';

export interface WebhookRouteParts {
	store: LeverStore;
	access: Access;
	/** The mock's time, milliseconds */
	now: () => number;
}

interface Written {
	status: number;
	/** Left out: no body */
	body?: object;
}

interface Route {
	method: string;
	path: string;
	need: Need;
	answer(parts: WebhookRouteParts, body: unknown, id: string): Written;
}

function found({ store }: WebhookRouteParts, id: string | undefined): StoredWebhook {
	const webhook = store.get('webhooks', id ?? '');
	if (webhook === undefined) throw new LeverFault(404, 'Webhook was not found');
	return webhook;
}

/** The only answer that shows the signing token (lever-api.md §6.4). */
function create(parts: WebhookRouteParts, body: unknown): Written {
	const { event, url, configuration } = readWish(body);
	if (url === undefined) throw new LeverFault(400, 'Missing required property at /url');
	if (event === undefined) throw new LeverFault(400, 'Missing required property at /event');
	const now = parts.now();
	const webhook: StoredWebhook = {
		id: randomUUID(),
		event,
		url,
		configuration: configurationFor(event, configuration),
		signatureToken: randomBytes(32).toString('hex'),
		createdAt: now,
		updatedAt: now,
	};
	parts.store.put('webhooks', webhook);
	const { signatureToken } = webhook;
	const shown = { ...webhook.configuration, signatureToken };
	return { status: 201, body: { data: { ...showWebhook(webhook), configuration: shown } } };
}

/** Every webhook named is read before any of them is changed. */
function update(parts: WebhookRouteParts, body: unknown): Written {
	const list: unknown = typeof body === 'object' && body !== null && Reflect.get(body, 'data');
	if (!Array.isArray(list)) throw new LeverFault(400, 'Must be a list. at /data');
	const updated = list.map((each: unknown, position): StoredWebhook => {
		const wish = readWish(each, `/data/${position}`);
		const before = found(parts, wish.id);
		return {
			...before,
			url: wish.url ?? before.url,
			configuration: configurationFor(before.event, wish.configuration ?? before.configuration),
			updatedAt: parts.now(),
		};
	});
	for (const webhook of updated) parts.store.put('webhooks', webhook);
	return { status: 200, body: { data: updated.map(showWebhook) } };
}

function remove(parts: WebhookRouteParts, _body: unknown, id: string): Written {
	parts.store.remove('webhooks', found(parts, id).id);
	return { status: 204 };
}

const scope = 'webhooks:write:admin';

/** The only writes of the API that the mock takes: without them nobody could be told of events. */
const ROUTES: readonly Route[] = [
	{ method: 'POST', path: '', need: { permission: 'create webhook', scope }, answer: create },
	{ method: 'PUT', path: '', need: { permission: 'update webhooks', scope }, answer: update },
	{ method: 'DELETE', path: '/:id', need: { permission: 'delete webhook', scope }, answer: remove },
];

/** Writes below `/v1/webhooks`; the body is parsed already. Anything else goes on to the reads. */
export function webhookWrites(parts: WebhookRouteParts): RequestHandler {
	return (request, response, next) => {
		const matching = ROUTES.map((route) => ({
			route,
			params: request.method === route.method ? matchPath(route.path, request.path) : null,
		})).find(({ params }) => params !== null);
		if (matching === undefined) {
			next();
			return;
		}
		const { route, params } = matching;
		const write = async () => {
			const caller = await parts.access.enter(request.headers.authorization);
			response.locals.keyName = caller.name;
			parts.access.permit(caller, route.need);
			const { status, body } = route.answer(parts, request.body, params?.id ?? '');
			response.status(status);
			if (body === undefined) response.end();
			else response.json(body);
		};
		write().catch(next);
	};
}
