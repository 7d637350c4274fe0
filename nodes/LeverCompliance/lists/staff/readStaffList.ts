import { hashedIds, packId } from '../../../shared/addresses';
import type { StaffRecord } from '../../../shared/contracts';
import { cellText } from '../table/cells';
import { dateIn } from '../table/dateIn';
import { LIST_LABELS } from '../table/listCollection';
import { birthDateIn, cellOf, emailsIn, nameIn, type ColumnOf } from '../table/personCells';
import type { ReceivedRow } from '../table/receivedRows';
import { readTable } from '../table/readTable';
import { RowNotices } from '../table/rowNotices';
import { STAFF_COLUMNS, type StaffField } from './staffColumns';
import { staffDetailsIn } from './staffDetails';
import { staffStatusReader } from './staffStatuses';
import type { ListInput, StaffList, StaffListOptions, StaffRow } from '../types';
import { UnknownStatuses } from '../table/unknownStatuses';
import { wholeList } from '../table/wholeList';

const LABEL = LIST_LABELS.staffList;

/** Read only with the policy's consent (rules.md §10). */
const SIGN_INS: ReadonlySet<StaffField> = new Set<StaffField>(['lastSignInAt']);

/**
 * Reads the staff list: recognises its columns, normalises its rows, and sees whether it can be the full
 * staff (rules.md §7).
 *
 * @throws UserError when a needed column is missing, or a setting of the list cannot be used
 */
export function readStaffList(input: ListInput, options: StaffListOptions): StaffList {
	const table = readTable(
		{
			label: LABEL,
			rules: STAFF_COLUMNS,
			referenceField: 'reference',
			exportedAtField: 'exportedAt',
			...(!options.readSignIns && { unread: SIGN_INS }),
		},
		input,
	);
	const { columns } = table;
	const notices = new RowNotices(LABEL);
	const unknownStatuses = new UnknownStatuses(LABEL, notices);
	const read = rowReader(columns, options, notices, unknownStatuses);
	const rows = table.rows.map(({ received, recordId, reference }) =>
		read(received, recordId, reference),
	);
	// A leavers report also holds people who work until a last day that is still to come.
	const leaversOnly = rows.length > 0 && !rows.some(({ record }) => staysOn(record));
	return {
		...wholeList('staffList', input, table, {
			details: details(rows, columns),
			notices,
			unknownStatuses,
			further: leaversOnly
				? [
						`${LABEL}: no row is of a current employee without a last day, so this is not the full staff.`,
					]
				: [],
		}),
		rows,
		leaversOnly,
	};
}

/** A cell such as "n/a" names no last day; HR systems also write 31 December 9999 or 2999. */
const NO_LAST_DAY_FROM = '2900-01-01';

function staysOn({ employment, endDate }: StaffRecord): boolean {
	const hasLastDay =
		endDate.precision === 'instant' ||
		(endDate.precision === 'day' && endDate.date < NO_LAST_DAY_FROM);
	return employment === 'current' && !hasLastDay;
}

function rowReader(
	columns: ColumnOf<StaffField>,
	options: StaffListOptions,
	notices: RowNotices,
	unknownStatuses: UnknownStatuses,
): (row: ReceivedRow, recordId: string, reference: string | null) => StaffRow {
	const employmentOf = staffStatusReader(options.statusMeanings);
	return (received, recordId, reference): StaffRow => {
		const { row, cells, rawSha256 } = received;
		const status = cellText(cellOf(cells, columns, 'status'));
		const given = hashedIds([reference]);
		const employment = employmentOf(status);
		if (employment === 'unknown') unknownStatuses.note(status, row);
		return {
			record: {
				kind: 'staffRecord',
				recordId,
				row,
				externalId: reference === null ? null : packId(reference),
				employment,
				startDate: dateIn(received, columns, 'startDate', notices),
				endDate: dateIn(received, columns, 'endDate', notices),
				rawSha256,
			},
			details: staffDetailsIn(received, columns, notices),
			reference,
			name: nameIn(cells, columns),
			emails: emailsIn(received, columns, ['email', 'workEmail', 'personalEmail'], notices),
			birthDate: options.readBirthDates ? birthDateIn(cells, columns) : null,
			...(given && { hashedIds: given }),
		};
	};
}

function details(rows: readonly StaffRow[], columns: ColumnOf<StaffField>): string[] {
	const current = rows.filter(({ record }) => record.employment === 'current').length;
	const left = rows.filter(({ record }) => record.employment === 'left').length;
	return [
		`${current} current and ${left} left`,
		...(columns.startDate === undefined
			? ['no column with start dates, so the offers give them']
			: []),
	];
}
