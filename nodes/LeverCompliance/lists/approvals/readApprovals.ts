import { APPROVAL_COLUMNS } from './approvalColumns';
import { readApprovalRow } from './approvalRow';
import { shownColumnName } from '../table/columnNames';
import { LIST_LABELS } from '../table/listCollection';
import { readTable } from '../table/readTable';
import { RowNotices } from '../table/rowNotices';
import { wholeList } from '../table/wholeList';
import type { Approval, ApprovalsList, ListInput } from '../types';

const LABEL = LIST_LABELS.approvals;

/**
 * Reads the approvals table. A row that cannot be used does nothing and is named by its number and
 * column, never by a person.
 *
 * @throws UserError when a needed column is missing
 */
export function readApprovals(input: ListInput): ApprovalsList {
	const table = readTable({ label: LABEL, rules: APPROVAL_COLUMNS, referenceField: 'id' }, input);
	const { columns } = table;
	const notices = new RowNotices(LABEL);
	const approvals: Approval[] = [];
	for (const { received, recordId } of table.rows) {
		const reading = readApprovalRow(received, columns, recordId);
		if (reading.ok) approvals.push(reading.approval);
		else {
			const column = shownColumnName(columns[reading.field] ?? reading.field);
			notices.note(`not used, because the column "${column}" ${reading.mistake}`, received.row);
		}
	}
	return {
		...wholeList('approvals', input, table, { details: [`${approvals.length} usable`], notices }),
		approvals,
	};
}
