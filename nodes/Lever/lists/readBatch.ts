import type { EpochMilliseconds, LeverCollection } from '../../shared/contracts';
import type { CrawlSummary } from '../../shared/crawl';
import { PAGE_SIZE, type LeverClient } from '../../shared/transport';
import { batchSummary } from './batchSummary';
import {
	boundsOf,
	FIRST_WIDTH_MS,
	spanOf,
	widthFor,
	windowBefore,
	type CreationWindow,
} from './creationWindow';
import type { ListPlan } from './listRead';
import { createdAtOf, Newest } from './newest';
import type { ResumeState } from './resumeState';
import { WindowReader } from './windowReader';

/** One batch of Page by Page. */
export interface Batch<Record> {
	/** Newest first */
	records: Record[];
	/** Where the next batch begins; null when there is none */
	next: ResumeState | null;
	/** `complete` says that the windows of this batch were read to their end */
	summary: CrawlSummary;
}

/** A batch may have twice the records that were asked for; a window with more is cut. */
const ROOM = 2;

/** A batch that has this share of the records asked for is not filled up: each window costs a request. */
const FULL_ENOUGH = 0.6;

/**
 * Reads the next batch: whole windows of creation dates, newest first, until about `batchSize` records are
 * together, and once more what changed in them meanwhile. Windows do not overlap and creation dates never
 * change, so no record comes in two batches, and one that exists from the first batch to the last comes in
 * exactly one, whatever happens in between. Records created after the first batch began may be missing.
 *
 * @param batchSize at least 1
 * @throws LeverReadError; the same state can be read again then
 */
export async function readBatch<Record>(
	client: LeverClient,
	plan: ListPlan<Record>,
	state: ResumeState,
	batchSize: number,
): Promise<Batch<Record>> {
	const batch = new BatchReader(client, plan, state, batchSize);
	return await batch.read();
}

class BatchReader<Record> {
	private readonly startedAt: EpochMilliseconds = Date.now();

	private readonly reader: WindowReader<Record>;

	private readonly found = new Newest<Record>();

	/** What the user's own filters leave */
	private readonly bounds: CreationWindow;

	private received = 0;

	private tail: LeverCollection['rereadTail'];

	private width: number;

	/** Whether the last window had records: then the width is one that was worked out from them */
	private dense: boolean;

	constructor(
		client: LeverClient,
		private readonly plan: ListPlan<Record>,
		private readonly state: ResumeState,
		private readonly batchSize: number,
	) {
		this.reader = new WindowReader(client, plan);
		this.bounds = boundsOf(plan.query ?? {});
		this.width = state.width ?? FIRST_WIDTH_MS;
		this.dense = state.width !== null;
	}

	async read(): Promise<Batch<Record>> {
		if (this.state.until === null) {
			const everything = await this.reader.onlyPage();
			if (everything !== null) {
				this.take(everything);
				return this.finish(null);
			}
		}
		const top = this.state.until ?? this.bounds.to;
		let to = top;
		for (;;) {
			const { lowest, last } = await this.readNext(to);
			if (last || lowest === null || lowest <= 0) {
				await this.readAgain({ from: this.bounds.from, to: top });
				return this.finish(null);
			}
			to = lowest - 1;
			if (this.found.size >= this.batchSize * FULL_ENOUGH) {
				await this.readAgain({ from: lowest, to: top });
				return this.finish(to);
			}
		}
	}

	/**
	 * Reads one more window, and lets the oldest records go when there are too many.
	 *
	 * @returns the lowest creation date that is done, and whether nothing lies below it
	 */
	private async readNext(
		to: EpochMilliseconds | null,
	): Promise<{ lowest: EpochMilliseconds | null; last: boolean }> {
		const { batchSize, found, bounds } = this;
		const wanted = Math.max(1, batchSize - found.size);
		const end = to ?? Math.max(this.state.startedAt, bounds.from ?? 0);
		const share = (this.width * wanted) / batchSize;
		const asked = windowBefore({ to, end, width: share, lowest: bounds.from });
		// A window of one page is no waste, however small the batch.
		const room = Math.max(wanted * ROOM, PAGE_SIZE);
		const expected = this.dense ? wanted : 0;
		const fit = { end, wanted, room, expected };
		const { window, records } = await this.reader.readFitting(asked, fit);
		const fresh = this.take(records);
		this.dense = fresh > 0;
		const { from } = window;
		if (from !== null) this.width = widthFor(batchSize, fresh, spanOf(from, end));
		const cut = found.size > batchSize * ROOM ? found.keepNewest(batchSize) : null;
		return { lowest: cut ?? from, last: cut === null && (from === null || from === bounds.from) };
	}

	/** @returns how many of them are new */
	private take(records: readonly Record[]): number {
		const before = this.found.size;
		this.received += records.length;
		for (const record of records)
			this.found.put(this.plan.idOf(record), createdAtOf(record), record);
		return this.found.size - before;
	}

	/** A list of one page cannot move while it is paged. */
	private async readAgain(window: CreationWindow): Promise<void> {
		if (!this.reader.pagedOn) return;
		const before = this.found.size;
		const again = await this.reader.readChanged(window, this.startedAt);
		const changed = again.filter((record) => {
			const held = this.found.get(this.plan.idOf(record));
			return held !== undefined && JSON.stringify(held) !== JSON.stringify(record);
		});
		this.take(again);
		const added = this.found.size - before;
		this.received -= again.length - added;
		this.tail = { records: again.length, added, changed: changed.length };
	}

	private finish(until: EpochMilliseconds | null): Batch<Record> {
		const { plan, reader, startedAt, received, tail, state, width } = this;
		const records = [...this.found.newestFirst()];
		return {
			records,
			summary: batchSummary({ plan, reader, startedAt, received, tail, records }),
			next:
				until === null
					? null
					: {
							until,
							width,
							startedAt: state.startedAt,
							records: state.records + records.length,
							batches: state.batches + 1,
						},
		};
	}
}
