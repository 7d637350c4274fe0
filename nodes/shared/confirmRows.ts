import type { LinkToConfirm } from './contracts';

/** A row for the Approvals table, ready but for what only a person can say. */
interface ConfirmRow {
	type: 'confirmed_match';
	subject_id: string;
	record_id: string;
	requested_by: '';
	approved_by: '';
	approved_at: '';
	reason: '';
}

/** Columns of these rows, as the Approvals table has them. */
export const CONFIRM_COLUMNS: ReadonlyArray<keyof ConfirmRow> = [
	'type',
	'subject_id',
	'record_id',
	'requested_by',
	'approved_by',
	'approved_at',
	'reason',
];

/**
 * Rows that confirm links, so that nobody types ids. Who looked, when and why stays empty on purpose: a row
 * that is pasted as it is does nothing.
 */
export function confirmRows(links: readonly LinkToConfirm[]): ConfirmRow[] {
	return links.map(({ subjectId, recordId }) => ({
		type: 'confirmed_match',
		subject_id: subjectId,
		record_id: recordId,
		requested_by: '',
		approved_by: '',
		approved_at: '',
		reason: '',
	}));
}
