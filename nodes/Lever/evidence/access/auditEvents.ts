import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { AuditEvent, CivilDate } from '../../../shared/contracts';
import { utcMidnight } from '../../../shared/dates';
import type { LeverQuery } from '../../../shared/transport';
import type { Crawled, CrawlPlan } from '../reading/crawlPlan';
import { epochOf, idOf, isRecord, textOf, type LeverRecord } from '../reading/leverJson';

/** What Collect keeps of an audit event (lever-api.md §5.12): ids, roles and times. */
type AuditEventFacts = Omit<AuditEvent, 'kind' | 'auditEventId' | 'collectionId' | 'rawSha256'>;

/** Events that checks rest on. Lever takes one type per request; sign-ins are by far the most events. */
const TYPES = [
	'user:added',
	'user:deactivated',
	'user:reactivated',
	'user.role:changed',
	'user.permission:changed',
	'key:removed',
];

/** A key in use may have been made at any time. */
const KEYS_MADE: LeverQuery = { type: 'key:added' };

/**
 * What people did in the account.
 *
 * @param signIns read who signed in when, and everything else, too
 */
export function auditEventsPlan(since: CivilDate, signIns: boolean): CrawlPlan<AuditEventFacts> {
	const from = { created_at_start: utcMidnight(since) };
	const queries = signIns ? [from] : TYPES.map((type) => ({ type, ...from }));
	return {
		resource: 'audit_events',
		purpose: 'auditEvents',
		rule: `${
			signIns
				? `Every audit event since ${since}, sign-ins included`
				: `The audit events since ${since} of the types ${TYPES.join(', ')}`
		}; and the making of every API key.`,
		requests: [KEYS_MADE, ...queries].map((query) => ({ path: '/audit_events', query })),
		extras: [],
		refused: [],
		deactivated: 'notApplicable',
		partition: 'createdAt',
		rereads: false,
		identify: ({ id, createdAt }) => (epochOf(createdAt) === null ? null : idOf(id)),
		keep: auditEventFacts,
	};
}

/** Sorted by id. */
export function auditEventItems({ records, collection }: Crawled<AuditEventFacts>): AuditEvent[] {
	return records
		.map(
			({ id, rawSha256, value }): AuditEvent => ({
				kind: 'auditEvent',
				auditEventId: id,
				...value,
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.auditEventId, b.auditEventId));
}

function auditEventFacts(raw: LeverRecord): AuditEventFacts {
	const user = isRecord(raw.user) ? raw.user : {};
	const target = isRecord(raw.target) ? raw.target : {};
	const meta = isRecord(raw.meta) ? raw.meta : {};
	const type = textOf(raw.type) ?? '';
	const changesRights = type === 'user.role:changed' || type === 'user.permission:changed';
	return {
		type,
		at: epochOf(raw.createdAt) ?? 0,
		userId: idOf(user),
		userRole: textOf(user.role),
		targetType: textOf(target.type),
		targetId: idOf(target),
		// Other events have addresses and settings here.
		from: changesRights ? nameOf(meta.from) : null,
		to: changesRights ? nameOf(meta.to) : null,
		tokenLastFour: isRecord(meta.key) ? textOf(meta.key.tokenLastFour) : null,
	};
}

/** A role is a text, a permission a record with a name. */
function nameOf(value: unknown): string | null {
	return isRecord(value) ? textOf(value.name) : textOf(value);
}
