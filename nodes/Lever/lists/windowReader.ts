import type { EpochMilliseconds, RecordedRequest } from '../../shared/contracts';
import { rereadQueries } from '../../shared/crawl';
import { mapConcurrently, PAGE_SIZE, sentQuery, type LeverClient } from '../../shared/transport';
import { newerPart, partsOf, queryWithin, type CreationWindow } from './creationWindow';
import type { ListPlan } from './listRead';
import { createdAtOf } from './newest';

/** Most parts of a window that are read at the same time: ten requests per second at an answer time of 400 ms. */
const STREAMS = 4;

/** A part for fewer records would mostly be the rest of a page. */
const RECORDS_PER_PART = 300;

/** How much a window may and should hold. */
interface Fit {
	/** Where a window that is open to the future is thought to end */
	end: EpochMilliseconds;
	/** Records that a newer part should have when the window holds too many */
	wanted: number;
	/** Records that are too many when there are more */
	room: number;
	/** Records that are thought to be in it; parts that are nearly empty would only cost requests */
	expected: number;
}

/** Reads windows of creation dates for one batch, and counts what that costs. */
export class WindowReader<Record> {
	pages = 0;

	/** First pages, those of windows that were given up included */
	readonly requests: RecordedRequest[] = [];

	/** First pages of what was read once more */
	readonly rereads: RecordedRequest[] = [];

	/**
	 * Whether a list of more than one page was read: its order moves while it is paged, so that records can
	 * be skipped (lever-api.md §3.1).
	 */
	pagedOn = false;

	constructor(
		private readonly client: LeverClient,
		private readonly plan: ListPlan<Record>,
	) {}

	/**
	 * The first page of the whole list.
	 *
	 * @returns its records when there is no other page
	 */
	async onlyPage(): Promise<Record[] | null> {
		for await (const { data, last } of this.list(this.plan.query, this.requests))
			return last ? data : null;
		return [];
	}

	/**
	 * Reads a window to its end, or the newer part of it when it holds more than there is room for.
	 *
	 * @returns the window that was read, and its records; one can come twice
	 */
	async readFitting(
		window: CreationWindow,
		fit: Fit,
	): Promise<{ window: CreationWindow; records: Record[] }> {
		let fitting = window;
		for (;;) {
			const { records, smaller } = await this.readWindow(fitting, fit);
			if (smaller === null) return { window: fitting, records };
			fitting = smaller;
		}
	}

	/** What changed in a window since a read of it began. */
	async readChanged(window: CreationWindow, startedAt: EpochMilliseconds): Promise<Record[]> {
		const records: Record[] = [];
		for (const query of rereadQueries(queryWithin(this.plan.query ?? {}, window), startedAt, null))
			for await (const { data } of this.list(query, this.rereads))
				for (const record of data) records.push(record);
		return records;
	}

	private async readWindow(
		window: CreationWindow,
		{ end, wanted, room, expected }: Fit,
	): Promise<{ records: Record[]; smaller: CreationWindow | null }> {
		const records: Record[] = [];
		let smaller: CreationWindow | null = null;
		let stopped = false;
		const parts = partsOf(window, end, Math.min(STREAMS, Math.round(expected / RECORDS_PER_PART)));
		await mapConcurrently(parts, STREAMS, async (part) => {
			const query = queryWithin(this.plan.query ?? {}, part);
			let ended = false;
			try {
				for await (const { data, last } of this.list(query, this.requests)) {
					for (const record of data) records.push(record);
					if (!last) this.pagedOn = true;
					if (records.length > room) {
						smaller ??= newerPart(window, records.map(createdAtOf), wanted);
						stopped ||= smaller !== null;
					}
					if (stopped) return;
				}
				ended = true;
			} finally {
				// After a fault in one part the others end with the page that they have asked for.
				if (!ended) stopped = true;
			}
		});
		return { records, smaller };
	}

	private async *list(query: ListPlan<Record>['query'], log: RecordedRequest[]) {
		const asked = { ...query, limit: PAGE_SIZE };
		log.push({ path: this.plan.path, query: sentQuery(asked) });
		for await (const page of this.client.pages<Record>(this.plan.path, asked)) {
			this.pages += 1;
			yield page;
		}
	}
}
