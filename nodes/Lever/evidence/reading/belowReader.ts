import type { ReadFailure } from '../../../shared/contracts';
import { leverPath, mapConcurrently } from '../../../shared/transport';
import { streamsAtFullRate, withSpare } from '../../../shared/transport/streams';
import type { CollectRun } from './collectionRecord';
import { Gathering } from './gathering';
import { idOf, type LeverRecord } from './leverJson';
import { readFailureOf } from './readFailure';
import { ReadMeter } from './readMeter';

/** A list that Lever only has opportunity by opportunity (lever-api.md §5, read endpoints at a glance). */
export interface BelowList<T> {
	/** Last part of its path and name of the resource, for instance `offers` */
	resource: string;
	/** In sentences: "The … of 3 opportunities", for instance `profile forms` */
	records: string;
	/** What is kept of a record */
	keep: (raw: LeverRecord) => T;
	/** What to say of an opportunity that was not asked about; a sentence */
	notAsked: string;
}

/** What became of the records of one opportunity. */
interface BelowOutcome {
	ids: string[];
	read: true | ReadFailure;
}

/** Records per page; Lever gives at most 100. */
export const RECORDS_PER_PAGE = 100;

/** A key without the permission, or an outage, must not be tried once per opportunity. */
export const FAULTS_IN_A_ROW = 3;

/** Reads side by side at least, since the answer time that is known may be that of another list. */
const FEWEST_STREAMS = 8;

/** Reads a list opportunity by opportunity, the only way Lever has; its records do not name their opportunity. */
export class BelowReader<T> {
	readonly meter: ReadMeter;

	readonly gathering: Gathering<T>;

	/** Opportunity id → what became of its records */
	readonly outcomes = new Map<string, BelowOutcome>();

	/** Opportunities that Lever was not asked about, because it had refused others before */
	notAsked = 0;

	pages = 0;

	private faultsInARow = 0;

	private gaveUp: ReadFailure | undefined;

	constructor(
		private readonly run: CollectRun,
		readonly list: BelowList<T>,
	) {
		this.meter = new ReadMeter(run);
		this.gathering = new Gathering<T>({ identify: (raw) => idOf(raw.id), keep: list.keep });
	}

	/**
	 * Reads the list of these opportunities, each opportunity once per reader. Faults are kept, not
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

	/** What is read of an opportunity's records up to now. */
	soFar(opportunityId: string): { records: T[]; read: true | ReadFailure } {
		const { ids, read } = this.outcomeOf(opportunityId);
		const records = ids.map((id) => this.gathering.get(id));
		return { records: records.filter((record) => record !== undefined), read };
	}

	outcomeOf(opportunityId: string): BelowOutcome {
		const { notAsked: message } = this.list;
		return this.outcomes.get(opportunityId) ?? { ids: [], read: { reason: 'unknown', message } };
	}

	private async readOne(opportunityId: string): Promise<void> {
		this.outcomes.set(opportunityId, await this.outcomeOfReading(opportunityId));
	}

	private async outcomeOfReading(opportunityId: string): Promise<BelowOutcome> {
		if (this.gaveUp) {
			this.notAsked += 1;
			return { ids: [], read: this.gaveUp };
		}
		try {
			const ids = this.takeAll(await this.recordsOf(opportunityId));
			this.faultsInARow = 0;
			return { ids, read: true };
		} catch (error) {
			const failure = await this.withoutDeletionInDoubt(opportunityId, readFailureOf(error));
			this.count(failure);
			return { ids: [], read: failure };
		}
	}

	/**
	 * A 404 for the list says that the opportunity is deleted only if the opportunity itself answers so
	 * too; otherwise its records exist and were not read.
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
			message: `Lever does not find the ${this.list.records} of an opportunity that it has. Run it again. If it stays, check the 'Base URL' of the credential and ask Lever support.`,
		};
	}

	/** The opportunity was deleted meanwhile: that says nothing about the others. */
	private count(failure: ReadFailure): void {
		if (failure.reason === 'notFound') return;
		this.faultsInARow += 1;
		if (this.faultsInARow >= FAULTS_IN_A_ROW) this.gaveUp = failure;
	}

	private async recordsOf(opportunityId: string): Promise<LeverRecord[]> {
		const path = leverPath`/opportunities/${opportunityId}/${this.list.resource}`;
		const pages = this.run.client.pages<LeverRecord>(path, { limit: RECORDS_PER_PAGE });
		const records: LeverRecord[] = [];
		for await (const { data } of pages) {
			this.pages += 1;
			for (const record of data) records.push(record);
		}
		return records;
	}

	private takeAll(records: LeverRecord[]): string[] {
		this.gathering.beginList();
		return [...new Set(records.map((record) => this.gathering.take(record)))];
	}
}
