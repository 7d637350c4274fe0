import {
	mapConcurrently,
	PAGE_SIZE,
	type LeverClient,
	type LeverQuery,
} from '../../shared/transport';
import { readPath } from '../../shared/transport/unknown';
import { readFailureOf } from '../evidence/reading/readFailure';
import type { TeamVisibility } from './report';

/** Ids per request, so that its address stays shorter than every proxy allows. */
const POSTINGS_PER_REQUEST = 25;

/** Pages of postings that are read, 100 postings each. */
const MOST_PAGES = 5;

const STREAMS = 8;

export interface Counted {
	teams: TeamVisibility[];
	/** How they were counted, or why they were not */
	how: string;
}

/**
 * How many opportunities this credential sees in each team, so that a partial view shows. Lever has no
 * counts: up to one page is read for each team.
 *
 * @param confidential whether confidential ones may be asked for
 * @throws LeverReadError when the credential is not accepted or the execution was stopped
 */
export async function countVisibleByTeam(
	client: LeverClient,
	confidential: boolean,
): Promise<Counted> {
	const scope: LeverQuery = confidential ? { confidentiality: 'all' } : {};
	try {
		const { byTeam, all } = await postingsByTeam(client, scope);
		const teams = await mapConcurrently([...byTeam], STREAMS, async ([team, postings]) => ({
			team,
			postings: postings.length,
			...(await countOf(client, postings, scope)),
		}));
		return { teams: teams.sort(byName), how: howCounted(all, confidential) };
	} catch (error) {
		return { teams: [], how: `Not counted. ${readFailureOf(error).message}` };
	}
}

async function postingsByTeam(client: LeverClient, scope: LeverQuery) {
	const byTeam = new Map<string | null, string[]>();
	for await (const { data, number, last } of client.pages<unknown>('/postings', scope)) {
		for (const posting of data) {
			const id = readPath(posting, 'id');
			if (typeof id !== 'string') continue;
			const team = readPath(posting, 'categories', 'team');
			const name = typeof team === 'string' && team !== '' ? team : null;
			byTeam.set(name, [...(byTeam.get(name) ?? []), id]);
		}
		if (last || number >= MOST_PAGES) return { byTeam, all: last };
	}
	return { byTeam, all: true };
}

async function countOf(
	client: LeverClient,
	postings: readonly string[],
	scope: LeverQuery,
): Promise<Pick<TeamVisibility, 'opportunities' | 'more'>> {
	const seen = new Set<unknown>();
	for (let at = 0; at < postings.length; at += POSTINGS_PER_REQUEST) {
		const posting_id = postings.slice(at, at + POSTINGS_PER_REQUEST);
		const query = { ...scope, posting_id, include: ['id'], limit: PAGE_SIZE };
		const page = await client.pages<unknown>('/opportunities', query).next();
		if (page.done === true) continue;
		for (const record of page.value.data) seen.add(readPath(record, 'id'));
		if (!page.value.last || seen.size >= PAGE_SIZE) return { opportunities: seen.size, more: true };
	}
	return { opportunities: seen.size, more: false };
}

function howCounted(all: boolean, confidential: boolean): string {
	return [
		`Opportunities with an application to a posting of the team, up to about ${PAGE_SIZE} for each team: 'more' says where there are others.`,
		...(all ? [] : [`Only the newest ${MOST_PAGES * PAGE_SIZE} postings were looked at.`]),
		...(confidential ? [] : ['Confidential ones are not among them.']),
		'A team whose people are recruiting and that shows none may be hidden from this credential.',
	].join(' ');
}

function byName(a: TeamVisibility, b: TeamVisibility): number {
	return (a.team ?? '') < (b.team ?? '') ? -1 : 1;
}
