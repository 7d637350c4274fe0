import { describe, expect, it } from 'vitest';

import { claimsOf } from '../../../nodes/Lever/connection/accessToken.ts';
import { ENDPOINTS_OF_CHECKS, familiesWith } from '../../../nodes/Lever/connection/families.ts';
import { grantOf } from '../../../nodes/Lever/connection/grant.ts';
import { CHOSEN_FAMILIES } from '../../../nodes/LeverCompliance/form/families.ts';
import { READ_PATHS } from '../../../nodes/shared/transport/faults/permissions.ts';

const token = (payload: object | string) =>
	`header.${Buffer.from(typeof payload === 'string' ? payload : JSON.stringify(payload)).toString('base64url')}.signature`;

describe('the claims of an access token', () => {
	it('are read as Lever writes them', () => {
		expect(
			claimsOf(
				token({
					'https://oauth.lever.co/userId': 'u-1',
					'https://oauth.lever.co/accountId': 'a-1',
					aud: 'https://api.lever.co/v1/',
					scope: 'users:read:admin  offline_access',
				}),
			),
		).toEqual({
			userId: 'u-1',
			accountId: 'a-1',
			audiences: ['https://api.lever.co/v1/'],
			scopes: ['users:read:admin', 'offline_access'],
		});
	});

	it.each([
		undefined,
		null,
		7,
		'',
		'opaque',
		'a.b.c',
		token('[]'),
		token('no JSON'),
		token('null'),
	])('are none in %j', (text) => {
		expect(claimsOf(text)).toBeNull();
	});

	it('of unexpected types are left out', () => {
		expect(
			claimsOf(token({ aud: [7, 'x'], scope: ['y'], 'https://oauth.lever.co/userId': 3 })),
		).toEqual({ userId: null, accountId: null, audiences: ['x'], scopes: [] });
	});
});

describe('a grant', () => {
	const credential = (claims: object, audience = 'https://api.lever.co/v1/') => ({
		accessTokenUrl: 'https://auth.lever.co/oauth/token',
		authQueryParameters: `audience=${encodeURIComponent(audience)}`,
		oauthTokenData: { access_token: token(claims), scope: '' },
	});

	it('for another audience says that it is for another environment', () => {
		const { problems, tokenHost } = grantOf(
			credential({ aud: 'https://api.sandbox.lever.co/v1/' }),
		);
		expect(tokenHost).toBe('auth.lever.co');
		expect(problems[0]?.what).toContain('another environment');
	});

	it('counts write as read', () => {
		const { scopes } = grantOf(credential({ scope: 'opportunities:write:admin' }));
		expect(scopes.missing).not.toContain('opportunities:read:admin');
		expect(scopes.missing).toContain('offers:read:admin');
	});
});

describe('the families', () => {
	it('are those of Lever Compliance', () => {
		const named = familiesWith([], 'readable', () => '').map(({ family }) => family.toLowerCase());
		expect(named).toEqual([...CHOSEN_FAMILIES]);
	});

	it('need only what the package reads', () => {
		for (const endpoint of ENDPOINTS_OF_CHECKS) expect(READ_PATHS).toContain(endpoint);
	});
});
