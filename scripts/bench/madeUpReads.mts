import type { LeverCollection } from '../../nodes/shared/contracts/index.ts';

/** Evidence date of made-up companies, a Monday. */
export const AS_OF = '2026-11-02T06:00:00.000Z';
export const PERIOD = { from: '2025-11-02', to: '2026-12-02' };

const ID_DIGITS: Record<string, string> = {
	hires: 'a',
	offers: 'b',
	users: 'c',
	identities: 'd',
	records: 'e',
	definitions: 'f',
	jobs: '7',
	auditEvents: '8',
	files: '9',
	connection: '6',
	interviews: '5',
};

/** The collection record of a complete read of a made-up company, with what is laid over it. */
export function collectionOf(
	purpose: LeverCollection['purpose'],
	changes: Partial<LeverCollection> = {},
): LeverCollection {
	const resource = ['hires', 'identities', 'records'].includes(purpose) ? 'opportunities' : purpose;
	return {
		kind: 'collection',
		source: 'lever',
		collectionId: (ID_DIGITS[purpose] ?? '0').repeat(64),
		resource,
		operation: 'getAll',
		purpose,
		environment: 'production',
		baseUrl: 'https://api.lever.co/v1',
		production: true,
		credentialKind: 'apiKey',
		asOf: AS_OF,
		period: PERIOD,
		workflowZone: 'UTC',
		startedAt: AS_OF,
		finishedAt: AS_OF,
		requests: [],
		pages: 1,
		records: 1,
		uniqueIds: 1,
		duplicates: 0,
		recordsSha256: '0'.repeat(64),
		retries: 0,
		throttled: 0,
		restartedCursors: 0,
		visibility: { confidential: 'included', deactivated: 'included' },
		complete: true,
		rule: 'Every one',
		...changes,
	};
}
