import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { CivilDate, EvidenceReference } from '../../../shared/contracts';
import { addDays, daysBetween, listedDay } from '../../../shared/dates';
import { isAfter, isBefore } from '../../approvals/exceptions';
import { isAddress, objectionOfStaffList } from '../../approvals/people';
import type { Approval, StaffRow } from '../../lists/types';
import { foldEmail } from '../../matching/emails';
import { listReferences, staffReferences } from '../evidence';
import type { CheckContext, UserSubject } from '../types';

/** What the Approvals list says about a user by rows of one type. */
type ApprovalOfUser<Row extends Approval> =
	| {
			kind: 'live';
			row: Row;
			expiresOn: CivilDate | null;
			daysLeft: number | null;
			evidence: EvidenceReference[];
	  }
	/** `because`: a clause without full stop; `since`: first day on which it no longer held */
	| {
			kind: 'notLive';
			row: Row;
			because: string;
			since: CivilDate | null;
			evidence: EvidenceReference[];
	  }
	| { kind: 'none'; evidence: EvidenceReference[] };

/**
 * The row of a type that holds for a user at the evidence date: given by somebody else, not in the future
 * and not expired. Of several the one that holds longest, then by id.
 */
export function approvalOfUser<Type extends Approval['type']>(
	type: Type,
	subject: UserSubject,
	context: CheckContext,
): ApprovalOfUser<Extract<Approval, { type: Type }>> {
	type Row = Extract<Approval, { type: Type }>;
	const isOfType = (row: Approval): row is Row => row.type === type;
	const judged = context.approvals.bySubject
		.get(subject.user.userId)
		.filter(isOfType)
		.sort((a, b) => compareCodeUnits(a.id, b.id))
		.map((row) => judge(row, subject, context));
	const live = judged
		.filter((one) => one.kind === 'live')
		.sort((a, b) => (b.daysLeft ?? Infinity) - (a.daysLeft ?? Infinity));
	return live[0] ?? judged[0] ?? { kind: 'none', evidence: approvalReferences(context, []) };
}

function judge<Row extends Approval>(
	row: Row,
	subject: UserSubject,
	context: CheckContext,
): Exclude<ApprovalOfUser<Row>, { kind: 'none' }> {
	const { organisationZone, asOf } = context;
	const { today } = subject;
	const own = approvalReferences(context, [row]);
	const notLive = (because: string, since: CivilDate | null = null, evidence = own) =>
		({ kind: 'notLive', row, because, since, evidence }) as const;
	const objection = objectionToApprover(row, subject, context);
	if (objection) return notLive(objection.because, null, objection.evidence);
	if (isAfter(row.approvedAt, asOf, organisationZone)) {
		return notLive('it is dated after the evidence date');
	}
	const { expiresAt } = row;
	const expiresOn = expiresAt && listedDay(expiresAt, organisationZone);
	if (expiresAt === null || expiresOn === null) {
		return { kind: 'live', row, expiresOn: null, daysLeft: null, evidence: own };
	}
	if (isBefore(expiresAt, asOf, organisationZone)) {
		// A day is held to its end, a moment is not.
		const since = expiresAt.precision === 'day' ? addDays(expiresOn, 1) : expiresOn;
		return notLive(`it expired on ${expiresOn}`, since);
	}
	return { kind: 'live', row, expiresOn, daysLeft: daysBetween(today, expiresOn), evidence: own };
}

/** Why a row of the list does not count for who gave it. */
interface Objection {
	reason:
		| 'approver-not-named'
		| 'approved-by-subject'
		| 'approved-by-requester'
		| 'approver-not-of-staff';
	/** A clause without full stop */
	because: string;
	/** The row, and what of the staff list speaks against it */
	evidence: EvidenceReference[];
}

/**
 * The same for every check that takes somebody's word for an account (rules.md §1): somebody else gives it,
 * who can be compared, works here and did not ask for it. A review of access answers nobody's request.
 */
export function objectionToApprover(
	row: Approval,
	subject: UserSubject,
	context: CheckContext,
): Objection | null {
	const role = row.type === 'access_review' ? 'reviewer' : 'approver';
	const evidence = approvalReferences(context, [row]);
	const approver = personNamed(row.approvedBy, context);
	if (approver === null) {
		return {
			reason: 'approver-not-named',
			because: `its ${role} is not named by e-mail, and so cannot be compared with the person it is about`,
			evidence,
		};
	}
	if (keysOfUser(subject, context).some((key) => approver.keys.has(key))) {
		return {
			reason: 'approved-by-subject',
			because: `the ${role} is the person it is about`,
			evidence,
		};
	}
	const requester = role === 'approver' ? personNamed(row.requestedBy, context) : null;
	if (requester && [...requester.keys].some((key) => approver.keys.has(key))) {
		return {
			reason: 'approved-by-requester',
			because: 'requester and approver are one person',
			evidence,
		};
	}
	const { organisationZone: zone, people, staffList } = context;
	const day = listedDay(row.approvedAt, zone) ?? subject.today;
	const { email, rows } = approver;
	const because = objectionOfStaffList(role, people.workedHereOn(email, day, zone, rows), day);
	return because === null
		? null
		: {
				reason: 'approver-not-of-staff',
				because,
				evidence: [...evidence, ...staffReferences(staffList, people.rowsOf(email, rows))],
			};
}

interface NamedPerson {
	/** Two people with a key in common are one */
	keys: ReadonlySet<string>;
	email: string;
	/** Rows of the staff list to which the person's accounts lead */
	rows: readonly StaffRow[];
}

/** Whom a text of the list names: by an address, or by the id of a Lever user; null when by neither. */
function personNamed(named: string, context: CheckContext): NamedPerson | null {
	const { account, people } = context;
	const byId = account.users.get(named);
	if (!byId && !isAddress(named)) return null;
	const email = byId?.user.email ?? named;
	const users = byId
		? [byId]
		: account.usersByEmail
				.get(foldEmail(email))
				.flatMap(({ userId }) => account.users.get(userId) ?? []);
	return {
		keys: new Set([
			...(byId ? [] : people.keysOf(email)),
			...users.flatMap((one) => keysOfUser(one, context)),
		]),
		email,
		rows: users.flatMap(({ staff }) => staff.rows),
	};
}

function keysOfUser({ user, staff }: UserSubject, { people }: CheckContext): readonly string[] {
	const emails = user.email.trim() === '' ? [] : [user.email];
	return [user.userId, ...people.keysOfPerson(emails, staff.rows)];
}

export function approvalReferences(
	{ approvals }: CheckContext,
	rows: readonly Approval[],
): EvidenceReference[] {
	return listReferences(
		approvals,
		'approvals',
		rows.map(({ id, rawSha256 }) => ({ recordId: id, rawSha256 })),
	);
}
