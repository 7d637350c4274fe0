import type { LeverCollection, ReadFailure, Sha256, Visibility } from '../../shared/contracts';
import { oldestFirst } from '../../shared/acceptance';
import { collectionRecord, type CollectRun } from './collectionRecord';
import type { CrawlRecord } from './gathering';
import type { OfferFacts } from './offer';
import {
	FAULTS_IN_A_ROW,
	OFFERS_PER_PAGE,
	type OfferReader,
	type UnhashedOffer,
} from './offerReader';

/** An offer with the hash of the whole record. */
export interface ReadOffer extends OfferFacts {
	rawSha256: Sha256;
}

/** The offers of one opportunity, oldest first, or why they were not read. */
export interface OpportunityOffers {
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
	reader: OfferReader,
	rule: string,
	confidential: Visibility,
): FinishedOffers {
	const { gathering } = reader;
	const { records, recordsSha256 } = gathering.finish();
	const failures = [...reader.outcomes.values()]
		.map(({ read }) => read)
		.filter((read) => read !== true);
	const deleted = failures.filter(({ reason }) => reason === 'notFound').length;
	const [failure] = failures.filter(({ reason }) => reason !== 'notFound');
	const collection = collectionRecord(run, reader.meter, {
		resource: 'offers',
		purpose: 'offers',
		rule: sentences(rule, deletedSentence(deleted)),
		requests: [
			{ path: '/opportunities/{opportunity}/offers', query: { limit: String(OFFERS_PER_PAGE) } },
		],
		pages: reader.pages,
		records: gathering.received,
		uniqueIds: gathering.unique,
		recordsSha256,
		visibility: { confidential, deactivated: 'notApplicable' },
		...(failure && {
			failure,
			incompleteBecause: incompleteBecause(reader, failures.length - deleted, failure),
		}),
	});
	return { collection, offersOf: offersByOpportunity(reader, records) };
}

function offersByOpportunity(reader: OfferReader, records: Array<CrawlRecord<UnhashedOffer>>) {
	const byId = new Map(records.map((record) => [record.id, record]));
	return (opportunityId: string): OpportunityOffers => {
		const { offerIds, read } = reader.outcomeOf(opportunityId);
		const offers = offerIds.flatMap((id) => {
			const record = byId.get(id);
			return record ? [{ ...record.value, opportunityId, rawSha256: record.rawSha256 }] : [];
		});
		return { offers: offers.sort(oldestFirst), read };
	};
}

function incompleteBecause(
	{ outcomes, notAsked }: OfferReader,
	unread: number,
	{ message }: ReadFailure,
): string {
	return sentences(
		`The offers of ${unread} of ${outcomes.size} opportunities were not read.`,
		notAsked > 0
			? `After ${FAULTS_IN_A_ROW} refusals in a row Lever was not asked for the others.`
			: '',
		message,
	);
}

function deletedSentence(deleted: number): string {
	if (deleted === 0) return '';
	return deleted === 1
		? '1 opportunity was deleted in Lever before its offers were read.'
		: `${deleted} opportunities were deleted in Lever before their offers were read.`;
}

function sentences(...given: string[]): string {
	return given.filter((sentence) => sentence !== '').join(' ');
}
