import { uuidFor } from '../ids.mts';
import type { LeverDatabase } from '../records.mts';

const DAY = 86_400_000;
/** Days before the evidence date: some inside the 30 days that Lever answers for at once, some before */
const DELETED = [2, 9, 21, 29, 44, 75];

/** Applications and postings that are gone (lever-api.md §5.14). */
export function addDeleted(database: LeverDatabase, now: number): void {
	const [posting] = database.postings;
	const [opportunity] = database.opportunities;
	if (posting === undefined || opportunity === undefined) return;
	for (const [position, days] of DELETED.entries()) {
		const deletedAt = now - days * DAY;
		database.deleted_postings.push({ id: uuidFor(`deleted posting/${position}`), deletedAt });
		database.deleted_applications.push({
			id: uuidFor(`deleted application/${position}`),
			deletedAt,
			opportunityId: opportunity.id,
			postingId: posting.id,
		});
	}
}
