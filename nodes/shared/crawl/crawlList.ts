import type { EpochMilliseconds, ReadFailure } from '../contracts';
import type { LeverClient, LeverPage, LeverQuery } from '../transport';
import { sentQuery } from '../transport';
import { LeverReadError } from '../transport/faults/leverReadError';
import { Ledger, type Pass } from './ledger';
import { createdAtOf, readWindows, type BegunList } from './readWindows';
import { readSideBySide } from './readAhead';
import { rereadQueries } from './rereads';
import type { Crawl, CrawlBatch, CrawlPlan, CrawlSummary } from './types';
import { boundsOf, firstWindows, queryWithin, type Window } from './window';
import { WindowPlan } from './windowPlan';
import { PAGE_SIZE, type WindowReading } from './windowReading';

/** Reads one list of Lever to its end; see Crawl. */
export function crawlList<T>(client: LeverClient, plan: CrawlPlan<T>): Crawl<T> {
	return new ListCrawl(client, plan);
}

class ListCrawl<T> implements Crawl<T> {
	private readonly startedAt: EpochMilliseconds;

	private finishedAt: EpochMilliseconds;

	private readonly ledger: Ledger<T>;

	private readonly query: LeverQuery;

	private readonly requests: CrawlSummary['requests'];

	private pages = 0;

	private complete = false;

	private failure: ReadFailure | undefined;

	constructor(
		private readonly client: LeverClient,
		private readonly plan: CrawlPlan<T>,
	) {
		this.startedAt = client.tempo.now();
		this.finishedAt = this.startedAt;
		this.ledger = new Ledger({ idOf: plan.idOf, digest: plan.digest ?? false });
		this.query = { ...plan.query, limit: PAGE_SIZE };
		this.requests = { list: this.recorded(this.query), windows: [], reread: [] };
	}

	async *[Symbol.asyncIterator](): AsyncGenerator<CrawlBatch<T>, void, undefined> {
		const fault = yield* this.readUntilFault();
		if (fault === null) return;
		if (fault.error instanceof LeverReadError) this.failure = fault.error.failure;
		throw fault.error;
	}

	summary(): CrawlSummary {
		const { ledger, failure, complete } = this;
		return {
			startedAt: this.startedAt,
			finishedAt: this.finishedAt,
			requests: this.requests,
			pages: this.pages,
			records: ledger.uniqueIds + ledger.duplicates,
			uniqueIds: ledger.uniqueIds,
			duplicates: ledger.duplicates,
			...(ledger.tail && { rereadTail: { ...ledger.tail } }),
			complete,
			...(!complete && { incompleteBecause: this.incompleteBecause() }),
			...(failure && { failure }),
			...(complete && this.plan.digest && { digestsSha256: ledger.digestsSha256() }),
		};
	}

	private async *readUntilFault(): AsyncGenerator<
		CrawlBatch<T>,
		{ error: unknown } | null,
		undefined
	> {
		try {
			yield* this.readList();
			if (this.plan.reread) yield* this.readAgain();
			this.complete = true;
			return null;
		} catch (error) {
			return { error };
		}
	}

	private incompleteBecause(): string {
		if (this.failure === undefined) return 'The list was not read to its end.';
		const { message } = this.failure;
		if (this.ledger.tail !== undefined) {
			return `What changed during the read could not be read once more, so records may be missing. ${message}`;
		}
		const read = this.ledger.uniqueIds;
		return read === 0 ? message : `The list ended early, after ${read} records. ${message}`;
	}

	/** The first page shows whether there is more; if so, windows are read instead of its cursor. */
	private async *readList(): AsyncGenerator<CrawlBatch<T>, void, undefined> {
		const seen: Pass = new Set();
		const cursor = this.client.pages<T>(this.plan.path, this.query, this.plan.signal);
		const first = await cursor.next();
		if (first.done === true) return;
		yield this.take(first.value, seen);
		if (first.value.last) return;
		const windows = this.windowsFor(first.value);
		if (windows !== null && (yield* this.readWindows(windows, { first: first.value, cursor })))
			return;
		for await (const page of cursor) yield this.take(page, seen);
	}

	/** null where no windows can be cut: the list is read with its cursor. */
	private windowsFor({ data }: LeverPage<T>): WindowPlan | null {
		const bounds = boundsOf(this.query);
		if (this.plan.partition === null || bounds === null) return null;
		if (data.some((record) => createdAtOf(record) === null)) return null;
		return new WindowPlan(firstWindows(bounds, this.startedAt), this.startedAt);
	}

	/** @returns false when Lever did not take the windows' filters, so that the cursor must go on */
	private async *readWindows(
		windows: WindowPlan,
		begun: BegunList<T>,
	): AsyncGenerator<CrawlBatch<T>, boolean, undefined> {
		const passes = new WeakMap<WindowReading, Pass>();
		const passOf = (reading: WindowReading) => {
			const pass = passes.get(reading) ?? new Set();
			passes.set(reading, pass);
			return pass;
		};
		const { path, signal } = this.plan;
		const list = {
			path,
			query: this.query,
			signal,
			onWindow: (window: Window) => {
				this.requests.windows.push(this.recorded(queryWithin(this.query, window)));
			},
		};
		for await (const { reading, records, stray } of readWindows<T>(
			this.client,
			windows,
			list,
			begun,
		)) {
			yield this.take({ data: records }, passOf(reading));
			if (stray) return false;
		}
		return true;
	}

	private async *readAgain(): AsyncGenerator<CrawlBatch<T>, void, undefined> {
		this.ledger.beginReread();
		const { path, partition, signal } = this.plan;
		const queries = rereadQueries(this.query, this.startedAt, partition);
		for (const query of queries) this.requests.reread.push(this.recorded(query));
		const lists = queries.map((query) => ({
			source: new Set<string>(),
			pages: this.client.pages<T>(path, query, signal),
		}));
		for await (const { source: pass, page } of readSideBySide(lists)) yield this.take(page, pass);
	}

	private take({ data }: Pick<LeverPage<T>, 'data'>, pass: Pass): CrawlBatch<T> {
		this.pages += 1;
		this.finishedAt = this.client.tempo.now();
		return this.ledger.take(data, pass);
	}

	private recorded(query: LeverQuery) {
		return { path: this.plan.path, query: sentQuery(query) };
	}
}
