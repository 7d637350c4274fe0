import { compareCodeUnits } from '../../shared/canonicalJson';
import type { EpochMilliseconds } from '../../shared/contracts';

/**
 * What is shown of a whole list, to be given newest first: windows bring records in no order. It may hold
 * 100,000 and more, so it keeps no object per record beside what is shown.
 */
export class WholeList<Shown> {
	private readonly ids: string[] = [];

	private readonly createdAt: EpochMilliseconds[] = [];

	private readonly shown: Shown[] = [];

	private readonly newer = new Map<string, Shown>();

	/** A record that was not given before. */
	add(id: string, createdAt: EpochMilliseconds, shown: Shown): void {
		this.ids.push(id);
		this.createdAt.push(createdAt);
		this.shown.push(shown);
	}

	/** A newer state of a record that was given before. */
	replace(id: string, shown: Shown): void {
		this.newer.set(id, shown);
	}

	/** By creation date, newest first, then by id. */
	*newestFirst(): Generator<Shown, void, undefined> {
		const { ids, createdAt, shown, newer } = this;
		const order = Uint32Array.from(ids.keys()).sort(
			(a, b) =>
				(createdAt[b] ?? 0) - (createdAt[a] ?? 0) || compareCodeUnits(ids[a] ?? '', ids[b] ?? ''),
		);
		for (const index of order) {
			const record = shown[index];
			if (record !== undefined) yield newer.get(ids[index] ?? '') ?? record;
		}
	}
}
