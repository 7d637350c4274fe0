import type { EpochMilliseconds } from '../contracts';
import type { LeverQuery } from '../transport';

/** Clocks of n8n and Lever differ, and a change takes a moment to be found by `updated_at_start`. */
const OVERLAP_MS = 15 * 60 * 1000;

/** What a second read asks for besides the list's own filters. */
interface Reread {
	filter: 'updated_at_start' | 'created_at_start';
	/** The same filter's other end; a second read after it would be empty */
	until: 'updated_at_end' | 'created_at_end';
}

const CHANGED: Reread = { filter: 'updated_at_start', until: 'updated_at_end' };

/** A new record may have no update time yet (lever-api.md §5.1). */
const CREATED: Reread = { filter: 'created_at_start', until: 'created_at_end' };

/**
 * The lists of what changed or was created since a crawl began. A record that moved while its page was read
 * has changed, so it stands there (lever-api.md §3.1); the order of changes is the order of their times,
 * so that a further change only moves a record to the end.
 */
export function rereadQueries(
	query: LeverQuery,
	startedAt: EpochMilliseconds,
	partition: 'createdAt' | null,
): LeverQuery[] {
	const since = startedAt - OVERLAP_MS;
	return (partition === null ? [CHANGED] : [CHANGED, CREATED])
		.filter(({ until }) => !isBefore(query[until], since))
		.map(({ filter }) => ({ ...query, [filter]: laterOf(query[filter], since) }));
}

function isBefore(end: LeverQuery[string], since: EpochMilliseconds): boolean {
	return typeof end === 'number' && end < since;
}

function laterOf(asked: LeverQuery[string], since: EpochMilliseconds): EpochMilliseconds {
	return typeof asked === 'number' ? Math.max(asked, since) : since;
}
