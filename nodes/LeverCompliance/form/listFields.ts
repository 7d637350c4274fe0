import type { INodeProperties, INodePropertyCollection } from 'n8n-workflow';

import { APPROVAL_COLUMNS } from '../lists/approvals/approvalColumns';
import type { ColumnRule } from '../lists/table/recogniseColumns';
import { SCREENING_COLUMNS } from '../lists/screening/screeningColumns';
import { STAFF_COLUMNS } from '../lists/staff/staffColumns';
import { SCREENING_PROVIDER_FIELDS } from './screeningProvider';

const EXPORTED_AT =
	'When the list was exported, as a date and time with offset (ISO 8601). Leave empty to use a column of the list, or not to judge its age.';

/** What a person may say about the connected lists besides wiring them. */
export const LIST_FIELDS: INodeProperties[] = [
	{
		displayName: 'Screening List Name',
		name: 'screeningListName',
		type: 'string',
		default: '',
		placeholder: 'e.g. Checkr',
		description:
			'Where the screening list comes from. A provider named here gives its statuses their meaning where the list has no provider column.',
	},
	...SCREENING_PROVIDER_FIELDS,
	{
		displayName: 'Screening List Exported At',
		name: 'screeningListExportedAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-02T05:00:00Z',
		description: EXPORTED_AT,
	},
	{
		displayName: 'Staff List Name',
		name: 'staffListName',
		type: 'string',
		default: '',
		placeholder: 'e.g. HR system',
		description: 'Where the staff list comes from',
	},
	{
		displayName: 'Staff List Exported At',
		name: 'staffListExportedAt',
		type: 'string',
		default: '',
		placeholder: 'e.g. 2026-11-02T05:00:00Z',
		description: EXPORTED_AT,
	},
	{
		displayName: 'Column Mappings',
		name: 'columnMappings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Column',
		default: {},
		description:
			'Which column of a list holds what, where the name is not recognised. What is not mapped is recognised by its name.',
		options: [
			columnMapping('Approvals', 'approvals', APPROVAL_COLUMNS),
			columnMapping('Screening List', 'screeningList', SCREENING_COLUMNS),
			columnMapping('Staff List', 'staffList', STAFF_COLUMNS),
		],
	},
	{
		displayName: 'Status Mappings',
		name: 'statusMappings',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Status',
		default: {},
		description:
			'What a status text of a list means, where it is not known. A status that nobody knows leaves results undecided. Results and decisions are read only where the policy states a lawful basis.',
		options: [
			statusMapping('Screening Decision', 'screeningDecision', [
				{ name: 'Adverse Notice Was Sent', value: 'postAdverse' },
				{ name: 'Hire Despite the Result', value: 'engaged' },
				{ name: 'Pre-Adverse Notice Was Sent', value: 'preAdverse' },
			]),
			statusMapping('Screening List', 'screeningList', [
				{ name: 'Done', value: 'done' },
				{ name: 'Running', value: 'running' },
				{ name: 'Stopped', value: 'stopped' },
			]),
			statusMapping('Screening Result', 'screeningResult', [
				{ name: 'Clear', value: 'clear' },
				{ name: 'Needs a Decision', value: 'needsDecision' },
			]),
			statusMapping('Staff List', 'staffList', [
				{ name: 'Current', value: 'current' },
				{ name: 'Left', value: 'left' },
			]),
		],
	},
];

function columnMapping<Field extends string>(
	displayName: string,
	name: string,
	rules: ReadonlyArray<ColumnRule<Field>>,
): INodePropertyCollection {
	const options = rules
		.map(({ field, label }) => ({ name: label, value: field }))
		.sort((a, b) => (a.name < b.name ? -1 : 1));
	return {
		displayName,
		name,
		values: [
			{
				displayName: 'Field',
				name: 'field',
				type: 'options',
				options,
				default: '',
				description: 'What the column holds',
			},
			{
				displayName: 'Column',
				name: 'column',
				type: 'string',
				default: '',
				description: 'Name of the column in the list',
			},
		],
	};
}

function statusMapping(
	displayName: string,
	name: string,
	meanings: Array<{ name: string; value: string }>,
): INodePropertyCollection {
	return {
		displayName,
		name,
		values: [
			{
				displayName: 'Status',
				name: 'status',
				type: 'string',
				default: '',
				description: 'Text in the list',
			},
			{
				displayName: 'Meaning',
				name: 'meaning',
				type: 'options',
				options: meanings,
				default: '',
				description: 'What it says about the person',
			},
		],
	};
}
