import type { CivilDate } from '../../shared/contracts';
import { dateFieldOfListed, type TimeZone } from '../../shared/dates';
import type { StaffList, StaffRow } from '../lists/types';
import { foldEmail } from '../matching/emails';
import { ManyByKey } from '../manyByKey';

/** Tells who is behind an address, by the staff list (rules.md §1). */
export interface People {
	/**
	 * Keys of the person behind an address: the address itself and the rows of the staff list that hold
	 * it. Two addresses are one person's when they share a key.
	 */
	keysOf(email: string): readonly string[];
	/** Keys of a row of the staff list */
	keysOfRow(row: StaffRow): readonly string[];
	/**
	 * Whether somebody with this address worked here on a day: a current row, or one whose last day had
	 * not passed. Null when no list of the staff can tell: none, or one of leavers.
	 */
	workedHereOn(email: string, day: CivilDate, zone: TimeZone): boolean | null;
}

/** Without rows, of a list that is not connected, only equal addresses are one person’s. */
export function peopleOf({ rows, leaversOnly }: Pick<StaffList, 'rows' | 'leaversOnly'>): People {
	const byEmail = new ManyByKey<StaffRow>();
	for (const row of rows) for (const email of row.emails) byEmail.add(foldEmail(email), row);
	const canTell = rows.length > 0 && !leaversOnly;
	return {
		keysOf: (email) => {
			const key = foldEmail(email);
			return [key, ...byEmail.get(key).map(({ record }) => rowKey(record.recordId))];
		},
		keysOfRow: ({ record, emails }) => [rowKey(record.recordId), ...emails.map(foldEmail)],
		workedHereOn: (email, day, zone) =>
			canTell ? byEmail.get(foldEmail(email)).some((row) => worksOn(row, day, zone)) : null,
	};
}

function worksOn({ record }: StaffRow, day: CivilDate, zone: TimeZone): boolean {
	if (record.employment !== 'left') return record.employment === 'current';
	const end = dateFieldOfListed(record.endDate, [zone]);
	return end.kind === 'date' && end.date >= day;
}

/** No address begins with a space. */
function rowKey(recordId: string): string {
	return ` ${recordId}`;
}
