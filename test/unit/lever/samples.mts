import type { components } from '../../../api/lever.d.ts';

type Schemas = components['schemas'];

/** Plainly synthetic records in the shape of lever-api.md §5. */
export const OPPORTUNITY: Schemas['Opportunity'] = {
	id: '3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10',
	name: 'Ingrid Solvang',
	contact: 'b7d2e6c4-91a3-4f58-8c20-6e1f4a9d3b57',
	headline: 'Fjordbyte AS',
	stage: 'offer',
	confidentiality: 'non-confidential',
	location: 'Bergen',
	phones: [{ type: 'mobile', value: '+47 555 01 234' }],
	emails: ['ingrid.solvang@example.com'],
	links: [],
	archived: { reason: '71c0e94d-35fa-48b2-a6d8-5f2b7c3e9016', archivedAt: 1_768_476_600_000 },
	tags: ['Backend'],
	sources: ['Job site'],
	stageChanges: [{ toStageId: 'offer', toStageIndex: 9, updatedAt: 1_767_603_600_000 }],
	origin: 'applied',
	sourcedBy: null,
	owner: '5a90c3e1-2d74-4b86-b1f9-7c3e8d604a12',
	followers: ['5a90c3e1-2d74-4b86-b1f9-7c3e8d604a12'],
	applications: ['06b8f3d9-7c52-4ea1-8d34-f92a5c1e7b60'],
	createdAt: 1_765_270_800_000,
	updatedAt: null,
	lastInteractionAt: 1_768_476_600_000,
	lastAdvancedAt: 1_767_603_600_000,
	snoozedUntil: null,
	urls: {
		list: 'https://hire.lever.co/candidates',
		show: 'https://hire.lever.co/candidates/3f1c8a52-6b0d-4e7e-9a41-0c5d2f6b7e10',
	},
	isAnonymized: false,
	dataProtection: null,
	opportunityLocation: 'Bergen',
	fieldFromTomorrow: { kept: true },
};

export const OFFER: Schemas['Offer'] = {
	id: 'd8453a1e-b97c-4260-9f1b-2e70c6a5d384',
	posting: '9e27d5b6-40f8-4c13-a7e2-3b6c910d8f45',
	createdAt: 1_767_603_600_000,
	status: 'signed',
	creator: '5a90c3e1-2d74-4b86-b1f9-7c3e8d604a12',
	fields: [
		{ text: 'Job title', identifier: 'job_title', value: 'Backend Engineer' },
		{ text: 'Office location', identifier: 'location', value: 'Bergen' },
		{ text: 'Offered compensation amount', identifier: 'salary_amount', value: 840_000 },
		{
			text: 'Anticipated start date',
			identifier: 'anticipated_start_date',
			value: Date.UTC(2026, 1, 2),
		},
	],
	signatures: {
		candidate: {
			role: 'candidate',
			name: 'Ingrid Solvang',
			email: 'ingrid.solvang@example.com',
			signedAt: 1_768_212_000_000,
			signed: true,
		},
	},
	approved: true,
	approvedAt: 1_767_690_000_000,
	sentAt: 1_767_776_400_000,
	sentDocument: null,
	signedDocument: null,
};

export const CONTACT: Schemas['Contact'] = {
	id: 'b7d2e6c4-91a3-4f58-8c20-6e1f4a9d3b57',
	name: 'Ingrid Solvang',
	headline: 'Fjordbyte AS',
	isAnonymized: false,
	location: { name: 'Bergen' },
	emails: ['ingrid.solvang@example.com'],
	phones: [{ type: 'mobile', value: '+47 555 01 234' }],
};

export const USER: Schemas['User'] = {
	id: '5a90c3e1-2d74-4b86-b1f9-7c3e8d604a12',
	name: 'Marek Dvorak',
	username: 'marek.dvorak',
	email: 'marek.dvorak@example.com',
	accessRole: 'team member',
	photo: null,
	createdAt: 1_709_283_600_000,
	deactivatedAt: null,
	externalDirectoryId: 'E-1042',
	linkedContactIds: null,
	jobTitle: 'Recruiter',
	managerId: null,
};

export const STAGE: Schemas['Stage'] = { id: 'offer', text: 'Offer' };

export const TAG: Schemas['Tag'] = { count: 12, text: 'Backend' };

export const ARCHIVE_REASON: Schemas['ArchiveReason'] = {
	id: '71c0e94d-35fa-48b2-a6d8-5f2b7c3e9016',
	text: 'Hired',
	status: 'active',
	type: 'hired',
};
