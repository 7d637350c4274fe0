import type { ListedDate } from '../../../shared/contracts';
import { cellDate } from './cells';
import { shownColumnName } from './columnNames';
import { cellOf, type ColumnOf } from './personCells';
import type { ReceivedRow } from './receivedRows';
import type { RowNotices } from './rowNotices';

/** The date in a column of a row; one that cannot be read is named by column and row (rules.md §2). */
export function dateIn<Field extends string>(
	{ cells, row }: ReceivedRow,
	columns: ColumnOf<Field>,
	field: Field,
	notices: RowNotices,
): ListedDate {
	const listed = cellDate(cellOf(cells, columns, field));
	if (listed.precision === 'unreadable') {
		notices.note(
			`the date in the column "${shownColumnName(columns[field] ?? field)}" cannot be read`,
			row,
		);
	}
	return listed;
}
