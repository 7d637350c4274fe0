import { compareCodeUnits } from '../../../shared/canonicalJson';
import type {
	AuditEvent,
	EpochMilliseconds,
	EvidenceReference,
	UserRecord,
} from '../../../shared/contracts';
import { listedDay, utcCivilDate } from '../../../shared/dates';
import { isAfter, isBefore } from '../../approvals/exceptions';
import type { RoleChangeApproval } from '../../lists/types';
import { ROLE_CHANGE_CONTROLS } from '../controls';
import { auditEventReference, userReference } from '../evidence';
import { historyOf, previousRecordReference, previousRunReferences } from '../previousRun';
import { auditEventsReadFrom, readReferences } from '../reads';
import type { Check, CheckContext, Part, PreviousRun, UserSubject } from '../types';
import { approvalReferences, objectionToApprover } from './liveApproval';
import { ROLE_CHANGED, roleStep, roleStepOfChange } from './roleOrder';
import { worstOf } from '../worst';

/** A role that was raised between the two runs. */
interface Raise {
	from: string | null;
	to: string | null;
	/** null when only the two runs tell of it */
	at: EpochMilliseconds | null;
	/** When this person's role was raised before that; an older approval is used up */
	raisedBefore: EpochMilliseconds;
	event: AuditEvent | null;
}

/** Compliance reference B.2 UAR-07. */
export const roleRaised: Check = {
	id: 'UAR-07',
	version: 1,
	title: 'No role was raised without an approval',
	tests:
		'Every role in Lever that was raised since the earlier run was approved by somebody else, on or before the day of the change.',
	family: 'access',
	needs: {
		lists: ['approvals', 'previousRun'],
		collections: ['users'],
		reads: ['auditEvents'],
	},
	restsOn: ['users', 'auditEvents', 'previousRun'],
	policyFields: ['organisationZone'],
	severity: 'high',
	controls: ROLE_CHANGE_CONTROLS,
	remediation:
		"Give the user the former role in Lever, or have the change decided by somebody else; put approvals on the Approvals list with type 'role_change' before the role is changed.",
	evaluate: {
		user(subject, context) {
			const { user } = subject;
			const { run, part } = historyOf(context, 'users');
			const before = run?.users?.get(user.userId);
			const changes = run ? changesOf(subject, before, run, context) : NO_CHANGES;
			const hasChanged = changes.raises.length > 0 || changes.unclear.length > 0;
			// Who was raised without approval could do everything until the account was deactivated.
			if (user.deactivatedAt !== null && !hasChanged) {
				return { notInPopulation: 'deactivated account' };
			}
			const evidence: EvidenceReference[] = [
				userReference(user),
				...(run && before
					? [previousRecordReference(run, before.userId, before)]
					: previousRunReferences(context)),
			];
			const decided: Part = run
				? decide(subject, before, changes, run, context)
				: { status: 'indeterminate', ...part };
			return {
				basis: 'presence',
				expected: { approvedOnOrBeforeTheChange: true },
				...decided,
				observed: {
					role: user.accessRole,
					...(before && { previousRole: before.accessRole }),
					...decided.observed,
				},
				evidence: [...evidence, ...(decided.evidence ?? [])],
			};
		},
	},
};

function decide(
	subject: UserSubject,
	before: UserRecord | undefined,
	{ raises, unclear }: Changes,
	run: PreviousRun,
	context: CheckContext,
): Part {
	const { user } = subject;
	const since = Date.parse(run.asOf);
	const worst = worstOf([
		...raises.map((raise) => judge(raise, subject, run, context)),
		...unclear.map((event) => unclearChange(event, context)),
		...unreadTime(subject, since, context),
	]);
	if (worst) return worst;
	const { organisationZone } = context;
	const day = organisationZone.civilDate(since);
	if (before === undefined) {
		if (user.createdAt !== null && user.createdAt > since) {
			return {
				status: 'not_applicable',
				reasonCode: 'new-account',
				message: `The account is newer than the earlier run of ${day}, and its role was not raised since: see UAR-02.`,
			};
		}
		return {
			status: 'indeterminate',
			reasonCode: 'not-in-previous-run',
			message: `The account is not among the users of the earlier run of ${day}, although it is not known to be newer. Expected: the role that it had.`,
		};
	}
	const step = roleStep(before.accessRole, user.accessRole);
	if (step === 'unknown') {
		return {
			status: 'indeterminate',
			reasonCode: 'roles-not-comparable',
			message: `The role is another one than on ${day}, and which of the two allows more cannot be told, because one is empty or both are privileged and custom. Expected: roles that can be compared.`,
		};
	}
	return {
		status: 'pass',
		reasonCode: step === 'same' ? 'role-unchanged' : 'role-lowered',
		message: `The role is ${step === 'same' ? 'that' : 'a lower one than that'} of the earlier run of ${day}, and it was not raised in between.`,
	};
}

/** What happened to a role since the earlier run. */
interface Changes {
	raises: readonly Raise[];
	/** Changes of which nobody can tell whether they raised it */
	unclear: readonly AuditEvent[];
}

const NO_CHANGES: Changes = { raises: [], unclear: [] };

/** Raised by the audit events since the earlier run, and by the two runs where no event tells of it. */
function changesOf(
	{ user }: UserSubject,
	before: UserRecord | undefined,
	run: PreviousRun,
	{ account, asOf }: CheckContext,
): Changes {
	const since = Date.parse(run.asOf);
	const raises: Raise[] = [];
	const unclear: AuditEvent[] = [];
	let raisedBefore = -Infinity;
	for (const event of account.roleChangesByUser.get(user.userId)) {
		const { at, from, to } = event;
		if (at > asOf) continue;
		const step = roleStepOfChange(from, to);
		if (step === 'unknown' && at > since) unclear.push(event);
		if (step !== 'raised') continue;
		if (at > since) raises.push({ from, to, at, raisedBefore, event });
		raisedBefore = at;
	}
	if (before === undefined || roleStep(before.accessRole, user.accessRole) !== 'raised') {
		return { raises, unclear };
	}
	const told = raises.some(({ to }) => roleStep(to, user.accessRole) === 'same');
	if (told) return { raises, unclear };
	const { accessRole: from } = before;
	const byRuns = { from, to: user.accessRole, at: null, raisedBefore, event: null };
	return { raises: [...raises, byRuns], unclear };
}

function unclearChange(event: AuditEvent, { organisationZone }: CheckContext): Part {
	const on = organisationZone.civilDate(event.at);
	return {
		status: 'indeterminate',
		reasonCode: 'change-not-comparable',
		message: `The role was changed on ${on}, and whether it was raised cannot be told, because the audit event does not name both roles, or both are privileged and custom. Expected: roles that can be compared.`,
		observed: { changedFrom: event.from, changedTo: event.to, changedOn: on },
		evidence: [auditEventReference(event)],
	};
}

/** Role changes that were not asked for prove nothing about the time in which they would have happened. */
function unreadTime(
	{ user }: UserSubject,
	run: EpochMilliseconds,
	{ account, organisationZone }: CheckContext,
): Part[] {
	const since = Math.max(run, user.createdAt ?? run);
	const from = auditEventsReadFrom(account, ROLE_CHANGED);
	if (from !== null && from <= since) return [];
	const unread =
		from === null
			? 'no role changes were read'
			: `role changes were read from ${utcCivilDate(from)} on only`;
	return [
		{
			status: 'indeterminate',
			reasonCode: 'role-changes-not-read',
			message: `Whether the role was raised after ${organisationZone.civilDate(since)} is not known, because ${unread}. Expected: read from then on.`,
			evidence: readReferences(account, 'auditEvents'),
			remediation:
				"Choose a period in 'Evidence: Collect' that begins before the earlier run, or connect a later run to 'Previous Run', then run the checks again.",
		},
	];
}

function judge(raise: Raise, subject: UserSubject, run: PreviousRun, context: CheckContext): Part {
	const { organisationZone, approvals } = context;
	const since = Date.parse(run.asOf);
	const lastSeen = organisationZone.civilDate(since);
	const on = raise.at === null ? null : organisationZone.civilDate(raise.at);
	const seen = `The role was raised from '${raise.from ?? ''}' to '${raise.to ?? ''}' ${on === null ? `after ${lastSeen}` : `on ${on}`}`;
	const expected = 'Expected: approved by somebody else, on or before the day of the change.';
	const found = approvalOf(raise, subject, since, context);
	const common = {
		observed: {
			raisedFrom: raise.from,
			raisedTo: raise.to,
			raisedOn: on,
			approval: found.row?.id ?? null,
		},
		evidence: [...(raise.event ? [auditEventReference(raise.event)] : []), ...found.evidence],
		...(on !== null && { deviationDay: on }),
	};
	if (found.kind === 'inTime') {
		const { expiresAt } = found.row;
		const hasEnded = expiresAt !== null && isBefore(expiresAt, context.asOf, organisationZone);
		if (hasEnded && raisedStill(raise, subject)) {
			return {
				...common,
				status: 'warn',
				reasonCode: 'temporary-role-not-reverted',
				message: `${seen}, which the approval ${found.row.id} allowed until ${listedDay(expiresAt, organisationZone)}, and it was not lowered again. Expected: the former role since then.`,
			};
		}
		return {
			...common,
			status: 'pass',
			reasonCode: 'approved',
			message: `${seen}, which the approval ${found.row.id} allows.`,
		};
	}
	if (found.kind === 'inBetween') {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: 'time-of-change-unknown',
			message: `${seen}, and no audit event says when; whether the approval ${found.row.id} held then cannot be told. ${expected}`,
		};
	}
	if (found.kind === 'refused') {
		return {
			...common,
			status: 'fail',
			reasonCode: found.reasonCode,
			message: `${seen}, and the approval ${found.row.id} does not count, because ${found.because}. ${expected}`,
		};
	}
	if (approvals.doubt) {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: approvals.doubt.reason,
			message: `${seen}, and whether it was approved is not known, because ${approvals.doubt.text}. ${expected}`,
		};
	}
	return {
		...common,
		status: 'fail',
		basis: 'absence',
		reasonCode: 'not-approved',
		message: `${seen}, and no row of the Approvals list approves it. ${expected}`,
		restsOn: ['users', 'approvals', 'previousRun'],
	};
}

/** Whether the user still has at least the role that it was raised to. */
function raisedStill({ to }: Raise, { user }: UserSubject): boolean {
	if (user.deactivatedAt !== null) return false;
	const step = roleStep(to, user.accessRole);
	return step === 'same' || step === 'raised';
}

type Found =
	| { kind: 'inTime' | 'inBetween'; row: RoleChangeApproval; evidence: EvidenceReference[] }
	| {
			kind: 'refused';
			row: RoleChangeApproval;
			reasonCode: string;
			because: string;
			evidence: EvidenceReference[];
	  }
	| { kind: 'none'; row?: undefined; evidence: EvidenceReference[] };

const FOUND_ORDER: readonly Found['kind'][] = ['inTime', 'inBetween', 'refused', 'none'];

/** The approval that says most about a change; of several by id. */
function approvalOf(
	raise: Raise,
	subject: UserSubject,
	since: EpochMilliseconds,
	context: CheckContext,
): Found {
	const found = context.approvals.bySubject
		.get(subject.user.userId)
		.filter((row) => row.type === 'role_change')
		.sort((a, b) => compareCodeUnits(a.id, b.id))
		.map((row) => judgeApproval(row, raise, subject, since, context))
		.sort((a, b) => FOUND_ORDER.indexOf(a.kind) - FOUND_ORDER.indexOf(b.kind));
	return found[0] ?? { kind: 'none', evidence: approvalReferences(context, []) };
}

function judgeApproval(
	row: RoleChangeApproval,
	{ at, raisedBefore }: Raise,
	subject: UserSubject,
	since: EpochMilliseconds,
	context: CheckContext,
): Found {
	const { organisationZone, asOf } = context;
	const own = approvalReferences(context, [row]);
	const refused = (reasonCode: string, because: string, evidence = own): Found => ({
		kind: 'refused',
		row,
		reasonCode,
		because,
		evidence,
	});
	const { approvedAt, expiresAt } = row;
	const objection = objectionToApprover(row, subject, context);
	if (objection) return refused(objection.reason, objection.because, objection.evidence);
	const approvedOn = listedDay(approvedAt, organisationZone) ?? '';
	if (isAfter(approvedAt, asOf, organisationZone)) {
		return refused('approved-later', 'it is dated after the evidence date');
	}
	const usedUp =
		approvedAt.precision === 'instant'
			? approvedAt.instant <= raisedBefore
			: raisedBefore !== -Infinity && approvedOn < organisationZone.civilDate(raisedBefore);
	if (usedUp) return { kind: 'none', evidence: approvalReferences(context, []) };
	const hadExpired = (moment: EpochMilliseconds) =>
		expiresAt !== null && isBefore(expiresAt, moment, organisationZone);
	if (expiresAt !== null && hadExpired(at ?? since)) {
		const expiredOn = listedDay(expiresAt, organisationZone);
		return refused('approval-expired', `it expired on ${expiredOn}, before the change`);
	}
	const cameLater = isAfter(approvedAt, at ?? since, organisationZone);
	if (at === null) {
		return { kind: cameLater || hadExpired(asOf) ? 'inBetween' : 'inTime', row, evidence: own };
	}
	return cameLater
		? refused('approved-after-change', `it was given on ${approvedOn}, after the change`)
		: { kind: 'inTime', row, evidence: own };
}
