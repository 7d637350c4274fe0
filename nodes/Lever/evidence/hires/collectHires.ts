import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Hire, LeverCollection, Visibility } from '../../../shared/contracts';
import { mayBeHire, type Candidacy } from './candidacy';
import { withShortfall, type CollectRun } from '../reading/collectionRecord';
import { crawl } from '../reading/crawl';
import type { Crawled } from '../reading/crawlPlan';
import type { Extra } from '../reading/extras';
import { buildHires } from './hires';
import { BelowReader } from '../reading/belowReader';
import {
	finishOffers,
	OFFERS,
	type FinishedOffers,
	type UnhashedOffer,
} from '../offers/offersCollection';
import type { OpportunityFacts } from '../opportunities/opportunity';
import type { Pipeline, Shortfall } from '../opportunities/pipeline';
import { hiresPlan, identitiesPlan, offersRule } from '../opportunities/plans';
import type { CollectSettings } from '../settings';

interface CollectedHires {
	/** Hires, identities, offers; in this order */
	collections: LeverCollection[];
	/** Sorted by id */
	hires: Hire[];
	/** Extras that Lever refused */
	refused: Extra[];
	/** Whether confidential opportunities were part of it */
	confidential: Visibility;
}

type Opportunities = Crawled<OpportunityFacts>;

/**
 * Reads the hires: the opportunities that can be hires, their offers, then the other opportunities of
 * those contacts who may be hires, and the offers of these.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function collectHires(
	run: CollectRun & { settings: CollectSettings },
	pipeline: Pipeline,
): Promise<CollectedHires> {
	const { settings } = run;
	const found = await crawl(run, hiresPlan(pipeline, settings));
	const offerReader = new BelowReader(run, OFFERS);
	await offerReader.read(found.records.map(({ id }) => id));

	const contacts = contactsOfPossibleHires(found, offerReader, pipeline);
	const others = await crawl(run, identitiesPlan(contacts, found.refused, settings.exhaustive));
	await offerReader.read(others.records.map(({ id }) => id));

	const offers = finishOffers(
		run,
		offerReader,
		offersRule(offerReader.outcomes.size, settings),
		found.collection.visibility.confidential,
	);
	const hires = buildHires({
		candidacies: candidacies([found, others], offers),
		pipeline,
		settings,
		hiresCollectionId: found.collection.collectionId,
		offersCollectionId: offers.collection.collectionId,
	});
	const shortfalls = settings.exhaustive
		? [pipeline.reasonShortfall]
		: [pipeline.reasonShortfall, pipeline.stageShortfall];
	return {
		collections: [
			withShortfalls(found.collection, shortfalls),
			others.collection,
			offers.collection,
		],
		hires,
		refused: found.refused,
		confidential: found.collection.visibility.confidential,
	};
}

/** Sorted, so that the requests for their other opportunities are the same in every run. */
function contactsOfPossibleHires(
	{ records }: Opportunities,
	offerReader: BelowReader<UnhashedOffer>,
	pipeline: Pipeline,
): string[] {
	const contacts = new Set<string>();
	for (const { id, value: facts } of records) {
		const { records: offers, read: offersRead } = offerReader.soFar(id);
		if (facts.contact !== null && mayBeHire({ facts, offers, offersRead }, pipeline)) {
			contacts.add(facts.contact);
		}
	}
	return [...contacts].sort(compareCodeUnits);
}

/** Each opportunity once, as the first crawl that gave it read it. */
function candidacies(crawls: Opportunities[], { offersOf }: FinishedOffers): Candidacy[] {
	const byId = new Map<string, Candidacy>();
	for (const { records, collection } of crawls) {
		for (const { id, rawSha256, value: facts } of records) {
			if (byId.has(id)) continue;
			const { offers, read: offersRead } = offersOf(id);
			const { collectionId } = collection;
			byId.set(id, { opportunityId: id, facts, offers, offersRead, rawSha256, collectionId });
		}
	}
	return [...byId.values()];
}

function withShortfalls(
	collection: LeverCollection,
	shortfalls: Array<Shortfall | undefined>,
): LeverCollection {
	return shortfalls.reduce<LeverCollection>(
		(record, shortfall) =>
			shortfall ? withShortfall(record, shortfall.sentence, shortfall.failure) : record,
		collection,
	);
}
