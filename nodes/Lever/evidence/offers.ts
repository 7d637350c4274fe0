import type { LeverCollection, ReadFailure, Sha256, Visibility } from '../../shared/contracts';
import { leverPath, mapConcurrently } from '../../shared/transport';
import { oldestFirst } from './acceptance';
import { collectionRecord, type CollectRun } from './collectionRecord';
import { Gathering, type CrawlRecord } from './gathering';
import { idOf, type LeverRecord } from './leverJson';
import { offerFacts, type OfferFacts } from './offer';
import { readFailureOf } from './readFailure';
import { ReadMeter } from './readMeter';

/** An offer with the hash of the whole record. */
export interface ReadOffer extends OfferFacts {
	rawSha256: Sha256;
}

/** The offers of one opportunity, or why they were not read. */
export interface OpportunityOffers {
	offers: ReadOffer[];
	read: true | ReadFailure;
}

/** Lever's offers do not name their opportunity. */
type UnhashedOffer = Omit<OfferFacts, 'opportunityId'>;

interface Outcome {
	offerIds: string[];
	read: true | ReadFailure;
}

/** Enough to use Lever's ten requests per second at its usual latency; the pace itself is the client's. */
const STREAMS = 8;

/** A key without the permission, or an outage, must not be tried once per opportunity. */
const FAULTS_IN_A_ROW = 3;

const PAGE_SIZE = 100;

/**
 * Reads offers opportunity by opportunity, the only way Lever has (lever-api.md §5.2), and makes one
 * collection record of all of it.
 */
export class OfferReader {
	private readonly meter: ReadMeter;

	private readonly outcomes = new Map<string, Outcome>();

	private readonly gathering = new Gathering<UnhashedOffer>({
		identify: (raw) => idOf(raw.id),
		keep: offerFacts,
	});

	private pages = 0;

	private faultsInARow = 0;

	private gaveUp: ReadFailure | undefined;

	private notAsked = 0;

	constructor(private readonly run: CollectRun) {
		this.meter = new ReadMeter(run);
	}

	/**
	 * Reads the offers of these opportunities, each opportunity once per reader. Faults are kept, not
	 * thrown; after several in a row nothing more is asked.
	 *
	 * @throws LeverReadError when the key is not accepted or the execution was stopped
	 */
	async read(opportunityIds: readonly string[]): Promise<void> {
		const unread = [...new Set(opportunityIds)].filter((id) => !this.outcomes.has(id));
		await this.meter.measure(
			async () => await mapConcurrently(unread, STREAMS, async (id) => await this.readOne(id)),
		);
	}

	/** Number of opportunities, also those that nothing was read of. */
	get asked(): number {
		return this.outcomes.size;
	}

	/** What is read of an opportunity's offers up to now. */
	soFar(opportunityId: string): { offers: UnhashedOffer[]; read: true | ReadFailure } {
		const { offerIds, read } = this.outcomes.get(opportunityId) ?? NEVER_ASKED;
		const offers = offerIds.map((id) => this.gathering.get(id));
		return { offers: offers.filter((offer) => offer !== undefined), read };
	}

	/** Call it when everything is read. The offers of an opportunity are then in order, oldest first. */
	finish(rule: string, confidential: Visibility): FinishedOffers {
		const { records, recordsSha256 } = this.gathering.finish();
		const unread = [...this.outcomes.values()]
			.map(({ read }) => read)
			.filter((read) => read !== true);
		const deleted = unread.filter(({ reason }) => reason === 'notFound').length;
		const [failure] = unread.filter(({ reason }) => reason !== 'notFound');
		const collection = collectionRecord(this.run, this.meter, {
			resource: 'offers',
			purpose: 'offers',
			rule: [rule, deletedSentence(deleted)].filter((sentence) => sentence !== '').join(' '),
			requests: [
				{ path: '/opportunities/{opportunity}/offers', query: { limit: String(PAGE_SIZE) } },
			],
			pages: this.pages,
			records: this.gathering.received,
			uniqueIds: this.gathering.unique,
			recordsSha256,
			visibility: { confidential, deactivated: 'notApplicable' },
			...(failure && {
				failure,
				incompleteBecause: this.incompleteBecause(unread.length - deleted, failure),
			}),
		});
		return { collection, offersOf: this.offersByOpportunity(records) };
	}

	private async readOne(opportunityId: string): Promise<void> {
		if (this.gaveUp) {
			this.notAsked += 1;
			this.outcomes.set(opportunityId, { offerIds: [], read: this.gaveUp });
			return;
		}
		try {
			const offerIds = this.takeAll(await this.pagesOf(opportunityId));
			this.outcomes.set(opportunityId, { offerIds, read: true });
			this.faultsInARow = 0;
		} catch (error) {
			const failure = readFailureOf(error);
			this.outcomes.set(opportunityId, { offerIds: [], read: failure });
			if (failure.reason === 'notFound') return;
			this.faultsInARow += 1;
			if (this.faultsInARow >= FAULTS_IN_A_ROW) this.gaveUp = failure;
		}
	}

	private async pagesOf(opportunityId: string): Promise<LeverRecord[]> {
		const path = leverPath`/opportunities/${opportunityId}/offers`;
		const offers: LeverRecord[] = [];
		for await (const { data } of this.run.client.pages<LeverRecord>(path, { limit: PAGE_SIZE })) {
			this.pages += 1;
			for (const offer of data) offers.push(offer);
		}
		return offers;
	}

	private takeAll(offers: LeverRecord[]): string[] {
		this.gathering.beginList();
		return [...new Set(offers.map((offer) => this.gathering.take(offer)))];
	}

	private incompleteBecause(count: number, { message }: ReadFailure): string {
		const sentences = [
			`The offers of ${count} of ${this.outcomes.size} opportunities were not read.`,
			this.notAsked > 0
				? `After ${FAULTS_IN_A_ROW} refusals in a row Lever was not asked for the others.`
				: '',
			message,
		];
		return sentences.filter((sentence) => sentence !== '').join(' ');
	}

	private offersByOpportunity(
		records: Array<CrawlRecord<UnhashedOffer>>,
	): (opportunityId: string) => OpportunityOffers {
		const byId = new Map(records.map((record) => [record.id, record]));
		return (opportunityId) => {
			const { offerIds, read } = this.outcomes.get(opportunityId) ?? NEVER_ASKED;
			const offers = offerIds.flatMap((id) => {
				const record = byId.get(id);
				return record ? [{ ...record.value, opportunityId, rawSha256: record.rawSha256 }] : [];
			});
			return { offers: offers.sort(oldestFirst), read };
		};
	}
}

export interface FinishedOffers {
	collection: LeverCollection;
	offersOf: (opportunityId: string) => OpportunityOffers;
}

const NEVER_ASKED: Outcome = {
	offerIds: [],
	read: {
		reason: 'unknown',
		message:
			"The offers of this opportunity were not asked for. Switch on 'Exhaustive' to read the offers of every opportunity.",
	},
};

function deletedSentence(deleted: number): string {
	if (deleted === 0) return '';
	return deleted === 1
		? '1 opportunity was deleted in Lever before its offers were read.'
		: `${deleted} opportunities were deleted in Lever before their offers were read.`;
}
