import { compareCodeUnits } from '../../shared/canonicalJson';
import type { Match, MatchRung, StaffRecord, User } from '../../shared/contracts';
import { dateFieldOfListed, type TimeZone } from '../../shared/dates';
import type { ConfirmedMatch, StaffRow } from '../lists/types';
import { foldEmail } from './emails';
import { ManyByKey } from '../manyByKey';
import { foldName, namesAgree } from './names';
import type { UserStaff } from './types';

export interface UserStaffLinks {
	/** userId → its staff rows; every user has an entry */
	byUser: ReadonlyMap<string, UserStaff>;
	/** By user, then record */
	matches: Match[];
}

/**
 * Finds the staff rows of each Lever user: by a confirmed match, else by e-mail, else by the external
 * directory id, and a current row before an old one (rules.md §7). A person may have several accounts, so
 * one row may serve several users.
 *
 * @param confirmed those that name a row of the staff list
 * @param zones the organisation's zone, to read end dates
 */
export function linkUserStaff(
	users: readonly User[],
	rows: readonly StaffRow[],
	confirmed: readonly ConfirmedMatch[],
	zones: readonly TimeZone[],
): UserStaffLinks {
	const byEmail = new ManyByKey<StaffRow>();
	const byReference = new ManyByKey<StaffRow>();
	for (const row of [...rows].sort(byRecordId)) {
		for (const email of row.emails) byEmail.add(foldEmail(email), row);
		if (row.reference !== null) byReference.add(row.reference, row);
	}
	const confirmedRecords = new ManyByKey<string>();
	for (const { subjectId, recordId } of confirmed) confirmedRecords.add(subjectId, recordId);

	const byUser = new Map<string, UserStaff>();
	const matches: Match[] = [];
	for (const user of [...users].sort((a, b) => compareCodeUnits(a.userId, b.userId))) {
		const [rung, found] = decidingRung(
			['M1', byReference.ofAny(confirmedRecords.get(user.userId))],
			['M2', byEmail.ofAny([foldEmail(user.email)])],
			['M1', byReference.ofAny(directoryIds(user))],
		);
		const linked = [...found].sort(byRecordId);
		byUser.set(user.userId, { row: decidingRow(linked, zones), rows: linked });
		for (const row of linked) matches.push(matchOf(user, row, rung));
	}
	return { byUser, matches };
}

type Rung = readonly [MatchRung, readonly StaffRow[]];

/**
 * The first that leads to a row. An address that leads to old rows only gives way to a directory id that
 * leads to a current one (rules.md §7): somebody who is hired again may have another address.
 */
function decidingRung(confirmed: Rung, byEmail: Rung, byDirectoryId: Rung): Rung {
	if (confirmed[1].length > 0) return confirmed;
	const isOld = byEmail[1].every(({ record }) => record.employment === 'left');
	const isCurrent = byDirectoryId[1].some(({ record }) => record.employment === 'current');
	return byEmail[1].length === 0 || (isOld && isCurrent) ? byDirectoryId : byEmail;
}

function directoryIds({ externalDirectoryId }: User): string[] {
	const id = externalDirectoryId?.trim() ?? '';
	return id === '' ? [] : [id];
}

/**
 * Order in which rows decide: a current row wins over an old one (rules.md §7). Without one, a row that
 * leaves open whether or when the person left comes before those that tell.
 */
const EMPLOYMENT_ORDER: Record<StaffRecord['employment'], number> = {
	current: 0,
	unknown: 1,
	left: 2,
};

function decidingRow(rows: readonly StaffRow[], zones: readonly TimeZone[]): StaffRow | null {
	const lastDay = ({ record }: StaffRow) => {
		const end = dateFieldOfListed(record.endDate, zones);
		return end.kind === 'date' ? end.date : NO_LAST_DAY;
	};
	const [first] = [...rows].sort(
		(a, b) =>
			EMPLOYMENT_ORDER[a.record.employment] - EMPLOYMENT_ORDER[b.record.employment] ||
			compareCodeUnits(lastDay(b), lastDay(a)) ||
			byRecordId(a, b),
	);
	return first ?? null;
}

/** Sorts after every day. */
const NO_LAST_DAY = '9999-99-99';

function matchOf(user: User, row: StaffRow, rung: MatchRung): Match {
	return {
		kind: 'match',
		subjectType: 'user',
		subjectId: user.userId,
		list: 'staffList',
		recordId: row.record.recordId,
		rung,
		linked: true,
		namesAgree: namesAgree(foldName(user.name), foldName(row.name)),
	};
}

function byRecordId(a: StaffRow, b: StaffRow): number {
	return compareCodeUnits(a.record.recordId, b.record.recordId);
}
