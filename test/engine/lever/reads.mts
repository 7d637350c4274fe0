import type { INodeParameters } from 'n8n-workflow';

import {
	APPLICATION,
	APPLICATION_FORM,
	AUDIT_EVENT,
	DELETED_APPLICATION,
	DELETED_OPPORTUNITY,
	DELETED_POSTING,
	DISPOSITION_STAGES,
	FEEDBACK,
	FEEDBACK_TEMPLATE,
	FILE,
	FILE_ACTION,
	INTERVIEW,
	NOTE,
	PANEL,
	POSTING,
	POSTING_USERS,
	PROFILE_FORM,
	PROFILE_FORM_TEMPLATE,
	REFERRAL,
	REQUISITION,
	REQUISITION_FIELD,
	RESUME,
	SOURCE,
	WEBHOOK,
} from '../../unit/lever/resourceSamples.mts';
import {
	ARCHIVE_REASON,
	CONTACT,
	OFFER,
	OPPORTUNITY,
	STAGE,
	TAG,
	USER,
} from '../../unit/lever/samples.mts';

/** One operation of the node, what it asks Lever for and what it makes of the answer. */
export interface Read {
	resource: string;
	operation: string;
	parameters: INodeParameters;
	/** With `/v1` */
	path: string;
	/** What is sent besides `limit` */
	query: Record<string, string | string[]>;
	/** As Lever has it */
	record: object;
	/** Lever sends single records in `data`, lists with `hasNext`, and one answer as it is (lever-api.md §3) */
	envelope: 'record' | 'list' | 'none';
	/** Some fields of the output with 'Simplify' on */
	shown: object;
	/** What a key must be allowed; null where lever-api.md §8 gives no pattern */
	permission: string;
	/** Without `:read:admin` */
	scope: string;
	/** Whether its own output has a 'Simplify' */
	simplified: boolean;
}

export const located = (value: string): INodeParameters => ({ __rl: true, mode: 'id', value });

type Facts = Pick<Read, 'record' | 'shown' | 'permission' | 'scope'> &
	Partial<Pick<Read, 'parameters' | 'query' | 'operation' | 'envelope' | 'simplified'>>;

function get(resource: string, path: string, facts: Facts): Read {
	return {
		resource,
		operation: 'get',
		parameters: {},
		path: `/v1${path}`,
		query: {},
		envelope: 'record',
		simplified: true,
		...facts,
	};
}

function getMany(resource: string, path: string, facts: Facts): Read {
	return get(resource, path, { operation: 'getAll', envelope: 'list', ...facts });
}

const opportunityId = located(OPPORTUNITY.id);

/** Get and Get Many of what belongs to an opportunity. */
function ofOpportunity(
	resource: string,
	collection: string,
	record: { id: string },
	label: string,
	shown: object,
): Read[] {
	const path = `/opportunities/${OPPORTUNITY.id}/${collection}`;
	const facts = { record, scope: collection, shown: { opportunityId: OPPORTUNITY.id, ...shown } };
	const labels = label === 'feedback' ? label : `${label}s`;
	return [
		get(resource, `${path}/${record.id}`, {
			...facts,
			parameters: { opportunityId, [`${resource}Id`]: located(record.id) },
			permission: `Read opportunity ${label}`,
		}),
		getMany(resource, path, {
			...facts,
			parameters: { opportunityId },
			permission: `List opportunity ${labels}`,
		}),
	];
}

/** Get and Get Many of a list of the account. */
function ofAccount(
	resource: string,
	collection: string,
	record: { id: string },
	label: string,
	facts: Pick<Read, 'shown'> & Partial<Pick<Read, 'simplified'>>,
): Read[] {
	return [
		get(resource, `/${collection}/${record.id}`, {
			...facts,
			record,
			parameters: { [`${resource}Id`]: located(record.id) },
			permission: `Read ${label}`,
			scope: collection,
		}),
		getMany(resource, `/${collection}`, {
			...facts,
			record,
			permission: label === 'opportunity' ? 'List opportunities' : `List ${label}s`,
			scope: collection,
		}),
	];
}

const asItIs = { simplified: false };

/** Every read of lever-api.md §5 but downloads, EEO responses and surveys. */
export const READS: Read[] = [
	...ofAccount('opportunity', 'opportunities', OPPORTUNITY, 'opportunity', {
		shown: { name: 'Ingrid Solvang', stageId: 'offer' },
	}),
	getMany('opportunity', '/opportunities/deleted', {
		operation: 'getDeleted',
		record: DELETED_OPPORTUNITY,
		shown: { deletedAt: '2026-01-15T11:30:00.000Z', deletedById: USER.id },
		permission: 'List deleted opportunities',
		scope: 'opportunities',
	}),
	getMany('offer', `/opportunities/${OPPORTUNITY.id}/offers`, {
		parameters: { opportunityId },
		record: OFFER,
		shown: { opportunityId: OPPORTUNITY.id, startDate: '2026-02-02' },
		permission: 'List opportunity offers',
		scope: 'offers',
	}),
	get('contact', `/contacts/${CONTACT.id}`, {
		parameters: { contactId: CONTACT.id },
		record: CONTACT,
		shown: { location: 'Bergen' },
		permission: 'Read contact',
		scope: 'contact',
	}),
	...ofAccount('user', 'users', USER, 'user', {
		shown: { accessRole: 'team member', active: true },
	}),
	getMany('user', '/users', {
		parameters: { includeDeactivated: true },
		query: { includeDeactivated: 'true' },
		record: USER,
		shown: { active: true },
		permission: 'List users',
		scope: 'users',
	}),
	...ofAccount('stage', 'stages', STAGE, 'stage', { shown: STAGE, ...asItIs }),
	get('stage', '/disposition_stages', {
		operation: 'getDispositionStages',
		record: DISPOSITION_STAGES,
		shown: DISPOSITION_STAGES,
		permission: 'List disposition stages',
		scope: 'stages',
		...asItIs,
	}),
	getMany('tag', '/tags', {
		record: TAG,
		shown: TAG,
		permission: 'List tags',
		scope: 'tags',
		...asItIs,
	}),
	getMany('source', '/sources', {
		record: SOURCE,
		shown: SOURCE,
		permission: 'List sources',
		scope: 'sources',
		...asItIs,
	}),
	...ofAccount('archiveReason', 'archive_reasons', ARCHIVE_REASON, 'archive reason', {
		shown: ARCHIVE_REASON,
		...asItIs,
	}),
	...ofAccount('posting', 'postings', POSTING, 'posting', {
		shown: { team: 'Platform', location: 'Bergen', ownerId: USER.id },
	}),
	get('posting', `/postings/${POSTING.id}`, {
		parameters: { postingId: located(POSTING.id), distribution: 'internal' },
		query: { distribution: 'internal' },
		record: POSTING,
		shown: { text: 'Backend Engineer' },
		permission: 'Read posting',
		scope: 'postings',
	}),
	get('posting', `/postings/${POSTING.id}/apply`, {
		operation: 'getApplicationForm',
		parameters: { postingId: located(POSTING.id) },
		record: APPLICATION_FORM,
		shown: { postingId: POSTING.id, customQuestions: APPLICATION_FORM.customQuestions },
		permission: 'Read posting application form',
		scope: 'postings',
	}),
	getMany('posting', '/postings/deleted', {
		operation: 'getDeleted',
		record: DELETED_POSTING,
		shown: { deletedAt: '2026-01-15T11:30:00.000Z' },
		permission: 'List deleted postings',
		scope: 'postings',
	}),
	get('posting', `/postings/${POSTING.id}/users`, {
		operation: 'getUsers',
		parameters: { postingId: located(POSTING.id) },
		record: POSTING_USERS,
		envelope: 'none',
		shown: POSTING_USERS,
		permission: 'List posting users',
		scope: 'users',
		...asItIs,
	}),
	...ofAccount('requisition', 'requisitions', REQUISITION, 'requisition', {
		shown: { requisitionCode: 'T-31', headcountTotal: 'unlimited' },
	}),
	...ofAccount('requisitionField', 'requisition_fields', REQUISITION_FIELD, 'requisition field', {
		shown: REQUISITION_FIELD,
		...asItIs,
	}),
	...ofOpportunity('application', 'applications', APPLICATION, 'application', {
		postingId: POSTING.id,
		requisitionId: REQUISITION.id,
	}),
	getMany('application', '/applications/deleted', {
		operation: 'getDeleted',
		record: DELETED_APPLICATION,
		shown: { opportunityId: OPPORTUNITY.id, deletedAt: '2026-01-15T11:30:00.000Z' },
		permission: 'List deleted applications',
		scope: 'applications',
	}),
	...ofOpportunity('interview', 'interviews', INTERVIEW, 'interview', {
		interviewers: ['Marek Dvorak', 'lucia.ferraro@example.com', 'u3'],
		duration: 45,
	}),
	...ofOpportunity('panel', 'panels', PANEL, 'panel', { interviewIds: [INTERVIEW.id] }),
	...ofOpportunity('feedback', 'feedback', FEEDBACK, 'feedback', {
		interviewId: INTERVIEW.id,
		answers: { Rating: '3 - Hire', 'Rating (2)': null },
	}),
	...ofOpportunity('profileForm', 'forms', PROFILE_FORM, 'form', {
		answers: { 'Completed on': '2026-01-12T00:00:00.000Z' },
	}),
	...ofOpportunity('note', 'notes', NOTE, 'note', {
		note: 'References requested.\n\nThey are good.',
		comments: 2,
	}),
	...ofOpportunity('referral', 'referrals', REFERRAL, 'referral', {
		answers: { 'Name of referrer': 'Lucia Ferraro' },
	}),
	...ofAccount('feedbackTemplate', 'feedback_templates', FEEDBACK_TEMPLATE, 'feedback template', {
		shown: { group: 'Engineering', questions: ['Rating'] },
	}),
	...ofAccount('profileFormTemplate', 'form_templates', PROFILE_FORM_TEMPLATE, 'form template', {
		shown: { group: null, secretByDefault: true },
	}),
	...ofOpportunity('resume', 'resumes', RESUME, 'resume', {
		fileName: 'cv-solvang.pdf',
		uploadedAt: '2025-12-09T09:00:01.000Z',
		latestOrganization: 'Fjordbyte AS',
		latestSchool: null,
	}),
	...ofOpportunity('file', 'files', FILE, 'file', { name: 'screening-report.pdf', size: 51_200 }),
	getMany('fileAction', `/opportunities/${OPPORTUNITY.id}/file_actions`, {
		parameters: { opportunityId },
		record: FILE_ACTION,
		shown: FILE_ACTION,
		permission: 'List opportunity file actions',
		scope: 'files',
		...asItIs,
	}),
	getMany('auditEvent', '/audit_events', {
		record: AUDIT_EVENT,
		shown: { user: 'Lucia Ferraro', target: 'Marek Dvorak', meta: { to: 'team member' } },
		permission: 'List audit events',
		scope: 'audit_events',
	}),
	getMany('webhook', '/webhooks', {
		record: WEBHOOK,
		shown: { event: 'candidateHired', origins: ['applied', 'referred'] },
		permission: 'List webhooks',
		scope: 'webhooks',
	}),
];

/** As Lever answers it. */
export function answerOf({ envelope, record }: Read): object {
	if (envelope === 'none') return record;
	return envelope === 'list' ? { data: [record], hasNext: false } : { data: record };
}
