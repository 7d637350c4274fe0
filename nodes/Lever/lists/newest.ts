import { compareCodeUnits } from '../../shared/canonicalJson';
import type { EpochMilliseconds } from '../../shared/contracts';
import { isRecord } from '../../shared/transport/unknown';

interface Entry<Value> {
	id: string;
	createdAt: EpochMilliseconds;
	value: Value;
}

/** Values of records, one per id, to be given newest first: windows bring them in no order. */
export class Newest<Value> {
	private readonly entries = new Map<string, Entry<Value>>();

	get size(): number {
		return this.entries.size;
	}

	get(id: string): Value | undefined {
		return this.entries.get(id)?.value;
	}

	/** Of two values with the same id the later one stays: it is the newer state. */
	put(id: string, createdAt: EpochMilliseconds, value: Value): void {
		this.entries.set(id, { id, createdAt, value });
	}

	/**
	 * Lets go what is older than the newest `count`; records of the same moment stay together.
	 *
	 * @returns the creation date of the oldest that stays
	 */
	keepNewest(count: number): EpochMilliseconds | null {
		const border = this.sorted()[Math.min(count, this.size) - 1]?.createdAt ?? null;
		if (border === null) return null;
		for (const { id, createdAt } of this.entries.values()) {
			if (createdAt < border) this.entries.delete(id);
		}
		return border;
	}

	/** By creation date, newest first, then by id. */
	*newestFirst(): Generator<Value, void, undefined> {
		for (const { value } of this.sorted()) yield value;
	}

	private sorted(): Array<Entry<Value>> {
		return [...this.entries.values()].sort(
			(a, b) => b.createdAt - a.createdAt || compareCodeUnits(a.id, b.id),
		);
	}
}

/** Creation date of a record as Lever sent it; 0 where it has none. */
export function createdAtOf(record: unknown): EpochMilliseconds {
	const createdAt = isRecord(record) ? record.createdAt : undefined;
	return typeof createdAt === 'number' ? createdAt : 0;
}
