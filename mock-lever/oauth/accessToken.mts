import { createHmac } from 'node:crypto';
import { jwtVerify } from 'jose';

/** What an access token of Lever says (lever-api.md §1.3); `jti` is the mock's, to find the grant again. */
export interface AccessClaims {
	iss: string;
	aud: string;
	/** Seconds since 1970 */
	iat: number;
	exp: number;
	scope: string;
	jti: string;
	clientId: string;
	userId: string;
	accountId: string;
}

const encode = (value: object | string) =>
	Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const signatureOf = (secret: Uint8Array, head: string) =>
	createHmac('sha512', secret).update(head).digest('base64url');

/** Signs with HS512 as Lever does. jose signs asynchronously only, and `grant()` gives a token at once. */
export function signAccessToken(secret: Uint8Array, claims: AccessClaims): string {
	const { clientId, userId, accountId, ...rest } = claims;
	const payload = {
		'https://oauth.lever.co/userId': userId,
		'https://oauth.lever.co/accountId': accountId,
		'https://oauth.lever.co/clientId': clientId,
		...rest,
		sub: `auth0|${userId}`,
		azp: clientId,
	};
	const head = `${encode({ alg: 'HS512', typ: 'JWT' })}.${encode(payload)}`;
	return `${head}.${signatureOf(secret, head)}`;
}

/** Whether this key signed the token, whatever the token says. */
export function isSignedWith(secret: Uint8Array, token: string): boolean {
	const end = token.lastIndexOf('.');
	return end > 0 && signatureOf(secret, token.slice(0, end)) === token.slice(end + 1);
}

/** @returns null unless signature, issuer, audience and expiry are right */
export async function readAccessToken(
	secret: Uint8Array,
	token: string,
	expected: { issuer: string; audience: string },
): Promise<{ jti: string } | null> {
	try {
		const { payload } = await jwtVerify(token, secret, { algorithms: ['HS512'], ...expected });
		return { jti: payload.jti ?? '' };
	} catch {
		return null;
	}
}
