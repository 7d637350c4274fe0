import { readReference } from '../../checks/evidence';
import type { SeenOpportunity } from '../../checks/types';
import type { LeverInput } from '../../inputs/leverInput';
import type { Policy } from '../../policy';

/**
 * Every opportunity that was read, as a candidate for a hire or as a record, for policies that name
 * sentinels; looked up by nobody else.
 */
export function seenOpportunities(
	{ hires, opportunities }: Pick<LeverInput, 'hires' | 'opportunities'>,
	{ connection }: Policy,
): ReadonlyMap<string, SeenOpportunity> {
	const seen = new Map<string, SeenOpportunity>();
	if (connection.sentinels.length === 0) return seen;
	for (const { opportunityIds, confidential, collectionIds, rawSha256 } of hires) {
		for (const recordId of opportunityIds) {
			const evidence = readReference(recordId, {
				collectionId: collectionIds.opportunities,
				rawSha256: rawSha256[recordId] ?? null,
			});
			seen.set(recordId, { confidential, evidence });
		}
	}
	for (const opportunity of opportunities) {
		const { opportunityId, confidential } = opportunity;
		seen.set(opportunityId, { confidential, evidence: readReference(opportunityId, opportunity) });
	}
	return seen;
}
