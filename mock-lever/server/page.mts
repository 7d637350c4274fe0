import type { LeverDatabase } from '../scenarios/records.mts';
import type { Cursors } from './cursors.mts';
import { LeverFault } from './faults.mts';
import type { Order } from './orders.mts';
import { compareKeys, sortKey } from './orders.mts';
import type { LeverQuery } from './query.mts';

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

export interface PageSource {
	/** Name of the list, so that cursors of another one are refused */
	list: string;
	query: LeverQuery;
	cursors: Cursors;
	database: LeverDatabase;
}

/**
 * Sorts records and cuts one page. There is no snapshot: a record that moved since the last page is given
 * twice or not at all.
 *
 * @throws LeverFault 400 for `limit` and `offset`
 */
export function pageOf<T>(records: readonly T[], order: Order<T>, source: PageSource): Page<T> {
	const { query, cursors, database } = source;
	const list = `${source.list} by ${order.name}`;
	const limit = limitOf(query);
	const offset = query.one('offset');
	const begin = offset === undefined ? null : cursors.read(list, offset);
	const keyed = records.map((record) => ({ record, key: sortKey(order, record, database) }));
	keyed.sort((a, b) => compareKeys(order, a.key, b.key));
	const rest =
		begin === null ? keyed : keyed.filter(({ key }) => compareKeys(order, key, begin) >= 0);
	const data = rest.slice(0, limit).map(({ record }) => record);
	const following = rest[limit];
	return following === undefined
		? { data, hasNext: false }
		: { data, hasNext: true, next: cursors.issue(list, following.key) };
}
