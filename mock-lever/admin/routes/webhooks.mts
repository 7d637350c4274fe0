import { showWebhook } from '../../endpoints/webhooks.mts';
import type { AdminParts, AdminRoute } from '../parts.mts';
import { AdminRefusal } from '../refusal.mts';

const overview = ({ world, webhooks }: AdminParts) => ({
	enabled: webhooks.enabled,
	webhooks: world.store.database().webhooks.map(showWebhook),
	deliveries: webhooks.deliveries(),
});

/** Who is told of events, and how that went. */
export const webhookRoutes: readonly AdminRoute[] = [
	{
		method: 'GET',
		path: '/webhooks',
		about: 'Registered webhooks and the last 1,000 deliveries, oldest first',
		answer: overview,
	},
	{
		method: 'PUT',
		path: '/webhooks',
		about: 'Switches events on or off: {"enabled": false}',
		answer(parts, { body }) {
			if (typeof body.enabled !== 'boolean') {
				throw new AdminRefusal('"enabled" must be true or false.');
			}
			parts.webhooks.enable(body.enabled);
			return overview(parts);
		},
	},
	{
		method: 'POST',
		path: '/webhooks/:id/test',
		about: 'Sends the test delivery',
		answer(parts, { params }) {
			const delivery = parts.webhooks.test(params.id ?? '');
			if (delivery === null) throw new AdminRefusal(`There is no webhook "${params.id}".`, 404);
			return { data: delivery };
		},
	},
	{
		method: 'POST',
		path: '/deliveries/:id/again',
		about: 'Sends a delivery once more',
		answer(parts, { params }) {
			if (parts.webhooks.again(params.id ?? '')) return {};
			throw new AdminRefusal(`There is no delivery "${params.id}" in the log.`, 404);
		},
	},
	{
		method: 'DELETE',
		path: '/deliveries',
		about: 'Empties the log of deliveries',
		answer(parts) {
			parts.webhooks.clear();
			return {};
		},
	},
];
