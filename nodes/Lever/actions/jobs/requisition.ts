import { leverPath } from '../../../shared/transport';
import {
	choiceFilter,
	confidentialityFilter,
	optionsNamed,
	periodFilters,
	textFilter,
	type Filter,
} from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { requisitionLocator } from '../../fields/locators';
import { reference } from '../../fields/reference';
import { getManyOperation } from '../factories/getManyOperation';
import { getOperation } from '../factories/getOperation';
import { INCLUDABLE } from '../includable';
import type { Resource } from '../operation';
import type { RequisitionRecord } from '../records';

/** lever-api.md §4.1 */
const EXPANDABLE = ['creator', 'hiringManager', 'owner', 'postings'];

/** lever-api.md §4.3 */
const filters: Filter[] = [
	confidentialityFilter('requisitions'),
	...periodFilters('created_at', 'Created', 'Created'),
	textFilter('requisition_code', {
		displayName: 'Requisition Code',
		name: 'requisitionCode',
		description: 'Code of the requisition, in full',
	}),
	choiceFilter('status', {
		displayName: 'Status',
		name: 'status',
		options: optionsNamed(['closed', 'draft', 'onHold', 'open', 'pending', 'rejected']),
		default: 'open',
		description: 'How far the requisition is; without this filter, any status',
	}),
];

/** `headcountTotal` is a number or the word "unlimited" (lever-api.md §5.7). */
function simplifyRequisition(record: RequisitionRecord): object {
	return {
		id: record.id,
		name: record.name,
		requisitionCode: record.requisitionCode,
		status: record.status,
		headcountTotal: record.headcountTotal,
		headcountHired: record.headcountHired,
		department: record.department ?? null,
		team: record.team ?? null,
		location: record.location ?? null,
		...reference('owner', record.owner),
		...reference('hiringManager', record.hiringManager),
		createdAt: isoMoment(record.createdAt),
		closedAt: isoMoment(record.closedAt),
	};
}

export const requisition: Resource = {
	name: 'Requisition',
	value: 'requisition',
	description: 'Approved headcount that postings belong to',
	operations: [
		getOperation<RequisitionRecord>({
			action: 'Get a requisition',
			description: 'Read one requisition with its status, headcount, approvals and postings',
			ids: [requisitionLocator],
			path: (id) => leverPath`/requisitions/${id}`,
			simplify: simplifyRequisition,
			includable: INCLUDABLE.requisition,
			expandable: EXPANDABLE,
		}),
		getManyOperation<RequisitionRecord>({
			action: 'Get many requisitions',
			description: 'Read requisitions with status and headcount, filtered by status, code or date',
			path: () => leverPath`/requisitions`,
			records: 'requisitions',
			simplify: simplifyRequisition,
			includable: INCLUDABLE.requisition,
			filters,
			expandable: EXPANDABLE,
		}),
	],
};
