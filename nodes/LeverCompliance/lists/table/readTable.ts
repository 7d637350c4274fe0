import { cellTextOrNull } from './cells';
import { exportedAtOf } from './listAge';
import type { ListFacts } from './listCollection';
import { cellOf, type ColumnOf } from './personCells';
import { receivedRows, type ReceivedRow } from './receivedRows';
import { recogniseColumns, type ColumnRule, type RecognisedColumns } from './recogniseColumns';
import type { ListInput } from '../types';
import type { Unfold } from './unfold';
import { uniqueRecordIds, type RecordIds } from './uniqueRecordIds';

export interface TableRow {
	received: ReceivedRow;
	/** Unique within the list: the reference, else `row-<n>` */
	recordId: string;
	/** As the list gives it */
	reference: string | null;
}

/** A list with its columns recognised, before its cells mean anything. */
export interface Table<Field extends string> {
	rows: TableRow[];
	columns: ColumnOf<Field>;
	/** References that stand on several rows */
	shared: RecordIds['shared'];
	/** What the collection record and the summary line tell of it */
	facts: ListFacts;
}

/** How a list is read as a table. */
export interface TableForm<Field extends string> {
	/** Name of the list, for messages */
	label: string;
	rules: ReadonlyArray<ColumnRule<Field>>;
	/** Column that names a row at its source */
	referenceField: Field;
	/** Column that says when the list was exported, if the list can have one */
	exportedAtField?: Field;
	/** Fields that the policy does not allow to be read: their columns count as not recognised */
	unread?: ReadonlySet<Field>;
	/** Default: every item is a row */
	unfold?: Unfold;
}

/**
 * What every list goes through: columns recognised, rows numbered, references made unique.
 *
 * @throws UserError when a needed column is missing, or the time of export cannot be used
 */
export function readTable<Field extends string>(
	{ label, rules, referenceField, exportedAtField, unread, unfold }: TableForm<Field>,
	input: ListInput,
): Table<Field> {
	const received = receivedRows(input, unfold);
	const { columns, ignored }: RecognisedColumns<Field> =
		received.state === 'read'
			? recogniseColumns(label, received.headers, rules, input.columns, unread)
			: { columns: {}, ignored: [] };
	const references = received.rows.map(({ cells }) =>
		cellTextOrNull(cellOf(cells, columns, referenceField)),
	);
	const { ids, shared, different } = uniqueRecordIds(received.rows, references);
	const exportedAt = exportedAtOf(
		label,
		input.exportedAt,
		received.rows,
		exportedAtField && columns[exportedAtField],
	);
	return {
		rows: received.rows.map((row, index) => ({
			received: row,
			recordId: ids[index] ?? `row-${row.row}`,
			reference: references[index] ?? null,
		})),
		columns,
		shared,
		facts: { received, different, columns, ignored, exportedAt },
	};
}
