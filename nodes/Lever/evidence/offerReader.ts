import type { ReadFailure } from '../../shared/contracts';
import { leverPath, mapConcurrently } from '../../shared/transport';
import { streamsAtFullRate, withSpare } from '../../shared/transport/streams';
import type { CollectRun } from './collectionRecord';
import { Gathering } from './gathering';
import { idOf, type LeverRecord } from './leverJson';
import { offerFacts, type OfferFacts } from './offer';
import { readFailureOf } from './readFailure';
import { ReadMeter } from './readMeter';

/** Lever's offers do not name their opportunity. */
export type UnhashedOffer = Omit<OfferFacts, 'opportunityId'>;

/** What became of the offers of one opportunity. */
export interface OfferOutcome {
	offerIds: string[];
	read: true | ReadFailure;
}

/** Offers per page; Lever gives at most 100. */
export const OFFERS_PER_PAGE = 100;

/** A key without the permission, or an outage, must not be tried once per opportunity. */
export const FAULTS_IN_A_ROW = 3;

/** Reads side by side at least, since the answer time that is known may be that of another list. */
const FEWEST_STREAMS = 8;

/** Reads offers opportunity by opportunity, the only way Lever has (lever-api.md §5.2). */
export class OfferReader {
	readonly meter: ReadMeter;

	readonly gathering = new Gathering<UnhashedOffer>({
		identify: (raw) => idOf(raw.id),
		keep: offerFacts,
	});

	/** Opportunity id → what became of its offers */
	readonly outcomes = new Map<string, OfferOutcome>();

	/** Opportunities that Lever was not asked about, because it had refused others before */
	notAsked = 0;

	pages = 0;

	private faultsInARow = 0;

	private gaveUp: ReadFailure | undefined;

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
		const streams = Math.max(FEWEST_STREAMS, withSpare(streamsAtFullRate(this.run.client.tempo)));
		await this.meter.measure(
			async () => await mapConcurrently(unread, streams, async (id) => await this.readOne(id)),
		);
	}

	/** What is read of an opportunity's offers up to now. */
	soFar(opportunityId: string): { offers: UnhashedOffer[]; read: true | ReadFailure } {
		const { offerIds, read } = this.outcomeOf(opportunityId);
		const offers = offerIds.map((id) => this.gathering.get(id));
		return { offers: offers.filter((offer) => offer !== undefined), read };
	}

	outcomeOf(opportunityId: string): OfferOutcome {
		return this.outcomes.get(opportunityId) ?? NEVER_ASKED;
	}

	private async readOne(opportunityId: string): Promise<void> {
		this.outcomes.set(opportunityId, await this.outcomeOfReading(opportunityId));
	}

	private async outcomeOfReading(opportunityId: string): Promise<OfferOutcome> {
		if (this.gaveUp) {
			this.notAsked += 1;
			return { offerIds: [], read: this.gaveUp };
		}
		try {
			const offerIds = this.takeAll(await this.offersOf(opportunityId));
			this.faultsInARow = 0;
			return { offerIds, read: true };
		} catch (error) {
			const failure = await this.withoutDeletionInDoubt(opportunityId, readFailureOf(error));
			this.count(failure);
			return { offerIds: [], read: failure };
		}
	}

	/**
	 * A 404 for the offers says that the opportunity is deleted only if the opportunity itself answers so
	 * too; otherwise its offers exist and were not read.
	 */
	private async withoutDeletionInDoubt(
		opportunityId: string,
		failure: ReadFailure,
	): Promise<ReadFailure> {
		if (failure.reason !== 'notFound') return failure;
		try {
			await this.run.client.get(leverPath`/opportunities/${opportunityId}`);
		} catch (error) {
			return readFailureOf(error);
		}
		return {
			reason: 'malformedAnswer',
			httpStatus: 404,
			message:
				"Lever does not find the offers of an opportunity that it has. Run it again. If it stays, check the 'Base URL' of the credential and ask Lever support.",
		};
	}

	/** The opportunity was deleted meanwhile: that says nothing about the others. */
	private count(failure: ReadFailure): void {
		if (failure.reason === 'notFound') return;
		this.faultsInARow += 1;
		if (this.faultsInARow >= FAULTS_IN_A_ROW) this.gaveUp = failure;
	}

	private async offersOf(opportunityId: string): Promise<LeverRecord[]> {
		const path = leverPath`/opportunities/${opportunityId}/offers`;
		const pages = this.run.client.pages<LeverRecord>(path, { limit: OFFERS_PER_PAGE });
		const offers: LeverRecord[] = [];
		for await (const { data } of pages) {
			this.pages += 1;
			for (const offer of data) offers.push(offer);
		}
		return offers;
	}

	private takeAll(offers: LeverRecord[]): string[] {
		this.gathering.beginList();
		return [...new Set(offers.map((offer) => this.gathering.take(offer)))];
	}
}

const NEVER_ASKED: OfferOutcome = {
	offerIds: [],
	read: {
		reason: 'unknown',
		message:
			"The offers of this opportunity were not asked for. Switch on 'Exhaustive' to read the offers of every opportunity.",
	},
};
