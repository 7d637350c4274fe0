import { uuidFor } from '../scenarios/ids.mts';
import type { StoredAuditEvent, StoredUser } from '../scenarios/records.mts';
import { auditUser } from '../world/audit.mts';
import type { KeyFacts } from './keyRing.mts';

export type KeyEventType = 'key:added' | 'key:removed';

/**
 * The audit event of a key (lever-api.md §5.12): the only place in the API where its name and age are seen.
 *
 * @param by who did it; null when nobody knows
 * @param at milliseconds since 1970 UTC
 */
export function keyEvent(
	type: KeyEventType,
	key: KeyFacts,
	by: StoredUser | null,
	at: number,
): StoredAuditEvent {
	const { id, name, tokenLastFour } = key;
	return {
		id: uuidFor(`${type}/${id}`),
		createdAt: at,
		type,
		user: by === null ? null : auditUser(by),
		target: { id, type: 'key', label: name },
		meta: { key: { id, name, partner: null, tokenLastFour, service: 'data-api' } },
	};
}
