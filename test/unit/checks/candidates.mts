import type { Opportunity } from '../../../nodes/shared/contracts/index.ts';
import { millis } from '../run/company.mts';

/** Archived as declined on 1 October 2026, in Berlin. */
export function aCandidate(key: string, changes: Partial<Opportunity> = {}): Opportunity {
	return {
		kind: 'opportunity',
		opportunityId: `opp-${key}`,
		contact: `contact-${key}`,
		stageId: 'stage',
		archived: { reasonId: 'reason-declined', archivedAt: millis('2026-10-01T10:00:00Z') },
		owner: 'user-owner',
		tags: [],
		isAnonymized: false,
		confidential: false,
		createdAt: null,
		updatedAt: null,
		lastAdvancedAt: null,
		dataProtection: null,
		location: 'Berlin',
		collectionId: 'e'.repeat(64),
		rawSha256: '8'.repeat(64),
		...changes,
	};
}
