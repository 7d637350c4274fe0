import { aUser, type Company } from '../run/company.mts';
import type { AuditEvent, Posting, User } from '../../../nodes/shared/contracts/index.ts';

/** A row of a list as a test writes it. */
export type Row = Record<string, unknown>;

/** Staff row of `aUser(key)`, who works here. */
export const staffOf = (key: string, changes: Row = {}): Row => ({
	external_id: `E-${key}`,
	email: `user-${key}@example.com`,
	name: `User ${key}`,
	status: 'active',
	end_date: '',
	...changes,
});

/** One user, `aUser('a')`, with a row on the staff list. */
export const oneUser = (user: Partial<User> = {}, more: Company = {}): Company => ({
	users: [aUser('a', user)],
	staff: [staffOf('a')],
	...more,
});

/** A row of the Approvals list about `aUser('a')`, given by somebody else and not ended. */
export const approvalOf = (type: string, changes: Row = {}): Row => ({
	id: 'A-1',
	type,
	subject_id: 'user-a',
	approved_by: 'approver@example.com',
	approved_at: '2026-01-05',
	expires_at: '',
	decision: '',
	...changes,
});

export const eventOf = (
	type: string,
	at: string,
	changes: Partial<AuditEvent> = {},
): AuditEvent => ({
	kind: 'auditEvent',
	auditEventId: `event-${type}-${at}`,
	type,
	at: Date.parse(at),
	userId: 'user-a',
	userRole: null,
	targetType: 'user',
	targetId: 'user-a',
	from: null,
	to: null,
	tokenLastFour: null,
	collectionId: '8'.repeat(64),
	rawSha256: '4'.repeat(64),
	...changes,
});

export const aPosting = (key: string, changes: Partial<Posting> = {}): Posting => ({
	kind: 'posting',
	postingId: `posting-${key}`,
	title: 'Engineer',
	state: 'published',
	team: null,
	department: null,
	location: null,
	commitment: null,
	owner: null,
	hiringManager: null,
	creator: null,
	requisitionCodes: [],
	confidential: false,
	collectionId: '7'.repeat(64),
	rawSha256: '5'.repeat(64),
	...changes,
});
