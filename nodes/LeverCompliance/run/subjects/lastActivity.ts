import type { AuditEvent, EpochMilliseconds } from '../../../shared/contracts';

/**
 * User → the latest thing that this person did, sign-ins included (UAR-05). A sign-in that failed shows
 * that somebody tried, not who: it does not count. Nor does what came after the evidence date.
 *
 * @param auditEvents oldest first
 */
export function lastActivityOf(
	auditEvents: readonly AuditEvent[],
	asOf: EpochMilliseconds,
): ReadonlyMap<string, AuditEvent> {
	const latest = new Map<string, AuditEvent>();
	for (const event of auditEvents) {
		if (event.at > asOf || event.type === 'user.authentication:failed') continue;
		if (event.userId !== null) latest.set(event.userId, event);
		if (event.type === SIGNED_IN && event.targetId !== null) latest.set(event.targetId, event);
	}
	return latest;
}

/** Its target is the one who signed in (lever-api.md §5.12). */
const SIGNED_IN = 'user.authentication:succeeded';
