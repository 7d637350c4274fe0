import { APPROVAL_COLUMNS } from './approvalColumns';
import { readApprovalRow } from './approvalRow';
import { shownColumnName } from '../table/columnNames';
import { LIST_LABELS, listCollection, listSummary } from '../table/listCollection';
import { readTable } from '../table/readTable';
import { RowNotices, sharedReferenceNotices } from '../table/rowNotices';
import type { Approval, ApprovalsList, ListInput } from '../types';

const LABEL = LIST_LABELS.approvals;

/**
 * Reads the approvals table. A row that cannot be used does nothing and is named by its number and
 * column, never by a person.
 *
 * @throws UserError when a needed column is missing
 */
export function readApprovals(input: ListInput): ApprovalsList {
	const { rows, columns, shared, facts } = readTable(
		{ label: LABEL, rules: APPROVAL_COLUMNS, referenceField: 'id' },
		input,
	);
	const notices = new RowNotices(LABEL);
	const approvals: Approval[] = [];
	for (const { received, recordId } of rows) {
		const reading = readApprovalRow(received, columns, recordId);
		if (reading.ok) approvals.push(reading.approval);
		else {
			const column = shownColumnName(columns[reading.field] ?? reading.field);
			notices.note(`not used, because the column "${column}" ${reading.mistake}`, received.row);
		}
	}
	return {
		list: 'approvals',
		state: facts.received.state,
		summary: listSummary('approvals', facts, [`${approvals.length} usable`]),
		collection: listCollection('approvals', input, facts),
		approvals,
		notices: [...notices.sentences(), ...sharedReferenceNotices(LABEL, shared)],
		unknownStatuses: [],
	};
}
