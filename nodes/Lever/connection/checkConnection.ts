import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import type { LeverClient } from '../../shared/transport';
import { howToAllow, listed } from './advice';
import { authoriserProblems, readAuthoriser } from './authoriser';
import { probeEndpoints, type Probes } from './endpoints';
import { familiesWith } from './families';
import { grantOf } from './grant';
import { keyProblems, readKeyFacts } from './keyFacts';
import type { ConnectionReport, FamilyAccess, Problem } from './report';
import { countVisibleByTeam, type Counted } from './visibleByTeam';

interface CheckedConnection {
	client: LeverClient;
	/** As n8n gives it to the node */
	credential: ICredentialDataDecryptedObject;
	/** Whether to count what is visible in each team */
	countTeams: boolean;
}

/**
 * Finds out what a credential may read and what that is enough for. Refused endpoints are part of the
 * result.
 *
 * @throws LeverReadError when the credential is not accepted, or nothing behind its address is Lever
 */
export async function checkConnection(checked: CheckedConnection): Promise<ConnectionReport> {
	const { client, countTeams } = checked;
	const { connection } = client;
	const probes = await probeEndpoints(client);
	const about = await aboutCredential(checked, probes);
	const counted: Counted = countTeams
		? await countVisibleByTeam(client, probes.confidential === 'readable')
		: { teams: [], how: "Not counted: 'Count Opportunities by Team' is off." };
	const families = familiesWith(probes.endpoints, probes.confidential, (refused, confidential) =>
		howToAllow(connection.credentialKind, refused, confidential),
	);
	const problems = [
		...nothingReadable(probes),
		...about.problems,
		...familyProblems(families),
		...unanswered(probes),
	];
	const status = statusOf(probes, problems);
	return {
		status,
		summary: summaryOf(status, connection.credentialKind, families),
		...connection,
		...about.facts,
		confidential: probes.confidential,
		families,
		endpoints: probes.endpoints,
		visibleByTeam: counted.teams,
		visibleByTeamCounted: counted.how,
		problems,
	};
}

interface AboutCredential {
	facts: Pick<ConnectionReport, 'tokenHost' | 'authorisedBy' | 'accountId' | 'scopes' | 'key'>;
	problems: Problem[];
}

async function aboutCredential(
	{ client, credential }: CheckedConnection,
	{ endpoints }: Probes,
): Promise<AboutCredential> {
	if (client.connection.credentialKind === 'apiKey') {
		const auditEvents = endpoints.find(({ endpoint }) => endpoint === '/audit_events');
		const key =
			auditEvents?.status === 'readable'
				? await readKeyFacts(client, String(credential.apiKey ?? ''))
				: {
						name: null,
						createdAt: null,
						ageInDays: null,
						note: 'Only audit events tell name and age of a key, and this key may not read them.',
					};
		return { facts: { key }, problems: keyProblems(key) };
	}
	const { userId, accountId, tokenHost, scopes, problems } = grantOf(credential);
	const authorisedBy = userId === null ? null : await readAuthoriser(client, userId);
	return {
		facts: { tokenHost, authorisedBy, accountId, scopes },
		problems: [...problems, ...authoriserProblems(authorisedBy)],
	};
}

function nothingReadable({ endpoints }: Probes): Problem[] {
	if (endpoints.some(({ status }) => status === 'readable')) return [];
	return [
		{
			what: 'Lever accepts this credential and lets it read nothing.',
			whatToDo:
				"Check 'Environment' in the credential: what was made for the sandbox reads nothing in production, and the other way round. Otherwise it was made without any permission to read.",
		},
	];
}

function familyProblems(families: readonly FamilyAccess[]): Problem[] {
	return families
		.filter(({ status }) => status !== 'ready')
		.map(({ family, status, why, whatToDo }) => ({
			what: `Checks of ${family} are ${status === 'limited' ? 'limited' : 'not possible'}. ${why}`,
			whatToDo: whatToDo || 'Run this again when there is something to read.',
		}));
}

function unanswered({ endpoints }: Probes): Problem[] {
	return endpoints
		.filter(({ status }) => status === 'noAnswer')
		.map(({ reads, note = '' }) => ({
			what: `Whether this credential may read ${reads} is not known. ${note}`,
			whatToDo: 'Run this again in some minutes.',
		}));
}

function statusOf({ endpoints }: Probes, problems: readonly Problem[]): ConnectionReport['status'] {
	if (!endpoints.some(({ status }) => status === 'readable')) return 'refused';
	return problems.length === 0 ? 'ready' : 'limited';
}

function summaryOf(
	status: ConnectionReport['status'],
	kind: ConnectionReport['credentialKind'],
	families: readonly FamilyAccess[],
): string {
	const what = kind === 'apiKey' ? 'This API key' : 'This connection';
	if (status === 'refused') return `${what} may read nothing.`;
	const named = (wanted: FamilyAccess['status']) =>
		families.filter((family) => family.status === wanted).map(({ family }) => family);
	const parts = [
		['is enough for checks of', named('ready')],
		['for limited checks of', named('limited')],
		['not enough for checks of', named('notPossible')],
	] as const;
	const said = parts
		.filter(([, names]) => names.length > 0)
		.map(([words, names]) => `${words} ${listed(names)}`);
	return `${what} ${said.join(', ').replace(/^(for|not)/, 'is $1')}.`;
}
