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
	/** Keys of a person by all addresses and rows of the staff list that are known to be theirs */
	keysOfPerson(emails: readonly string[], rows: readonly StaffRow[]): readonly string[];
	/** Rows of the staff list that hold an address, and those that are known to be the same person's */
	rowsOf(email: string, linked?: readonly StaffRow[]): readonly StaffRow[];
	/**
	 * Whether somebody with this address worked here on a day: by a row whose first day had come and whose
	 * last one had not passed. Null when no list of the staff can tell: none, or one of leavers.
	 *
	 * @param linked further rows that are known to be this person's
	 */
	workedHereOn(
		email: string,
		day: CivilDate,
		zone: TimeZone,
		linked?: readonly StaffRow[],
	): WorkedHere | null;
}

/** `unclear`: a status that nobody knows, or a first or last day that cannot be read */
type WorkedHere = 'yes' | 'no' | 'unclear';

/** Without rows, of a list that is not connected, only equal addresses are one person’s. */
export function peopleOf({ rows, leaversOnly }: Pick<StaffList, 'rows' | 'leaversOnly'>): People {
	const byEmail = new ManyByKey<StaffRow>();
	for (const row of rows) for (const email of row.emails) byEmail.add(foldEmail(email), row);
	const canTell = rows.length > 0 && !leaversOnly;
	const rowsOf: People['rowsOf'] = (email, linked = []) => [
		...new Set([...byEmail.get(foldEmail(email)), ...linked]),
	];
	const keysOf = (email: string) => {
		const key = foldEmail(email);
		return [key, ...byEmail.get(key).map(({ record }) => rowKey(record.recordId))];
	};
	return {
		rowsOf,
		keysOf,
		keysOfPerson: (emails, rows) => [
			...emails.flatMap(keysOf),
			...rows.flatMap(({ record, emails: listed }) => [
				rowKey(record.recordId),
				...listed.map(foldEmail),
			]),
		],
		workedHereOn: (email, day, zone, linked) => {
			if (!canTell) return null;
			const answers = new Set(rowsOf(email, linked).map((row) => workedOn(row, day, zone)));
			return answers.has('yes') ? 'yes' : answers.has('unclear') ? 'unclear' : 'no';
		},
	};
}

function workedOn({ record }: StaffRow, day: CivilDate, zone: TimeZone): WorkedHere {
	const start = dateFieldOfListed(record.startDate, [zone]);
	if (start.kind === 'date' && start.date > day) return 'no';
	if (record.employment === 'unknown') return 'unclear';
	if (record.employment === 'left') {
		const end = dateFieldOfListed(record.endDate, [zone]);
		if (end.kind !== 'date') return 'unclear';
		if (end.date < day) return 'no';
	}
	// Most lists of leavers, and some others, have no first day at all.
	return start.kind === 'date' || start.kind === 'missing' ? 'yes' : 'unclear';
}

/** Why somebody does not count by the staff list, a clause; null when they do, or no list can tell. */
export function objectionOfStaffList(
	role: string,
	worked: WorkedHere | null,
	day: CivilDate,
): string | null {
	if (worked === 'no') return `by the staff list its ${role} did not work here on ${day}`;
	return worked === 'unclear'
		? `the staff list does not say clearly whether its ${role} worked here on ${day}`
		: null;
}

const ONE_ADDRESS = /^[^\s@<>]+@[^\s@<>]+$/;

/** Whether a text is one e-mail address and nothing else: a name beside it could not be compared. */
export function isAddress(text: string): boolean {
	return ONE_ADDRESS.test(foldEmail(text));
}

/** No address begins with a space. */
function rowKey(recordId: string): string {
	return ` ${recordId}`;
}
