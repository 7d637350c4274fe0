import {
	choicesFilter,
	flagFilter,
	momentFilter,
	textFilter,
	textsFilter,
	type Filter,
} from '../../../fields/filters';

const IDS_DESCRIPTION =
	'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>';

/** Filters of GET /opportunities (lever-api.md §4.3). Different filters must all fit; values of one filter, any of them. */
export const opportunityFilters: Filter[] = [
	momentFilter('advanced_at_start', {
		displayName: 'Advanced After',
		name: 'advancedAfter',
		description: 'Moved into the current stage at this moment or later',
	}),
	momentFilter('advanced_at_end', {
		displayName: 'Advanced Before',
		name: 'advancedBefore',
		description: 'Moved into the current stage at this moment or earlier',
	}),
	choicesFilter('archive_reason_id', {
		displayName: 'Archive Reason Names or IDs',
		name: 'archiveReasonIds',
		typeOptions: { loadOptionsMethod: 'getArchiveReasons' },
		description: IDS_DESCRIPTION,
	}),
	flagFilter('archived', {
		displayName: 'Archived',
		name: 'archived',
		description:
			'Whether to return archived opportunities or active ones; without this filter, both',
	}),
	momentFilter('archived_at_start', {
		displayName: 'Archived After',
		name: 'archivedAfter',
		description: 'Archived at this moment or later',
	}),
	momentFilter('archived_at_end', {
		displayName: 'Archived Before',
		name: 'archivedBefore',
		description: 'Archived at this moment or earlier',
	}),
	textsFilter('archived_posting_id', {
		displayName: 'Archived Posting IDs',
		name: 'archivedPostingIds',
		description: 'Postings of applications that were archived since',
	}),
	{
		field: {
			displayName: 'Confidentiality',
			name: 'confidentiality',
			type: 'options',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Confidential', value: 'confidential' },
				{ name: 'Non-Confidential', value: 'non-confidential' },
			],
			default: 'all',
			description:
				'Without this filter Lever leaves confidential opportunities out. Reading them needs a key or connection with access to confidential data.',
		},
		parameter: 'confidentiality',
		kind: 'text',
	},
	textsFilter('contact_id', {
		displayName: 'Contact IDs',
		name: 'contactIds',
		description: 'Opportunities of these people',
	}),
	momentFilter('created_at_start', {
		displayName: 'Created After',
		name: 'createdAfter',
		description: 'Created at this moment or later',
	}),
	momentFilter('created_at_end', {
		displayName: 'Created Before',
		name: 'createdBefore',
		description: 'Created at this moment or earlier',
	}),
	textFilter('email', {
		displayName: 'Email',
		name: 'email',
		placeholder: 'name@email.com',
		description: 'Address of the person, in full',
	}),
	textsFilter('location', {
		displayName: 'Locations',
		name: 'locations',
		description: 'Posting locations, written exactly as in Lever, or "unspecified"',
	}),
	choicesFilter('origin', {
		displayName: 'Origins',
		name: 'origins',
		options: [
			{ name: 'Agency', value: 'agency' },
			{ name: 'Applied', value: 'applied' },
			{ name: 'Internal', value: 'internal' },
			{ name: 'Referred', value: 'referred' },
			{ name: 'Sourced', value: 'sourced' },
			{ name: 'University', value: 'university' },
		],
		description: 'How people came into the pipeline',
	}),
	textsFilter('posting_id', {
		displayName: 'Posting IDs',
		name: 'postingIds',
		description: 'Postings of active applications',
	}),
	flagFilter('snoozed', {
		displayName: 'Snoozed',
		name: 'snoozed',
		description:
			'Whether to return snoozed opportunities or those that are not; without this filter, both',
	}),
	textsFilter('source', {
		displayName: 'Sources',
		name: 'sources',
		description: 'Source texts, written exactly as in Lever',
	}),
	choicesFilter('stage_id', {
		displayName: 'Stage Names or IDs',
		name: 'stageIds',
		typeOptions: { loadOptionsMethod: 'getStages' },
		description: IDS_DESCRIPTION,
	}),
	choicesFilter('tag', {
		displayName: 'Tag Names or IDs',
		name: 'tags',
		typeOptions: { loadOptionsMethod: 'getTags' },
		description: IDS_DESCRIPTION,
	}),
	momentFilter('updated_at_start', {
		displayName: 'Updated After',
		name: 'updatedAfter',
		description:
			'Changed at this moment or later. Old opportunities that Lever has no update time for never match.',
	}),
	momentFilter('updated_at_end', {
		displayName: 'Updated Before',
		name: 'updatedBefore',
		description: 'Changed at this moment or earlier',
	}),
];
