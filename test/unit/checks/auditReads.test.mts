import { describe, expect, it } from 'vitest';

import { signInsReadSince } from '../../../nodes/LeverCompliance/checks/access/signInSources.ts';
import { auditEventsReadFrom } from '../../../nodes/LeverCompliance/checks/reads.ts';
import type { LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import { timeZone } from '../../../nodes/shared/dates/index.ts';
import { collectionOf, millis, REFUSED } from '../run/company.mts';

const ROLE_CHANGED = 'user.role:changed';
const UTC = { organisationZone: timeZone('UTC') };

/** A read of audit events from a day on; left out: from the first one on. */
const read = (
	day?: string,
	type?: string,
	changes: Partial<LeverCollection> = {},
): LeverCollection => {
	const query: Record<string, string> = {
		...(day !== undefined && { created_at_start: String(millis(day)) }),
		...(type !== undefined && { type }),
	};
	return collectionOf('auditEvents', { requests: [{ path: '/audit_events', query }], ...changes });
};
const account = (...collections: LeverCollection[]) => ({
	collections,
	period: { from: '2025-11-02', to: '2026-11-02' },
});

/** From when on role changes and sign-ins were read, as days. */
const readFrom = (...collections: LeverCollection[]) => {
	const changes = auditEventsReadFrom(account(...collections), ROLE_CHANGED);
	return {
		roleChanges: changes === null ? null : new Date(changes).toISOString().slice(0, 10),
		signIns: signInsReadSince(account(...collections), UTC),
	};
};

describe('from when on audit events were read', () => {
	it.each<[string, LeverCollection[], ReturnType<typeof readFrom>]>([
		['not at all', [], { roleChanges: null, signIns: null }],
		['every type', [read('2026-03-01')], { roleChanges: '2026-03-01', signIns: '2026-03-01' }],
		['one type', [read('2026-03-01', ROLE_CHANGED)], { roleChanges: '2026-03-01', signIns: null }],
		['another type', [read('2026-03-01', 'key:added')], { roleChanges: null, signIns: null }],
		[
			'a read that failed',
			[read('2026-03-01', undefined, REFUSED)],
			{ roleChanges: null, signIns: null },
		],
		[
			'a read that failed beside a shorter one',
			[read('2026-03-01', undefined, REFUSED), read('2026-09-01')],
			{ roleChanges: '2026-09-01', signIns: '2026-09-01' },
		],
		[
			'a read that failed beside a longer one',
			[read('2026-03-01'), read('2026-09-01', undefined, REFUSED)],
			{ roleChanges: '2026-03-01', signIns: '2026-03-01' },
		],
		[
			'a read of everything that failed beside one of a type',
			[read('2026-03-01', undefined, REFUSED), read('2026-09-01', ROLE_CHANGED)],
			{ roleChanges: '2026-09-01', signIns: null },
		],
	])('%s', (_what, reads, expected) => {
		expect(readFrom(...reads)).toEqual(expected);
	});

	it('counts sign-ins within the period only', () => {
		expect(signInsReadSince(account(read()), UTC)).toBe('2025-11-02');
		expect(signInsReadSince(account(read('2025-01-01')), UTC)).toBe('2025-11-02');
		expect(auditEventsReadFrom(account(read()), ROLE_CHANGED)).toBe(-Infinity);
	});
});
