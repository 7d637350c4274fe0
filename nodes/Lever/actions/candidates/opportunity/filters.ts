import {
	choicesFilter,
	confidentialityFilter,
	flagFilter,
	IDS_DESCRIPTION,
	optionsNamed,
	periodFilters,
	momentFilter,
	textFilter,
	textsFilter,
	type Filter,
} from '../../../fields/filters';

/** Filters of GET /opportunities (lever-api.md §4.3). Different filters must all fit; values of one filter, any of them. */
export const opportunityFilters: Filter[] = [
	...periodFilters('advanced_at', 'Advanced', 'Moved into the current stage'),
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
	...periodFilters('archived_at', 'Archived', 'Archived'),
	choicesFilter('archived_posting_id', {
		displayName: 'Archived Posting Names or IDs',
		name: 'archivedPostingIds',
		typeOptions: { loadOptionsMethod: 'getPostings' },
		description: IDS_DESCRIPTION,
	}),
	confidentialityFilter('opportunities'),
	textsFilter(
		'contact_id',
		{
			displayName: 'Contact IDs',
			name: 'contactIds',
			description: 'Opportunities of these people',
		},
		'ids',
	),
	...periodFilters('created_at', 'Created', 'Created'),
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
		options: optionsNamed(['agency', 'applied', 'internal', 'referred', 'sourced', 'university']),
		description: 'How people came into the pipeline',
	}),
	choicesFilter('posting_id', {
		displayName: 'Posting Names or IDs',
		name: 'postingIds',
		typeOptions: { loadOptionsMethod: 'getPostings' },
		description: IDS_DESCRIPTION,
	}),
	flagFilter('snoozed', {
		displayName: 'Snoozed',
		name: 'snoozed',
		description:
			'Whether to return snoozed opportunities or those that are not; without this filter, both',
	}),
	choicesFilter(
		'source',
		{
			displayName: 'Source Names or IDs',
			name: 'sources',
			typeOptions: { loadOptionsMethod: 'getSources' },
			description: IDS_DESCRIPTION,
		},
		'texts',
	),
	choicesFilter('stage_id', {
		displayName: 'Stage Names or IDs',
		name: 'stageIds',
		typeOptions: { loadOptionsMethod: 'getStages' },
		description: IDS_DESCRIPTION,
	}),
	choicesFilter(
		'tag',
		{
			displayName: 'Tag Names or IDs',
			name: 'tags',
			typeOptions: { loadOptionsMethod: 'getTags' },
			description: IDS_DESCRIPTION,
		},
		'texts',
	),
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
