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
 */
export function addAround(database: LeverDatabase, now: number): void {
	addOtherPostings(database, now);
	addRequisitions(database, now);
	addAroundOpportunities(database, now);
	addDeleted(database, now);
	addAuditEvents(database, now);
}
