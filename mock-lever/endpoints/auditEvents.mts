import type { StoredAuditEvent } from '../scenarios/records.mts';
import type { LeverCall } from '../server/call.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list } from '../server/endpoint.mts';
import { LeverFault } from '../server/faults.mts';
import type { Filter } from '../server/filters.mts';
import { between } from '../server/filters.mts';
import { newestFirst } from '../server/orders.mts';
import { showAsIs } from '../server/shape.mts';

/** @throws LeverFault 403 in an account that has not paid for audit events */
function guardAddOn({ store }: LeverCall): void {
	if (store.database().accounts[0]?.auditEvents !== true) {
		throw new LeverFault(403, 'Audit events are not part of the plan of this account');
	}
}

/** A parameter that stands once and is compared exactly */
const exactly =
	(name: string, valueOf: (event: StoredAuditEvent) => string): Filter<StoredAuditEvent> =>
	({ query }) => {
		const wanted = query.one(name);
		return wanted === undefined ? null : (event) => valueOf(event) === wanted;
	};

/** The word `null` asks for events of nobody (lever-api.md §4.3). */
const ofUser = exactly('user_id', ({ user }) => user?.id ?? 'null');

const ofTarget: Filter<StoredAuditEvent> = (context) => {
	const { query } = context;
	if (query.one('target_id') !== undefined && query.one('target_type') === undefined) {
		throw new LeverFault(400, 'Missing required parameter: target_type');
	}
	return exactly('target_id', ({ target }) => target.id)(context);
};

/** lever-api.md §5.12 */
export const auditEventEndpoints: readonly Endpoint[] = [
	list({
		path: '/audit_events',
		permission: 'list audit events',
		scope: 'audit_events:read:admin',
		collection: 'audit_events',
		guard: guardAddOn,
		filters: [
			exactly('type', ({ type }) => type),
			ofUser,
			exactly('target_type', ({ target }) => target.type),
			ofTarget,
			between('created_at', (event) => event.createdAt),
		],
		order: newestFirst,
		show: showAsIs,
	}),
];
