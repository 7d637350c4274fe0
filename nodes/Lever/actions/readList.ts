import type { IsoInstant } from '../../shared/contracts';
import { crawlList, type CrawlSummary } from '../../shared/crawl';
import { LeverReadError, type LeverQuery } from '../../shared/transport';
import { readChangesWanted } from '../fields/changes';
import { readLimit, readPageByPage } from '../fields/returnAllOrLimit';
import { changedSince, deletedList } from '../lists/changes';
import { listCollection, type ListCollection } from '../lists/listCollection';
import type { ListPlan, ListRead } from '../lists/listRead';
import { createdAtOf } from '../lists/newest';
import { ParentGone } from '../lists/parentGone';
import { readBatch } from '../lists/readBatch';
import type { Reading } from '../lists/reading';
import { LimitedReading } from '../lists/readLimited';
import { firstState, listDigest, readState, writeState } from '../lists/resumeState';
import { WholeList } from '../lists/wholeList';
import type { OperationRun } from './operation';

export type { ListRead } from '../lists/listRead';

/**
 * Reads a list as the fields of Get Many say: up to 'Limit', all of it, one batch of it, or what changed
 * since; and hands over how it was read. Give the operation `returnAllOrLimit`, or `returnAllPageByPage` for
 * a list with a partition.
 *
 * @throws LeverReadError, ParentGone, and UserError for fields that cannot be used
 */
export async function* readList<Record>(
	run: OperationRun,
	list: ListRead<Record>,
): AsyncGenerator<object, void, undefined> {
	const { context, itemIndex } = run;
	const pageByPage = list.partition ? readPageByPage(context, itemIndex) : null;
	const { since, includeDeleted } = list.changes
		? readChangesWanted(context, itemIndex)
		: { since: null, includeDeleted: false };
	const wanted = since === null ? { list, rules: [] } : changedSince(list, since);

	if (pageByPage === null) {
		yield* readWhole(run, wanted.list, wanted.rules);
	} else {
		const ended = yield* readOneBatch(run, wanted.list, wanted.rules, pageByPage);
		if (!ended) return;
	}
	if (!includeDeleted || list.changes === undefined) return;
	yield* readWhole(run, deletedList(list, list.changes.deletedPath, since), []);
}

/** The list to its end, or to 'Limit'. */
async function* readWhole<Record>(
	run: OperationRun,
	list: ListRead<Record>,
	rules: readonly string[],
): AsyncGenerator<object, void, undefined> {
	const { client } = run;
	const limit = readLimit(run.context, run.itemIndex);
	const all = limit === Number.POSITIVE_INFINITY;
	const plan = planOf(run, list, all);
	const reading: Reading<Record> = all
		? crawled(run, plan)
		: new LimitedReading(client, plan, list.records, limit);
	const handOver = reporter(run, list, rules);
	const fault = yield* untilFault(
		all && list.partition ? newestFirst(reading, list) : asTheyCome(reading, list),
	);
	if (fault !== undefined) {
		handOver(withFault(reading.summary(), fault.error));
		throw goneOr(fault.error, list.parent);
	}
	const summary = reading.summary();
	if (summary.failure?.reason === 'stoppedByLimit') run.notes.stoppedByLimit(list.records, limit);
	run.notes.gave(list.records, summary.uniqueIds);
	handOver(
		summary,
		list.changes && summary.complete ? { nextUpdatedSince: iso(summary.startedAt) } : {},
	);
}

/** One batch, and where the next one begins. Gives whether it was the last. */
async function* readOneBatch<Record>(
	run: OperationRun,
	list: ListRead<Record>,
	rules: readonly string[],
	{ batchSize, resumeFrom }: { batchSize: number; resumeFrom: string },
): AsyncGenerator<object, boolean, undefined> {
	const { client } = run;
	const plan = planOf(run, list, true);
	const digest = listDigest(client, plan.path, plan.query ?? {});
	const state = resumeFrom === '' ? firstState(Date.now()) : readState(resumeFrom, digest);
	const handOver = reporter(run, list, rules);
	const { records, summary, next } = await readBatch(client, plan, state, batchSize);
	for (const record of records) yield list.shown(record);
	const recordsSoFar = state.records + records.length;
	if (next === null) {
		handOver(summary, {
			resumeFrom: null,
			recordsSoFar,
			...(list.changes && { nextUpdatedSince: iso(state.startedAt) }),
		});
		return true;
	}
	const more = `One batch: ${recordsSoFar} ${list.records} up to now, and more to come from 'resumeFrom'.`;
	handOver(
		{ ...summary, complete: false, incompleteBecause: more },
		{ resumeFrom: writeState(next, digest), recordsSoFar },
	);
	return false;
}

function planOf<Record>(run: OperationRun, list: ListRead<Record>, all: boolean): ListPlan<Record> {
	const partition = all && list.partition ? list.partition : null;
	return {
		path: list.path,
		query: partition === null ? list.query : withCreatedAt(list.query),
		idOf: list.idOf,
		partition,
		reread: partition !== null,
		digest: run.wantsCollection,
		signal: run.signal,
	};
}

/** Windows are cut by this field, so it is read also when 'Include Fields' leaves it out. */
function withCreatedAt(query: LeverQuery = {}): LeverQuery {
	const { include } = query;
	if (!Array.isArray(include) || include.length === 0 || include.includes('createdAt'))
		return query;
	return { ...query, include: [...include, 'createdAt'] };
}

function crawled<Record>(run: OperationRun, plan: ListPlan<Record>): Reading<Record> {
	const crawl = crawlList(run.client, plan);
	return { batches: () => crawl, summary: () => crawl.summary() };
}

async function* asTheyCome<Record>(reading: Reading<Record>, list: ListRead<Record>) {
	for await (const { records } of reading.batches()) {
		for (const record of records) yield list.shown(record);
	}
}

/** Holds what is shown of a record, never the record as Lever sent it. */
async function* newestFirst<Record>(reading: Reading<Record>, list: ListRead<Record>) {
	const found = new WholeList<object>();
	for await (const { records, changed } of reading.batches()) {
		for (const record of records) {
			found.add(list.idOf(record), createdAtOf(record), list.shown(record));
		}
		for (const record of changed) found.replace(list.idOf(record), list.shown(record));
	}
	yield* found.newestFirst();
}

type HandOver = (
	summary: CrawlSummary,
	more?: Pick<ListCollection, 'nextUpdatedSince' | 'resumeFrom' | 'recordsSoFar'>,
) => void;

/** What hands over how the list was read, counted from now on. */
function reporter<Record>(
	run: OperationRun,
	list: ListRead<Record>,
	rules: readonly string[],
): HandOver {
	const { client } = run;
	const before = { ...client.counters };
	return (summary, more = {}) => {
		if (!run.wantsCollection) return;
		run.collection({ ...listCollection({ client, list, summary, before, rules }), ...more });
	};
}

/** The records until the first fault, which is given back. */
async function* untilFault(
	records: AsyncIterable<object>,
): AsyncGenerator<object, { error: unknown } | undefined, undefined> {
	try {
		yield* records;
		return undefined;
	} catch (error) {
		return { error };
	}
}

function withFault(summary: CrawlSummary, error: unknown): CrawlSummary {
	if (!(error instanceof LeverReadError)) return { ...summary, complete: false };
	return {
		...summary,
		complete: false,
		failure: error.failure,
		incompleteBecause: `The list was not read to its end, and nothing of it was given. ${error.message}`,
	};
}

/** What is thrown for a fault: for an opportunity that is not there something that does not stop the run. */
function goneOr(error: unknown, parent: string | undefined): unknown {
	const isGone = error instanceof LeverReadError && error.failure.reason === 'notFound';
	return isGone && parent !== undefined ? new ParentGone(parent, error) : error;
}

function iso(milliseconds: number): IsoInstant {
	return new Date(milliseconds).toISOString();
}
