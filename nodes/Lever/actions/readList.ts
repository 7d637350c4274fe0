import { readLimit } from '../fields/returnAllOrLimit';
import type { ListRead } from '../lists/listRead';
import type { OperationRun } from './operation';

export type { ListRead } from '../lists/listRead';

/** Above this many records a run becomes heavy: n8n keeps every item until the execution ends. */
const MANY_RECORDS = 10_000;

/** Lever's largest page (lever-api.md §3) */
const PAGE_SIZE = 100;

/**
 * Reads a list as far as 'Return All' and 'Limit' say, page by page, and says so when 'Limit' left
 * something out.
 *
 * @throws LeverReadError
 */
export async function* readList<Record>(
	run: OperationRun,
	list: ListRead<Record>,
): AsyncGenerator<object, void, undefined> {
	const { context, client, itemIndex } = run;
	const limit = readLimit(context, itemIndex);
	const query = { ...list.query, limit: Math.min(limit, PAGE_SIZE) };
	const given = new Set<string>();

	for await (const page of client.pages<Record>(list.path, query)) {
		for (const record of page.data) {
			if (given.size >= limit) return sayLimited(run, list.records, limit);
			const id = list.idOf(record);
			if (given.has(id)) continue;
			given.add(id);
			yield list.shown(record);
		}
		if (given.size >= limit && !page.last) return sayLimited(run, list.records, limit);
	}
	if (given.size > MANY_RECORDS) sayMany(run, list.records, given.size);
}

function sayLimited({ context }: OperationRun, records: string, limit: number): void {
	context.addExecutionHints({
		message: `Not all ${records}: 'Limit' stopped at ${limit}, and Lever has more. Switch on 'Return All' to read all of them.`,
		type: 'info',
		location: 'outputPane',
	});
}

function sayMany({ context }: OperationRun, records: string, count: number): void {
	context.addExecutionHints({
		message: `${count} ${records} in one execution need much memory. Narrow the list with 'Filters', for instance by date.`,
		type: 'warning',
		location: 'outputPane',
	});
}
