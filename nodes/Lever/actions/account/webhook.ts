import { leverPath } from '../../../shared/transport';
import { isoMoment } from '../../fields/isoMoment';
import { getManyOperation } from '../factories/getManyOperation';
import type { Resource } from '../operation';
import type { WebhookRecord } from '../records';

function simplifyWebhook(record: WebhookRecord): object {
	return {
		id: record.id,
		event: record.event,
		url: record.url,
		origins: record.configuration?.conditions?.origins ?? null,
		createdAt: isoMoment(record.createdAt),
		updatedAt: isoMoment(record.updatedAt),
	};
}

export const webhook: Resource = {
	name: 'Webhook',
	value: 'webhook',
	description: 'Address that Lever tells when something happens',
	operations: [
		getManyOperation<WebhookRecord>({
			action: 'Get many webhooks',
			description: 'Read which events Lever sends to which addresses',
			path: () => leverPath`/webhooks`,
			records: 'webhooks',
			simplify: simplifyWebhook,
		}),
	],
};
