import type { LeverClient } from '../../shared/transport';
import { readPath } from '../../shared/transport/unknown';
import { readFailureOf } from '../evidence/reading/readFailure';
import type { KeyFacts, Problem } from './report';

const DAY_MS = 86_400_000;

/** Keys do not expire by themselves; this is how long one should be used. */
const LONGEST_USE_DAYS = 90;

/** So many pages of keys made are looked through; an account with more keys is none. */
const MOST_PAGES = 5;

/**
 * Name and age of an API key, from the audit event of its making (lever-api.md §5.12). Lever shows the last
 * four characters of a key there, and only these are compared.
 *
 * @throws LeverReadError when the credential is not accepted or the execution was stopped
 */
export async function readKeyFacts(client: LeverClient, apiKey: string): Promise<KeyFacts> {
	const unknown = { name: null, createdAt: null, ageInDays: null };
	try {
		const made = await findKey(client, apiKey.trim().slice(-4));
		return made ?? { ...unknown, note: 'No audit event names a key with these last characters.' };
	} catch (error) {
		const { message } = readFailureOf(error);
		return { ...unknown, note: `The audit events could not be read. ${message}` };
	}
}

/** The newest key that ends so: newest events come first (lever-api.md §3.1). */
async function findKey(client: LeverClient, lastFour: string): Promise<KeyFacts | null> {
	for await (const { data, number } of client.pages<unknown>('/audit_events', {
		type: 'key:added',
	})) {
		const event = data.find((one) => readPath(one, 'meta', 'key', 'tokenLastFour') === lastFour);
		if (event !== undefined) return factsOf(event, client.tempo.now());
		if (number >= MOST_PAGES) return null;
	}
	return null;
}

function factsOf(event: unknown, now: number): KeyFacts {
	const name = readPath(event, 'meta', 'key', 'name');
	const createdAt = readPath(event, 'createdAt');
	const isMoment = typeof createdAt === 'number' && Number.isSafeInteger(createdAt);
	return {
		name: typeof name === 'string' ? name : null,
		createdAt: isMoment ? new Date(createdAt).toISOString() : null,
		ageInDays: isMoment ? Math.max(0, Math.floor((now - createdAt) / DAY_MS)) : null,
		note: '',
	};
}

/** A key in use for too long. */
export function keyProblems({ ageInDays }: KeyFacts): Problem[] {
	if (ageInDays === null || ageInDays <= LONGEST_USE_DAYS) return [];
	return [
		{
			what: `This API key is ${ageInDays} days old.`,
			whatToDo: `Rotate it every ${LONGEST_USE_DAYS} days: a Super Admin makes a new key in Lever under Settings > Integrations and API > API Credentials; put it into the credential, then remove the old one.`,
		},
	];
}
