import { uuidFor } from './ids.mts';
import type { StoredAccount, StoredAuditEvent, StoredWebhook } from './records/account.mts';
import type { StoredFile, StoredFileAction, StoredResume } from './records/files.mts';
import type {
	StoredFeedback,
	StoredFeedbackTemplate,
	StoredFormTemplate,
	StoredNote,
	StoredProfileForm,
	StoredReferral,
} from './records/forms.mts';
import type { StoredInterview, StoredPanel } from './records/interviews.mts';
import type {
	StoredDeletedPosting,
	StoredPosting,
	StoredRequisition,
	StoredRequisitionField,
} from './records/jobs.mts';
import type { StoredOffer } from './records/offers.mts';
import type {
	StoredApplication,
	StoredContact,
	StoredDeletedApplication,
	StoredDeletedOpportunity,
	StoredOpportunity,
	StoredUser,
} from './records/people.mts';
import type {
	StoredArchiveReason,
	StoredSource,
	StoredStage,
	StoredTag,
} from './records/pipeline.mts';

/** Lever's records as the mock stores them (lever-api.md §5), and what the store adds to find them. */
export type * from './records/account.mts';
export type * from './records/common.mts';
export type * from './records/files.mts';
export type * from './records/forms.mts';
export type * from './records/interviews.mts';
export type * from './records/jobs.mts';
export type * from './records/offers.mts';
export type * from './records/people.mts';
export type * from './records/pipeline.mts';

/** The whole account; each key is a collection of the store. */
export interface LeverDatabase {
	/** One record: the account itself */
	accounts: StoredAccount[];
	opportunities: StoredOpportunity[];
	deleted_opportunities: StoredDeletedOpportunity[];
	contacts: StoredContact[];
	applications: StoredApplication[];
	deleted_applications: StoredDeletedApplication[];
	offers: StoredOffer[];
	users: StoredUser[];
	stages: StoredStage[];
	archive_reasons: StoredArchiveReason[];
	tags: StoredTag[];
	sources: StoredSource[];
	postings: StoredPosting[];
	deleted_postings: StoredDeletedPosting[];
	requisitions: StoredRequisition[];
	requisition_fields: StoredRequisitionField[];
	interviews: StoredInterview[];
	panels: StoredPanel[];
	feedback: StoredFeedback[];
	forms: StoredProfileForm[];
	notes: StoredNote[];
	referrals: StoredReferral[];
	resumes: StoredResume[];
	files: StoredFile[];
	file_actions: StoredFileAction[];
	feedback_templates: StoredFeedbackTemplate[];
	form_templates: StoredFormTemplate[];
	audit_events: StoredAuditEvent[];
	webhooks: StoredWebhook[];
}

export function emptyDatabase(): LeverDatabase {
	return {
		accounts: [{ id: uuidFor('account'), name: 'Acme Demo', site: 'acme-demo', auditEvents: true }],
		opportunities: [],
		deleted_opportunities: [],
		contacts: [],
		applications: [],
		deleted_applications: [],
		offers: [],
		users: [],
		stages: [],
		archive_reasons: [],
		tags: [],
		sources: [],
		postings: [],
		deleted_postings: [],
		requisitions: [],
		requisition_fields: [],
		interviews: [],
		panels: [],
		feedback: [],
		forms: [],
		notes: [],
		referrals: [],
		resumes: [],
		files: [],
		file_actions: [],
		feedback_templates: [],
		form_templates: [],
		audit_events: [],
		webhooks: [],
	};
}

/** Rows of the companion lists; every cell is text. */
export interface Companion {
	screening: Array<Record<string, string>>;
	staff: Array<Record<string, string>>;
	approvals: Array<Record<string, string>>;
}
