import { leverPath } from '../../shared/transport';
import type {
	ArchiveReasonRecord,
	FeedbackTemplateRecord,
	OpportunityRecord,
	PostingRecord,
	ProfileFormTemplateRecord,
	RequisitionFieldRecord,
	RequisitionRecord,
	StageRecord,
	UserRecord,
} from '../actions/records';
import { opportunitySearches } from './opportunitySearches';
import { listSearch, type ListSearch } from './searchList';

/** The lists of the resource locators (fields/locators.ts), by the name that these use. */
export const listSearches = {
	...opportunitySearches,

	searchArchiveReasons: listSearch<ArchiveReasonRecord>({
		path: () => leverPath`/archive_reasons`,
		shown: ({ id, text, status }) => ({
			name: `${text}${status === 'inactive' ? ' (inactive)' : ''}`,
			value: id,
		}),
	}),
	searchFeedbackTemplates: listSearch<FeedbackTemplateRecord>({
		path: () => leverPath`/feedback_templates`,
		shown: ({ id, text }) => ({ name: text ?? id, value: id }),
	}),
	searchOpportunities: listSearch<OpportunityRecord>({
		path: () => leverPath`/opportunities`,
		// The one filter of Lever that finds a person (lever-api.md §4.3)
		query: (wanted) => (wanted.includes('@') ? { email: wanted } : {}),
		words: ({ name }, wanted) => (wanted.includes('@') ? null : [name]),
		shown: ({ id, name, headline, urls }) => ({
			name: [name, headline].filter(Boolean).join(', ') || id,
			value: id,
			url: urls?.show,
		}),
	}),
	searchPostings: listSearch<PostingRecord>({
		path: () => leverPath`/postings`,
		shown: ({ id, text, categories, state, urls }) => ({
			name: `${[text, categories?.location].filter(Boolean).join(', ') || id}${state === 'published' ? '' : ` (${state})`}`,
			value: id,
			url: urls?.show,
		}),
	}),
	searchProfileFormTemplates: listSearch<ProfileFormTemplateRecord>({
		path: () => leverPath`/form_templates`,
		shown: ({ id, text }) => ({ name: text ?? id, value: id }),
	}),
	searchRequisitionFields: listSearch<RequisitionFieldRecord>({
		path: () => leverPath`/requisition_fields`,
		shown: ({ id, text }) => ({ name: text, value: id }),
	}),
	searchRequisitions: listSearch<RequisitionRecord>({
		path: () => leverPath`/requisitions`,
		shown: ({ id, name, requisitionCode, status }) => ({
			name: `${[requisitionCode, name].filter(Boolean).join(', ') || id}${status === 'open' ? '' : ` (${status})`}`,
			value: id,
		}),
	}),
	searchStages: listSearch<StageRecord>({
		path: () => leverPath`/stages`,
		shown: ({ id, text }) => ({ name: text, value: id }),
	}),
	searchUsers: listSearch<UserRecord>({
		path: () => leverPath`/users`,
		query: () => ({ includeDeactivated: true }),
		words: ({ name, email }) => [name, email],
		shown: ({ id, name, email, deactivatedAt }) => ({
			name: `${name ?? email ?? id}${deactivatedAt ? ' (deactivated)' : ''}`,
			value: id,
			description: email ?? undefined,
		}),
	}),
} satisfies Record<string, ListSearch>;
