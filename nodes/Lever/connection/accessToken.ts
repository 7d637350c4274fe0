import { isRecord } from '../../shared/transport/unknown';

/** What an access token of Lever says about itself (lever-api.md §1.3). */
interface TokenClaims {
	userId: string | null;
	accountId: string | null;
	audiences: string[];
	scopes: string[];
}

/**
 * Reads the claims of an access token, a JSON Web Token (RFC 7519). The signature is not checked: Lever does
 * that with every request, and nothing is allowed here by what the token says.
 *
 * @returns null for a text that is no such token
 */
export function claimsOf(accessToken: unknown): TokenClaims | null {
	const payload = typeof accessToken === 'string' ? payloadOf(accessToken) : null;
	if (payload === null) return null;
	return {
		userId: textOrNull(payload['https://oauth.lever.co/userId']),
		accountId: textOrNull(payload['https://oauth.lever.co/accountId']),
		audiences: [payload.aud].flat().filter((audience) => typeof audience === 'string'),
		scopes: scopesIn(payload.scope),
	};
}

/** Scopes of a text in which spaces stand between them. */
export function scopesIn(value: unknown): string[] {
	if (typeof value !== 'string') return [];
	return value.split(/\s+/).filter((scope) => scope !== '');
}

function payloadOf(token: string): Record<string, unknown> | null {
	const [, encoded = ''] = token.split('.');
	try {
		const payload: unknown = JSON.parse(Buffer.from(encoded, 'base64url').toString('utf8'));
		return isRecord(payload) ? payload : null;
	} catch {
		return null;
	}
}

function textOrNull(value: unknown): string | null {
	return typeof value === 'string' && value !== '' ? value : null;
}
