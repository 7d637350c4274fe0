import { httpFault } from '../../transport/support.mts';
import type { SentQuery } from '../../../../nodes/shared/transport/requests/query.ts';

/** A record with no more than what Lever's list of opportunities is ordered and filtered by. */
export interface Listed {
	id: string;
	createdAt: number;
	updatedAt: number | null;
	lastAdvancedAt: number;
	/** Rank of the stage in the pipeline */
	rank: number;
	archived: boolean;
}

interface PageBody {
	data: Listed[];
	hasNext: boolean;
	next?: string;
}

type SortKey = Array<number | string>;

type Order = 'stage' | 'change';

const LARGEST_PAGE = 100;

/**
 * Lever's list of opportunities (lever-api.md §3.1): by stage, then last advance, then id, or by change
 * where a filter of `updated_at` is given; no snapshot, cursors that hold the first key of the next page.
 */
export class LeverList {
	private readonly byId = new Map<string, Listed>();

	private readonly orders = new Map<Order, Listed[]>();

	/** Lists by their filters, in order */
	private readonly lists = new Map<string, Listed[]>();

	private cursors = new Set<string>();

	/**
	 * @param largestPage records per page at most, whatever `limit` says
	 */
	constructor(
		records: readonly Listed[],
		private readonly largestPage = LARGEST_PAGE,
	) {
		for (const record of records) this.byId.set(record.id, record);
	}

	/** From now on every cursor that was given is refused. */
	forgetCursors(): void {
		this.cursors = new Set();
	}

	get records(): Listed[] {
		return [...this.byId.values()];
	}

	put(record: Listed): void {
		this.byId.set(record.id, record);
		this.changed();
	}

	remove(id: string): void {
		this.byId.delete(id);
		this.changed();
	}

	private changed(): void {
		this.orders.clear();
		this.lists.clear();
	}

	/** @throws the fault of n8n's HTTP client for a cursor that is refused */
	page(query: SentQuery): PageBody {
		const changed = Object.keys(query).some((name) => name.startsWith('updated_at_'));
		const order: Order = changed ? 'change' : 'stage';
		const cursor = typeof query.offset === 'string' ? query.offset : undefined;
		if (cursor !== undefined && !this.cursors.has(cursor)) {
			throw httpFault(400, { code: 'BadRequestError', message: 'Invalid offset token' });
		}
		const key = cursor === undefined ? null : (JSON.parse(decodeURIComponent(cursor)) as SortKey);
		const limit = Math.min(this.largestPage, Number(query.limit ?? LARGEST_PAGE));
		const list = this.listOf(query, order);
		const begin = key === null ? 0 : firstFrom(list, order, key);
		const data = list.slice(begin, begin + limit).map((record) => ({ ...record }));
		const after = list[begin + limit];
		if (after === undefined) return { data, hasNext: false };
		const next = encodeURIComponent(JSON.stringify(keyOf(order, after)));
		this.cursors.add(next);
		return { data, hasNext: true, next };
	}

	private listOf(
		{ limit: _limit, offset: _offset, ...filters }: SentQuery,
		order: Order,
	): Listed[] {
		const name = JSON.stringify(filters);
		const known = this.lists.get(name);
		if (known) return known;
		const list = this.inOrder(order).filter(filterOf(filters));
		this.lists.set(name, list);
		return list;
	}

	private inOrder(order: Order): Listed[] {
		const known = this.orders.get(order);
		if (known) return known;
		const sorted = [...this.byId.values()].sort((a, b) =>
			compare(order, keyOf(order, a), keyOf(order, b)),
		);
		this.orders.set(order, sorted);
		return sorted;
	}
}

function keyOf(order: Order, record: Listed): SortKey {
	return order === 'change'
		? [record.updatedAt ?? 0, record.id]
		: [record.rank, record.lastAdvancedAt, record.id];
}

function compare(order: Order, a: SortKey, b: SortKey): number {
	for (const [index, left] of a.entries()) {
		const right = b[index] ?? '';
		if (left === right) continue;
		const descending = order === 'stage' && index === 1;
		return left < right === descending ? 1 : -1;
	}
	return 0;
}

/** Index of the first record that does not stand before a cursor. */
function firstFrom(list: readonly Listed[], order: Order, key: SortKey): number {
	const index = list.findIndex((record) => compare(order, keyOf(order, record), key) >= 0);
	return index < 0 ? list.length : index;
}

function filterOf(query: SentQuery): (record: Listed) => boolean {
	const bound = (name: string, otherwise: number) =>
		query[name] === undefined ? otherwise : Number(query[name]);
	const created = [
		bound('created_at_start', -Infinity),
		bound('created_at_end', Infinity),
	] as const;
	const updated = [
		bound('updated_at_start', -Infinity),
		bound('updated_at_end', Infinity),
	] as const;
	const anyUpdate = updated[0] === -Infinity && updated[1] === Infinity;
	const archived = query.archived === undefined ? null : query.archived === 'true';
	return (record) => {
		if (archived !== null && record.archived !== archived) return false;
		if (record.createdAt < created[0] || record.createdAt > created[1]) return false;
		if (anyUpdate) return true;
		return (
			record.updatedAt !== null && record.updatedAt >= updated[0] && record.updatedAt <= updated[1]
		);
	};
}
