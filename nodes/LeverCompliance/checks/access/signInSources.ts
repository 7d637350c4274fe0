import type { CivilDate, LeverCollection } from '../../../shared/contracts';
import { listedDay } from '../../../shared/dates';
import type { StaffRow } from '../../lists/types';
import { auditEventsReadFrom, readsFor } from '../reads';
import type { Account, CheckContext, UserSubject } from '../types';

/** Reads of every audit event: those of a type name no sign-ins (rules.md §10: only if somebody asks for them). */
export function signInReads(account: Account): LeverCollection[] {
	return readsFor(account, 'auditEvents').filter(({ requests }) =>
		requests.some(({ query }) => query.type === undefined),
	);
}

/** Whether audit events tell of sign-ins at all. */
export function haveSignIns(account: Account): boolean {
	return account.auditEvents.length > 0 && auditEventsReadFrom(account) !== null;
}

/** The first day of which every audit event was read, within the period; null when there is none. */
export function signInsReadSince(
	account: Pick<Account, 'collections' | 'period'>,
	{ organisationZone }: Pick<CheckContext, 'organisationZone'>,
): CivilDate | null {
	const begin = auditEventsReadFrom(account);
	if (begin === null) return null;
	const { from } = account.period;
	if (!Number.isSafeInteger(begin)) return from;
	const readFrom = organisationZone.civilDate(begin);
	return readFrom > from ? readFrom : from;
}

/** Whether the staff list says of anybody when they signed in last. */
export function namesSignIns({ staffRows }: Account): boolean {
	return staffRows.some(({ details }) => details.lastSignInAt.precision !== 'missing');
}

/** Day of the last sign-in that a row names; null when it names none up to the evidence date, or none that can be read. */
export function listedSignIn(
	{ details }: StaffRow,
	{ today }: UserSubject,
	{ organisationZone }: CheckContext,
): CivilDate | null {
	const day = listedDay(details.lastSignInAt, organisationZone);
	return day === null || day > today ? null : day;
}

/** Why this person may have signed in later than what was read shows; null when that is the last. */
export function doubtOfSignIns(
	subject: UserSubject,
	context: CheckContext,
): { reasonCode: string; text: string; remediation: string } | null {
	const { account, staffList } = context;
	const { rows } = subject.staff;
	const isRead = (row: StaffRow) => listedSignIn(row, subject, context) !== null;
	const named = rows.filter(({ details }) => details.lastSignInAt.precision !== 'missing');
	if (!named.every(isRead)) {
		return {
			reasonCode: 'sign-in-unreadable',
			text: 'the last sign-in on the staff list cannot be read or lies after the evidence date',
			remediation:
				"Have 'last_sign_in_at' corrected where the staff list comes from, as of the evidence date, then run again.",
		};
	}
	// An old list that names no sign-ins hides none.
	const { doubt } = staffList;
	if (doubt && (doubt.reason !== 'list-too-old' || namesSignIns(account))) {
		return {
			reasonCode: doubt.reason,
			text: doubt.text,
			remediation: "Connect a recent and complete staff list with the column 'last_sign_in_at'.",
		};
	}
	if (haveSignIns(account) || rows.some(isRead)) return null;
	return {
		reasonCode: 'no-activity-source',
		text: 'the staff list names no sign-in',
		remediation:
			"Let the credential read audit events and switch on 'Include Sign-Ins' in 'Evidence: Collect', or connect a staff list with the column 'last_sign_in_at'.",
	};
}
