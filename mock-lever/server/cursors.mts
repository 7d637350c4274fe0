import { LeverFault } from './faults.mts';

/** Sort key of the first record of a page: what a cursor holds (lever-api.md §3.1). */
export type SortKey = Array<number | string>;

/** Decoded once by the URL; a client that encoded the already encoded token sends it encoded once more. */
function decodeAgain(offset: string): string {
	if (!/^%5b/i.test(offset)) return offset;
	try {
		return decodeURIComponent(offset);
	} catch {
		return offset;
	}
}

/** Hands out cursors and accepts only those: an old or foreign token is refused, as Lever does. */
export class Cursors {
	private readonly issued = new Set<string>();

	/**
	 * @param list the list and its order; a cursor of one is foreign to the other
	 * @returns the `next` of an answer, percent-encoded as Lever sends it
	 */
	issue(list: string, key: SortKey): string {
		const text = JSON.stringify(key);
		this.issued.add(`${list} ${text}`);
		return encodeURIComponent(text);
	}

	/**
	 * @param offset the parameter after the URL was decoded
	 * @throws LeverFault 400
	 */
	read(list: string, offset: string): SortKey {
		const text = decodeAgain(offset);
		if (!this.issued.has(`${list} ${text}`)) throw new LeverFault(400, 'Invalid offset token');
		return JSON.parse(text) as SortKey;
	}

	/** Makes every cursor stale. */
	forget(): void {
		this.issued.clear();
	}
}
