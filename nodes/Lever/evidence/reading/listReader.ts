import type { RecordedRequest } from '../../../shared/contracts';
import { crawlList, type Crawl } from '../../../shared/crawl';
import { PAGE_SIZE, type LeverClient, type LeverQuery } from '../../../shared/transport';
import type { CrawlPlan, ListRequest } from './crawlPlan';
import { everFewer, isRefusal, withExtras, type Extra } from './extras';
import type { Gathering } from './gathering';
import type { LeverRecord } from './leverJson';

/** How far the reading of a population has come. */
export interface ReadProgress {
	/** Extras that Lever allows; before its first answer, those to ask for */
	granted: Extra[];
	pages: number;
	/** True once Lever has given a page */
	answered: boolean;
	/** First pages of the windows into which long lists were cut */
	windows: RecordedRequest[];
}

/**
 * Reads lists to their end, one after the other, into a gathering. The first answer of Lever decides
 * which extras are asked for.
 *
 * @throws LeverReadError; what was read until then stays in the gathering
 */
export async function readLists<T>(
	client: LeverClient,
	requests: readonly ListRequest[],
	gathering: Gathering<T>,
	progress: ReadProgress,
	partition: CrawlPlan<T>['partition'],
): Promise<void> {
	for (const { path, query } of requests) {
		const crawlWith = (extras: readonly Extra[]) =>
			crawlList<LeverRecord>(client, {
				path,
				query: withExtras(query, extras),
				idOf: (record) => gathering.idOf(record),
				partition,
				reread: false,
			});
		await readAllowed(crawlWith, gathering, progress);
	}
}

/** The query of a list's first page as it is sent. */
export function pageQuery(query: LeverQuery, extras: readonly Extra[]): LeverQuery {
	return withExtras({ ...query, limit: PAGE_SIZE }, extras);
}

/**
 * Reads a list with every extra; where Lever refuses its first page, with ever fewer of them, so that a
 * credential that lacks one permission still reads everything else.
 *
 * @throws LeverReadError when the list cannot be read without any extra either, or for another fault
 */
async function readAllowed<T>(
	crawlWith: (extras: readonly Extra[]) => Crawl<LeverRecord>,
	gathering: Gathering<T>,
	progress: ReadProgress,
): Promise<void> {
	const choices = progress.answered ? [progress.granted] : everFewer(progress.granted);
	for (const extras of choices) {
		const crawl = crawlWith(extras);
		const fault = await faultOf(crawl, gathering);
		const { pages, duplicates, requests } = crawl.summary();
		const mayBeTheExtras = !progress.answered && pages === 0;
		if (fault !== null && mayBeTheExtras && isRefusal(fault.error, extras)) continue;
		progress.granted = [...extras];
		progress.pages += pages;
		progress.answered ||= pages > 0;
		for (const window of requests.windows) progress.windows.push(window);
		gathering.received += duplicates;
		if (fault !== null) throw fault.error;
		return;
	}
}

async function faultOf<T>(
	crawl: Crawl<LeverRecord>,
	gathering: Gathering<T>,
): Promise<{ error: unknown } | null> {
	try {
		for await (const { records } of crawl) {
			gathering.beginList();
			for (const record of records) gathering.take(record);
		}
		return null;
	} catch (error) {
		return { error };
	}
}
