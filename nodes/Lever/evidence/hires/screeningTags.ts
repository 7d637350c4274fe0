import type { ScreeningTag } from '../../../shared/contracts';

/**
 * Texts of the tags that Lever's Checkr integration writes (compliance reference §0, 7). Whether a
 * report was clear is not kept.
 */
const SCREENING_TAGS: ReadonlyMap<string, ScreeningTag> = new Map([
	['invitation pending', 'invitationPending'],
	['invitation completed', 'invitationCompleted'],
	['report clear', 'reportReturned'],
	['report consider', 'reportReturned'],
]);

/** The screening tags among an opportunity's tags, each once, sorted. */
export function screeningTags(tags: readonly string[]): ScreeningTag[] {
	const found = tags.map((tag) => SCREENING_TAGS.get(tag.toLowerCase()));
	return [...new Set(found.filter((tag) => tag !== undefined))].sort();
}
