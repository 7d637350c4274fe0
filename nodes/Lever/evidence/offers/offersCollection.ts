import type { LeverCollection, ReadFailure, Sha256, Visibility } from '../../../shared/contracts';
import { oldestFirst } from '../../../shared/acceptance';
import { finishBelow } from '../reading/belowCollection';
import type { BelowList, BelowReader } from '../reading/belowReader';
import type { CollectRun } from '../reading/collectionRecord';
import { offerFacts, type OfferFacts } from './offer';

/** Lever's offers do not name their opportunity. */
export type UnhashedOffer = Omit<OfferFacts, 'opportunityId'>;

/** lever-api.md §5.2 */
export const OFFERS: BelowList<UnhashedOffer> = {
	resource: 'offers',
	records: 'offers',
	keep: offerFacts,
	notAsked:
		"The offers of this opportunity were not asked for. Switch on 'Exhaustive' to read the offers of every opportunity.",
};

/** An offer with the hash of the whole record. */
export interface ReadOffer extends OfferFacts {
	rawSha256: Sha256;
}

/** The offers of one opportunity, oldest first, or why they were not read. */
interface OpportunityOffers {
	offers: ReadOffer[];
	read: true | ReadFailure;
}

export interface FinishedOffers {
	/** One record for the offers of all opportunities */
	collection: LeverCollection;
	offersOf: (opportunityId: string) => OpportunityOffers;
}

/** Closes the read of the offers. Call it when everything is read. */
export function finishOffers(
	run: CollectRun,
	reader: BelowReader<UnhashedOffer>,
	rule: string,
	confidential: Visibility,
): FinishedOffers {
	const { collection, recordsOf } = finishBelow(run, reader, {
		purpose: 'offers',
		rule,
		confidential,
	});
	return {
		collection,
		offersOf: (opportunityId) => {
			const { records, read } = recordsOf(opportunityId);
			const offers = records.map(({ value, rawSha256 }) => ({
				...value,
				opportunityId,
				rawSha256,
			}));
			return { offers: offers.sort(oldestFirst), read };
		},
	};
}
