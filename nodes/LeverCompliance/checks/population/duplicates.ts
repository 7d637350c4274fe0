import type { Collection } from '../../../shared/contracts';

/** Why records that came twice do not mean that others are missing. */
type DuplicatesSettledBy = 'restart' | 'reread';

/**
 * Records that one list gave twice mean that it moved while it was paged, so that others may have been
 * skipped. A list that was started again, or a second read of what changed, explains them.
 *
 * @returns null when nothing explains them
 */
function duplicatesSettledBy(collection: Collection): DuplicatesSettledBy | null {
	if (collection.source === 'list') return null;
	if (collection.restartedCursors > 0) return 'restart';
	return collection.rereadTail === undefined ? null : 'reread';
}

/** Whether Lever gave records twice and nothing explains it. */
export function hasUnexplainedDuplicates(collection: Collection): boolean {
	return (
		collection.source === 'lever' &&
		collection.duplicates > 0 &&
		duplicatesSettledBy(collection) === null
	);
}
