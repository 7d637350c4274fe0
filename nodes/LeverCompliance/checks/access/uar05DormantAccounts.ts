import type { CivilDate, EvidenceReference } from '../../../shared/contracts';
import { addDays, daysBetween } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { DORMANT_CONTROLS } from '../controls';
import {
	auditEventReference,
	collectionReference,
	staffReferences,
	userReference,
} from '../evidence';
import type { Check, CheckContext, Part, UserSubject } from '../types';
import {
	doubtOfSignIns,
	haveSignIns,
	listedSignIn,
	namesSignIns,
	signInReads,
	signInsReadSince,
} from './signInSources';

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
		"No active account went unused for longer than the policy allows, by the sign-ins of Lever's audit events or the last sign-in on the staff list.",
	family: 'access',
	needs: { lists: [], collections: ['users'] },
	restsOn: ['users', 'auditEvents', 'staffList'],
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
	const createdOn =
		user.createdAt === null ? null : context.organisationZone.civilDate(user.createdAt);
	if (createdOn !== null) {
		const age = daysBetween(createdOn, today);
		if (age < newAccountDays) {
			return {
				status: 'not_applicable',
				reasonCode: 'new-account',
				message: `The account is ${counted(Math.max(0, age), 'day')} old: too new to say anything about its use.`,
			};
		}
	}
	const last = latestActivity(subject, context);
	const part =
		last === null ? withoutActivity(subject, createdOn, context) : judge(subject, last, context);
	return withDoubt(part, subject, context);
}

/** That nothing later was seen decides only where nothing later can have been missed (rules.md §1). */
function withDoubt(part: Part, subject: UserSubject, context: CheckContext): Part {
	const { status, observed, message, evidence = [] } = part;
	const doubt = status === 'fail' || status === 'warn' ? doubtOfSignIns(subject, context) : null;
	if (doubt === null) return part;
	const known = new Set(evidence.map(({ recordId }) => recordId));
	const rows = staffReferences(context.staffList, subject.staff.rows);
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: doubt.reasonCode,
		message: `When the account was last used is not known, because ${doubt.text}. What was read says: ${message}`,
		evidence: [...evidence, ...rows.filter(({ recordId }) => !known.has(recordId))],
		remediation: doubt.remediation,
		...(observed && { observed }),
	};
}

function latestActivity(subject: UserSubject, context: CheckContext): Activity | null {
	const { account, organisationZone, staffList } = context;
	const { user, staff } = subject;
	const event = account.lastActivity.get(user.userId);
	const known: Activity[] = staff.rows.flatMap((row) => {
		const day = listedSignIn(row, subject, context);
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
	const days = daysBetween(last.day, today);
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
			// A later sign-in may be among what was not read.
			basis: 'absence',
			restsOn: ['users', 'auditEvents', 'staffList'],
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
function withoutActivity(
	subject: UserSubject,
	createdOn: CivilDate | null,
	context: CheckContext,
): Part {
	const { account, policy } = context;
	const { dormantDays, dormantWarningDays } = policy.access;
	const expected = `Expected: used within ${counted(dormantDays, 'day')}, or deactivated.`;
	const readSince = haveSignIns(account) ? signInsReadSince(account, context) : null;
	if (readSince === null) return withoutSource(subject, expected, context);
	// It cannot have been unused for longer than it is there.
	const sinceMade = createdOn !== null && createdOn >= readSince;
	const since = sinceMade ? createdOn : readSince;
	const days = daysBetween(since, subject.today);
	const common = {
		basis: 'absence' as const,
		observed: { daysLookedAt: days },
		evidence: [userReference(subject.user), ...signInReads(account).map(collectionReference)],
	};
	const seen = sinceMade
		? `No audit event shows that the account was used since it was made on ${since}, ${counted(days, 'day')} before the evidence date.`
		: `No audit event since ${since} shows that the account was used.`;
	if (days > dormantDays) {
		return { ...common, status: 'fail', reasonCode: 'never-used', message: `${seen} ${expected}` };
	}
	if (!sinceMade) {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: 'looked-at-too-short',
			message: `${seen} That is only ${counted(days, 'day')}. ${expected}`,
			remediation: `Choose a period in 'Evidence: Collect' that begins more than ${dormantDays} days before the evidence date. It reads the audit events of a year at most: for more, connect a staff list with the column 'last_sign_in_at'.`,
		};
	}
	if (days >= dormantWarningDays) {
		return {
			...common,
			status: 'warn',
			reasonCode: 'soon-dormant',
			message: `${seen} ${expected}`,
			dueAt: addDays(since, dormantDays),
		};
	}
	return {
		...common,
		status: 'pass',
		reasonCode: 'not-yet-dormant',
		message: `${seen} The policy allows ${counted(dormantDays, 'day')}.`,
		restsOn: ['users', 'auditEvents'],
	};
}

function withoutSource(subject: UserSubject, expected: string, context: CheckContext): Part {
	const reads = signInReads(context.account);
	const refused = reads.every(({ failure }) => failure !== undefined);
	const doubt = doubtOfSignIns(subject, context);
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: doubt?.reasonCode ?? 'no-activity-source',
		message: `When the account was last used is not known: ${refused ? 'the sign-ins were not read from the audit events' : 'Lever gave no audit events at all'}, and ${doubt?.text ?? 'the staff list names no sign-in'}. ${expected}`,
		evidence: [userReference(subject.user), ...reads.map(collectionReference)],
		...(doubt && { remediation: doubt.remediation }),
	};
}
