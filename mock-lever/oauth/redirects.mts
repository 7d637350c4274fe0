const LOOPBACK = '127.0.0.1';
/** Where n8n on this machine waits for the answer */
const N8N_CALLBACK = '/rest/oauth2-credential/callback';

const isAnyLoopback = (url: URL) => url.protocol === 'http:' && url.hostname === LOOPBACK;
const isLocalN8n = (url: URL) =>
	url.protocol === 'http:' && url.hostname === 'localhost' && url.pathname === N8N_CALLBACK;

/**
 * Whether the app is registered with this address. Lever takes the registered ones only, letter by letter
 * (lever-api.md §1.3); the mock has any address of this machine registered as well.
 *
 * @param more further addresses, compared letter by letter
 */
export function isRegistered(address: string, more: readonly string[]): boolean {
	if (more.includes(address)) return true;
	if (!URL.canParse(address)) return false;
	const url = new URL(address);
	return isAnyLoopback(url) || isLocalN8n(url);
}
