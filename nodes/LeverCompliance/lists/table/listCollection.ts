import type {
	EpochMilliseconds,
	ListCollection,
	ListName,
	ListState,
} from '../../../shared/contracts';
import { sha256OfJson } from '../../../shared/sha256';
import { shownColumnName } from './columnNames';
import { ageInDays } from './listAge';
import type { ReceivedRows } from './receivedRows';
import type { ListInput, UnjudgedList } from '../types';

/** Names of the inputs as the node shows them. */
export const LIST_LABELS: Record<ListName, string> = {
	screeningList: 'Screening List',
	staffList: 'Staff List',
	approvals: 'Approvals',
	previousRun: 'Previous Run',
};

const INCOMPLETE_BECAUSE: Record<Exclude<ListState, 'read' | 'notConnected'>, string> = {
	empty: 'No row arrived, although the list is connected.',
	failed: 'The node before delivered an error instead of the list.',
};

/** What reading found out about a list as a whole. */
export interface ListFacts {
	received: ReceivedRows;
	/** Number of different references */
	different: number;
	columns: Partial<Record<string, string>>;
	ignored: string[];
	exportedAt: EpochMilliseconds | null;
}

/** The collection record of a list; null when it is not connected. */
export function listCollection(
	list: ListName,
	{ sourceName: givenName, asOf }: Pick<ListInput, 'sourceName' | 'asOf'>,
	{ received, different, columns, ignored, exportedAt }: ListFacts,
): ListCollection | null {
	const { state, rows } = received;
	if (state === 'notConnected') return null;
	const incompleteBecause =
		state === 'read' ? received.incompleteBecause : INCOMPLETE_BECAUSE[state];
	const sourceName = givenName.toWellFormed();
	return {
		kind: 'collection',
		source: 'list',
		collectionId: sha256OfJson({
			source: 'list',
			resource: list,
			operation: 'read',
			query: { sourceName },
		}),
		resource: list,
		state,
		complete: incompleteBecause === null,
		...(incompleteBecause !== null && { incompleteBecause }),
		rule: `Every row of the input '${LIST_LABELS[list]}', blank rows left out`,
		records: rows.length,
		uniqueIds: different,
		duplicates: rows.length - different,
		recordsSha256: received.rowsSha256,
		sourceName,
		exportedAt: exportedAt === null ? null : new Date(exportedAt).toISOString(),
		ageDays: exportedAt === null ? null : ageInDays(exportedAt, Date.parse(asOf)),
		columns: shownMapping(columns),
		ignoredColumns: [...ignored],
	};
}

/**
 * "What I understood", in one line.
 *
 * @param details what is special about this list, for instance "provider Checkr"
 */
export function listSummary(
	list: ListName,
	{ received, columns, exportedAt }: ListFacts,
	details: readonly string[],
): UnjudgedList {
	const { state, rows } = received;
	const label = LIST_LABELS[list];
	if (state !== 'read')
		return { list, state, understood: `${label}: ${STATE_TEXT[state]}`, rows: 0 };
	const mapping = Object.entries(shownMapping(columns)).map(
		([field, column]) => `${field} from "${column}"`,
	);
	const parts = [
		rows.length === 1 ? '1 row' : `${rows.length} rows`,
		...(received.understood === null ? [] : [received.understood]),
		...details,
		exportedAt === null
			? 'export date not stated, so its age is not judged'
			: `exported ${new Date(exportedAt).toISOString()}`,
		...mapping,
	];
	return { list, state, understood: `${label}: ${parts.join(', ')}`, rows: rows.length };
}

const STATE_TEXT: Record<Exclude<ListState, 'read'>, string> = {
	empty: 'connected, but no row arrived',
	failed: 'the node before delivered an error instead of the list',
	notConnected: 'not connected',
};

function shownMapping(columns: Partial<Record<string, string>>): Record<string, string> {
	const shown: Array<[string, string]> = [];
	for (const [field, column] of Object.entries(columns)) {
		if (column !== undefined) shown.push([field, shownColumnName(column)]);
	}
	return Object.fromEntries(shown);
}
