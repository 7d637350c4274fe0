import type { ConnectionFacts } from '../../../shared/contracts';
import { INFORMATION_CONTROLS } from '../controls';
import { readReferences } from '../reads';
import type { Check, CheckContext, CheckResult } from '../types';
import { connectionReference, withConnection } from './connectionFacts';
import { judgedSentinels, type SentinelState } from './sentinels';

/**
 * What this credential is kept from: confidential records by its permission, teams by who authorised it.
 * Whether the populations of the run are whole is IPE-02; it uses the same sentinels, and only it takes
 * passes away.
 */
export const credentialSeesAll: Check = {
	id: 'CON-04',
	version: 1,
	title: 'The credential sees confidential records and every team',
	tests:
		'The credential may read confidential opportunities, and it sees the known opportunity of each team that the policy names.',
	family: 'connection',
	needs: { lists: [], collections: [], reads: ['connection'] },
	restsOn: ['hires', 'records'],
	policyFields: ['connection.sentinels'],
	severity: 'high',
	controls: INFORMATION_CONTROLS,
	remediation:
		"Make an API key with 'Allow access to confidential data', or connect the app with the scope 'confidential:access:admin' as an active Super Admin.",
	evaluate: {
		account: (_, context) => withConnection(context, (connection) => decide(connection, context)),
	},
};

function decide(connection: ConnectionFacts, context: CheckContext): CheckResult {
	const teams = judgedSentinels(context).filter(
		({ sentinel }) => sentinel.kind === 'teamOpportunity',
	);
	const withState = (state: SentinelState) =>
		teams
			.filter((one) => one.state === state)
			.map(({ sentinel }) => sentinel.team.trim() || sentinel.id.trim())
			.sort();
	const missing = withState('missing');
	const { confidentialVisible } = connection;
	const result = {
		basis: 'presence' as const,
		observed: {
			confidentialVisible,
			teamsSeen: withState('seen'),
			teamsMissing: missing,
		},
		expected: { confidentialVisible: true, teamsMissing: [] },
		evidence: [connectionReference(connection), ...teams.flatMap(({ evidence }) => evidence)],
	};
	if (confidentialVisible === false) {
		// Nobody knows since when, so that no approval can be older (rules.md §1).
		return {
			...result,
			status: 'fail',
			reasonCode: 'confidential-not-visible',
			message:
				'The credential may not read confidential opportunities, so confidential hires are not tested. Expected: a credential that may.',
		};
	}
	if (confidentialVisible === null) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'confidential-unknown',
			message:
				'Whether the credential may read confidential opportunities is not known: Lever neither allowed nor refused it. Expected: a credential that may.',
		};
	}
	if (missing.length > 0) {
		return {
			...result,
			evidence: [...result.evidence, ...readReferences(context.account, 'hires', 'records')],
			status: 'fail',
			basis: 'absence',
			reasonCode: 'team-not-visible',
			message: `The credential does not see the known opportunity of ${missing.join(', ')}. Expected: it sees that of every team.`,
			remediation:
				"Connect the account again as an active Super Admin. If the opportunity is gone from Lever, name another one in 'Sentinels' of the policy.",
		};
	}
	if (teams.length === 0 || withState('notRead').length > 0) {
		return {
			...result,
			status: 'warn',
			severity: 'low',
			reasonCode: teams.length === 0 ? 'no-team-sentinels' : 'teams-not-testable',
			message: `The credential may read confidential opportunities. Whether it sees every team is not tested: ${
				teams.length === 0
					? 'the policy names no opportunity of a team that is known to be there'
					: 'the pipeline was not read'
			}. Expected: a known opportunity of each team, and it is seen.`,
			remediation:
				"Name an opportunity of the current pipeline for each team in 'Sentinels' of the policy, and choose Records in 'Checks' of 'Evidence: Collect'.",
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'sees-everything-known',
		message:
			'The credential may read confidential opportunities, and it sees the known opportunity of every team.',
	};
}
