import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Opportunity } from '../../../shared/contracts';
import type { Crawled } from '../reading/crawlPlan';
import type { OpportunityFacts } from './opportunity';

/** Archive and decline records and the current pipeline: ids, statuses, dates; sorted by id. */
export function opportunityItems({
	records,
	collection,
}: Crawled<OpportunityFacts>): Opportunity[] {
	return records
		.map(
			({ id, rawSha256, value }): Opportunity => ({
				kind: 'opportunity',
				opportunityId: id,
				contact: value.contact,
				stageId: value.stageId,
				archived: value.archived,
				owner: value.owner,
				tags: value.tags,
				isAnonymized: value.isAnonymized,
				confidential: value.confidential,
				createdAt: value.createdAt,
				updatedAt: value.updatedAt,
				lastAdvancedAt: value.lastAdvancedAt,
				dataProtection: value.dataProtection,
				location: value.location,
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.opportunityId, b.opportunityId));
}
