import type { ConnectionFacts, EndpointRead } from '../../../shared/contracts';
import { permissionFor } from '../../../shared/transport/faults/permissions';
import { INFORMATION_CONTROLS } from '../controls';
import type { Check, CheckResult } from '../types';
import { connectionReference, withConnection } from './connectionFacts';

/** Endpoints without which checks cannot be decided, and those without which they know less. */
const NEEDED: readonly string[] = [
	'/opportunities',
	'/opportunities/*/offers',
	'/users',
	'/stages',
	'/archive_reasons',
];
const USEFUL: readonly string[] = [
	'/opportunities/*/applications',
	'/opportunities/*/feedback',
	'/contacts/*',
	'/tags',
	'/postings',
	'/requisitions',
];
// Audit events are an add-on that an account may not have bought (lever-api.md §5.12): no permission lacks.

/** Compliance reference B.2 IPE-02 ("scopes listed"); lever-api.md §1.4, §8. */
export const permissionsComplete: Check = {
	id: 'CON-01',
	version: 1,
	title: 'Scopes or permissions are complete',
	tests:
		'The credential may read everything that checks rest on, found out by reading one record of each.',
	family: 'connection',
	needs: { lists: [], collections: [], reads: ['connection'] },
	restsOn: [],
	policyFields: [],
	severity: 'high',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Make a new API key with these permissions, or have the app registered with these scopes and connect it again as a Super Admin. The permissions of a key cannot be changed later.',
	evaluate: {
		account: (_, context) => withConnection(context, decide),
	},
};

function decide(connection: ConnectionFacts): CheckResult {
	const readOf = (path: string): EndpointRead => connection.reads[path] ?? 'unknown';
	const missing = NEEDED.filter((path) => readOf(path) === 'forbidden');
	const unknown = NEEDED.filter((path) => readOf(path) === 'unknown');
	const wanting = USEFUL.filter((path) => readOf(path) === 'forbidden');
	const result = {
		basis: 'presence' as const,
		observed: {
			forbidden: Object.keys(connection.reads)
				.filter((path) => readOf(path) === 'forbidden')
				.sort(),
			unknown: [...NEEDED, ...USEFUL].filter((path) => readOf(path) === 'unknown').sort(),
			...(connection.scopes && { scopes: [...connection.scopes].sort() }),
		},
		expected: { allowed: [...NEEDED, ...USEFUL].sort() },
		evidence: [connectionReference(connection)],
	};
	const names = (paths: readonly string[]) =>
		paths
			.map((path) => {
				const { keyPermission, scope } = permissionFor(path);
				return connection.credentialKind === 'apiKey' ? `'${keyPermission}'` : `'${scope}'`;
			})
			.join(', ');
	const what = connection.credentialKind === 'apiKey' ? 'permissions' : 'scopes';
	if (missing.length > 0) {
		return {
			...result,
			status: 'fail',
			reasonCode: 'permission-missing',
			message: `Lever refused to let the credential read what checks rest on. Expected: the ${what} ${names(missing)}.`,
		};
	}
	if (unknown.length > 0) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'not-answered',
			message: `Lever neither allowed nor refused what checks rest on, or there was no record to try it with. Expected: the ${what} ${names(unknown)}.`,
			remediation: "Run again, and look at 'Connection: Check' of the Lever node.",
		};
	}
	if (wanting.length > 0) {
		return {
			...result,
			status: 'warn',
			reasonCode: 'useful-permission-missing',
			message: `The checks can be made, but some know less, because Lever refused to let the credential read a part. Expected: the ${what} ${names(wanting)}.`,
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'permissions-complete',
		message: 'The credential may read everything that checks rest on.',
	};
}
