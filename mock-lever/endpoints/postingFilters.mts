import type { StoredPosting } from '../scenarios/records.mts';
import { LeverFault } from '../server/faults.mts';
import type { Filter } from '../server/filters.mts';
import { anyOf, between, choice } from '../server/filters.mts';
import type { LeverQuery } from '../server/query.mts';

const STATES = ['published', 'internal', 'closed', 'draft', 'pending', 'rejected'] as const;
const CHANNELS = ['public', 'internal'] as const;
const CATEGORIES = ['team', 'department', 'location', 'commitment', 'level'] as const;
const UPDATE_WINDOW = ['updated_at_start', 'updated_at_end'];
/** What a window of updates may not be combined with (lever-api.md §4.3) */
const OTHERS = ['state', 'distributionChannel', 'group', 'tag', ...CATEGORIES];

function channelsAsked(query: LeverQuery): string[] {
	const asked = query.all('distributionChannel');
	const unknown = asked.find((each) => !CHANNELS.some((channel) => channel === each));
	if (unknown !== undefined) query.choice('distributionChannel', CHANNELS);
	return asked;
}

/** Published postings that are internal only are missing unless their channel is asked for (lever-api.md §9). */
const onChannel: Filter<StoredPosting> = ({ query }) => {
	const asked = channelsAsked(query);
	const wanted = asked.length === 0 ? ['public'] : asked;
	return ({ state, distributionChannels }) => {
		if (asked.length === 0 && state !== 'published') return true;
		return (distributionChannels ?? []).some((channel) => wanted.includes(channel));
	};
};

const updatedAlone: Filter<StoredPosting> = (context) => {
	const { query } = context;
	const asked = UPDATE_WINDOW.find((name) => query.one(name) !== undefined);
	const other = OTHERS.find((name) => query.one(name) !== undefined);
	if (asked !== undefined && other !== undefined) {
		throw new LeverFault(400, `${asked} can only be combined with confidentiality. at /${other}`);
	}
	return between<StoredPosting>('updated_at', (record) => record.updatedAt)(context);
};

/** All of lever-api.md §4.3 but `confidentiality` and `group`. */
export const postingFilters: ReadonlyArray<Filter<StoredPosting>> = [
	updatedAlone,
	choice('state', STATES, (record) => record.state),
	onChannel,
	...CATEGORIES.map((category) =>
		anyOf<StoredPosting>(category, ({ categories }) =>
			category === 'location' ? categories.allLocations : [categories[category]],
		),
	),
	anyOf('tag', (record) => record.tags),
];
