import type { components } from '../../../api/lever.d.ts';
import { ARCHIVE_REASON, OPPORTUNITY, USER } from './samples.mts';

type Schemas = components['schemas'];

/** Plainly synthetic records of every other kind, in the shape of lever-api.md §5. */

const STAGE_ID = '8b3d1f62-5e97-4ac0-9273-d46f0b8ea915';

export const POSTING: Schemas['Posting'] = {
	id: '9e27d5b6-40f8-4c13-a7e2-3b6c910d8f45',
	text: 'Backend Engineer',
	state: 'published',
	distributionChannels: ['internal', 'public'],
	user: 'c41f7b08-e65a-4d29-93d7-18ab52f0e6c3',
	owner: USER.id,
	hiringManager: null,
	categories: {
		commitment: 'Full-time',
		department: 'Technology',
		level: null,
		location: 'Bergen',
		team: 'Platform',
		allLocations: ['Bergen'],
	},
	tags: [],
	content: { description: 'Build services.', lists: [] },
	country: 'NO',
	followers: [],
	reqCode: null,
	requisitionCodes: ['T-31'],
	urls: {
		list: 'https://jobs.lever.co/acme-demo',
		show: 'https://jobs.lever.co/acme-demo/9e27d5b6-40f8-4c13-a7e2-3b6c910d8f45',
	},
	confidentiality: 'non-confidential',
	createdAt: 1_764_579_600_000,
	updatedAt: 1_764_666_000_000,
	workplaceType: 'hybrid',
};

export const DELETED_POSTING: Schemas['DeletedPosting'] = {
	id: POSTING.id,
	deletedAt: 1_768_476_600_000,
};

export const APPLICATION_FORM: Schemas['PostingApplyForm'] = {
	customQuestions: [{ id: 'q1', text: 'A few questions', fields: [] }],
	eeoQuestions: [{ text: 'Gender' }],
	personalInformation: [{ name: 'fullName', text: 'Full name', required: true }],
	urls: [{ name: 'LinkedIn', text: 'LinkedIn', required: false }],
};

export const POSTING_USERS: Schemas['PostingUsers'] = {
	posting: { id: POSTING.id, text: POSTING.text },
	users: [{ id: USER.id, name: USER.name, role: 'team' }],
	roles: [{ id: 'team', name: 'Team Member', isReadOnly: true }],
};

export const REQUISITION: Schemas['Requisition'] = {
	id: '2cf6b817-d03e-495a-b84f-a1e97d5c6032',
	createdAt: 1_764_493_200_000,
	confidentiality: 'non-confidential',
	status: 'open',
	name: 'Backend Engineer',
	requisitionCode: 'T-31',
	headcountTotal: 'unlimited',
	headcountHired: 1,
	creator: USER.id,
	owner: USER.id,
	hiringManager: null,
	location: 'Bergen',
	team: 'Platform',
	department: 'Technology',
	postings: [POSTING.id],
	offerIds: [],
	updatedAt: 1_768_476_600_000,
	closedAt: null,
};

export const REQUISITION_FIELD: Schemas['RequisitionField'] = {
	id: 'cost_center',
	text: 'Cost center',
	type: 'text',
	isRequired: true,
};

export const APPLICATION: Schemas['Application'] = {
	id: '06b8f3d9-7c52-4ea1-8d34-f92a5c1e7b60',
	type: 'posting',
	candidateId: OPPORTUNITY.id,
	opportunityId: OPPORTUNITY.id,
	posting: POSTING.id,
	postingOwner: USER.id,
	postingHiringManager: null,
	user: null,
	name: 'Ingrid Solvang',
	email: 'ingrid.solvang@example.com',
	company: null,
	customQuestions: [],
	createdAt: 1_765_270_800_000,
	archived: { reason: ARCHIVE_REASON.id, archivedAt: 1_768_476_600_000 },
	requisitionForHire: {
		id: REQUISITION.id,
		requisitionCode: 'T-31',
		hiringManagerOnHire: null,
	},
};

export const DELETED_APPLICATION: Schemas['DeletedApplication'] = {
	id: APPLICATION.id,
	deletedAt: 1_768_476_600_000,
	opportunityId: OPPORTUNITY.id,
	postingId: POSTING.id,
};

export const DELETED_OPPORTUNITY: Schemas['DeletedOpportunity'] = {
	...OPPORTUNITY,
	deletedBy: USER.id,
	deletedAt: 1_768_476_600_000,
};

export const INTERVIEW: Schemas['Interview'] = {
	id: 'a5e7c910-28f4-4b63-9d1c-7f6e0b3d8a42',
	panel: 'f1d06b3c-95a8-47e2-b4c7-2e8d5a9f7031',
	subject: 'Technical interview',
	note: null,
	interviewers: [
		{ id: USER.id, name: 'Marek Dvorak', email: USER.email, feedbackTemplate: 'no-feedback' },
		{ id: 'u2', name: null, email: 'lucia.ferraro@example.com' },
		{ id: 'u3' },
	],
	timezone: 'Europe/Oslo',
	createdAt: 1_765_875_600_000,
	date: 1_766_392_200_000,
	duration: 45,
	location: null,
	feedbackTemplate: null,
	feedbackForms: [],
	feedbackReminder: 'daily',
	user: USER.id,
	stage: STAGE_ID,
	canceledAt: null,
	postings: [POSTING.id],
};

export const PANEL: Schemas['Panel'] = {
	id: 'f1d06b3c-95a8-47e2-b4c7-2e8d5a9f7031',
	applications: [APPLICATION.id],
	canceledAt: null,
	createdAt: 1_765_875_600_000,
	start: 1_766_392_200_000,
	end: 1_766_394_900_000,
	externallyManaged: false,
	externalUrl: null,
	feedbackReminder: 'daily',
	interviews: [{ id: INTERVIEW.id, date: INTERVIEW.date, duration: 45, subject: 'Technical' }],
	note: null,
	stage: STAGE_ID,
	timezone: 'Europe/Oslo',
	user: USER.id,
};

export const FEEDBACK: Schemas['Feedback'] = {
	id: 'e6b1f4d8-370c-4a95-8e2b-c9d57a0f1364',
	type: 'interview',
	text: 'Technical interview',
	instructions: '',
	fields: [
		{ id: 'f1', type: 'score-system', text: 'Rating', value: '3 - Hire' },
		{ id: 'f2', type: 'text', text: 'Rating', value: null },
	],
	baseTemplateId: '7d92a0c6-5b1e-43f8-a87d-e4c60f3b9215',
	interview: INTERVIEW.id,
	panel: PANEL.id,
	user: USER.id,
	createdAt: 1_766_396_700_000,
	completedAt: 1_766_397_000_000,
	updatedAt: 1_766_397_000_000,
	deletedAt: null,
};

export const PROFILE_FORM: Schemas['ProfileForm'] = {
	id: 'b90c3e57-6f1a-4d82-97e5-38a4d1f0c6b2',
	type: 'form',
	text: 'Background check',
	instructions: '',
	baseTemplateId: '3a7f50d1-8c4e-4296-b1fd-60e9c7d2a583',
	fields: [{ id: 'f1', type: 'date', text: 'Completed on', value: 1_768_176_000_000 }],
	user: USER.id,
	stage: 'offer',
	createdAt: 1_768_215_600_000,
	completedAt: 1_768_215_600_000,
	deletedAt: null,
};

export const NOTE: Schemas['Note'] = {
	id: '52d8e1b7-c06f-4a3b-9f74-d81c5e2a9036',
	text: 'Note',
	fields: [
		{ type: 'note', text: 'Comment', value: 'References requested.', user: USER.id },
		{ type: 'note', text: 'Comment', value: 'They are good.', user: USER.id },
	],
	user: USER.id,
	secret: false,
	completedAt: 1_766_404_800_000,
	deletedAt: null,
	createdAt: 1_766_404_800_000,
};

export const REFERRAL: Schemas['Referral'] = {
	id: 'c7f39a04-1d5b-4e86-82a0-9b6e4d7c3f15',
	type: 'referral',
	text: 'Referral',
	instructions: '',
	fields: [{ id: 'f1', type: 'text', text: 'Name of referrer', value: 'Lucia Ferraro' }],
	baseTemplateId: '0b5d7e92-f3c8-4a16-9d07-7a2e1c4f8b63',
	user: USER.id,
	referrer: null,
	stage: 'lead-new',
	createdAt: 1_765_270_800_000,
	completedAt: 1_765_270_800_000,
};

export const FEEDBACK_TEMPLATE: Schemas['FeedbackTemplate'] = {
	id: '7d92a0c6-5b1e-43f8-a87d-e4c60f3b9215',
	text: 'Technical interview',
	group: { id: 'g1', name: 'Engineering' },
	instructions: 'Be fair.',
	fields: [{ id: 'f1', type: 'score-system', text: 'Rating' }],
	stage: STAGE_ID,
	createdAt: 1_764_493_200_000,
	updatedAt: null,
};

export const PROFILE_FORM_TEMPLATE: Schemas['FormTemplate'] = {
	id: '3a7f50d1-8c4e-4296-b1fd-60e9c7d2a583',
	text: 'Background check',
	group: null,
	instructions: null,
	secretByDefault: true,
	fields: [{ id: 'f1', type: 'date', text: 'Completed on' }],
	stage: null,
	createdAt: 1_764_493_200_000,
	updatedAt: null,
};

export const RESUME: Schemas['Resume'] = {
	id: '7e4c0d9a-b582-4f61-a3e7-16d98b5f2c07',
	createdAt: 1_765_270_800_000,
	file: {
		name: 'cv-solvang.pdf',
		ext: 'pdf',
		downloadUrl: 'https://elsewhere.example.com/cv-solvang.pdf',
		uploadedAt: '1765270801000',
		status: 'processed',
		size: 84_211,
	},
	parsedData: {
		positions: [{ org: 'Fjordbyte AS', title: 'Engineer', start: { year: 2021, month: 8 } }],
		schools: [],
	},
};

export const FILE: Schemas['OpportunityFile'] = {
	id: '40f9b6e3-8d17-4c52-b0a4-e57c2d91f836',
	downloadUrl: 'https://elsewhere.example.com/screening-report.pdf',
	ext: '.pdf',
	name: 'screening-report.pdf',
	uploadedAt: 1_768_215_000_000,
	status: 'processed',
	size: 51_200,
};

export const FILE_ACTION: Schemas['FileAction'] = { id: 'fa1' };

export const AUDIT_EVENT: Schemas['AuditEvent'] = {
	id: 'd20e7f5b-4c98-4a61-b3d7-5f08c1e96a42',
	createdAt: 1_767_690_000_000,
	type: 'user.role:changed',
	user: { id: 'c41f', email: 'lucia.ferraro@example.com', name: 'Lucia Ferraro', role: 'admin' },
	target: { id: USER.id, type: 'user', label: 'Marek Dvorak' },
	meta: { from: 'interviewer', to: 'team member' },
};

export const SOURCE: Schemas['Source'] = { count: 41, text: 'Job site' };

export const DISPOSITION_STAGES: Schemas['DispositionStages'] = {
	stages: [{ id: 'lead-new', text: 'New lead', pipeline: 'lead', rank: 1, hasInterview: false }],
	archiveReasons: [ARCHIVE_REASON],
};

export const WEBHOOK: Schemas['Webhook'] = {
	id: 'w1',
	event: 'candidateHired',
	url: 'https://n8n.example.com/webhook/lever',
	configuration: { conditions: { origins: ['applied', 'referred'] } },
	createdAt: 1_767_690_000_000,
	updatedAt: 1_767_690_000_000,
};
