import type { LinkToConfirm } from '../../shared/contracts';
import { CONFIRM_COLUMNS, confirmRows } from '../../shared/confirmRows';
import { csvText } from '../pack/csv';

/**
 * Links to confirm as rows of the Approvals table. Without a stamp also for test data: the file is not to
 * be read but to be filled in, and goes back in as a list.
 */
export function confirmTable(links: readonly LinkToConfirm[]): string {
	const rows = confirmRows(links).map((row) => CONFIRM_COLUMNS.map((column) => row[column]));
	return csvText([[...CONFIRM_COLUMNS], ...rows]);
}
