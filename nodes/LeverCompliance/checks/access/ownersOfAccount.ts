import type { StaffRow } from '../../lists/types';
import { foldName } from '../../matching/names';
import type { CheckContext, UserSubject } from '../types';
import { isServiceAccount } from './serviceAccounts';

/** Number of further active accounts that lead to the same row of the staff list; a system's are no person's. */
export function otherAccounts({ user, staff }: UserSubject, context: CheckContext): number {
	const { activeUsersByStaffRow } = context.account;
	const ids = new Set(
		staff.rows
			.flatMap(({ record }) => activeUsersByStaffRow.get(record.recordId))
			.filter((other) => !isServiceAccount(other, context))
			.map(({ userId }) => userId),
	);
	ids.delete(user.userId);
	return ids.size;
}

/**
 * Whether the account leads to several people who work here. Of somebody who was hired again there are
 * several rows too; an address of somebody who left may have been given to somebody else.
 */
export function ownersOf({ staff }: UserSubject): 'atMostOne' | 'several' | 'unclear' {
	const current = staff.rows.filter(({ record }) => record.employment === 'current');
	const pairs = current.flatMap((row, index) =>
		current.slice(index + 1).map((other) => areTwoPeople(row, other)),
	);
	if (pairs.includes(true)) return 'several';
	return pairs.includes(null) ? 'unclear' : 'atMostOne';
}

/** By employee id, then by name; null where neither tells. */
function areTwoPeople(a: StaffRow, b: StaffRow): boolean | null {
	if (a.reference !== null && a.reference === b.reference) return false;
	const [name, other] = [foldName(a.name).key, foldName(b.name).key];
	return name === '' || other === '' ? null : name !== other;
}
