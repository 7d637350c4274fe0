import type { CivilDate } from '../../../shared/contracts';
import { cellDate, cellEmails, cellText, type Cells } from './cells';
import { shownColumnName } from './columnNames';
import type { ReceivedRow } from './receivedRows';
import type { RowNotices } from './rowNotices';

/** Column that stands for a field; undefined when the list has none. */
export type ColumnOf<Field extends string> = Partial<Record<Field, string>>;

/** The cell of a field; undefined when the list has no such column. */
export function cellOf<Field extends string>(
	cells: Cells,
	columns: ColumnOf<Field>,
	field: Field,
): unknown {
	const column = columns[field];
	return column === undefined ? undefined : cells[column];
}

/** The full name, else first and last name; empty when the row has none. */
export function nameIn(cells: Cells, columns: ColumnOf<'name' | 'firstName' | 'lastName'>): string {
	const full = cellText(cellOf(cells, columns, 'name'));
	if (full !== '') return full;
	const parts = [cellOf(cells, columns, 'firstName'), cellOf(cells, columns, 'lastName')];
	return parts.map(cellText).filter(Boolean).join(' ');
}

/** How lists write that somebody has no address. */
const NO_ADDRESS = /^(?:[-–—]|n\/a|none|null)?$/i;

/** Addresses of the given columns, each once; a cell that is filled and holds none is named. */
export function emailsIn<Field extends string>(
	{ cells, row }: ReceivedRow,
	columns: ColumnOf<Field>,
	fields: readonly Field[],
	notices: RowNotices,
): string[] {
	const addresses: string[] = [];
	const looked: string[] = [];
	for (const field of fields) {
		const column = columns[field];
		// Two fields may stand for one column.
		if (column === undefined || looked.includes(column)) continue;
		looked.push(column);
		const found = cellEmails(cells[column]);
		if (found.length === 0 && !NO_ADDRESS.test(cellText(cells[column]))) {
			notices.note(
				`the column "${shownColumnName(column)}" holds no e-mail address that can be read`,
				row,
			);
		}
		for (const address of found) addresses.push(address);
	}
	return addresses.length > 1 ? [...new Set(addresses)] : addresses;
}

/** The date of birth where it is a day that can be read. */
export function birthDateIn(cells: Cells, columns: ColumnOf<'birthDate'>): CivilDate | null {
	const listed = cellDate(cellOf(cells, columns, 'birthDate'));
	return listed.precision === 'day' ? listed.date : null;
}
