import type {
	ILoadOptionsFunctions,
	INodeListSearchItems,
	INodeListSearchResult,
} from 'n8n-workflow';

import { createLeverClient, toNodeError, type LeverQuery } from '../../shared/transport';
import type { OpportunityRecord, UserRecord } from '../actions/records';

/** Lever cannot search by name: pages are read and compared here, at most this many per scroll. */
const PAGES_PER_SCROLL = 5;

export async function searchOpportunities(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim();
	// The one filter of Lever that finds a person (lever-api.md §4.3)
	const query = wanted.includes('@') ? { email: wanted } : {};
	return await searchList<OpportunityRecord>(this, {
		path: '/opportunities',
		query,
		paginationToken,
		accept: ({ name }) => 'email' in query || fits(wanted, name),
		shown: ({ id, name, headline, urls }) => ({
			name: [name, headline].filter(Boolean).join(', ') || id,
			value: id,
			url: urls?.show,
		}),
	});
}

export async function searchUsers(
	this: ILoadOptionsFunctions,
	filter = '',
	paginationToken?: string,
): Promise<INodeListSearchResult> {
	const wanted = filter.trim();
	return await searchList<UserRecord>(this, {
		path: '/users',
		query: { includeDeactivated: true },
		paginationToken,
		accept: ({ name, email }) => fits(wanted, name) || fits(wanted, email),
		shown: ({ id, name, email, deactivatedAt }) => ({
			name: `${name ?? email ?? id}${deactivatedAt ? ' (deactivated)' : ''}`,
			value: id,
			description: email ?? undefined,
		}),
	});
}

interface Search<Record> {
	path: string;
	query: LeverQuery;
	/** Lever's cursor of the page to begin with */
	paginationToken: string | undefined;
	accept(record: Record): boolean;
	shown(record: Record): INodeListSearchItems;
}

/** Reads on until something fits or there is nothing more: an empty list cannot be scrolled. */
async function searchList<Record>(
	context: ILoadOptionsFunctions,
	search: Search<Record>,
): Promise<INodeListSearchResult> {
	try {
		const client = await createLeverClient(context);
		const results: INodeListSearchItems[] = [];
		const query = { ...search.query, offset: search.paginationToken };
		for await (const page of client.pages<Record>(search.path, query)) {
			for (const record of page.data) {
				if (search.accept(record)) results.push(search.shown(record));
			}
			if (results.length > 0 || page.number >= PAGES_PER_SCROLL) {
				return { results, paginationToken: page.next };
			}
		}
		return { results };
	} catch (error) {
		throw toNodeError(context.getNode(), error);
	}
}

function fits(wanted: string, text: string | null | undefined): boolean {
	return (text ?? '').toLowerCase().includes(wanted.toLowerCase());
}
