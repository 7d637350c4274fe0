import type { ConfirmedMatch, ScreeningRow, StaffRow } from '../lists/types';
import { RowNotices } from '../lists/table/rowNotices';
import { LIST_LABELS } from '../lists/table/listCollection';

/** Confirmed matches by the list whose row they name. */
export interface BoundConfirmations {
	screening: ConfirmedMatch[];
	staff: ConfirmedMatch[];
	/** Sentences about those that cannot be used, by row of the Approvals list; no name in them */
	notices: string[];
}

/** What a list holds under a record id: rows by their own reference, and rows by a made-up id. */
interface Rows {
	byReference: ReadonlyMap<string, number>;
	/** `row-3`, `R-1#2`: another row after the next export */
	madeUp: ReadonlySet<string>;
}

/**
 * Finds the one row that each confirmed match names. Only a reference of the list itself counts, and
 * only if it is the reference of one row of one list: a row's position names somebody else tomorrow,
 * and a reference that two rows or both lists have does not say which of them was meant.
 */
export function bindConfirmations(
	confirmed: readonly ConfirmedMatch[],
	screeningRows: readonly ScreeningRow[],
	staffRows: readonly StaffRow[],
): BoundConfirmations {
	if (confirmed.length === 0) return { screening: [], staff: [], notices: [] };
	const screening = rowsOf(screeningRows);
	const staff = rowsOf(staffRows);
	const bound: BoundConfirmations = { screening: [], staff: [], notices: [] };
	const notices = new RowNotices(LIST_LABELS.approvals);
	for (const match of confirmed) {
		const inScreening = screening.byReference.get(match.recordId) ?? 0;
		const inStaff = staff.byReference.get(match.recordId) ?? 0;
		if (inScreening + inStaff > 1) {
			notices.note(inScreening > 0 && inStaff > 0 ? IN_BOTH_LISTS : OF_SEVERAL_ROWS, match.row);
		} else if (inScreening === 1) bound.screening.push(match);
		else if (inStaff === 1) bound.staff.push(match);
		else if (screening.madeUp.has(match.recordId) || staff.madeUp.has(match.recordId)) {
			notices.note(MADE_UP, match.row);
		}
	}
	return { ...bound, notices: notices.sentences() };
}

const NOT_USED = 'a confirmed match is not used, because';
const IN_BOTH_LISTS = `${NOT_USED} its record id is on both the ${LIST_LABELS.screeningList} and the ${LIST_LABELS.staffList}`;
const OF_SEVERAL_ROWS = `${NOT_USED} several rows of the list share its record id`;
const MADE_UP = `${NOT_USED} its record id was made up for the row of one export; give the record a reference of its own in the list and name that`;

function rowsOf(rows: ReadonlyArray<ScreeningRow | StaffRow>): Rows {
	const byReference = new Map<string, number>();
	const madeUp = new Set<string>();
	for (const { reference, record } of rows) {
		if (reference !== null) byReference.set(reference, (byReference.get(reference) ?? 0) + 1);
		if (record.recordId !== reference) madeUp.add(record.recordId);
	}
	return { byReference, madeUp };
}
