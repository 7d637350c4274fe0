import type {
	CollectionPurpose,
	LeverCollection,
	ReadFailure,
	RecordedRequest,
	Visibility,
} from '../../shared/contracts';
import { sentQuery } from '../../shared/transport/query';
import type { LeverPage, LeverQuery } from '../../shared/transport/types';
import { collectionRecord, type CollectRun } from './collectionRecord';
import { EXTRAS, openWithExtras, withExtras, type Extra } from './extras';
import { Gathering, type CrawlRecord, type GatheringOptions } from './gathering';
import type { LeverRecord } from './leverJson';
import { readFailureOf } from './readFailure';
import { ReadMeter } from './readMeter';

/** One list of Lever, or one part of a list. */
export interface ListRequest {
	path: string;
	query: LeverQuery;
}

/** What a crawl reads, and what of it is kept. */
export interface CrawlPlan<T> extends GatheringOptions<T> {
	/** Lever's own name of the resource */
	resource: string;
	purpose: CollectionPurpose;
	/** What belongs to the population, for an auditor */
	rule: string;
	/** One after the other; records that stand in several of them are one record */
	requests: ListRequest[];
	/** Asked for with every request, as far as Lever allows */
	extras: readonly Extra[];
	/** Extras that Lever refused earlier in this run; they are not asked for again */
	refused: readonly Extra[];
	/** Whether deactivated records are part of this list */
	deactivated: Visibility;
	/**
	 * Read what changed since the crawl began once more: the order of the list moves while it is paged,
	 * so that records can be skipped (lever-api.md §3.1)
	 */
	rereads: boolean;
}

export interface Crawled<T> {
	/** Sorted by id, also when the crawl ended early */
	records: Array<CrawlRecord<T>>;
	collection: LeverCollection;
	/** Extras that Lever refused, in this crawl or before; for the next crawl */
	refused: Extra[];
}

const PAGE_SIZE = 100;

/** Clocks of n8n and Lever differ, and a change takes a moment to be found by `updated_at_start`. */
const REREAD_OVERLAP_MS = 15 * 60 * 1000;

/**
 * Reads a population: every list of the plan to its end, then what changed since. A fault ends the read
 * but not the run: what was read stays, and the collection record says what is missing.
 *
 * @throws LeverReadError when the key is not accepted or the execution was stopped
 */
export async function crawl<T>(run: CollectRun, plan: CrawlPlan<T>): Promise<Crawled<T>> {
	const meter = new ReadMeter(run);
	const gathering = new Gathering(plan);
	const wanted = plan.extras.filter((extra) => !plan.refused.includes(extra));
	const progress: Progress = { granted: wanted, pages: 0, answered: false };
	const rereads = plan.rereads ? rereadsOf(plan.requests, meter.startedAtMs) : [];
	const failed = await meter.measure(
		async () =>
			(await attempt(async () => await readLists(run, plan, gathering, progress))) ??
			(await attempt(async () => await rereadLists(run, rereads, gathering, progress))),
	);

	const { records, recordsSha256 } = gathering.finish();
	const { granted } = progress;
	const refused = plan.extras.filter((extra) => !granted.includes(extra));
	const collection = collectionRecord(run, meter, {
		resource: plan.resource,
		purpose: plan.purpose,
		rule: [plan.rule, ...refused.map((extra) => EXTRAS[extra].withoutIt)].join(' '),
		requests: plan.requests.map((request) => recorded(request, granted)),
		rereadRequests: rereads.map((request) => recorded(request, granted)),
		pages: progress.pages,
		records: gathering.received,
		uniqueIds: gathering.unique,
		recordsSha256,
		rereadTail: gathering.tail,
		visibility: {
			confidential: confidentialVisibility(plan, progress, failed),
			deactivated: plan.deactivated,
		},
		...(failed && {
			failure: failed,
			incompleteBecause: incompleteBecause(failed, gathering),
		}),
	});
	return { records, collection, refused };
}

interface Progress {
	granted: Extra[];
	pages: number;
	/** True once Lever has given a page */
	answered: boolean;
}

async function attempt(read: () => Promise<void>): Promise<ReadFailure | undefined> {
	try {
		await read();
		return undefined;
	} catch (error) {
		return readFailureOf(error);
	}
}

async function readLists<T>(
	{ client }: CollectRun,
	plan: CrawlPlan<T>,
	gathering: Gathering<T>,
	progress: Progress,
): Promise<void> {
	for (const { path, query } of plan.requests) {
		gathering.beginList();
		const list = progress.answered
			? client.pages<LeverRecord>(path, pageQuery(query, progress.granted))
			: await openFirst(client, path, query, progress);
		await takePages(list, gathering, progress);
	}
}

async function openFirst(
	client: CollectRun['client'],
	path: string,
	query: LeverQuery,
	progress: Progress,
): Promise<AsyncGenerator<LeverPage<LeverRecord>, void, undefined>> {
	const opened = await openWithExtras(client, path, pageQuery(query, []), progress.granted);
	progress.granted = opened.granted;
	return opened.pages;
}

async function rereadLists<T>(
	{ client }: CollectRun,
	rereads: ListRequest[],
	gathering: Gathering<T>,
	progress: Progress,
): Promise<void> {
	if (rereads.length === 0) return;
	gathering.beginReread();
	for (const { path, query } of rereads) {
		const list = client.pages<LeverRecord>(path, pageQuery(query, progress.granted));
		await takePages(list, gathering, progress);
	}
}

async function takePages<T>(
	pages: AsyncGenerator<LeverPage<LeverRecord>, void, undefined>,
	gathering: Gathering<T>,
	progress: Progress,
): Promise<void> {
	for await (const { data } of pages) {
		progress.answered = true;
		progress.pages += 1;
		for (const raw of data) gathering.take(raw);
	}
}

function rereadsOf(requests: ListRequest[], startedAtMs: number): ListRequest[] {
	return requests.map(({ path, query }) => ({
		path,
		query: { ...query, updated_at_start: startedAtMs - REREAD_OVERLAP_MS },
	}));
}

function pageQuery(query: LeverQuery, extras: readonly Extra[]): LeverQuery {
	return withExtras({ ...query, limit: PAGE_SIZE }, extras);
}

function recorded({ path, query }: ListRequest, granted: readonly Extra[]): RecordedRequest {
	return { path, query: sentQuery(pageQuery(query, granted)) };
}

function confidentialVisibility<T>(
	plan: CrawlPlan<T>,
	{ granted, answered }: Progress,
	failed: ReadFailure | undefined,
): Visibility {
	if (plan.resource !== 'opportunities') return 'notApplicable';
	if (!plan.extras.includes('confidential')) return 'notAsked';
	if (!answered && failed) return failed.reason === 'forbidden' ? 'forbidden' : 'notAsked';
	return granted.includes('confidential') ? 'included' : 'forbidden';
}

function incompleteBecause<T>(failure: ReadFailure, { tail, unique }: Gathering<T>): string {
	if (tail !== undefined) {
		return `What changed during the read could not be read once more, so records may be missing. ${failure.message}`;
	}
	return unique === 0
		? failure.message
		: `The list ended early, after ${unique} records. ${failure.message}`;
}
