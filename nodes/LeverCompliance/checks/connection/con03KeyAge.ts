import type { CivilDate, ConnectionFacts, EvidenceReference } from '../../../shared/contracts';
import { addDays, daysBetween } from '../../../shared/dates';
import { counted } from '../../phrases';
import { day, wholeNumber } from '../../policy/settings';
import { auditEventReference } from '../evidence';
import type { Check, CheckContext, CheckResult } from '../types';
import { connectionReference, withConnection } from './connectionFacts';

export const KEY_AGE_SETTINGS = {
	keyMaxAgeDays: wholeNumber({
		title: 'Key Max Age Days',
		description: 'How many days an API key may be used',
		standard: 90,
		from: 1,
		to: 1096,
	}),
	keyCreatedOn: day({
		title: 'Key Created On',
		description:
			'Day on which the API key was made, such as 2026-11-02, for accounts whose audit events do not say it',
		standard: '',
	}),
};

/** Lever's keys do not expire by themselves; 90 days is what SureCloud's connector asks for. */
export const keyAge: Check = {
	id: 'CON-03',
	version: 1,
	title: 'The API key is not too old',
	tests:
		"The API key was made within the days that the policy allows, by Lever's audit events or the policy.",
	family: 'connection',
	needs: { lists: [], collections: [], reads: ['connection'] },
	restsOn: [],
	policyFields: ['organisationZone', 'connection.keyMaxAgeDays', 'connection.keyCreatedOn'],
	severity: 'medium',
	// The compliance reference maps no control to the age of a key.
	controls: [],
	remediation:
		'A Super Admin makes a new key in Lever under Settings > Integrations and API > API Credentials; put it into the credential in n8n, then remove the old one.',
	evaluate: {
		account: ({ today }, context) =>
			withConnection(context, (connection) => decide(connection, today, context)),
	},
};

/** When the key was made, and who says so. */
interface Made {
	on: CivilDate;
	source: 'auditEvents' | 'policy';
	evidence: EvidenceReference[];
}

function decide(connection: ConnectionFacts, today: CivilDate, context: CheckContext): CheckResult {
	const most = context.policy.connection.keyMaxAgeDays;
	const reference = connectionReference(connection);
	const result = {
		basis: 'presence' as const,
		observed: {},
		expected: { mostDays: most },
		evidence: [reference],
	};
	const expected = `Expected: at most ${counted(most, 'day')}.`;
	if (connection.credentialKind !== 'apiKey') {
		return {
			...result,
			status: 'not_applicable',
			reasonCode: 'no-api-key',
			message: 'The connection is made with OAuth, whose tokens are renewed by themselves.',
		};
	}
	const made = madeOn(connection, context);
	if (made === null || made.on > today) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: made === null ? 'age-unknown' : 'made-in-the-future',
			message:
				made === null
					? `How old the API key is is not known: no audit event that was read tells of it, and the policy does not say. ${expected}`
					: `By ${SOURCE_TEXT[made.source]} the API key was made on ${made.on}, after the evidence date. ${expected}`,
			remediation:
				"Choose Audit Events in 'Checks' of 'Evidence: Collect', or fill in 'Key Created On' in the policy.",
		};
	}
	const age = daysBetween(made.on, today);
	const seen = `The API key was made on ${made.on} by ${SOURCE_TEXT[made.source]}: it is ${counted(age, 'day')} old.`;
	const known = {
		...result,
		observed: { madeOn: made.on, ageInDays: age, source: made.source },
		evidence: [reference, ...made.evidence],
	};
	if (age > most) {
		return {
			...known,
			status: 'fail',
			reasonCode: 'key-too-old',
			message: `${seen} ${expected}`,
			deviationDay: addDays(made.on, most + 1),
		};
	}
	return { ...known, status: 'pass', reasonCode: 'key-recent', message: seen };
}

const SOURCE_TEXT: Record<Made['source'], string> = {
	auditEvents: 'the audit events',
	policy: 'the policy',
};

/** The newest key that ends so: an older one with the same end is not the one in use (lever-api.md §5.12). */
function madeOn(
	{ keyLastFour }: ConnectionFacts,
	{ account, policy, organisationZone }: CheckContext,
): Made | null {
	const event =
		keyLastFour === null
			? undefined
			: account.auditEvents.findLast(
					({ type, tokenLastFour }) => type === 'key:added' && tokenLastFour === keyLastFour,
				);
	if (event) {
		return {
			on: organisationZone.civilDate(event.at),
			source: 'auditEvents',
			evidence: [auditEventReference(event)],
		};
	}
	const { keyCreatedOn } = policy.connection;
	return keyCreatedOn === '' ? null : { on: keyCreatedOn, source: 'policy', evidence: [] };
}
