import type { BuildContext } from './build/context.mts';
import { isRelativeDate } from './clock.mts';
import { hireIdOf } from './expected.mts';
import type { Companion } from './records.mts';
import type { Cell } from './situation.mts';
import { APPROVAL_COLUMNS, SCREENING_COLUMNS, STAFF_COLUMNS } from './situation.mts';

export const COMPANION_COLUMNS: Record<keyof Companion, readonly string[]> = {
	screening: SCREENING_COLUMNS,
	staff: STAFF_COLUMNS,
	approvals: APPROVAL_COLUMNS,
};

/** Cells of a row that leaves them out; `position` counts from 1 within the file. */
const DEFAULTS: Record<
	keyof Companion,
	(context: BuildContext, position: number) => Record<string, Cell>
> = {
	screening: (context, position) => ({
		provider: 'checkr',
		report_id: `R-${context.number}-${position}`,
		package: 'standard',
		status: 'complete',
		result: 'clear',
		includes_canceled: 'false',
	}),
	staff: () => ({ status: 'active' }),
	approvals: (context, position) => ({ id: `A-${context.number}-${position}` }),
};

const HIRE = 'hire:';

function cellText(context: BuildContext, cell: Cell | undefined): string {
	if (cell === undefined || cell === null) return '';
	if (typeof cell !== 'object') return String(cell);
	if (isRelativeDate(cell)) {
		return String(context.clock.write(cell, cell.time === undefined ? 'isoDate' : 'isoInstant'));
	}
	return cell.ref.startsWith(HIRE)
		? hireIdOf(context, [cell.ref.slice(HIRE.length)])
		: context.ids.resolve(cell.ref);
}

/** The rows that one file adds to a companion list, every cell as text. */
export function companionRows(
	context: BuildContext,
	list: keyof Companion,
): Array<Record<string, string>> {
	const rows: Array<Partial<Record<string, Cell>>> = context.situation[list] ?? [];
	return rows.map((row, index) => {
		const cells: Partial<Record<string, Cell>> = {
			...DEFAULTS[list](context, index + 1),
			...row,
		};
		return Object.fromEntries(
			COMPANION_COLUMNS[list].map((column) => [column, cellText(context, cells[column])]),
		);
	});
}
