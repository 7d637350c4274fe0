import type { FakeAccount, Raw } from './fakeLever.mts';

/** Milliseconds of a moment given in ISO 8601. */
export function at(iso: string): number {
	return Date.parse(iso);
}

export const HIRED = 'reason-hired';
export const HIRED_FORMER = 'reason-hired-former';
export const WITHDREW = 'reason-withdrew';

export function account(parts: Partial<FakeAccount> = {}): FakeAccount {
	return {
		opportunities: [],
		offers: {},
		users: [],
		stages: [
			{ id: 'lead-new', text: 'New lead' },
			{ id: 'applicant-new', text: 'New applicant' },
			{ id: 'offer', text: 'Offer' },
			{ id: 'stage-preboarding', text: 'Preboarding' },
		],
		archive_reasons: [
			{ id: WITHDREW, text: 'Withdrew', status: 'active', type: 'non-hired' },
			{ id: HIRED, text: 'Hired', status: 'active', type: 'hired' },
			{ id: HIRED_FORMER, text: 'Hired (former)', status: 'inactive', type: 'hired' },
		],
		tags: [
			{ count: 3, text: 'Backend' },
			{ count: 1, text: 'Report Clear' },
		],
		...parts,
	};
}

/** An opportunity as Lever sends it, of a person who is plainly made up. */
export function opportunity(id: string, fields: Raw = {}): Raw {
	const contact = typeof fields.contact === 'string' ? fields.contact : `contact-of-${id}`;
	return {
		id,
		name: `Person ${contact}`,
		contact,
		stage: 'offer',
		confidentiality: 'non-confidential',
		emails: [`${contact}@example.com`],
		phones: [{ type: 'mobile', value: '+47 555 01 234' }],
		links: ['https://www.example.com/profile'],
		archived: null,
		tags: [],
		owner: 'user-recruiter',
		applications: [],
		createdAt: at('2026-08-01T09:00:00Z'),
		updatedAt: at('2026-09-01T09:00:00Z'),
		lastAdvancedAt: at('2026-08-20T09:00:00Z'),
		urls: { show: `https://hire.lever.co/candidates/${id}` },
		isAnonymized: false,
		opportunityLocation: 'Berlin',
		...fields,
	};
}

export function archived(reason: string, archivedAt: string): Raw {
	return { archived: { reason, archivedAt: at(archivedAt) } };
}

/** An offer that the candidate has signed. */
export function signedOffer(
	id: string,
	signedAt: string,
	startDate: unknown,
	fields: Raw = {},
): Raw {
	return {
		id,
		posting: 'posting-backend',
		createdAt: at(signedAt) - 3 * 86_400_000,
		status: 'signed',
		fields: [
			{ text: 'Job title', identifier: 'job_title', value: 'Backend Engineer' },
			{ text: 'Offered compensation amount', identifier: 'salary_amount', value: 840_000 },
			{ text: 'Anticipated start date', identifier: 'anticipated_start_date', value: startDate },
			{ text: 'Hiring manager', identifier: 'hiring_manager', value: 'user-manager' },
			{ text: 'Office location', identifier: 'location', value: 'Los Angeles' },
		],
		signatures: {
			candidate: {
				role: 'candidate',
				name: 'Somebody',
				email: `signer.${id}@example.com`,
				signedAt: at(signedAt),
				signed: true,
			},
		},
		approvedAt: at(signedAt) - 2 * 86_400_000,
		sentAt: at(signedAt) - 86_400_000,
		signedDocument: { fileName: 'offer.pdf', uploadedAt: at(signedAt) + 60_000 },
		...fields,
	};
}

export function user(id: string, fields: Raw = {}): Raw {
	return {
		id,
		name: `User ${id}`,
		username: id,
		email: `${id}@example.com`,
		accessRole: 'team member',
		photo: 'https://www.example.com/photo.png',
		createdAt: at('2024-01-01T09:00:00Z'),
		deactivatedAt: null,
		externalDirectoryId: null,
		linkedContactIds: null,
		jobTitle: null,
		managerId: null,
		...fields,
	};
}
