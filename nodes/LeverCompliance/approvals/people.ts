import type { StaffRow } from '../lists/types';
import { foldEmail } from '../matching/emails';

/** Tells whether two addresses belong to one person, by the staff list (rules.md §1). */
export interface People {
	/**
	 * Keys of the person behind an address: the address itself and the rows of the staff list that hold
	 * it. Two addresses are one person's when they share a key.
	 */
	keysOf(email: string): readonly string[];
	/** Keys of a row of the staff list */
	keysOfRow(row: StaffRow): readonly string[];
}

/** @param rows of the staff list; none when it is not connected: then only equal addresses are one person's */
export function peopleOf(rows: readonly StaffRow[]): People {
	const rowsByEmail = new Map<string, string[]>();
	for (const { record, emails } of rows) {
		for (const email of emails) {
			const key = foldEmail(email);
			const known = rowsByEmail.get(key);
			if (known) known.push(rowKey(record.recordId));
			else rowsByEmail.set(key, [rowKey(record.recordId)]);
		}
	}
	return {
		keysOf: (email) => {
			const key = foldEmail(email);
			return [key, ...(rowsByEmail.get(key) ?? [])];
		},
		keysOfRow: ({ record, emails }) => [rowKey(record.recordId), ...emails.map(foldEmail)],
	};
}

/** No address begins with a space. */
function rowKey(recordId: string): string {
	return ` ${recordId}`;
}
