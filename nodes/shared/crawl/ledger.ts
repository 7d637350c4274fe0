import { canonicalJson, compareCodeUnits } from '../canonicalJson';
import type { LeverCollection, Sha256 } from '../contracts';
import { sha256, sha256OfLines } from '../sha256';
import { LeverReadError } from '../transport/faults/leverReadError';
import { isRecord } from '../transport/unknown';
import { wellFormed } from '../wellFormed';
import type { CrawlBatch } from './types';

/** Ids that one list or window has given so far. */
export type Pass = Set<string>;

interface LedgerOptions<T> {
	idOf(record: T): string | null;
	digest: boolean;
}

/** Knows which records were given: of each its id and, where asked for, a digest; never the record. */
export class Ledger<T> {
	private readonly digests = new Map<string, Sha256 | null>();

	/** Records that one pass gave twice */
	duplicates = 0;

	/** What the second read gave; absent before `beginReread` */
	tail: LeverCollection['rereadTail'];

	constructor(private readonly options: LedgerOptions<T>) {}

	get uniqueIds(): number {
		return this.digests.size;
	}

	/** From now on records are what changed since the crawl began. */
	beginReread(): void {
		this.tail = { records: 0, added: 0, changed: 0 };
	}

	/**
	 * Takes a page in. Passes may give the same record, since some records are asked for again on purpose;
	 * what one pass gives twice is a duplicate.
	 *
	 * @throws LeverReadError when something is no record or has no id
	 */
	take(records: readonly T[], pass: Pass): CrawlBatch<T> {
		const batch: CrawlBatch<T> = { records: [], changed: [] };
		for (const record of records) {
			const id = this.idOf(record);
			if (pass.has(id)) this.duplicates += 1;
			pass.add(id);
			this.enter(record, id, batch);
		}
		return batch;
	}

	/** See `CrawlSummary.digestsSha256`. */
	digestsSha256(): Sha256 {
		const sorted = [...this.digests].sort(([a], [b]) => compareCodeUnits(a, b));
		return sha256OfLines(sorted.map(([, digest]) => digest ?? ''));
	}

	private enter(record: T, id: string, batch: CrawlBatch<T>): void {
		const digest = this.options.digest ? digestOf(record) : null;
		const before = this.digests.get(id);
		if (this.tail) this.tail.records += 1;
		if (before === undefined) {
			if (this.tail) this.tail.added += 1;
			batch.records.push(record);
		} else if (digest === null ? this.tail !== undefined : before !== digest) {
			if (this.tail) this.tail.changed += 1;
			batch.changed.push(record);
		}
		this.digests.set(id, digest);
	}

	private idOf(record: T): string {
		if (!isRecord(record)) throw malformed('Lever sent something that is not a record.');
		const id = this.options.idOf(record);
		if (typeof id === 'string' && id !== '') return id;
		throw malformed('Lever sent a record without an ID.');
	}
}

/** Lever cuts texts in the middle of an emoji; canonical JSON cannot hold the half that is left. */
function digestOf(record: unknown): Sha256 {
	try {
		return sha256(canonicalJson(record));
	} catch {
		return sha256(canonicalJson(wellFormed(record)));
	}
}

function malformed(happened: string): LeverReadError {
	return new LeverReadError(
		'malformedAnswer',
		happened,
		"Run it again. If it stays, check the 'Base URL' of the credential: something between n8n and Lever may change the answers.",
	);
}
