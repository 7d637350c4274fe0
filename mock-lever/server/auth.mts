import type { Grants } from '../oauth/grants.mts';
import { LeverFault } from './faults.mts';
import type { Caller } from './keys.mts';
import { callerOfKey } from './keys.mts';

/** The key of a Basic header: the user name, with an empty password (lever-api.md §1.2). */
function basicKey(encoded: string): string | null {
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	return text.endsWith(':') ? text.slice(0, -1) : null;
}

async function bearer(text: string, grants: Grants): Promise<Caller | null> {
	return callerOfKey(text) ?? (await grants.callerOf(text));
}

type Scheme = (credentials: string, grants: Grants) => Promise<Caller | null>;

const SCHEMES: Record<string, Scheme> = {
	basic: async (credentials) => callerOfKey(basicKey(credentials) ?? ''),
	bearer,
};

/**
 * Who sends this request.
 *
 * @param header `Authorization` as received
 * @throws LeverFault 401 without credentials, and for a key or token that is unknown, expired or revoked
 */
export async function authenticate(header: string | undefined, grants: Grants): Promise<Caller> {
	const [scheme = '', credentials = ''] = (header ?? '').trim().split(/\s+/, 2);
	const caller = await SCHEMES[scheme.toLowerCase()]?.(credentials, grants);
	if (!caller) throw new LeverFault(401, 'Invalid or missing credentials');
	return caller;
}
