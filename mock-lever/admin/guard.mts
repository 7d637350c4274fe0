import { BlockList } from 'node:net';
import type { IncomingMessage } from 'node:http';
import { AdminRefusal } from './refusal.mts';
import type { AdminFrom } from './options.mts';

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8, 'ipv4');
loopback.addAddress('::1', 'ipv6');

/** An IPv4 address as an IPv6 socket shows it */
const MAPPED = /^::ffff:(?=\d+\.)/i;

function isLoopbackAddress(address: string): boolean {
	const plain = address.replace(MAPPED, '').replace(/^\[|\]$/g, '');
	return loopback.check(plain, plain.includes(':') ? 'ipv6' : 'ipv4');
}

function isLoopbackHost(host: string): boolean {
	const url = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
	if (url === null) return false;
	return url.hostname === 'localhost' || isLoopbackAddress(url.hostname);
}

/** Sites that a browser says a request comes from when it is the page's own, or typed in by a person */
const OWN_SITES = ['same-origin', 'none'];

function isFromAnotherSite({ headers }: IncomingMessage): boolean {
	const site = headers['sec-fetch-site'];
	if (typeof site === 'string' && !OWN_SITES.includes(site)) return true;
	const { origin, host } = headers;
	return origin !== undefined && origin !== `http://${host}` && origin !== `https://${host}`;
}

/**
 * Keeps others away from the admin API: other machines, other web pages open in the same browser, and pages
 * that reach this machine under a name of their own (DNS rebinding).
 *
 * @throws AdminRefusal 403, 404 when there is no admin API, 415 for a body that is not JSON
 */
export function guard(request: IncomingMessage, from: AdminFrom): void {
	if (from === 'nowhere')
		throw new AdminRefusal('This mock was started without its admin API.', 404);
	const { host = '' } = request.headers;
	const address = request.socket.remoteAddress ?? '';
	if (from === 'machine' && !(isLoopbackAddress(address) && isLoopbackHost(host))) {
		throw new AdminRefusal('The admin API answers to this machine only.', 403);
	}
	if (isFromAnotherSite(request)) {
		throw new AdminRefusal('The admin API answers to no other web page.', 403);
	}
	const hasBody = Number(request.headers['content-length'] ?? 0) > 0;
	const type = request.headers['content-type'] ?? '';
	if (hasBody && !/^application\/json\b/i.test(type)) {
		throw new AdminRefusal('Send the body as JSON, with content-type: application/json.', 415);
	}
}
