import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import {
	CONFIDENTIAL_SCOPE,
	permissionFor,
	READ_PATHS,
} from '../../shared/transport/faults/permissions';
import { readPath } from '../../shared/transport/unknown';
import { claimsOf, scopesIn } from './accessToken';
import { ENDPOINTS_OF_CHECKS } from './families';
import { listed } from './advice';
import type { Problem } from './report';

const OFFLINE_ACCESS = 'offline_access';

const READ_SCOPES = READ_PATHS.map((path) => permissionFor(path).scope);

/** Every scope that an operation of this package can use. */
const ALL_SCOPES: readonly string[] = [
	...new Set([...READ_SCOPES, CONFIDENTIAL_SCOPE, OFFLINE_ACCESS]),
].sort();

/** Scopes of what checks read, and what keeps the connection alive. */
const SCOPES_OF_CHECKS: ReadonlySet<string> = new Set([
	...[...ENDPOINTS_OF_CHECKS].map((endpoint) => permissionFor(endpoint).scope),
	CONFIDENTIAL_SCOPE,
]);

/** What an OAuth credential holds, without any token. */
interface Grant {
	userId: string | null;
	accountId: string | null;
	tokenHost: string | null;
	scopes: { granted: string[]; missing: string[] };
	problems: Problem[];
}

/** Reads an OAuth credential as n8n gives it to a node, its expressions resolved. */
export function grantOf(credential: ICredentialDataDecryptedObject): Grant {
	const stored = credential.oauthTokenData;
	const claims = claimsOf(readPath(stored, 'access_token'));
	const granted = new Set([...(claims?.scopes ?? []), ...scopesIn(readPath(stored, 'scope'))]);
	const missing = ALL_SCOPES.filter((scope) => !covers(granted, scope));
	return {
		userId: claims?.userId ?? null,
		accountId: claims?.accountId ?? null,
		tokenHost: hostOf(credential.accessTokenUrl),
		scopes: { granted: [...granted].sort(), missing },
		problems: [
			...audienceProblems(claims?.audiences ?? [], credential.authQueryParameters),
			...scopeProblems(missing),
		],
	};
}

/** `write` of a resource includes its `read` (lever-api.md §1.3). */
function covers(granted: ReadonlySet<string>, scope: string): boolean {
	return granted.has(scope) || granted.has(scope.replace(':read:', ':write:'));
}

function scopeProblems(missing: readonly string[]): Problem[] {
	const forChecks = missing.filter((scope) => SCOPES_OF_CHECKS.has(scope));
	const again = 'and connect the credential again as a Super Admin.';
	return [
		...(forChecks.length === 0
			? []
			: [
					{
						what: `This connection was not granted ${listed(forChecks)}, which checks use.`,
						whatToDo: `Ask Lever to register the app with these scopes, ${again}`,
					},
				]),
		...(missing.includes(OFFLINE_ACCESS)
			? [
					{
						what: `This connection was not granted ${OFFLINE_ACCESS}: it ends an hour after it was made.`,
						whatToDo: `Ask Lever to register the app with this scope, ${again}`,
					},
				]
			: []),
	];
}

function audienceProblems(audiences: readonly string[], parameters: unknown): Problem[] {
	const wanted = new URLSearchParams(typeof parameters === 'string' ? parameters : '').get(
		'audience',
	);
	if (wanted === null || audiences.length === 0 || audiences.includes(wanted)) return [];
	return [
		{
			what: "The token of this connection was made for another environment than the credential's, or for no API at all.",
			whatToDo:
				"Check 'Environment' in the credential (for a custom one also 'Audience', with the slash at the end), and connect it again as a Super Admin.",
		},
	];
}

function hostOf(address: unknown): string | null {
	return typeof address === 'string' && URL.canParse(address) ? new URL(address).host : null;
}
