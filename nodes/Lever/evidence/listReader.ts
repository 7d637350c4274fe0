import type { LeverClient, LeverPage, LeverQuery } from '../../shared/transport';
import type { ListRequest } from './crawlPlan';
import { openWithExtras, withExtras, type Extra } from './extras';
import type { Gathering } from './gathering';
import type { LeverRecord } from './leverJson';

const PAGE_SIZE = 100;

/** How far the reading of a population has come. */
export interface ReadProgress {
	/** Extras that Lever allows; before its first answer, those to ask for */
	granted: Extra[];
	pages: number;
	/** True once Lever has given a page */
	answered: boolean;
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
): Promise<void> {
	for (const request of requests) {
		gathering.beginList();
		for await (const { data } of await open(client, request, progress)) {
			progress.answered = true;
			progress.pages += 1;
			for (const raw of data) gathering.take(raw);
		}
	}
}

/** The query of a list's first page as it is sent. */
export function pageQuery(query: LeverQuery, extras: readonly Extra[]): LeverQuery {
	return withExtras({ ...query, limit: PAGE_SIZE }, extras);
}

async function open(
	client: LeverClient,
	{ path, query }: ListRequest,
	progress: ReadProgress,
): Promise<AsyncGenerator<LeverPage<LeverRecord>, void, undefined>> {
	if (progress.answered) {
		return client.pages<LeverRecord>(path, pageQuery(query, progress.granted));
	}
	const opened = await openWithExtras(client, path, pageQuery(query, []), progress.granted);
	progress.granted = opened.granted;
	return opened.pages;
}
