import { leverPath } from '../../../shared/transport';
import { choiceFilter, flagFilter, optionsNamed, type Filter } from '../../fields/filters';
import { requisitionFieldLocator } from '../../fields/locators';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import type { Resource } from '../operation';
import type { RequisitionFieldRecord } from '../records';

/** lever-api.md §4.3 */
const filters: Filter[] = [
	flagFilter('isRequired', {
		displayName: 'Required',
		name: 'isRequired',
		description:
			'Whether to return fields that must be filled in or those that need not; without this filter, both',
	}),
	choiceFilter('type', {
		displayName: 'Type',
		name: 'type',
		options: optionsNamed(['date', 'dropdown', 'number', 'object', 'text']),
		default: 'text',
		description: 'What the field holds',
	}),
];

export const requisitionField: Resource = {
	name: 'Requisition Field',
	value: 'requisitionField',
	description: 'Field that the company has added to its requisitions',
	operations: [
		getOperation<RequisitionFieldRecord>({
			action: 'Get a requisition field',
			description: 'Read one custom field of requisitions: label, type, choices',
			ids: [requisitionFieldLocator],
			path: (id) => leverPath`/requisition_fields/${id}`,
		}),
		getManyOperation<RequisitionFieldRecord>({
			action: 'Get many requisition fields',
			description: 'Read the custom fields of requisitions: labels, types, choices',
			path: () => leverPath`/requisition_fields`,
			records: 'requisition fields',
			filters,
		}),
	],
};
