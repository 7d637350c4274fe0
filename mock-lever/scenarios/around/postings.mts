import type { PostingFacts } from '../build/posting.mts';
import { buildPosting } from '../build/posting.mts';
import { uuidFor } from '../ids.mts';
import type { LeverDatabase } from '../records.mts';

const DAY = 86_400_000;

type Sample = Omit<PostingFacts, 'id' | 'createdAt' | 'site' | 'owner' | 'hiringManager'> & {
	/** Days before the evidence date */
	age: number;
};

/** Jobs that nobody applied to, one for each state and channel that Lever knows (lever-api.md §5.6). */
const SAMPLES: readonly Sample[] = [
	{ text: 'Office Manager', location: 'Berlin', team: 'People', channels: ['internal'], age: 300 },
	{ text: 'Working Student', location: 'Berlin', team: 'Data', channels: ['public'], age: 280 },
	{ text: 'Security Lead', location: 'London', team: 'Security', state: 'internal', age: 260 },
	{ text: 'Release Manager', location: 'Tokyo', team: 'Platform', state: 'closed', age: 540 },
	{ text: 'Data Analyst', location: 'London', team: 'Data', state: 'draft', age: 30 },
	{ text: 'Site Lead', location: 'Los Angeles', team: 'People', state: 'pending', age: 20 },
	{ text: 'Growth Hacker', location: 'Berlin', team: 'Product', state: 'rejected', age: 410 },
	{
		text: 'Chief Technology Officer',
		location: 'Berlin',
		team: 'Platform',
		confidentiality: 'confidential',
		tags: ['Leadership'],
		commitment: 'Part-time',
		level: 'Executive',
		age: 120,
	},
];

/** Unlisted and unfinished jobs are on no channel */
const channelsOf = ({ state, channels }: Sample) =>
	state === undefined || state === 'closed' ? channels : null;

/** Adds them to an account that has jobs; each belongs to the people of the first one. */
export function addOtherPostings(database: LeverDatabase, now: number): void {
	const [first] = database.postings;
	if (first === undefined) return;
	const userOf = (id: string | null) => (id === null ? undefined : { id });
	for (const { age, ...sample } of SAMPLES) {
		const posting = buildPosting({
			...sample,
			id: uuidFor(`posting/${sample.text}`),
			channels: channelsOf({ ...sample, age }),
			createdAt: now - age * DAY,
			site: database.accounts[0]?.site ?? '',
			owner: userOf(first.owner),
			hiringManager: userOf(first.hiringManager),
			requisitionCodes: [`X-${age}`],
		});
		database.postings.push(posting);
	}
}
