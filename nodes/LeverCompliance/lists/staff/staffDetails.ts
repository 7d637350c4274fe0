import { cellText, cellTextOrNull } from '../table/cells';
import { dateIn } from '../table/dateIn';
import { foldStatus } from '../table/foldStatus';
import { cellOf, type ColumnOf } from '../table/personCells';
import type { ReceivedRow } from '../table/receivedRows';
import type { RowNotices } from '../table/rowNotices';
import type { StaffField } from './staffColumns';
import type { StaffDetails } from '../types';

type EmploymentType = 'employee' | 'contractor';

/** What the words of HR systems mean; keys as `foldStatus` gives them. Others say nothing. */
const EMPLOYMENT_TYPES: ReadonlyMap<string, EmploymentType> = new Map<string, EmploymentType>([
	['employee', 'employee'],
	['regular', 'employee'],
	['regular employee', 'employee'],
	['permanent', 'employee'],
	['permanent employee', 'employee'],
	['full time', 'employee'],
	['full time employee', 'employee'],
	['part time', 'employee'],
	['part time employee', 'employee'],
	['fixed term', 'employee'],
	['fixed term employee', 'employee'],
	['salaried', 'employee'],
	['w2', 'employee'],
	['w 2', 'employee'],
	['intern', 'employee'],
	['apprentice', 'employee'],
	['working student', 'employee'],
	['contractor', 'contractor'],
	['independent contractor', 'contractor'],
	['contract', 'contractor'],
	['contingent', 'contractor'],
	['contingent worker', 'contractor'],
	['freelance', 'contractor'],
	['freelancer', 'contractor'],
	['consultant', 'contractor'],
	['external', 'contractor'],
	['agency', 'contractor'],
	['agency worker', 'contractor'],
	['vendor', 'contractor'],
	['supplier', 'contractor'],
	['self employed', 'contractor'],
	['1099', 'contractor'],
]);

/**
 * What only some checks may see of a row. Columns that the policy does not allow to be read are not among
 * `columns`, so their cells are never touched.
 */
export function staffDetailsIn(
	received: ReceivedRow,
	columns: ColumnOf<StaffField>,
	notices: RowNotices,
): StaffDetails {
	const { cells, row } = received;
	const type = foldStatus(cellText(cellOf(cells, columns, 'employmentType')));
	const employmentType = EMPLOYMENT_TYPES.get(type) ?? null;
	if (employmentType === null && type !== '') notices.note('the employment type is not known', row);
	return {
		employmentType,
		jobTitle: cellTextOrNull(cellOf(cells, columns, 'jobTitle')),
		department: cellTextOrNull(cellOf(cells, columns, 'department')),
		accountCreatedAt: dateIn(received, columns, 'accountCreatedAt', notices),
		lastSignInAt: dateIn(received, columns, 'lastSignInAt', notices),
	};
}
