import type { CivilDate, EvidenceReference, LeverCollection } from '../../../shared/contracts';
import { addDays, daysBetween, listedDay } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { DORMANT_CONTROLS } from '../controls';
import {
	auditEventReference,
	collectionReference,
	staffReferences,
	userReference,
} from '../evidence';
import { readsFor } from '../reads';
import type { Account, Check, CheckContext, Part, UserSubject } from '../types';

export const DORMANT_SETTINGS = {
	dormantWarningDays: wholeNumber({
		title: 'Dormant Warning Days',
		description: 'After how many days without activity an account is a warning',
		standard: 60,
		from: 1,
		to: 730,
	}),
	dormantDays: wholeNumber({
		title: 'Dormant Days',
		description: 'How many days an account may stay active without activity',
		standard: 90,
		from: 1,
		to: 730,
	}),
	newAccountDays: wholeNumber({
		title: 'New Account Days',
		description: 'An account younger than this is not looked at for activity',
		standard: 30,
		from: 0,
		to: 366,
	}),
};

/** The latest sign of life, and where it was read. */
interface Activity {
	day: CivilDate;
	evidence: EvidenceReference[];
}

/**
 * Compliance reference B.2 UAR-05. Sign-ins are data about people's behaviour: the check is off unless the
 * policy allows it (rules.md §10). Lever's users carry no last sign-in, and when an account was made says
 * nothing about its use, so without a source nothing is decided.
 */
export const dormantAccounts: Check = {
	id: 'UAR-05',
	version: 1,
	title: 'No dormant accounts',
	tests:
		"Every active account was used within the days that the policy allows, by the sign-ins of Lever's audit events or the last sign-in on the staff list.",
	family: 'access',
	needs: { lists: [], collections: ['users'] },
	restsOn: ['users', 'auditEvents'],
	policyFields: [
		'organisationZone',
		'access.useSignInData',
		'access.dormantWarningDays',
		'access.dormantDays',
		'access.newAccountDays',
	],
	severity: 'medium',
	controls: DORMANT_CONTROLS,
	remediation: 'Ask whether the account is still needed, and deactivate it in Lever if not.',
	offBecause: (policy, account) => {
		if (!policy.access.useSignInData) {
			return "switch on 'Use Sign-in Data' in the policy, if you may use it for this";
		}
		if (signInReads(account).length > 0 || namesSignIns(account)) return null;
		return "switch on 'Include Sign-Ins' in the options of 'Evidence: Collect', or connect a Staff List with the last sign-in";
	},
	evaluate: {
		user(subject, context) {
			const { user } = subject;
			if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
			const { policy } = context;
			const part = decide(subject, context);
			return {
				basis: 'presence',
				evidence: [userReference(user)],
				...part,
				observed: { timeZone: context.organisationZone.name, ...part.observed },
				expected: { mostDaysWithoutActivity: policy.access.dormantDays },
			};
		},
	},
};

function decide(subject: UserSubject, context: CheckContext): Part {
	const { user, today } = subject;
	const { newAccountDays } = context.policy.access;
	if (user.createdAt !== null) {
		const age = daysBetween(context.organisationZone.civilDate(user.createdAt), today);
		if (age < newAccountDays) {
			return {
				status: 'not_applicable',
				reasonCode: 'new-account',
				message: `The account is ${counted(Math.max(0, age), 'day')} old: too new to say anything about its use.`,
			};
		}
	}
	const last = latestActivity(subject, context);
	return last === null ? withoutActivity(subject, context) : judge(subject, last, context);
}

function latestActivity(
	{ user, staff }: UserSubject,
	{ account, organisationZone, staffList }: CheckContext,
): Activity | null {
	const event = account.lastActivity.get(user.userId);
	const known: Activity[] = staff.rows.flatMap((row) => {
		const day = listedDay(row.details.lastSignInAt, organisationZone);
		return day === null ? [] : [{ day, evidence: staffReferences(staffList, [row]) }];
	});
	if (event) {
		known.push({
			day: organisationZone.civilDate(event.at),
			evidence: [auditEventReference(event)],
		});
	}
	return known.reduce<Activity | null>(
		(latest, one) => (latest === null || one.day >= latest.day ? one : latest),
		null,
	);
}

function judge({ user, today }: UserSubject, last: Activity, { policy }: CheckContext): Part {
	const { dormantDays, dormantWarningDays } = policy.access;
	const days = Math.max(0, daysBetween(last.day, today));
	const seen = `The account was last used on ${last.day}, ${counted(days, 'day')} before the evidence date.`;
	const common = {
		observed: { lastActivityOn: last.day, daysWithoutActivity: days },
		evidence: [userReference(user), ...last.evidence],
		// What was read shows the use, whatever else was not read.
		restsOn: ['users'] as const,
	};
	const expected = `Expected: used within ${counted(dormantDays, 'day')}, or deactivated.`;
	if (days > dormantDays) {
		return {
			...common,
			status: 'fail',
			// A later event may be among those that were not read.
			basis: 'absence',
			restsOn: ['users', 'auditEvents'],
			reasonCode: 'dormant',
			message: `${seen} ${expected}`,
			deviationDay: addDays(last.day, dormantDays + 1),
		};
	}
	if (days >= dormantWarningDays) {
		return {
			...common,
			status: 'warn',
			reasonCode: 'soon-dormant',
			message: `${seen} ${expected}`,
			dueAt: addDays(last.day, dormantDays),
		};
	}
	return { ...common, status: 'pass', reasonCode: 'in-use', message: seen };
}

/** Nothing seen decides only where everything that people do would have been seen for long enough. */
function withoutActivity({ user, today }: UserSubject, { account, policy }: CheckContext): Part {
	const { dormantDays } = policy.access;
	const reads = signInReads(account);
	const expected = `Expected: used within ${counted(dormantDays, 'day')}, or deactivated.`;
	const refused = reads.length === 0 || reads.every((read) => read.failure !== undefined);
	if (refused || account.auditEvents.length === 0) {
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'no-activity-source',
			message: `When the account was last used is not known: ${refused ? 'the sign-ins were not read from the audit events' : 'Lever gave no audit events at all'}, and the staff list names no sign-in. ${expected}`,
			evidence: [userReference(user), ...reads.map(collectionReference)],
			remediation:
				"Let the credential read audit events and switch on 'Include Sign-Ins' in 'Evidence: Collect', or connect a staff list with the column 'last_sign_in_at'.",
		};
	}
	const seenFor = daysBetween(account.period.from, today);
	const common = {
		basis: 'absence' as const,
		observed: { daysLookedAt: seenFor },
		evidence: [userReference(user), ...reads.map(collectionReference)],
	};
	const seen = `No audit event since ${account.period.from} shows that the account was used.`;
	if (seenFor > dormantDays) {
		return { ...common, status: 'fail', reasonCode: 'never-used', message: `${seen} ${expected}` };
	}
	return {
		...common,
		status: 'indeterminate',
		reasonCode: 'looked-at-too-short',
		message: `${seen} That is only ${counted(seenFor, 'day')}. ${expected}`,
		remediation: `Choose a period in 'Evidence: Collect' that begins more than ${dormantDays} days before the evidence date.`,
	};
}

/** Reads of every audit event: those of a type name no sign-ins (rules.md §10: only if somebody asks for them). */
function signInReads(account: Account): LeverCollection[] {
	return readsFor(account, 'auditEvents').filter(({ requests }) =>
		requests.some(({ query }) => query.type === undefined),
	);
}

function namesSignIns({ staffRows }: Account): boolean {
	return staffRows.some(({ details }) => details.lastSignInAt.precision !== 'missing');
}
