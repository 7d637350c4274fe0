import { canonicalJson, compareCodeUnits } from '../../../shared/canonicalJson';
import type { Sha256 } from '../../../shared/contracts';
import { sha256, sha256OfLines } from '../../../shared/sha256';
import { LeverReadError } from '../../../shared/transport/faults/leverReadError';
import { wellFormed } from '../../../shared/wellFormed';
import { isRecord, type LeverRecord } from './leverJson';

/** One record of a crawl: what is kept of it, and the hash of the whole. */
export interface CrawlRecord<T> {
	id: string;
	/** SHA-256 of the RFC 8785 canonical JSON of the record as Lever sent it */
	rawSha256: Sha256;
	/** Place in the order in which Lever listed the records, from 0 */
	position: number;
	value: T;
}

export interface GatheringOptions<T> {
	/** Id of a record; null when it has none */
	identify: (raw: LeverRecord) => string | null;
	/** What is kept; the rest of the record is let go */
	keep: (raw: LeverRecord) => T;
}

interface Held<T> {
	canonical: string;
	position: number;
	value: T;
}

/** Collects the records of one or more lists, each record once, and counts what came how often. */
export class Gathering<T> {
	private readonly held = new Map<string, Held<T>>();

	private idsOfThisList = new Set<string>();

	/** Records received, those that one list gave twice included; see `take` */
	received = 0;

	/** What the second read gave; absent before `beginReread` */
	tail: { records: number; added: number; changed: number } | undefined;

	constructor(private readonly options: GatheringOptions<T>) {}

	get unique(): number {
		return this.held.size;
	}

	/** Id of a record; null when it has none */
	idOf(record: LeverRecord): string | null {
		return this.options.identify(record);
	}

	get(id: string): T | undefined {
		return this.held.get(id)?.value;
	}

	/** The lists of one crawl may overlap on purpose; only what one list gives twice is a duplicate. */
	beginList(): void {
		this.idsOfThisList = new Set();
	}

	/** From now on records are what changed since the gathering began. */
	beginReread(): void {
		this.tail = { records: 0, added: 0, changed: 0 };
	}

	/**
	 * Takes a record in; of two with the same id the later one stays, since it is the newer one.
	 *
	 * @returns the record's id
	 * @throws LeverReadError when it is no record, or has no id
	 */
	take(raw: unknown): string {
		const { id, record, canonical } = this.read(raw);
		const before = this.held.get(id);
		if (this.tail) {
			this.tail.records += 1;
			if (before === undefined) this.tail.added += 1;
			else if (before.canonical !== canonical) this.tail.changed += 1;
			if (before === undefined) this.received += 1;
		} else if (before === undefined || this.idsOfThisList.has(id)) {
			this.received += 1;
		}
		this.idsOfThisList.add(id);
		if (before?.canonical !== canonical) {
			const position = before?.position ?? this.held.size;
			this.held.set(id, { canonical, position, value: this.options.keep(record) });
		}
		return id;
	}

	/** Sorted by id, with the digest over all of them that collection records hold. */
	finish(): { records: Array<CrawlRecord<T>>; recordsSha256: Sha256 } {
		const sorted = [...this.held].sort(([a], [b]) => compareCodeUnits(a, b));
		return {
			records: sorted.map(([id, { canonical, position, value }]) => ({
				id,
				rawSha256: sha256(canonical),
				position,
				value,
			})),
			recordsSha256: sha256OfLines(sorted.map(([, { canonical }]) => canonical)),
		};
	}

	private read(raw: unknown): { id: string; record: LeverRecord; canonical: string } {
		const { record, canonical } = readRecord(raw);
		const id = this.idOf(record);
		if (id === null) throw malformed('Lever sent a record without an ID.');
		return { id, record, canonical };
	}
}

function readRecord(raw: unknown): { record: LeverRecord; canonical: string } {
	if (!isRecord(raw)) throw malformed('Lever sent something that is not a record.');
	const canonical = tryCanonicalJson(raw);
	if (canonical !== null) return { record: raw, canonical };
	const repaired = wellFormed(raw);
	if (!isRecord(repaired)) throw malformed('Lever sent something that is not a record.');
	return { record: repaired, canonical: canonicalJson(repaired) };
}

function tryCanonicalJson(record: LeverRecord): string | null {
	try {
		return canonicalJson(record);
	} catch {
		return null;
	}
}

function malformed(happened: string): LeverReadError {
	return new LeverReadError(
		'malformedAnswer',
		happened,
		"Run it again. If it stays, check the 'Base URL' of the credential: something between n8n and Lever may change the answers.",
	);
}
