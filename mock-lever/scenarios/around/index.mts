import type { Stated } from '../build/context.mts';
import { nothingStated } from '../build/context.mts';
import type { LeverDatabase } from '../records.mts';
import { addAuditEvents } from './auditEvents.mts';
import { addDeleted } from './deleted.mts';
import { addAroundOpportunities } from './opportunities.mts';
import { addOtherPostings } from './postings.mts';
import { addRequisitions } from './requisitions.mts';

/**
 * Completes an account that holds its people, opportunities and offers: everything else that Lever reads,
 * some of each kind, and who brought the people that did not apply by themselves. No date, person, stage or
 * offer is changed: what the checks decide stays as it is.
 *
 * @param now the evidence date, milliseconds; nothing here was made later
 * @param stated what the situations say themselves, so that nothing is added to it
 */
export function addAround(
	database: LeverDatabase,
	now: number,
	stated: Stated = nothingStated(),
): void {
	addOtherPostings(database, now);
	addRequisitions(database, now);
	addAroundOpportunities(database, now, stated);
	addDeleted(database, now);
	addAuditEvents(database, now, stated);
}
