import type { StoredPosting, StoredUser } from '../records.mts';
import { DAY } from './context.mts';

const COUNTRIES: Record<string, string> = {
	Berlin: 'DE',
	London: 'GB',
	'Los Angeles': 'US',
	Tokyo: 'JP',
};

/** What a posting is made from; everything else follows. */
export interface PostingFacts {
	id: string;
	text: string;
	location: string;
	team: string;
	createdAt: number;
	/** First part of the addresses of public job pages */
	site: string;
	/** Default `published`, on both channels */
	state?: StoredPosting['state'];
	channels?: StoredPosting['distributionChannels'];
	confidentiality?: StoredPosting['confidentiality'];
	/** Also its creator; nobody by default */
	owner?: Pick<StoredUser, 'id'>;
	hiringManager?: Pick<StoredUser, 'id'>;
	requisitionCodes?: string[];
	commitment?: string;
	/** Deprecated by Lever; default none */
	level?: string;
	tags?: string[];
}

/** Drafts have no public page (lever-api.md §5.6). */
function urlsOf({ id, site, state }: PostingFacts): StoredPosting['urls'] {
	if (state === 'draft' || state === 'pending' || state === 'rejected') return null;
	const list = `https://jobs.lever.co/${site}`;
	return { list, show: `${list}/${id}`, apply: `${list}/${id}/apply` };
}

/** One posting with all of Lever's keys, in Lever's order (lever-api.md §5.6). */
export function buildPosting(facts: PostingFacts): StoredPosting {
	const { id, text, location, team } = facts;
	const description = `We are looking for a ${text} in our team ${team}.`;
	const closing = 'We look forward to hearing from you.';
	return {
		id,
		text,
		state: facts.state ?? 'published',
		distributionChannels: facts.channels === undefined ? ['internal', 'public'] : facts.channels,
		user: facts.owner?.id ?? null,
		owner: facts.owner?.id ?? null,
		hiringManager: facts.hiringManager?.id ?? null,
		categories: {
			commitment: facts.commitment ?? 'Full-time',
			department: team === 'People' ? 'People' : 'Technology',
			level: facts.level ?? null,
			location,
			team,
			allLocations: [location],
		},
		tags: facts.tags ?? [],
		content: {
			description,
			descriptionHtml: `<div>${description}</div>`,
			lists: [
				{ text: 'What you will do', content: '<li>Build and run services.</li>' },
				{ text: 'What you bring', content: '<li>Care for details.</li>' },
			],
			closing,
			closingHtml: `<div>${closing}</div>`,
		},
		country: COUNTRIES[location] ?? null,
		followers: facts.hiringManager === undefined ? [] : [facts.hiringManager.id],
		reqCode: null,
		requisitionCodes: facts.requisitionCodes ?? [],
		urls: urlsOf(facts),
		confidentiality: facts.confidentiality ?? 'non-confidential',
		createdAt: facts.createdAt,
		updatedAt: facts.createdAt + DAY,
		workplaceType: 'hybrid',
	};
}
