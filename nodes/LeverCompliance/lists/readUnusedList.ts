import type { ListName } from '../../shared/contracts';
import { exportedAtOf } from './table/listAge';
import { LIST_LABELS, listCollection, listSummary } from './table/listCollection';
import { receivedRows } from './table/receivedRows';
import type { ListInput, ReadList } from './types';

/** Records a list that no check reads yet, so that the run says whether and how it arrived. */
export function readUnusedList(list: ListName, input: ListInput): ReadList {
	const received = receivedRows(input);
	const facts = {
		received,
		different: received.rows.length,
		columns: {},
		ignored: [],
		exportedAt: exportedAtOf(LIST_LABELS[list], input.exportedAt, [], undefined),
	};
	return {
		list,
		state: received.state,
		summary: listSummary(list, facts, []),
		collection: listCollection(list, input, facts),
		notices: [],
		unknownStatuses: [],
	};
}
