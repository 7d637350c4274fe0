import { UserError, type ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { CredentialKind, LeverEnvironment } from '../contracts';
import { LEVER_HOSTS } from './hosts';
import type { LeverConnection } from './types';

/** Value of the node parameter `authentication` → credential type. */
export const CREDENTIAL_TYPES: Record<CredentialKind, string> = {
	apiKey: 'leverApi',
	oAuth2: 'leverOAuth2Api',
};

const PRODUCTION_ORIGIN = new URL(LEVER_HOSTS.production.baseUrl).origin;

/** Reads the node parameter `authentication`; nodes saved without it use an API key. */
export function credentialKindOf(parameter: unknown): CredentialKind {
	return parameter === 'oAuth2' ? 'oAuth2' : 'apiKey';
}

/**
 * Where a credential points.
 *
 * @throws UserError when the base URL of a custom environment cannot be used
 */
export function connectionOf(
	credentialKind: CredentialKind,
	credential: ICredentialDataDecryptedObject,
): LeverConnection {
	const environment = environmentOf(credential.environment);
	const baseUrl =
		environment === 'custom' ? customBaseUrl(credential.baseUrl) : LEVER_HOSTS[environment].baseUrl;
	return {
		environment,
		baseUrl,
		production: new URL(baseUrl).origin === PRODUCTION_ORIGIN,
		credentialKind,
	};
}

function environmentOf(value: unknown): LeverEnvironment {
	return value === 'sandbox' || value === 'custom' ? value : 'production';
}

/** Plain HTTP is allowed here and only here: it serves the mock server and local proxies. */
function customBaseUrl(value: unknown): string {
	const text = typeof value === 'string' ? value.trim() : '';
	const url = URL.canParse(text) ? new URL(text) : undefined;
	if (url === undefined || !['http:', 'https:'].includes(url.protocol)) {
		throw new UserError(
			"The credential's 'Base URL' is not an address. Enter one such as https://lever.example.com/v1.",
		);
	}
	if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
		throw new UserError(
			"The credential's 'Base URL' holds more than an address. Enter it without user name, password, ? and #.",
		);
	}
	return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
