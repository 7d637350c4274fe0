/** How the mock sends webhooks; each may be left out. */
export interface WebhookOptions {
	/** Whether events are sent at all, as a Super Admin switches them on in Lever; default true */
	webhooks?: boolean;
	/** Stretches (above 1) or shortens the waits between further tries; default 1. Tests take a small one */
	webhookRetryFactor?: number;
}
