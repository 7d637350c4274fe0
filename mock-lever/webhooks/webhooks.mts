import { randomBytes, randomUUID } from 'node:crypto';
import type { StoredWebhook } from '../scenarios/records.mts';
import type { LeverStore } from '../server/store.mts';
import type { WorldEvent } from '../world/events.mts';
import type { Delivery } from './deliveries.mts';
import { Deliveries } from './deliveries.mts';
import type { WebhookOptions } from './options.mts';
import { signatureOf } from './signature.mts';

/** A body that only the mock signs: `triggeredAt` is real time, so that receivers find it fresh. */
function signed(key: string, event: string) {
	const triggeredAt = Date.now();
	const token = randomBytes(24).toString('hex');
	return { event, triggeredAt, token, signature: signatureOf(key, token, triggeredAt) };
}

function wants(webhook: StoredWebhook, { event, origin }: WorldEvent): boolean {
	if (webhook.event !== event) return false;
	const origins = webhook.configuration.conditions?.origins;
	return origins === undefined || origin === undefined || origins.includes(origin);
}

/** Tells the registered addresses what happens in the account. */
export class Webhooks {
	private readonly store: LeverStore;
	private readonly sent: Deliveries;
	private on: boolean;

	constructor(store: LeverStore, options: WebhookOptions = {}) {
		this.store = store;
		this.sent = new Deliveries(options.webhookRetryFactor ?? 1);
		this.on = options.webhooks ?? true;
	}

	/** Whether events are sent, as a Super Admin switches them on in Lever */
	get enabled(): boolean {
		return this.on;
	}

	enable(on: boolean): void {
		this.on = on;
	}

	/** Sends an event to everybody who wants it. */
	tell(event: WorldEvent): void {
		if (!this.on) return;
		for (const webhook of this.store.database().webhooks) {
			if (!wants(webhook, event)) continue;
			const { signature, ...facts } = signed(webhook.signatureToken, event.event);
			const body = { id: randomUUID(), ...facts, signature, data: event.data };
			this.send(webhook, JSON.stringify(body));
		}
	}

	/**
	 * The "test" button: the event's name with empty data and without an id, also when events are off.
	 *
	 * @returns null when there is no such webhook
	 */
	test(webhookId: string): Delivery | null {
		const webhook = this.store.get('webhooks', webhookId);
		if (webhook === undefined) return null;
		const body = { ...signed(webhook.signatureToken, webhook.event), data: {} };
		return this.send(webhook, JSON.stringify(body));
	}

	/** Sends a delivery of the log once more. @returns false when the log does not have it */
	again(deliveryId: string): boolean {
		return this.sent.again(deliveryId);
	}

	/** The last 1,000 deliveries, oldest first */
	deliveries(): Delivery[] {
		return this.sent.list();
	}

	clear(): void {
		this.sent.clear();
	}

	/** Resolves when nothing is on its way and no further try is planned. */
	settled(): Promise<void> {
		return this.sent.settled();
	}

	close(): void {
		this.sent.close();
	}

	private send(webhook: StoredWebhook, body: string): Delivery {
		const { id: webhookId, event, url } = webhook;
		return this.sent.send({ webhookId, event, url, body });
	}
}
