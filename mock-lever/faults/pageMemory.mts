import type { LeverCall } from '../server/call.mts';
import type { LeverQuery } from '../server/query.mts';
import type { JsonObject, ListBody } from './body.mts';

/** Clients send a cursor encoded once or twice (lever-api.md §3.1); this is what both mean. */
function plain(offset: string): string {
	try {
		return /^%5b/i.test(offset) ? decodeURIComponent(offset) : offset;
	} catch {
		return offset;
	}
}

/** What faults of pages must know of other pages. */
export class PageMemory {
	/** List and cursor → last record of the page before it */
	private readonly lastRecords = new Map<string, JsonObject>();
	/** List and cursor → the page that was held back */
	private readonly detours = new Map<string, LeverQuery>();

	/** Notes where a page ends. */
	note(path: string, { data, next }: ListBody): void {
		const last = data.at(-1);
		if (next !== undefined && last !== undefined) {
			this.lastRecords.set(`${path} ${plain(next)}`, last);
		}
	}

	/** The last record of the page before the one that is asked for; undefined when that is the first */
	recordBefore(path: string, { query }: LeverCall): JsonObject | undefined {
		return this.lastRecords.get(`${path} ${plain(query.one('offset') ?? '')}`);
	}

	/** @returns a cursor to the page that is asked for, which looks like any other */
	holdBack(path: string, { query }: LeverCall): string {
		const text = JSON.stringify([`held-back-${this.detours.size + 1}`]);
		this.detours.set(`${path} ${text}`, query);
		return encodeURIComponent(text);
	}

	/** The query to answer: another one when the cursor is one of `holdBack`. */
	queryOf(path: string, query: LeverQuery): LeverQuery {
		return this.detours.get(`${path} ${plain(query.one('offset') ?? '')}`) ?? query;
	}

	forget(): void {
		this.lastRecords.clear();
		this.detours.clear();
	}
}
