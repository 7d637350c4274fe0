import { compareCodeUnits } from '../../../shared/canonicalJson';
import type {
	AuditEvent,
	CivilDate,
	EpochMilliseconds,
	EvidenceReference,
	UserRecord,
} from '../../../shared/contracts';
import { listedDay } from '../../../shared/dates';
import type { RoleChangeApproval } from '../../lists/types';
import { foldEmail } from '../../matching/emails';
import { ROLE_CHANGE_CONTROLS } from '../controls';
import { auditEventReference, userReference } from '../evidence';
import { historyOf, previousRecordReference, previousRunReferences } from '../previousRun';
import type { Check, CheckContext, Part, PreviousRun, UserSubject } from '../types';
import { approvalReferences, isPerson } from './liveApproval';
import { roleStep } from './roleOrder';
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
			if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
			const { run, part } = historyOf(context, 'users');
			const before = run?.users?.get(user.userId);
			const evidence: EvidenceReference[] = [
				userReference(user),
				...(run && before
					? [previousRecordReference(run, before.userId, before)]
					: previousRunReferences(context)),
			];
			const decided: Part = run
				? decide(subject, before, run, context)
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
	run: PreviousRun,
	context: CheckContext,
): Part {
	const { user } = subject;
	const since = Date.parse(run.asOf);
	const raises = raisesOf(subject, before, since, context);
	const worst = worstOf(raises.map((raise) => judge(raise, subject, run, context)));
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

/** Raised by the audit events since the earlier run, and by the two runs where no event tells of it. */
function raisesOf(
	{ user }: UserSubject,
	before: UserRecord | undefined,
	since: EpochMilliseconds,
	{ account, asOf }: CheckContext,
): Raise[] {
	const raises: Raise[] = [];
	let raisedBefore = -Infinity;
	for (const event of account.roleChangesByUser.get(user.userId)) {
		const { at, from, to } = event;
		if (at > asOf || roleStep(from, to) !== 'raised') continue;
		if (at > since) raises.push({ from, to, at, raisedBefore, event });
		raisedBefore = at;
	}
	if (before === undefined || roleStep(before.accessRole, user.accessRole) !== 'raised') {
		return raises;
	}
	const told = raises.some(({ to }) => roleStep(to, user.accessRole) === 'same');
	if (told) return raises;
	const { accessRole: from } = before;
	return [...raises, { from, to: user.accessRole, at: null, raisedBefore, event: null }];
}

function judge(raise: Raise, subject: UserSubject, run: PreviousRun, context: CheckContext): Part {
	const { organisationZone, approvals } = context;
	const lastSeen = organisationZone.civilDate(Date.parse(run.asOf));
	const on = raise.at === null ? null : organisationZone.civilDate(raise.at);
	const seen = `The role was raised from '${raise.from ?? ''}' to '${raise.to ?? ''}' ${on === null ? `after ${lastSeen}` : `on ${on}`}`;
	const expected = 'Expected: approved by somebody else, on or before the day of the change.';
	const found = approvalOf(raise, subject, on ?? lastSeen, context);
	const common = {
		observed: {
			raisedFrom: raise.from,
			raisedTo: raise.to,
			raisedOn: on,
			approval: found.row?.id ?? null,
		},
		evidence: [
			...(raise.event ? [auditEventReference(raise.event)] : []),
			...approvalReferences(context, found.row ? [found.row] : []),
		],
		...(on !== null && { deviationDay: on }),
	};
	if (found.kind === 'inTime') {
		const expiresOn = found.row.expiresAt && listedDay(found.row.expiresAt, organisationZone);
		const heldOn = raisedStill(raise, subject);
		if (expiresOn !== null && expiresOn < subject.today && heldOn) {
			return {
				...common,
				status: 'warn',
				reasonCode: 'temporary-role-not-reverted',
				message: `${seen}, which the approval ${found.row.id} allowed until ${expiresOn}, and it was not lowered again. Expected: the former role since then.`,
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
			message: `${seen}, and no audit event says when; whether the approval ${found.row.id} came before it cannot be told. ${expected}`,
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
	const step = roleStep(to, user.accessRole);
	return step === 'same' || step === 'raised';
}

type Found =
	| { kind: 'inTime' | 'inBetween'; row: RoleChangeApproval }
	| { kind: 'refused'; row: RoleChangeApproval; reasonCode: string; because: string }
	| { kind: 'none'; row?: undefined };

const FOUND_ORDER: readonly Found['kind'][] = ['inTime', 'inBetween', 'refused', 'none'];

/** The approval that says most about a change; of several by id. */
function approvalOf(
	raise: Raise,
	subject: UserSubject,
	day: CivilDate,
	context: CheckContext,
): Found {
	const found = context.approvals.bySubject
		.get(subject.user.userId)
		.filter((row) => row.type === 'role_change')
		.sort((a, b) => compareCodeUnits(a.id, b.id))
		.map((row) => judgeApproval(row, raise, subject, day, context))
		.sort((a, b) => FOUND_ORDER.indexOf(a.kind) - FOUND_ORDER.indexOf(b.kind));
	return found[0] ?? { kind: 'none' };
}

function judgeApproval(
	row: RoleChangeApproval,
	{ at, raisedBefore }: Raise,
	subject: UserSubject,
	day: CivilDate,
	{ organisationZone, asOf }: CheckContext,
): Found {
	const refused = (reasonCode: string, because: string): Found => ({
		kind: 'refused',
		row,
		reasonCode,
		because,
	});
	const { approvedAt, approvedBy, requestedBy } = row;
	if (isPerson(approvedBy, subject)) {
		return refused('approved-by-subject', 'the approver is the person it is about');
	}
	if (requestedBy !== '' && foldEmail(requestedBy) === foldEmail(approvedBy)) {
		return refused('approved-by-requester', 'requester and approver are one person');
	}
	const approvedOn = listedDay(approvedAt, organisationZone) ?? '';
	if (approvedOn > organisationZone.civilDate(asOf)) {
		return refused('approved-later', 'it is dated after the evidence date');
	}
	const usedUp =
		approvedAt.precision === 'instant'
			? approvedAt.instant <= raisedBefore
			: raisedBefore !== -Infinity && approvedOn < organisationZone.civilDate(raisedBefore);
	if (usedUp) return { kind: 'none' };
	if (approvedOn <= day) {
		const sameDayLater =
			at !== null && approvedAt.precision === 'instant' && approvedAt.instant > at;
		return sameDayLater
			? refused('approved-after-change', `it was given on ${approvedOn}, after the change`)
			: { kind: 'inTime', row };
	}
	return at === null
		? { kind: 'inBetween', row }
		: refused('approved-after-change', `it was given on ${approvedOn}, after the change`);
}
