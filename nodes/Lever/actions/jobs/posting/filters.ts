import {
	choiceFilter,
	choicesFilter,
	confidentialityFilter,
	IDS_DESCRIPTION,
	optionsNamed,
	periodFilters,
	textsFilter,
	type Filter,
} from '../../../fields/filters';

const EXACTLY = 'written exactly as in Lever';

/** Filters of GET /postings (lever-api.md §4.3). */
export const postingFilters: Filter[] = [
	textsFilter('commitment', {
		displayName: 'Commitments',
		name: 'commitments',
		placeholder: 'e.g. Full-time',
		description: `Kinds of work, ${EXACTLY}`,
	}),
	confidentialityFilter('postings'),
	textsFilter('department', {
		displayName: 'Departments',
		name: 'departments',
		description: `Departments, ${EXACTLY}`,
	}),
	choicesFilter('distributionChannel', {
		displayName: 'Distribution Channels',
		name: 'distributionChannels',
		options: optionsNamed(['internal', 'public']),
		description:
			'Where the posting is shown. With State: Published, Lever leaves out those that are internal only unless both are chosen.',
	}),
	choiceFilter('group', {
		displayName: 'Group By',
		name: 'group',
		options: optionsNamed(['commitment', 'department', 'location', 'team']),
		default: 'team',
		description: 'Put postings that have this in common together. Best used with Simplify off.',
	}),
	textsFilter('level', {
		displayName: 'Levels',
		name: 'levels',
		description: `Levels, ${EXACTLY}. Lever no longer recommends this field.`,
	}),
	textsFilter('location', {
		displayName: 'Locations',
		name: 'locations',
		description: `Locations, ${EXACTLY}`,
	}),
	choiceFilter('state', {
		displayName: 'State',
		name: 'state',
		options: [
			{ name: 'Closed', value: 'closed' },
			{ name: 'Draft', value: 'draft' },
			{ name: 'Internal (Unlisted)', value: 'internal' },
			{ name: 'Pending', value: 'pending' },
			{ name: 'Published', value: 'published' },
			{ name: 'Rejected', value: 'rejected' },
		],
		default: 'published',
		description: 'How far the posting is; without this filter, any state',
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
	textsFilter('team', {
		displayName: 'Teams',
		name: 'teams',
		description: `Teams, ${EXACTLY}`,
	}),
	...periodFilters('updated_at', 'Updated', 'Lever allows only Confidentiality beside it. Changed'),
];
