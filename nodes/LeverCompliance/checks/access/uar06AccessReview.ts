import type { AuditEvent, CivilDate, EvidenceReference } from '../../../shared/contracts';
import { addBusinessDays, addDays, daysBetween, utcMidnight } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import type { AccessReview } from '../../lists/types';
import { ACCESS_REVIEW_CONTROLS } from '../controls';
import { auditEventReference, userReference } from '../evidence';
import { previousRecordReference } from '../previousRun';
import { auditEventsReadFrom } from '../reads';
import { LATE_DEACTIVATION } from '../sharedRemediations';
import type { Check, CheckContext, CheckResult, LeftOut, Part, UserSubject } from '../types';
import { worstOf } from '../worst';
import { latestReview } from './accessReviews';
import { approvalReferences, objectionToApprover } from './liveApproval';
import { ROLE_CHANGED } from './roleOrder';

export const ACCESS_REVIEW_SETTINGS = {
	reviewEveryDays: wholeNumber({
		title: 'Access Review Every Days',
		description: 'How many days may lie between two reviews of who has access; 92 is a quarter',
		standard: 92,
		from: 1,
		to: 731,
	}),
	reviewActionBusinessDays: wholeNumber({
		title: 'Access Review Action Business Days',
		description:
			'Business days within which a removal or change that a review decided must be seen in Lever',
		standard: 5,
		from: 0,
		to: 60,
	}),
};

/**
 * Compliance reference B.2 UAR-06. Decisions are rows of the Approvals list with type `access_review`; what
 * they decided is looked up in Lever again, never taken from the list.
 */
export const accessReview: Check = {
	id: 'UAR-06',
	version: 1,
	title: 'Access review done, on time, not by oneself',
	tests:
		'Access was reviewed as often as the policy asks, every account was decided by somebody else, and what was decided is seen in Lever in time.',
	family: 'access',
	needs: { lists: ['approvals'], collections: ['users'] },
	restsOn: ['users', 'approvals'],
	policyFields: ['organisationZone', 'access.reviewEveryDays', 'access.reviewActionBusinessDays'],
	severity: 'high',
	controls: ACCESS_REVIEW_CONTROLS,
	remediation:
		"Review the account, do what the review decides in Lever, and put the decision on the Approvals list with type 'access_review'. Nobody reviews their own account.",
	evaluate: {
		account: ({ today }, context) => reviewsOfThePeriod(today, context),
		user(subject, context) {
			const part = decide(subject, context);
			if ('notInPopulation' in part) return part;
			return {
				basis: 'presence',
				observed: {},
				expected: {},
				evidence: [userReference(subject.user)],
				...part,
			};
		},
	},
};

/** Whether the reviews of the period, up to the evidence date, lie close enough. */
function reviewsOfThePeriod(today: CivilDate, context: CheckContext): CheckResult {
	const { account, approvals, policy } = context;
	const every = policy.access.reviewEveryDays;
	const days = approvals.reviewDays;
	const { from } = account.period;
	const earlier = days.filter((day) => day <= from).at(-1);
	const inPeriod = days.filter((day) => day > from);
	const marks = [earlier ?? from, ...inPeriod, today];
	const gaps = marks.slice(1).map((day, index) => ({
		since: marks[index] ?? from,
		days: daysBetween(marks[index] ?? from, day),
	}));
	const longest = gaps.reduce((worst, gap) => (gap.days > worst.days ? gap : worst), {
		since: from,
		days: 0,
	});
	const result = {
		basis: 'presence' as const,
		observed: {
			reviewDays: inPeriod.length,
			latestReviewOn: days.at(-1) ?? null,
			mostDaysWithoutReview: longest.days,
		},
		expected: { mostDaysWithoutReview: every },
		evidence: approvalReferences(context, []),
		restsOn: ['approvals'] as const,
	};
	const expected = `Expected: a review at least every ${counted(every, 'day')}.`;
	if (approvals.doubt) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: approvals.doubt.reason,
			message: `Whether access was reviewed is not known, because ${approvals.doubt.text}. ${expected}`,
		};
	}
	const seen = `The longest time without a review of access is ${counted(longest.days, 'day')}, from ${longest.since} on.`;
	const fail = {
		...result,
		status: 'fail' as const,
		basis: 'absence' as const,
		deviationDay: addDays(longest.since, every + 1),
	};
	if (days.length === 0) {
		return {
			...fail,
			reasonCode: 'no-review',
			message: `No review of access is on the Approvals list. ${expected}`,
		};
	}
	if (longest.days > 2 * every) {
		return { ...fail, reasonCode: 'review-missing', message: `${seen} ${expected}` };
	}
	if (longest.days > every) {
		return {
			...result,
			status: 'warn',
			reasonCode: 'review-late',
			message: `${seen} ${expected}`,
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'reviewed-on-time',
		message: `Access was reviewed on time. ${seen}`,
	};
}

function decide(subject: UserSubject, context: CheckContext): Part | LeftOut {
	const { user, today } = subject;
	const { approvals, policy } = context;
	const lastDay = approvals.reviewDays.at(-1);
	if (lastDay === undefined) return { notInPopulation: 'no review of access was held' };
	const review = latestReview(user.userId, context, today);
	const every = policy.access.reviewEveryDays;
	if (review !== null && daysBetween(review.day, today) <= every) {
		return decided(subject, review, context);
	}
	if (user.deactivatedAt !== null) return { notInPopulation: 'deactivated account' };
	if (review === null) return neverDecided(subject, context);
	const late = decidedLongAgo(subject, review, lastDay, context);
	// What is wrong with a review does not heal by its getting old.
	return worstOf([decided(subject, review, context), late]) ?? late;
}

function decided(subject: UserSubject, review: Decision, context: CheckContext): Part {
	const { row, day } = review;
	const common = {
		observed: { decision: row.decision, decidedOn: day },
		evidence: [userReference(subject.user), ...approvalReferences(context, [row])],
	};
	const objection = objectionToApprover(row, subject, context);
	if (objection === null) {
		return { ...common, ...DECIDED[row.decision](subject, review, context) };
	}
	const { reason, because, evidence } = objection;
	return {
		...common,
		evidence: [userReference(subject.user), ...evidence],
		status: 'fail',
		deviationDay: day,
		...(reason === 'approved-by-subject'
			? {
					reasonCode: 'reviewed-by-oneself',
					message: `The account was reviewed on ${day} by the person it belongs to. Expected: somebody else decides.`,
				}
			: {
					reasonCode: reason.replace('approver', 'reviewer'),
					message: `The review of ${day} does not count, because ${because}. Expected: somebody else of the staff decides, named by e-mail.`,
				}),
	};
}

/** An account must be decided within the days of the policy after it was made. */
function neverDecided({ user, today }: UserSubject, context: CheckContext): Part {
	const every = context.policy.access.reviewEveryDays;
	const evidence = [userReference(user), ...approvalReferences(context, [])];
	const expected = `Expected: decided at least every ${counted(every, 'day')}.`;
	if (user.createdAt === null) {
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'created-unknown',
			message: `No review decided this account, and Lever does not say when it was made. ${expected}`,
			evidence,
		};
	}
	const created = context.organisationZone.civilDate(user.createdAt);
	const due = addDays(created, every);
	if (due >= today) {
		return {
			status: 'not_applicable',
			reasonCode: 'review-not-due',
			message: `The account was made on ${created}: a review must decide it by ${due}.`,
			evidence,
		};
	}
	return {
		status: 'fail',
		basis: 'absence',
		reasonCode: 'not-reviewed',
		message: `No review decided this account, which was made on ${created}. ${expected}`,
		evidence,
		deviationDay: addDays(due, 1),
	};
}

/** Late with all the others is a warning, as it is for the account as a whole; left out alone is none. */
function decidedLongAgo(
	{ user, today }: UserSubject,
	{ row, day }: Decision,
	lastDay: CivilDate,
	context: CheckContext,
): Part {
	const every = context.policy.access.reviewEveryDays;
	const days = daysBetween(day, today);
	const reviewIsLate = daysBetween(lastDay, today) > every;
	const common = {
		observed: { decidedOn: day, daysSinceDecision: days },
		evidence: [userReference(user), ...approvalReferences(context, [row])],
		message: `The account was last decided on ${day}, ${counted(days, 'day')} before the evidence date. Expected: decided at least every ${counted(every, 'day')}.`,
	};
	return reviewIsLate && days <= 2 * every
		? { ...common, status: 'warn', reasonCode: 'review-late' }
		: {
				...common,
				status: 'fail',
				basis: 'absence',
				reasonCode: 'not-reviewed',
				deviationDay: addDays(day, every + 1),
			};
}

interface Decision {
	row: AccessReview;
	day: CivilDate;
}

type Judge = (subject: UserSubject, decision: Decision, context: CheckContext) => Part;

const DECIDED: Record<AccessReview['decision'], Judge> = {
	keep: (_, { day }) => ({
		status: 'pass',
		reasonCode: 'kept',
		message: `The review of ${day} decided that the account is kept.`,
	}),
	remove: removal,
	change,
};

function removal({ user, today }: UserSubject, { day }: Decision, context: CheckContext): Part {
	const { organisationZone, policy } = context;
	const latest = addBusinessDays(day, policy.access.reviewActionBusinessDays);
	const expected = `Expected: deactivated by ${latest}.`;
	const ended = user.deactivatedAt === null ? null : organisationZone.civilDate(user.deactivatedAt);
	const late = { status: 'fail' as const, deviationDay: addDays(latest, 1) };
	if (ended === null) {
		const seen = `The review of ${day} decided to remove the account, and it is still active.`;
		return today > latest
			? { ...late, reasonCode: 'removal-not-done', message: `${seen} ${expected}` }
			: {
					status: 'warn',
					reasonCode: 'removal-due',
					message: `${seen} ${expected}`,
					dueAt: latest,
				};
	}
	const seen = `The review of ${day} decided to remove the account, and it was deactivated on ${ended}.`;
	return ended > latest
		? {
				...late,
				reasonCode: 'removed-late',
				message: `${seen} ${expected}`,
				remediation: LATE_DEACTIVATION,
			}
		: { status: 'pass', reasonCode: 'removed', message: seen };
}

/** A changed role is seen in the audit events, or against an earlier run of before the review. */
function change(subject: UserSubject, { row, day }: Decision, context: CheckContext): Part {
	const { user, today } = subject;
	const { account, policy, organisationZone } = context;
	const latest = addBusinessDays(day, policy.access.reviewActionBusinessDays);
	const expected = `Expected: another role, or deactivated, by ${latest}.`;
	const toChange = `The review of ${day} decided to change the access`;
	const evidence = [userReference(user), ...approvalReferences(context, [row])];
	const late = { status: 'fail' as const, deviationDay: addDays(latest, 1) };
	const ended = user.deactivatedAt === null ? null : organisationZone.civilDate(user.deactivatedAt);
	const changed = changeSince(subject, day, context);
	if (ended !== null && ended <= latest) {
		return {
			status: 'pass',
			reasonCode: 'removed',
			message: `${toChange}, and the account was deactivated on ${ended}.`,
		};
	}
	if (changed) {
		const { event, on } = changed;
		const seen = `${toChange}, and the role was changed on ${on}.`;
		return {
			evidence: [...evidence, auditEventReference(event)],
			...(on > latest
				? { ...late, reasonCode: 'changed-late', message: `${seen} ${expected}` }
				: { status: 'pass', reasonCode: 'changed', message: seen }),
		};
	}
	const before = otherRoleBefore(subject, day, context);
	if (before) {
		const seen = `${toChange}, and the role is another one than in the previous run.`;
		return {
			evidence: [...evidence, before],
			...(today <= latest
				? { status: 'pass', reasonCode: 'changed', message: seen }
				: {
						status: 'indeterminate',
						reasonCode: 'time-of-change-unknown',
						message: `${seen} No audit event says when it was changed. ${expected}`,
						remediation: READ_AUDIT_EVENTS,
					}),
		};
	}
	const seen = `${toChange}, and no change of the role was seen${ended === null ? '' : ` before the account was deactivated on ${ended}`}.`;
	if (today <= latest) {
		return {
			status: 'warn',
			reasonCode: 'change-due',
			message: `${seen} ${expected}`,
			dueAt: latest,
		};
	}
	if (!changesReadSince(day, account)) {
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'change-not-visible',
			message: `${seen} Without the audit events since the review, or a previous run of before it, it cannot be told. ${expected}`,
			remediation: READ_AUDIT_EVENTS,
		};
	}
	return {
		...late,
		basis: 'absence',
		restsOn: ['users', 'approvals', 'auditEvents'],
		reasonCode: ended === null ? 'change-not-done' : 'removed-late',
		...(ended !== null && { remediation: LATE_DEACTIVATION }),
		message: `${seen} ${expected}`,
	};
}

const READ_AUDIT_EVENTS =
	"Choose Audit Events in 'Checks' of 'Evidence: Collect' and a period that begins before the review, and let the credential read them.";

/** Whether a change on or after a day would have been seen. */
function changesReadSince(day: CivilDate, account: CheckContext['account']): boolean {
	const since = utcMidnight(day);
	return [...ROLE_CHANGES].every(
		(type) => (auditEventsReadFrom(account, type) ?? Infinity) <= since,
	);
}

const ROLE_CHANGES: ReadonlySet<string> = new Set([ROLE_CHANGED, 'user.permission:changed']);

/** The earliest change of the user's role or permissions on or after a day. */
function changeSince(
	{ user }: UserSubject,
	day: CivilDate,
	{ account, organisationZone }: CheckContext,
): { event: AuditEvent; on: CivilDate } | null {
	for (const event of account.auditEvents) {
		if (!ROLE_CHANGES.has(event.type) || event.targetId !== user.userId) continue;
		const on = organisationZone.civilDate(event.at);
		if (on >= day) return { event, on };
	}
	return null;
}

/** The user as a previous run of before a day knew it, if with another role. */
function otherRoleBefore(
	{ user }: UserSubject,
	day: CivilDate,
	{ previousRun, organisationZone }: CheckContext,
): EvidenceReference | null {
	if (previousRun === null || !previousRun.intact) return null;
	const before = previousRun.users?.get(user.userId);
	return before !== undefined &&
		organisationZone.civilDate(Date.parse(previousRun.asOf)) <= day &&
		before.accessRole !== user.accessRole
		? previousRecordReference(previousRun, before.userId, before)
		: null;
}
