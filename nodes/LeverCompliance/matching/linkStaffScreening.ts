import { compareCodeUnits } from '../../shared/canonicalJson';
import type { MatchRung, ScreeningRecord } from '../../shared/contracts';
import type { ScreeningRow, StaffRow } from '../lists/types';
import { foldEmail } from './emails';
import { ManyByKey } from '../manyByKey';
import { foldName, namesAgree } from './names';
import type { HireScreening, HireStaff } from './types';

/** A screening record of somebody on the staff list. */
export interface StaffScreening {
	record: ScreeningRecord;
	rung: MatchRung;
	/** Whether both names share a word; null when one side has no name */
	namesAgree: boolean | null;
}

export interface StaffScreeningSources {
	screeningRows: readonly ScreeningRow[];
	staffRows: readonly StaffRow[];
	/** hireId → its records; a hire outside the population too */
	screeningByHire: ReadonlyMap<string, HireScreening>;
	staffByHire: ReadonlyMap<string, HireStaff>;
}

/**
 * Staff row → screening records of this person (SCR-14): those of a hire that the row belongs to, else those
 * that name the employee id (M1), or an e-mail that no other row has (M2). Most of a staff was hired long
 * before the period, so there is no hire to go by.
 */
export function linkStaffScreening({
	screeningRows,
	staffRows,
	screeningByHire,
	staffByHire,
}: StaffScreeningSources): ReadonlyMap<string, readonly StaffScreening[]> {
	const found = new Map<string, Map<string, StaffScreening>>();
	const add = (staffId: string, screening: StaffScreening) => {
		const known = found.get(staffId) ?? new Map<string, StaffScreening>();
		if (!known.has(screening.record.recordId)) known.set(screening.record.recordId, screening);
		found.set(staffId, known);
	};
	const taken = new Set<string>();
	for (const [hireId, { linked }] of screeningByHire) {
		for (const { record, rung, namesAgree: agree } of linked) {
			taken.add(record.recordId);
			const row = staffByHire.get(hireId)?.row;
			if (row) add(row.record.recordId, { record, rung, namesAgree: agree });
		}
	}
	const byReference = new ManyByKey<StaffRow>();
	const byEmail = new ManyByKey<StaffRow>();
	for (const row of staffRows) {
		if (row.reference !== null) byReference.add(row.reference, row);
		for (const email of row.emails) byEmail.add(foldEmail(email), row);
	}
	for (const { record, name, emails } of screeningRows) {
		if (taken.has(record.recordId)) continue;
		const named = record.externalId === null ? [] : byReference.get(record.externalId);
		const rung: MatchRung = named.length > 0 ? 'M1' : 'M2';
		const rows = named.length > 0 ? named : byEmail.ofAny(emails.map(foldEmail));
		const [row, another] = rows;
		if (row === undefined || another !== undefined) continue;
		add(row.record.recordId, {
			record,
			rung,
			namesAgree: namesAgree(foldName(name), foldName(row.name)),
		});
	}
	return new Map(
		[...found].map(([staffId, records]) => [
			staffId,
			[...records.values()].sort((a, b) => compareCodeUnits(a.record.recordId, b.record.recordId)),
		]),
	);
}
