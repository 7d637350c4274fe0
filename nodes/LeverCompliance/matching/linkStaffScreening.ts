import { compareCodeUnits } from '../../shared/canonicalJson';
import type { MatchRung } from '../../shared/contracts';
import type { ScreeningRow, StaffRow } from '../lists/types';
import { foldEmail } from './emails';
import { lazily } from '../lazily';
import { byKeys, ManyByKey } from '../manyByKey';
import type { Policy } from '../policy';
import type { DecidedHire } from '../population';
import {
	employmentTypes,
	type EmploymentType,
	type Jobs,
} from '../population/decideEmploymentType';
import { foldName, namesAgree } from './names';
import type { HireScreening, HireStaff, ScreeningLink } from './types';

/** A screening record of somebody on the staff list. */
export interface StaffScreening
	extends Pick<ScreeningLink, 'record' | 'details' | 'rung' | 'namesAgree'> {
	/** Of a supplier's attestation: whom it is about, as far as known; it counts for contractors only */
	attestationFor?: EmploymentType['type'];
}

export interface StaffScreeningSources {
	screeningRows: readonly ScreeningRow[];
	staffRows: readonly StaffRow[];
	/** hireId → its records; a hire outside the population too */
	screeningByHire: ReadonlyMap<string, HireScreening>;
	staffByHire: ReadonlyMap<string, HireStaff>;
	decided: readonly DecidedHire[];
	jobs: Jobs;
	policy: Policy;
}

/**
 * Staff row → screening records of this person (SCR-14): those of a hire that the row belongs to, else those
 * that name the employee id (M1), or an e-mail that no other row has (M2). Most of a staff was hired long
 * before the period, so there is no hire to go by.
 */
export function linkStaffScreening(
	sources: StaffScreeningSources,
): ReadonlyMap<string, readonly StaffScreening[]> {
	const { screeningRows, staffRows, screeningByHire, staffByHire } = sources;
	const typeOf = employmentTypesOfRows(sources);
	const found = new Map<string, Map<string, StaffScreening>>();
	const add = (row: StaffRow, link: StaffScreening) => {
		const { record, details, rung, namesAgree: agree } = link;
		const staffId = row.record.recordId;
		const known = found.get(staffId) ?? new Map<string, StaffScreening>();
		found.set(staffId, known);
		if (known.has(record.recordId)) return;
		const isAttestation = details.recordType === 'attestation';
		known.set(record.recordId, {
			record,
			details,
			rung,
			namesAgree: agree,
			...(isAttestation && { attestationFor: typeOf(row) }),
		});
	};
	const taken = new Set<string>();
	for (const [hireId, { linked }] of screeningByHire) {
		// A hire to whom no row belongs takes nothing from a row that a record names itself.
		const row = staffByHire.get(hireId)?.row;
		if (!row) continue;
		for (const link of linked) {
			taken.add(link.record.recordId);
			add(row, link);
		}
	}
	const byReference = new ManyByKey<StaffRow>();
	const byEmail = new ManyByKey<StaffRow>();
	for (const row of staffRows) {
		if (row.reference !== null) byReference.add(row.reference, row);
		for (const email of row.emails) byEmail.add(foldEmail(email), row);
	}
	for (const { record, details, name, emails } of screeningRows) {
		if (taken.has(record.recordId)) continue;
		const named = record.externalId === null ? [] : byReference.get(record.externalId);
		const rung: MatchRung = named.length > 0 ? 'M1' : 'M2';
		const rows = named.length > 0 ? named : byEmail.ofAny(emails.map(foldEmail));
		const [row, another] = rows;
		if (row === undefined || another !== undefined) continue;
		add(row, {
			record,
			details,
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

/** What kind of employment a row is of: the list's own word, else that of the hires it belongs to (SCR-15). */
function employmentTypesOfRows({
	decided,
	staffByHire,
	jobs,
	policy,
}: StaffScreeningSources): (row: StaffRow) => EmploymentType['type'] {
	const typeOf = employmentTypes(policy, jobs);
	const hiresByRow = lazily(() =>
		byKeys(decided, ({ hire }) => {
			const row = staffByHire.get(hire.hireId)?.row;
			return row ? [row.record.recordId] : [];
		}),
	);
	return (row) => {
		if (row.details.employmentType !== null) return row.details.employmentType;
		const hires = hiresByRow().get(row.record.recordId);
		const types = new Set(hires.map(({ hire }) => typeOf(hire, row).type));
		return (['contractor', 'unknown'] as const).find((type) => types.has(type)) ?? 'employee';
	};
}
