import type { Grants } from '../oauth/grants.mts';
import { LeverFault } from '../server/faults.mts';
import type { Caller } from './caller.mts';
import type { KeyRing } from './keyRing.mts';

/** Everybody who may enter. */
export interface Credentials {
	keys: KeyRing;
	grants: Grants;
}

/** The key of a Basic header: the user name, with an empty password (lever-api.md §1.2). */
function basicKey(encoded: string): string | null {
	const text = Buffer.from(encoded, 'base64').toString('utf8');
	return text.endsWith(':') ? text.slice(0, -1) : null;
}

type Scheme = (text: string, known: Credentials) => Promise<Caller | null>;

const SCHEMES: Record<string, Scheme> = {
	basic: async (text, { keys }) => keys.callerOf(basicKey(text) ?? ''),
	bearer: async (text, { keys, grants }) => keys.callerOf(text) ?? (await grants.callerOf(text)),
};

/**
 * Who sends this request.
 *
 * @param header `Authorization` as received
 * @throws LeverFault 401 without credentials, and for a key or token that is unknown, expired or revoked
 */
export async function authenticate(
	header: string | undefined,
	known: Credentials,
): Promise<Caller> {
	const [scheme = '', text = ''] = (header ?? '').trim().split(/\s+/, 2);
	const caller = Object.hasOwn(SCHEMES, scheme.toLowerCase())
		? await SCHEMES[scheme.toLowerCase()]?.(text, known)
		: null;
	if (!caller) throw new LeverFault(401, 'Invalid or missing credentials');
	return caller;
}
