import type { Posting, Requisition } from '../../../nodes/shared/contracts/index.ts';

/** Open, approved by nobody in particular, one of two hired. */
export function aRequisition(key: string, changes: Partial<Requisition> = {}): Requisition {
	return {
		kind: 'requisition',
		requisitionId: `requisition-${key}`,
		requisitionCode: `R-${key}`,
		status: 'open',
		headcountTotal: 2,
		headcountHired: 1,
		employmentStatus: 'full-time',
		creator: 'user-maker',
		owner: 'user-owner',
		hiringManager: 'user-manager',
		postingIds: [],
		offerIds: [],
		approval: null,
		createdAt: null,
		closedAt: null,
		confidential: false,
		collectionId: '7'.repeat(64),
		rawSha256: '4'.repeat(64),
		...changes,
	};
}

export function aPosting(key: string, changes: Partial<Posting> = {}): Posting {
	return {
		kind: 'posting',
		postingId: `posting-${key}`,
		title: 'Engineer',
		state: 'published',
		team: 'Platform',
		department: 'Technology',
		location: 'Berlin',
		commitment: 'Full-time',
		owner: 'user-owner',
		hiringManager: 'user-manager',
		creator: 'user-owner',
		requisitionCodes: [],
		confidential: false,
		collectionId: '7'.repeat(64),
		rawSha256: '5'.repeat(64),
		...changes,
	};
}
