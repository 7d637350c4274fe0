import type { Cursors } from './cursors.mts';
import { LeverFault } from './faults.mts';
import type { Test } from './filters.mts';
import type { Order } from './orders.mts';
import { compareKeys } from './orders.mts';
import type { LeverQuery } from './query.mts';
import type { Entry } from './sortedList.mts';
import { lowerBound } from './sortedList.mts';

const LARGEST = 100;

/** A list answer, keys in Lever's order; `next` is absent on the last page (lever-api.md §3). */
export interface Page<T> {
	data: T[];
	hasNext: boolean;
	next?: string;
}

/** @throws LeverFault 400 outside 1–100 */
function limitOf(query: LeverQuery): number {
	const text = query.one('limit');
	if (text === undefined) return LARGEST;
	const limit = /^\d+$/.test(text) ? Number(text) : 0;
	if (limit < 1 || limit > LARGEST)
		throw new LeverFault(400, `Must be from 1 to ${LARGEST}. at /limit`);
	return limit;
}

export interface PageSource<T> {
	/** Name of the list, so that cursors of another one are refused */
	list: string;
	query: LeverQuery;
	cursors: Cursors;
	order: Order<T>;
	/** What a record must pass to be in the list at all */
	tests: ReadonlyArray<Test<T>>;
}

/**
 * Cuts one page out of a sorted list. There is no snapshot: a record that moved since the last page is given
 * twice or not at all.
 *
 * @param entries in the order of `source.order`
 * @throws LeverFault 400 for `limit` and `offset`
 */
export function pageOf<T>(entries: ReadonlyArray<Entry<T>>, source: PageSource<T>): Page<T> {
	const { query, cursors, order, tests } = source;
	const list = `${source.list} by ${order.name}`;
	const limit = limitOf(query);
	const offset = query.one('offset');
	const compare = (a: Entry<T>['key'], b: Entry<T>['key']) => compareKeys(order, a, b);
	const begin = offset === undefined ? 0 : lowerBound(entries, cursors.read(list, offset), compare);
	const data: T[] = [];
	for (let position = begin; position < entries.length; position += 1) {
		const entry = entries[position];
		if (entry === undefined || !tests.every((test) => test(entry.record))) continue;
		if (data.length === limit) {
			return { data, hasNext: true, next: cursors.issue(list, entry.key) };
		}
		data.push(entry.record);
	}
	return { data, hasNext: false };
}
