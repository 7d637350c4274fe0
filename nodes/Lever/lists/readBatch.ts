import type { EpochMilliseconds } from '../../shared/contracts';
import { crawlList, type CrawlSummary } from '../../shared/crawl';
import type { LeverClient } from '../../shared/transport';
import { batchSummary } from './batchSummary';
import {
	boundsOf,
	newerPart,
	queryWithin,
	widthFor,
	windowBefore,
	type CreationWindow,
} from './creationWindow';
import { createdAtOf, Newest } from './newest';
import type { ListPlan } from './listRead';
import type { ResumeState } from './resumeState';

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

/** Lever's largest page (lever-api.md §3): a window of one page is no waste, however small the batch. */
const PAGE_SIZE = 100;

/**
 * Reads the next batch: whole windows of creation dates, newest first, until about `batchSize` records are
 * together. Windows do not overlap and creation dates never change, so no record comes in two batches, and
 * one that exists from the first batch to the last comes in exactly one, whatever happens in between.
 * Records created after the first batch began may be missing.
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
	const bounds = boundsOf(plan.query ?? {});
	const found = new Newest<Record>();
	const summaries: CrawlSummary[] = [];
	let { width } = state;
	let to = state.until ?? bounds.to;
	for (;;) {
		const wanted = Math.max(1, batchSize - found.size);
		const share = width === null ? null : (width * wanted) / batchSize;
		const read = await readFitting(client, plan, windowBefore(to, share, bounds.from), wanted);
		for (const summary of read.summaries) summaries.push(summary);
		for (const record of read.records) found.put(plan.idOf(record), createdAtOf(record), record);

		const { from } = read.window;
		if (from !== null) width = widthFor(batchSize, read.records.length, span(read.window, state));
		const cut = found.size > batchSize * ROOM ? found.keepNewest(batchSize) : null;
		const atTheEnd = cut === null && (from === null || from === bounds.from);
		const border = cut ?? from;
		if (atTheEnd || border === null || border <= 0) return finish(null);
		to = border - 1;
		if (cut !== null || found.size >= batchSize * FULL_ENOUGH) return finish(to);
	}

	function finish(until: EpochMilliseconds | null): Batch<Record> {
		const records = [...found.newestFirst()];
		return {
			records,
			summary: batchSummary(plan, summaries, records),
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

interface WindowRead<Record> {
	/** The window that was read to its end */
	window: CreationWindow;
	/** A record may stand in it twice, the newer state last */
	records: Record[];
	/** Windows that were given up come first */
	summaries: CrawlSummary[];
}

/** Reads a window to its end, or the newer part of it when it holds much more than is wanted. */
async function readFitting<Record>(
	client: LeverClient,
	plan: ListPlan<Record>,
	first: CreationWindow,
	wanted: number,
): Promise<WindowRead<Record>> {
	const room = Math.max(wanted * ROOM, PAGE_SIZE);
	const summaries: CrawlSummary[] = [];
	let window = first;
	for (;;) {
		const query = queryWithin(plan.query ?? {}, window);
		const crawl = crawlList(client, { ...plan, query, digest: false });
		const records: Record[] = [];
		let smaller: CreationWindow | null = null;
		for await (const batch of crawl) {
			for (const record of batch.records) records.push(record);
			for (const record of batch.changed) records.push(record);
			if (records.length > room) smaller = newerPart(window, records.map(createdAtOf), wanted);
			if (smaller !== null) break;
		}
		summaries.push(crawl.summary());
		if (smaller === null) return { window, records, summaries };
		window = smaller;
	}
}

/** Length of a window in ms; one that is open to the future ends when the first batch began. */
function span({ from, to }: CreationWindow, { startedAt }: ResumeState): number {
	const begin = from ?? startedAt;
	return Math.max(1, (to ?? Math.max(startedAt, begin)) - begin + 1);
}
