import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { CivilDate, EvidenceReference } from '../../../shared/contracts';
import { daysBetween, listedDay } from '../../../shared/dates';
import type { Approval } from '../../lists/types';
import { foldEmail } from '../../matching/emails';
import { listReferences } from '../evidence';
import type { CheckContext, UserSubject } from '../types';

/** What the Approvals list says about a user by rows of one type. */
type ApprovalOfUser<Row extends Approval> =
	| { kind: 'live'; row: Row; expiresOn: CivilDate | null; daysLeft: number | null }
	/** `because`: a clause without full stop; `since`: first day on which it no longer held */
	| { kind: 'notLive'; row: Row; because: string; since: CivilDate | null }
	| { kind: 'none' };

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
	return live[0] ?? judged[0] ?? { kind: 'none' };
}

function judge<Row extends Approval>(
	row: Row,
	subject: UserSubject,
	{ organisationZone }: CheckContext,
): Exclude<ApprovalOfUser<Row>, { kind: 'none' }> {
	const { today } = subject;
	const notLive = (because: string, since: CivilDate | null = null) =>
		({ kind: 'notLive', row, because, since }) as const;
	if (isPerson(row.approvedBy, subject)) return notLive('the approver is the person it is about');
	const approvedOn = listedDay(row.approvedAt, organisationZone);
	if (approvedOn === null || approvedOn > today) {
		return notLive('it is dated after the evidence date');
	}
	if (row.expiresAt === null) return { kind: 'live', row, expiresOn: null, daysLeft: null };
	const expiresOn = listedDay(row.expiresAt, organisationZone);
	if (expiresOn === null || expiresOn < today) {
		return notLive(`it expired on ${expiresOn ?? 'an earlier day'}`, expiresOn);
	}
	return { kind: 'live', row, expiresOn, daysLeft: daysBetween(today, expiresOn) };
}

/** Whether a text of the list names this user: by an address of the account or the staff list, or by id. */
export function isPerson(named: string, { user, staff }: UserSubject): boolean {
	const key = foldEmail(named);
	if (key === '') return false;
	const addresses = [user.email, ...staff.rows.flatMap(({ emails }) => emails)];
	return key === foldEmail(user.userId) || addresses.some((one) => foldEmail(one) === key);
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
