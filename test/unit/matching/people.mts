import type {
	Hire,
	HireOffer,
	ListedDate,
	ScreeningRecord,
	StaffRecord,
	User,
} from '../../../nodes/shared/contracts/index.ts';
import type {
	ConfirmedMatch,
	ScreeningDetails,
	ScreeningRow,
	StaffDetails,
	StaffRow,
} from '../../../nodes/LeverCompliance/lists/index.ts';
import type { HireToMatch } from '../../../nodes/LeverCompliance/matching/index.ts';
import { timeZone } from '../../../nodes/shared/dates/index.ts';

const NO_HASH = '0'.repeat(64);

/** A signed offer; times are ISO text. */
export function anOffer(id: string, changes: Partial<HireOffer> = {}): HireOffer {
	const signedAt = Date.parse('2026-09-05T10:00:00Z');
	return {
		id,
		opportunityId: 'opp-1',
		status: 'signed',
		createdAt: Date.parse('2026-09-01T10:00:00Z'),
		approvedAt: null,
		sentAt: Date.parse('2026-09-02T10:00:00Z'),
		candidateSignedAt: signedAt,
		candidateSigned: changes.candidateSignedAt !== null,
		otherSignedAt: null,
		signedDocumentAt: null,
		startDateRaw: Date.parse('2026-10-05T00:00:00Z'),
		jobTitle: null,
		location: null,
		...changes,
	};
}

/** A hire of the contact `contact-<n>` with the opportunity `opp-<n>`, archived as hired. */
export function aHire(n: number | string, changes: Partial<Hire> = {}): Hire {
	const archivedAt = Date.parse('2026-09-06T10:00:00Z');
	return {
		kind: 'hire',
		hireId: `contact-${n}:opp-${n}`,
		contact: `contact-${n}`,
		opportunityIds: [`opp-${n}`],
		postingId: null,
		jobTitle: null,
		workLocation: null,
		startDate: null,
		startDateSource: 'none',
		acceptedAt: null,
		acceptedAtSource: 'none',
		archivedAt,
		hiredReasonId: 'reason-hired',
		archives: [
			{ opportunityId: `opp-${n}`, reasonId: 'reason-hired', reasonType: 'hired', archivedAt },
		],
		stageIds: ['stage'],
		isAnonymized: false,
		confidential: false,
		owner: null,
		hiringManager: null,
		offersRead: true,
		offers: [],
		screeningTags: [],
		leverUrl: null,
		collectionIds: { opportunities: NO_HASH, offers: NO_HASH },
		identity: { name: '', emails: [], otherEmails: [] },
		rawSha256: {},
		...changes,
	};
}

export function hireNamed(
	n: number | string,
	name: string,
	emails: string[] = [],
	changes: Partial<Hire> = {},
): Hire {
	return aHire(n, { identity: { name, emails, otherEmails: [] }, ...changes });
}

/** Offer sent on 2 September, start on 5 October 2026. */
export function toMatch(hire: Hire, changes: Partial<HireToMatch> = {}): HireToMatch {
	return {
		hire,
		start: '2026-10-05',
		offerDay: '2026-09-02',
		workZone: timeZone('UTC'),
		birthDate: null,
		...changes,
	};
}

export function day(date: string): ListedDate {
	return { precision: 'day', date };
}

const MISSING: ListedDate = { precision: 'missing' };

/** A row that says nothing but its status and dates. */
export const NO_SCREENING_DETAILS: ScreeningDetails = {
	package: null,
	components: null,
	cancelledSearches: null,
	result: 'none',
	adjudication: 'none',
	adjudicatedAt: MISSING,
	preAdverseAt: MISSING,
	postAdverseAt: MISSING,
	validUntil: MISSING,
	recordType: 'check',
};

/** A row that says nothing but its status and dates. */
export const NO_STAFF_DETAILS: StaffDetails = {
	employmentType: null,
	jobTitle: null,
	department: null,
	accountCreatedAt: MISSING,
	lastSignInAt: MISSING,
};

interface RowFacts {
	name?: string;
	emails?: string[];
	externalId?: string | null;
	orderedAt?: ListedDate;
	birthDate?: string | null;
}

/** A done record, ordered on 10 September 2026. */
export function aScreening(id: string, facts: RowFacts = {}): ScreeningRow {
	const record: ScreeningRecord = {
		kind: 'screeningRecord',
		recordId: id,
		row: 1,
		provider: 'Checkr',
		externalId: facts.externalId ?? null,
		state: 'done',
		orderedAt: facts.orderedAt ?? day('2026-09-10'),
		completedAt: day('2026-09-20'),
		hasCancelled: false,
		rawSha256: NO_HASH,
	};
	return {
		record,
		details: NO_SCREENING_DETAILS,
		reference: id,
		name: facts.name ?? '',
		emails: facts.emails ?? [],
		birthDate: facts.birthDate ?? null,
	};
}

/** A row of a current employee. */
export function aStaffRow(
	id: string,
	facts: { name?: string; emails?: string[]; birthDate?: string } = {},
	record: Partial<StaffRecord> = {},
): StaffRow {
	return {
		record: {
			kind: 'staffRecord',
			recordId: id,
			row: 1,
			externalId: id,
			employment: 'current',
			startDate: { precision: 'missing' },
			endDate: { precision: 'missing' },
			rawSha256: NO_HASH,
			...record,
		},
		details: NO_STAFF_DETAILS,
		reference: id,
		name: facts.name ?? '',
		emails: facts.emails ?? [],
		birthDate: facts.birthDate ?? null,
	};
}

export function aUser(id: string, changes: Partial<User> = {}): User {
	return {
		kind: 'user',
		userId: id,
		name: '',
		username: null,
		email: `${id}@example.com`,
		accessRole: 'interviewer',
		createdAt: null,
		deactivatedAt: null,
		externalDirectoryId: null,
		linkedContactIds: [],
		jobTitle: null,
		managerId: null,
		collectionId: NO_HASH,
		rawSha256: NO_HASH,
		...changes,
	};
}

export function confirmed(subjectId: string, recordId: string): ConfirmedMatch {
	return {
		type: 'confirmed_match',
		id: `A-${subjectId}-${recordId}`,
		row: 1,
		rawSha256: NO_HASH,
		subjectId,
		recordId,
		reason: '',
		requestedBy: '',
		approvedBy: 'lead@example.com',
		approvedAt: { precision: 'day', date: '2026-09-01' },
		expiresAt: null,
	};
}
