import { APPROVAL_COLUMNS } from './approvalColumns';
import { readApprovalRow } from './approvalRow';
import { cellTextOrNull } from './cells';
import { shownColumnName } from './columnNames';
import { exportedAtOf } from './listAge';
import { LIST_LABELS, listCollection, listSummary } from './listCollection';
import { cellOf } from './personCells';
import { receivedRows } from './receivedRows';
import { recogniseColumns } from './recogniseColumns';
import { RowNotices, sharedReferenceNotices } from './rowNotices';
import type { Approval, ApprovalsList, ListInput } from './types';
import { uniqueRecordIds } from './uniqueRecordIds';

const LABEL = LIST_LABELS.approvals;

/**
 * Reads the approvals table. A row that cannot be used does nothing and is named by its number and
 * column, never by a person.
 *
 * @throws UserError when a needed column is missing
 */
export function readApprovals(input: ListInput): ApprovalsList {
	const received = receivedRows(input);
	const { columns, ignored } =
		received.state === 'read'
			? recogniseColumns(LABEL, received.headers, APPROVAL_COLUMNS, input.columns)
			: { columns: {}, ignored: [] };
	const { ids, shared, different } = uniqueRecordIds(
		received.rows,
		received.rows.map(({ cells }) => cellTextOrNull(cellOf(cells, columns, 'id'))),
	);
	const notices = new RowNotices(LABEL);
	const approvals: Approval[] = [];
	for (const [index, one] of received.rows.entries()) {
		const { row } = one;
		const reading = readApprovalRow(one, columns, ids[index] ?? `row-${row}`);
		if (reading.ok) approvals.push(reading.approval);
		else {
			const column = shownColumnName(columns[reading.field] ?? reading.field);
			notices.note(`not used, because the column "${column}" ${reading.mistake}`, row);
		}
	}
	const facts = {
		received,
		different,
		columns,
		ignored,
		exportedAt: exportedAtOf(LABEL, input.exportedAt, received.rows, undefined),
	};
	return {
		list: 'approvals',
		state: received.state,
		summary: listSummary('approvals', facts, [`${approvals.length} usable`]),
		collection: listCollection('approvals', input, facts),
		approvals,
		notices: [...notices.sentences(), ...sharedReferenceNotices(LABEL, shared)],
		unknownStatuses: [],
	};
}
