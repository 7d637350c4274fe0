import type { Endpoint } from '../server/endpoint.mts';
import { list, single } from '../server/endpoint.mts';
import { anyOf, between, choice, flag } from '../server/filters.mts';
import { always, byId } from '../server/orders.mts';
import type { Expansions } from '../server/shape.mts';
import { showAsIs } from '../server/shape.mts';
import { posting, several, user } from './shared/expansions.mts';
import { refuseConfidential, visibleIn } from './shared/visibility.mts';

const EXPANSIONS: Expansions = {
	creator: user,
	owner: user,
	hiringManager: user,
	postings: several(posting),
};
const STATUSES = ['open', 'onHold', 'closed', 'draft', 'pending', 'rejected'] as const;
const FIELD_TYPES = ['number', 'text', 'date', 'object', 'dropdown'] as const;

/** lever-api.md §5.7 */
export const requisitionEndpoints: readonly Endpoint[] = [
	list({
		path: '/requisitions',
		permission: 'list requisitions',
		scope: 'requisitions:read:admin',
		collection: 'requisitions',
		visible: visibleIn,
		filters: [
			between('created_at', (record) => record.createdAt),
			anyOf('requisition_code', (record) => [record.requisitionCode]),
			choice('status', STATUSES, (record) => record.status),
		],
		order: always({
			name: 'id, descending',
			parts: [{ of: (record) => record.id, descending: true }],
		}),
		expansions: EXPANSIONS,
		show: showAsIs,
	}),
	single({
		path: '/requisitions/:requisition',
		permission: 'read requisition',
		scope: 'requisitions:read:admin',
		collection: 'requisitions',
		what: 'Requisition',
		refuse: refuseConfidential,
		expansions: EXPANSIONS,
		show: showAsIs,
	}),
	list({
		path: '/requisition_fields',
		permission: 'list requisition fields',
		scope: 'requisition_fields:read:admin',
		collection: 'requisition_fields',
		filters: [
			flag('isRequired', (record) => record.isRequired),
			choice('type', FIELD_TYPES, (record) => record.type),
		],
		order: byId,
		paged: false,
		show: showAsIs,
	}),
	single({
		path: '/requisition_fields/:requisitionField',
		permission: 'read requisition field',
		scope: 'requisition_fields:read:admin',
		collection: 'requisition_fields',
		what: 'Requisition field',
		show: showAsIs,
	}),
];
