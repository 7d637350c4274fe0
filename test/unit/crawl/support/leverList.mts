import { httpFault } from '../../transport/support.mts';
import type { SentQuery } from '../../../../nodes/shared/transport/query.ts';

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

const LARGEST_PAGE = 100;

/**
 * Lever's list of opportunities (lever-api.md §3.1): by stage, then last advance, then id, or by change
 * where a filter of `updated_at` is given; no snapshot, cursors that hold the first key of the next page.
 */
export class LeverList {
	private readonly byId = new Map<string, Listed>();

	private readonly orders = new Map<'stage' | 'change', Listed[]>();

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
		this.orders.clear();
	}

	remove(id: string): void {
		this.byId.delete(id);
		this.orders.clear();
	}

	/** @throws the fault of n8n's HTTP client for a cursor that is refused */
	page(query: SentQuery): PageBody {
		const changed = Object.keys(query).some((name) => name.startsWith('updated_at_'));
		const order = changed ? 'change' : 'stage';
		const cursor = typeof query.offset === 'string' ? query.offset : undefined;
		if (cursor !== undefined && !this.cursors.has(cursor)) {
			throw httpFault(400, { code: 'BadRequestError', message: 'Invalid offset token' });
		}
		const key = cursor === undefined ? null : (JSON.parse(decodeURIComponent(cursor)) as SortKey);
		const limit = Math.min(this.largestPage, Number(query.limit ?? LARGEST_PAGE));
		const data: Listed[] = [];
		const fits = filterOf(query);
		for (const record of this.inOrder(order)) {
			if (!fits(record)) continue;
			if (key !== null && compare(order, keyOf(order, record), key) < 0) continue;
			if (data.length === limit) {
				const next = encodeURIComponent(JSON.stringify(keyOf(order, record)));
				this.cursors.add(next);
				return { data, hasNext: true, next };
			}
			data.push({ ...record });
		}
		return { data, hasNext: false };
	}

	private inOrder(order: 'stage' | 'change'): Listed[] {
		const known = this.orders.get(order);
		if (known) return known;
		const sorted = [...this.byId.values()].sort((a, b) =>
			compare(order, keyOf(order, a), keyOf(order, b)),
		);
		this.orders.set(order, sorted);
		return sorted;
	}
}

function keyOf(order: 'stage' | 'change', record: Listed): SortKey {
	return order === 'change'
		? [record.updatedAt ?? 0, record.id]
		: [record.rank, record.lastAdvancedAt, record.id];
}

function compare(order: 'stage' | 'change', a: SortKey, b: SortKey): number {
	for (const [index, left] of a.entries()) {
		const right = b[index] ?? '';
		if (left === right) continue;
		const descending = order === 'stage' && index === 1;
		return left < right === descending ? 1 : -1;
	}
	return 0;
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
