import type { ScreeningState } from '../../../shared/contracts';
import { cellText, cellTextOrNull, type Answer } from '../table/cells';
import { dateIn } from '../table/dateIn';
import { cellOf, type ColumnOf } from '../table/personCells';
import type { ReceivedRow } from '../table/receivedRows';
import type { RowNotices } from '../table/rowNotices';
import { componentsIn } from './screeningComponents';
import type { ScreeningField } from './screeningColumns';
import type { ScreeningMeanings } from './screeningMeanings';
import type { ScreeningDetails } from '../types';

/** What the row says as a whole, which a search that names no state of its own takes over. */
export interface WholeRow {
	provider: string | null;
	state: ScreeningState;
	/** Whether a search was cancelled, as the row says it for all of them */
	cancelled: Answer;
}

/**
 * What only checks may see of a row. Columns that the policy does not allow to be read are not among
 * `columns`, so their cells are never touched.
 */
export function screeningDetailsIn(
	received: ReceivedRow,
	columns: ColumnOf<ScreeningField>,
	whole: WholeRow,
	meanings: ScreeningMeanings,
	notices: RowNotices,
): ScreeningDetails {
	const { cells, row } = received;
	const text = (field: ScreeningField) => cellText(cellOf(cells, columns, field));
	const date = (field: ScreeningField) => dateIn(received, columns, field, notices);
	const components = componentsIn(cellOf(cells, columns, 'components'), whole, meanings);
	const details: ScreeningDetails = {
		package: cellTextOrNull(cellOf(cells, columns, 'package')),
		components,
		cancelledSearches: cancelledSearchesOf(whole, components),
		result: meanings.result(whole.provider, text('result')),
		adjudication: meanings.adjudication(whole.provider, text('adjudication')),
		adjudicatedAt: date('adjudicatedAt'),
		preAdverseAt: date('preAdverseAt'),
		postAdverseAt: date('postAdverseAt'),
		validUntil: date('validUntil'),
		recordType: recordTypeOf(text('recordType')),
		...(meanings.isWeakSource(whole.provider) && { weakSource: true }),
	};
	// Their words stay out of every message, also out of the one for those who must act (rules.md §5).
	if (details.result === 'unknown') notices.note('the result is not known', row);
	if (details.adjudication === 'unknown') notices.note('the adjudication is not known', row);
	if (whole.cancelled === 'unknown') {
		notices.note('whether a search was cancelled is not said in a word that is known', row);
	}
	return details;
}

function cancelledSearchesOf(
	{ cancelled }: WholeRow,
	components: ScreeningDetails['components'],
): ScreeningDetails['cancelledSearches'] {
	if (components?.some(({ state }) => state === 'stopped') === true) return true;
	return cancelled === 'unknown' ? null : cancelled;
}

/** A list that says nothing of it holds checks. */
function recordTypeOf(text: string): ScreeningDetails['recordType'] {
	return /\battest/i.test(text) ? 'attestation' : 'check';
}
