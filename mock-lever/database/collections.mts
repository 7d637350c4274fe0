import type { LeverDatabase } from '../scenarios/records.mts';

/** A part of a JSON Schema */
export type JsonSchema = { [keyword: string]: unknown };

const text = { type: 'string' };
const textOrNothing = { type: ['string', 'null'] };
const texts = { type: 'array', items: text };
const moment = { type: 'integer' };
const momentOrNothing = { type: ['integer', 'null'] };
const flag = { type: 'boolean' };

/** What the store adds to Lever's record of a sub-list, to find it */
const ofOpportunity = { opportunityId: text };

interface CollectionShape {
	/** Schema of Lever's record in the API description; left out: Lever shows none */
	record?: string;
	/** Required, beside what the description requires: what the store adds, and ids that Lever may expand */
	stored: Record<string, JsonSchema>;
	/** May be left out */
	optional?: Record<string, JsonSchema>;
}

/** How each collection of an account file looks. */
export const COLLECTION_SHAPES: Record<keyof LeverDatabase, CollectionShape> = {
	accounts: { stored: { id: text, name: text, site: text, auditEvents: flag } },
	opportunities: {
		record: 'Opportunity',
		stored: {
			name: text,
			contact: text,
			stage: text,
			owner: textOrNothing,
			sourcedBy: textOrNothing,
			followers: texts,
			applications: texts,
			lastAdvancedAt: moment,
			lastInteractionAt: moment,
		},
	},
	deleted_opportunities: {
		record: 'DeletedOpportunity',
		stored: { contact: text, stage: text, owner: textOrNothing, deletedAt: moment },
	},
	contacts: { record: 'Contact', stored: { id: text, name: text, emails: texts } },
	applications: {
		record: 'Application',
		stored: { ...ofOpportunity, posting: text, user: textOrNothing },
	},
	deleted_applications: {
		record: 'DeletedApplication',
		stored: { deletedAt: moment, opportunityId: text, postingId: text },
	},
	offers: { record: 'Offer', stored: { ...ofOpportunity, creator: text } },
	users: { record: 'User', stored: { name: text, email: text, deactivatedAt: momentOrNothing } },
	stages: {
		record: 'Stage',
		stored: {
			rank: { type: 'number' },
			pipeline: { enum: ['lead', 'applicant', 'screen', 'onsite', 'offer'] },
			hasInterview: flag,
		},
	},
	archive_reasons: {
		record: 'ArchiveReason',
		stored: { status: { enum: ['active', 'inactive'] }, type: { enum: ['hired', 'non-hired'] } },
	},
	tags: { record: 'Tag', stored: { count: moment } },
	sources: { record: 'Source', stored: { count: moment } },
	postings: {
		record: 'Posting',
		stored: { text, owner: textOrNothing, hiringManager: textOrNothing, createdAt: moment },
	},
	deleted_postings: { record: 'DeletedPosting', stored: { deletedAt: moment } },
	requisitions: {
		record: 'Requisition',
		stored: { owner: textOrNothing, hiringManager: textOrNothing, postings: texts },
	},
	requisition_fields: { record: 'RequisitionField', stored: {} },
	interviews: { record: 'Interview', stored: { ...ofOpportunity, user: text, stage: text } },
	panels: { record: 'Panel', stored: { ...ofOpportunity, user: text, stage: text } },
	feedback: { record: 'Feedback', stored: { ...ofOpportunity, user: text } },
	forms: { record: 'ProfileForm', stored: { ...ofOpportunity, user: text } },
	notes: { record: 'Note', stored: { ...ofOpportunity, user: text } },
	referrals: { record: 'Referral', stored: { ...ofOpportunity, user: text } },
	resumes: {
		record: 'Resume',
		stored: ofOpportunity,
		optional: { redirected: { const: true } },
	},
	files: {
		record: 'OpportunityFile',
		stored: { ...ofOpportunity, uploadedAt: moment, size: moment },
		optional: { redirected: { const: true } },
	},
	file_actions: { record: 'FileAction', stored: { ...ofOpportunity, id: text, createdAt: moment } },
	feedback_templates: { record: 'FeedbackTemplate', stored: {} },
	form_templates: { record: 'FormTemplate', stored: {} },
	audit_events: { record: 'AuditEvent', stored: {} },
	webhooks: { record: 'Webhook', stored: { signatureToken: text } },
};
