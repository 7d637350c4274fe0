import { createHmac } from 'node:crypto';

/**
 * The signature of an event (lever-api.md §6.2): token and time, as they stand in the body; the data is not
 * covered.
 *
 * @param key the webhook's signature token
 * @param triggeredAt milliseconds since 1970
 * @returns hexadecimal
 */
export const signatureOf = (key: string, token: string, triggeredAt: number): string =>
	createHmac('sha256', key).update(`${token}${triggeredAt}`).digest('hex');
