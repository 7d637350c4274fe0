import type { StoredWebhook } from '../scenarios/records.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list } from '../server/endpoint.mts';
import { oldestFirst } from '../server/orders.mts';
import type { Shown } from '../server/shape.mts';

/** A webhook's signing token is shown once, when it is made (lever-api.md §6.4). */
export const showWebhook = ({ signatureToken: _token, ...webhook }: StoredWebhook): Shown =>
	webhook;

/** lever-api.md §6.4 */
export const webhookEndpoints: readonly Endpoint[] = [
	list({
		path: '/webhooks',
		permission: 'list webhooks',
		scope: 'webhooks:read:admin',
		collection: 'webhooks',
		order: oldestFirst,
		paged: false,
		show: showWebhook,
	}),
];
