import { isIP } from 'node:net';
import type { StoredWebhook } from '../scenarios/records.mts';
import { LeverFault } from '../server/faults.mts';
import { EVENT_NAMES, EVENTS_WITH_ORIGIN, ORIGINS } from '../world/events.mts';

/** What a request says about a webhook; anything else in it is ignored, as Lever does. */
export interface WebhookWish {
	id?: string;
	event?: string;
	url?: string;
	configuration?: StoredWebhook['configuration'];
}

const refuse = (message: string, pointer: string) =>
	new LeverFault(400, `${message} at ${pointer}`);

function isLoopback(hostname: string): boolean {
	const plain = hostname.replace(/^\[|\]$/g, '');
	if (plain === 'localhost' || plain === '::1') return true;
	return isIP(plain) === 4 && plain.startsWith('127.');
}

/** Lever takes HTTPS only. The mock takes plain HTTP too, but only to this machine. */
function urlOf(value: unknown, pointer: string): string {
	const url = typeof value === 'string' && URL.canParse(value) ? new URL(value) : null;
	const plain = url?.protocol === 'http:' && isLoopback(url.hostname);
	if (url === null || (url.protocol !== 'https:' && !plain)) {
		throw refuse('Must be an https URL, or an http URL of this machine.', pointer);
	}
	return url.href;
}

function eventOf(value: unknown, pointer: string): string {
	const event = EVENT_NAMES.find((each) => each === value);
	if (event === undefined) throw refuse(`Must be one of: ${EVENT_NAMES.join(', ')}.`, pointer);
	return event;
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function originsOf(value: unknown, pointer: string): string[] | undefined {
	const conditions: unknown = isObject(value) ? Reflect.get(value, 'conditions') : undefined;
	const origins: unknown = isObject(conditions) ? Reflect.get(conditions, 'origins') : undefined;
	if (origins === undefined) return undefined;
	if (!Array.isArray(origins) || !origins.every((each) => ORIGINS.includes(String(each)))) {
		const place = `${pointer}/conditions/origins`;
		throw refuse(`Must be a list of: ${ORIGINS.join(', ')}.`, place);
	}
	return origins.map(String);
}

/**
 * The configuration as Lever keeps it: origins for the first four events, all six when none are named;
 * nothing for the others.
 */
export function configurationFor(
	event: string,
	wanted: StoredWebhook['configuration'] | undefined,
): StoredWebhook['configuration'] {
	if (!EVENTS_WITH_ORIGIN.some((each) => each === event)) return {};
	return { conditions: { origins: wanted?.conditions?.origins ?? [...ORIGINS] } };
}

/**
 * Reads what a request says about one webhook.
 *
 * @param place JSON pointer of it in the body
 * @throws LeverFault 400, ending in the place (lever-api.md §2.3)
 */
export function readWish(value: unknown, place = ''): WebhookWish {
	if (!isObject(value) || Array.isArray(value)) throw refuse('Must be an object.', place || '/');
	const { id, event, url, configuration } = value as Record<string, unknown>;
	const origins = originsOf(configuration, `${place}/configuration`);
	return {
		...(typeof id === 'string' ? { id } : {}),
		...(event === undefined ? {} : { event: eventOf(event, `${place}/event`) }),
		...(url === undefined ? {} : { url: urlOf(url, `${place}/url`) }),
		...(origins === undefined ? {} : { configuration: { conditions: { origins } } }),
	};
}
