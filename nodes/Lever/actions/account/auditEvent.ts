import { leverPath } from '../../../shared/transport';
import {
	choiceFilter,
	ID_DESCRIPTION,
	optionsNamed,
	periodFilters,
	textFilter,
	type Filter,
} from '../../fields/filters';
import { isoMoment } from '../../fields/isoMoment';
import { getManyOperation } from '../factories/getManyOperation';
import type { Resource } from '../operation';
import type { AuditEventRecord } from '../records';

/** lever-api.md §5.12 */
const TYPES = [
	'account.authentication:changed',
	'account.plan:changed',
	'account.suites:changed',
	'account:added',
	'account:deactivated',
	'account:reactivated',
	'export:downloaded',
	'key:added',
	'key:removed',
	'user.authentication:failed',
	'user.authentication:succeeded',
	'user.email:changed',
	'user.linkedProfile:changed',
	'user.password:changed',
	'user.password:forgot',
	'user.permission:changed',
	'user.role:changed',
	'user:added',
	'user:deactivated',
	'user:merged',
	'user:reactivated',
	'user:removed',
];

const TARGET_TYPES = ['account', 'export', 'key', 'user'];

const filters: Filter[] = [
	...periodFilters('created_at', 'Created', 'Happened'),
	textFilter('target_id', {
		displayName: 'Target ID',
		name: 'targetId',
		description: "What it was done to. Lever needs 'Target Type' with it.",
	}),
	choiceFilter('target_type', {
		displayName: 'Target Type',
		name: 'targetType',
		options: optionsNamed(TARGET_TYPES),
		default: 'user',
		description: 'What kind of thing it was done to',
	}),
	choiceFilter('type', {
		displayName: 'Type',
		name: 'type',
		options: TYPES.map((type) => ({ name: type, value: type })),
		default: 'user.role:changed',
		description: "What happened, by Lever's own names",
	}),
	choiceFilter('user_id', {
		displayName: 'User Name or ID',
		name: 'userId',
		typeOptions: { loadOptionsMethod: 'getAuditUsers' },
		description: ID_DESCRIPTION,
	}),
];

/** `meta` stays whole: what it holds differs by type, for instance `from` and `to` of a changed role. */
function simplifyAuditEvent(record: AuditEventRecord): object {
	const { user, target } = record;
	return {
		id: record.id,
		type: record.type,
		createdAt: isoMoment(record.createdAt),
		userId: user?.id ?? null,
		user: user?.name ?? null,
		userEmail: user?.email ?? null,
		targetType: target?.type ?? null,
		targetId: target?.id ?? null,
		target: target?.label ?? null,
		meta: record.meta ?? null,
	};
}

export const auditEvent: Resource = {
	name: 'Audit Event',
	value: 'auditEvent',
	description: 'Who did what in the Lever account: sign-ins, role changes, exports, API keys',
	operations: [
		getManyOperation<AuditEventRecord>({
			action: 'Get many audit events',
			description:
				'Read sign-ins, role changes, exports and API keys made, newest first; needs the paid add-on of Lever',
			path: () => leverPath`/audit_events`,
			records: 'audit events',
			simplify: simplifyAuditEvent,
			filters,
		}),
	],
};
