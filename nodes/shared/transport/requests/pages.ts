import { CursorWatch, pageBodyOf } from './cursor';
import { LeverReadError } from '../faults/leverReadError';
import { permissionFor } from '../faults/permissions';
import type { LeverPage, LeverQuery } from '../types';

/** Lever's largest page (lever-api.md §3) */
export const PAGE_SIZE = 100;

/** How often a list may start again after Lever refused its own cursor. */
const RESTARTS = 1;

interface PageSource {
	/** Reads the whole answer, envelope included */
	read(path: string, query: LeverQuery): Promise<unknown>;
	/** Called when a list starts again */
	onRestart(): void;
}

/**
 * Reads a list page by page. The cursor goes back to Lever as it came: it is percent-encoded JSON, and the
 * query builder encodes it once more, as most clients do (lever-api.md §3.1).
 * Page numbers go on counting when a list starts again. A query with `offset` begins at that page.
 *
 * @throws LeverReadError
 */
export async function* readPages<T>(
	source: PageSource,
	path: string,
	query: LeverQuery = {},
): AsyncGenerator<LeverPage<T>, void, undefined> {
	const what = permissionFor(path).records;
	let watch = new CursorWatch(what);
	let offset = typeof query.offset === 'string' ? query.offset : undefined;
	let restarts = 0;
	let number = 0;
	for (;;) {
		const answer = await readOrStale(source, path, { limit: PAGE_SIZE, ...query, offset });
		if (answer.stale !== undefined) {
			if (offset === undefined || restarts >= RESTARTS) throw answer.stale;
			restarts += 1;
			source.onRestart();
			watch = new CursorWatch(what);
			offset = undefined;
			continue;
		}
		const { data, next } = pageBodyOf<T>(answer.body, what);
		number += 1;
		if (next !== undefined) watch.check(next, data.length);
		yield { data, number, last: next === undefined, ...(next !== undefined && { next }) };
		if (next === undefined) return;
		offset = next;
	}
}

type Answer = { body: unknown; stale?: undefined } | { stale: LeverReadError };

async function readOrStale(source: PageSource, path: string, query: LeverQuery): Promise<Answer> {
	return await source.read(path, query).then(
		(body) => ({ body }),
		(error: unknown) => {
			if (error instanceof LeverReadError && error.staleCursor) return { stale: error };
			throw error;
		},
	);
}
