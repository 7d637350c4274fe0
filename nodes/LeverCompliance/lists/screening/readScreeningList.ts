import { hashedIds, packId } from '../../../shared/addresses';
import { cellAnswer, cellText, cellTextOrNull } from '../table/cells';
import { dateIn } from '../table/dateIn';
import { LIST_LABELS, type ListFacts } from '../table/listCollection';
import { birthDateIn, cellOf, emailsIn, nameIn, type ColumnOf } from '../table/personCells';
import { providerNamed } from '../providers';
import { checkrApi } from '../providers/checkrApi';
import { leverForms } from '../providers/leverForms';
import type { ReceivedRow } from '../table/receivedRows';
import { readTable } from '../table/readTable';
import { RowNotices } from '../table/rowNotices';
import { screeningColumnRules } from './columnRules';
import { RESULT_FIELDS, type ScreeningField } from './screeningColumns';
import { screeningDetailsIn } from './screeningDetails';
import { screeningMeanings } from './screeningMeanings';
import type { ListInput, ScreeningList, ScreeningListOptions, ScreeningRow } from '../types';
import { UnknownStatuses } from '../table/unknownStatuses';
import { wholeList } from '../table/wholeList';

const LABEL = LIST_LABELS.screeningList;

/**
 * Reads the screening list: recognises its columns, normalises its rows and says what it understood.
 *
 * @throws UserError when a needed column is missing, or a setting of the list cannot be used
 */
export function readScreeningList(input: ListInput, options: ScreeningListOptions): ScreeningList {
	const { leverForm } = options;
	const table = readTable(
		{
			label: LABEL,
			rules: screeningColumnRules(providerNamed(options.provider)),
			referenceField: 'reference',
			exportedAtField: 'exportedAt',
			...(!options.readResults && { unread: RESULT_FIELDS }),
			unfold: leverForm === undefined ? checkrApi : leverForms(leverForm),
		},
		input,
	);
	const { columns, facts } = table;
	const notices = new RowNotices(LABEL);
	const unknownStatuses = new UnknownStatuses(LABEL, notices);
	const read = rowReader(columns, options, notices, unknownStatuses);
	const rows = table.rows.map(({ received, recordId, reference }) =>
		read(received, recordId, reference),
	);
	return {
		...wholeList('screeningList', input, table, {
			details: providersIn(rows),
			notices,
			unknownStatuses,
			further: [
				...incompleteness(facts),
				...(facts.received.state === 'read' ? missingNames(columns) : []),
			],
		}),
		rows,
	};
}

function rowReader(
	columns: ColumnOf<ScreeningField>,
	options: ScreeningListOptions,
	notices: RowNotices,
	unknownStatuses: UnknownStatuses,
): (row: ReceivedRow, recordId: string, reference: string | null) => ScreeningRow {
	const meanings = screeningMeanings(options);
	return (received, recordId, reference): ScreeningRow => {
		const { row, cells, rawSha256 } = received;
		const provider =
			cellTextOrNull(cellOf(cells, columns, 'provider')) ?? (options.provider.trim() || null);
		const status = cellText(cellOf(cells, columns, 'status'));
		const externalId = cellTextOrNull(cellOf(cells, columns, 'externalId'));
		const given = hashedIds([reference, externalId]);
		const { state, hasCancelled: cancelledByStatus } = meanings.status(provider, status);
		const cancelled = cancelledByStatus ?? cellAnswer(cellOf(cells, columns, 'hasCancelled'));
		const whole = { provider, state, cancelled };
		const details = screeningDetailsIn(received, columns, whole, meanings, notices);
		if (state === 'unknown') unknownStatuses.note(status, row);
		return {
			record: {
				kind: 'screeningRecord',
				recordId,
				row,
				provider: meanings.shownProvider(provider),
				externalId: externalId === null ? null : packId(externalId),
				state,
				orderedAt: dateIn(received, columns, 'orderedAt', notices),
				completedAt: dateIn(received, columns, 'completedAt', notices),
				hasCancelled:
					cancelled === true || (state === 'done' && details.cancelledSearches === true),
				rawSha256,
			},
			details,
			reference,
			name: nameIn(cells, columns),
			emails: emailsIn(received, columns, ['email'], notices),
			birthDate: options.readBirthDates ? birthDateIn(cells, columns) : null,
			...(given && { hashedIds: given }),
		};
	};
}

function providersIn(rows: readonly ScreeningRow[]): string[] {
	const providers = [...new Set(rows.map(({ record }) => record.provider ?? 'not named'))].sort();
	return [`provider ${providers.slice(0, 5).join(', ')}`];
}

function missingNames(columns: ColumnOf<ScreeningField>): string[] {
	if (columns.name !== undefined || columns.lastName !== undefined) return [];
	return [
		`${LABEL}: the list has no column with names, so no link by e-mail can be confirmed by a name.`,
	];
}

function incompleteness({ received }: ListFacts): string[] {
	return received.incompleteBecause === null ? [] : [`${LABEL}: ${received.incompleteBecause}`];
}
