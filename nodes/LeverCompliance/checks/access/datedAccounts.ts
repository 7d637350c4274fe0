import type { EvidenceReference, ListedDate, User } from '../../../shared/contracts';
import { listedDay } from '../../../shared/dates';
import { staffReferences, userReference } from '../evidence';
import type { Account, CheckContext, HireSubject } from '../types';
import { accountsOfHire } from './accountsOfHire';

/** An account of the hire: in Lever, or in the identity provider by the staff list. */
export interface DatedAccount {
	createdAt: ListedDate;
	/** Made before this hiring, in another employment of the contact (rules.md §3) */
	isOfFormerEmployment: boolean;
	evidence: EvidenceReference[];
}

/** Accounts by contact, address and staff row, without those that gave no access in this employment. */
export function datedAccounts(subject: HireSubject, context: CheckContext): DatedAccount[] {
	const { staff } = subject;
	const { account, staffList } = context;
	const dated = (createdAt: ListedDate, evidence: DatedAccount['evidence']): DatedAccount => ({
		createdAt,
		isOfFormerEmployment: isOfFormerEmployment(createdAt, subject, account),
		evidence,
	});
	const inLever = accountsOfHire(subject, account).flatMap((user) => {
		const one = dated(creationOf(user), [userReference(user)]);
		return gaveAccess(user, one.isOfFormerEmployment, subject) ? [one] : [];
	});
	const listed = staff.row?.details.accountCreatedAt ?? { precision: 'missing' };
	if (staff.row === null || listed.precision === 'missing') return inLever;
	return [...inLever, dated(listed, staffReferences(staffList, [staff.row]))];
}

function creationOf({ createdAt }: User): ListedDate {
	return createdAt === null
		? { precision: 'missing' }
		: { precision: 'instant', instant: createdAt };
}

/** Not one that was made deactivated, nor one of a former employment that was closed before this hiring. */
function gaveAccess(
	{ createdAt, deactivatedAt }: User,
	isFormer: boolean,
	{ acceptance }: HireSubject,
): boolean {
	if (deactivatedAt === null) return true;
	if (isFormer && acceptance.at !== null && deactivatedAt < acceptance.at) return false;
	return createdAt === null || deactivatedAt > createdAt;
}

function isOfFormerEmployment(
	createdAt: ListedDate,
	{ hire, acceptance, zone }: HireSubject,
	{ employmentsByContact }: Account,
): boolean {
	const createdOn = listedDay(createdAt, zone.zone);
	if (createdOn === null || acceptance.at === null) return false;
	const acceptedOn = zone.zone.civilDate(acceptance.at);
	if (createdOn >= acceptedOn) return false;
	return (employmentsByContact.get(hire.contact) ?? []).some(
		({ hireId, start, end }) =>
			hireId !== hire.hireId &&
			start !== null &&
			start < acceptedOn &&
			(end === null || createdOn <= end),
	);
}
