import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { User } from '../../../shared/contracts';
import type { Account, HireSubject } from '../types';
import { foldEmail } from '../../matching/emails';

/**
 * Lever accounts of somebody who was hired: those that Lever links to the contact, those with an address of
 * the hire or of its staff row, and those of the same staff row; the one made first comes first.
 */
export function accountsOfHire(
	{ hire, staff }: Pick<HireSubject, 'hire' | 'staff'>,
	account: Account,
): User[] {
	const { usersByContact, usersByEmail, activeUsersByStaffRow } = account;
	// Whoever signed an offer for somebody else has an account of their own (OFR-08).
	const { contactEmails = hire.identity.emails } = hire.identity;
	const emails = [...contactEmails, ...(staff.row?.emails ?? [])];
	const found = [
		...usersByContact.get(hire.contact),
		...emails.flatMap((email) => usersByEmail.get(foldEmail(email))),
		...(staff.row ? activeUsersByStaffRow.get(staff.row.record.recordId) : []),
	];
	// Most hires have none.
	if (found.length < 2) return found;
	return [...new Set(found)].sort(
		(a, b) =>
			(a.createdAt ?? Infinity) - (b.createdAt ?? Infinity) || compareCodeUnits(a.userId, b.userId),
	);
}
