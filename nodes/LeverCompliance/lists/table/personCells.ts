import type { CivilDate } from '../../../shared/contracts';
import { parseListedDate } from '../../../shared/dates';
import { cellEmails, cellText, type Cells } from './cells';

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

/** Addresses of the given columns, each once. */
export function emailsIn<Field extends string>(
	cells: Cells,
	columns: ColumnOf<Field>,
	fields: readonly Field[],
): string[] {
	return [...new Set(fields.flatMap((field) => cellEmails(cellOf(cells, columns, field))))];
}

/** The date of birth where it is a day that can be read. */
export function birthDateIn(cells: Cells, columns: ColumnOf<'birthDate'>): CivilDate | null {
	const listed = parseListedDate(cellOf(cells, columns, 'birthDate'));
	return listed.precision === 'day' ? listed.date : null;
}
