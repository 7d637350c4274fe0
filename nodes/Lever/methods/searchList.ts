import {
	UserError,
	type ILoadOptionsFunctions,
	type INodeListSearchItems,
	type INodeListSearchResult,
} from 'n8n-workflow';

import { createLeverClient, toNodeError, type LeverQuery } from '../../shared/transport';
import { opportunityLocator } from '../fields/locators';

/**
 * Lever cannot search by name: pages are read and compared here, at most this many at a time. They are what
 * Lever's burst allows; a person is waiting.
 */
const PAGES_PER_SEARCH = 20;

/** A list that a person chooses one record from. */
interface Search<Record> {
	/** Below `/v1`; for what belongs to an opportunity, with the id of the chosen one */
	path(opportunityId: string): string;
	ofOpportunity?: boolean;
	/** For lists that Lever itself can search */
	query?(wanted: string): LeverQuery;
	shown(record: Record): INodeListSearchItems;
	/** Words that a search is compared with; default: the name that is shown. Null: Lever has searched */
	words?(record: Record, wanted: string): Array<string | null | undefined> | null;
}

export type ListSearch = (
	this: ILoadOptionsFunctions,
	filter?: string,
	paginationToken?: string,
) => Promise<INodeListSearchResult>;

/**
 * The method behind a list. It reads on until something fits or there is nothing more: an empty list cannot
 * be scrolled.
 */
export function listSearch<Record>(search: Search<Record>): ListSearch {
	return async function (filter = '', paginationToken) {
		try {
			const client = await createLeverClient(this);
			const wanted = filter.trim();
			const path = search.path(search.ofOpportunity === true ? chosenOpportunity(this) : '');
			const query = { ...search.query?.(wanted), offset: paginationToken };
			const results: INodeListSearchItems[] = [];
			for await (const page of client.pages<Record>(path, query)) {
				for (const record of page.data) {
					const shown = search.shown(record);
					const words = search.words ? search.words(record, wanted) : [shown.name];
					if (words === null || words.some((text) => fits(wanted, text))) results.push(shown);
				}
				if (results.length > 0 || page.number >= PAGES_PER_SEARCH) {
					return { results, paginationToken: page.next };
				}
			}
			return { results };
		} catch (error) {
			throw toNodeError(this.getNode(), error);
		}
	};
}

function chosenOpportunity(context: ILoadOptionsFunctions): string {
	const chosen = context.getCurrentNodeParameter(opportunityLocator.name, { extractValue: true });
	if (typeof chosen === 'string' && chosen.trim() !== '') return chosen.trim();
	throw new UserError(
		"Choose the opportunity first: this list shows what belongs to it. If 'Opportunity' is an expression, choose 'By ID' here too.",
	);
}

function fits(wanted: string, text: string | null | undefined): boolean {
	return (text ?? '').toLowerCase().includes(wanted.toLowerCase());
}
