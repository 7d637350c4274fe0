import { cellTextOrNull } from './cells';
import { exportedAtOf } from './listAge';
import type { ListFacts } from './listCollection';
import { cellOf, type ColumnOf } from './personCells';
import { receivedRows, type ReceivedRow } from './receivedRows';
import { recogniseColumns, type ColumnRule, type RecognisedColumns } from './recogniseColumns';
import type { ListInput } from '../types';
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

/**
 * What every list goes through: columns recognised, rows numbered, references made unique.
 *
 * @param label name of the list, for messages
 * @param referenceField column that names a row at its source
 * @param exportedAtField column that says when the list was exported, if the list can have one
 * @param unread fields that the policy does not allow to be read: their columns count as not recognised
 * @throws UserError when a needed column is missing, or the time of export cannot be used
 */
export function readTable<Field extends string>(
	label: string,
	rules: ReadonlyArray<ColumnRule<Field>>,
	referenceField: Field,
	input: ListInput,
	exportedAtField?: Field,
	unread: ReadonlySet<Field> = new Set(),
): Table<Field> {
	const received = receivedRows(input);
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
