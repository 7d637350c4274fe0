import type { CredentialKind } from '../../shared/contracts';
import { CONFIDENTIAL_SCOPE } from '../../shared/transport/faults/permissions';
import type { EndpointAccess } from './report';

/** How to get what Lever refuses, in a sentence; empty when nothing is refused. */
export function howToAllow(
	kind: CredentialKind,
	refused: readonly EndpointAccess[],
	confidential: boolean,
): string {
	if (refused.length === 0 && !confidential) return '';
	if (kind === 'apiKey') {
		const permissions = refused.map(({ permission }) => `'${permission}'`);
		const ticked = [...permissions, ...(confidential ? ['access to confidential data'] : [])];
		return `The permissions of a key are fixed when it is made: make a new key with ${listed(ticked)} ticked as well, and put it into the credential.`;
	}
	const granted = [...new Set(refused.map(({ scope }) => scope))];
	const scopes = [...granted, ...(confidential ? [CONFIDENTIAL_SCOPE] : [])];
	return `Check that the app is registered at Lever with ${listed(scopes)}, choose what 'Also Read' and 'Read Confidential Records' in the credential offer of it, and connect the credential again as a Super Admin.`;
}

/** Things in a sentence: a, b and c. */
export function listed(things: readonly string[]): string {
	const last = things.at(-1) ?? '';
	return things.length < 2 ? last : `${things.slice(0, -1).join(', ')} and ${last}`;
}
