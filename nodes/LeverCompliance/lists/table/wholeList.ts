import type { ListName } from '../../../shared/contracts';
import type { ListInput, ReadList } from '../types';
import { LIST_LABELS, listCollection, listSummary } from './listCollection';
import type { Table } from './readTable';
import { sharedReferenceNotices, type RowNotices } from './rowNotices';
import type { UnknownStatuses } from './unknownStatuses';

/** What was found out while the rows were read. */
interface Found {
	/** What is special about this list, for its line of the summary */
	details: readonly string[];
	notices: RowNotices;
	/** Left out: the list has no statuses */
	unknownStatuses?: UnknownStatuses;
	/** Sentences about the list as a whole, after those about its rows */
	further?: readonly string[];
}

/** What every list gives besides its rows. */
export function wholeList<List extends ListName>(
	list: List,
	input: ListInput,
	{ facts, shared }: Pick<Table<string>, 'facts' | 'shared'>,
	{ details, notices, unknownStatuses, further = [] }: Found,
): ReadList & { list: List } {
	return {
		list,
		state: facts.received.state,
		summary: listSummary(list, facts, details),
		collection: listCollection(list, input, facts),
		notices: [
			...notices.sentences(),
			...sharedReferenceNotices(LIST_LABELS[list], shared),
			...further,
		],
		unknownStatuses: unknownStatuses?.sentences() ?? [],
	};
}
