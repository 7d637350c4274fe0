import { opportunity } from './companies.mts';
import type { LeverList, Listed } from './leverList.mts';
import { below, pick, type Random } from './random.mts';

type Change = (company: WorkingCompany, record: Listed, now: number) => void;

/** What people do in Lever all day, most frequent first. */
const CHANGES: ReadonlyArray<{ weight: number; change: Change }> = [
	{ weight: 6, change: (company, record, now) => company.move(record, now) },
	{ weight: 2, change: (company, record, now) => company.archive(record, now) },
	{ weight: 2, change: (company, _record, now) => company.create(now) },
	{ weight: 1, change: (company, record) => company.remove(record) },
	{ weight: 1, change: (company, record, now) => company.touch(record, now) },
];

/** A company at work while its list is read, which remembers what existed all the time. */
export class WorkingCompany {
	/** Ids of the records that were there at the begin and were never removed or changed away */
	readonly throughout: Set<string>;

	changes = 0;

	private created = 0;

	constructor(
		readonly list: LeverList,
		private readonly random: Random,
		/** Which records the crawl asks for */
		private readonly asked: (record: Listed) => boolean = () => true,
	) {
		this.throughout = new Set(list.records.filter(asked).map(({ id }) => id));
	}

	/** One change of a random kind to a random record. */
	work(now: number): void {
		const { records } = this.list;
		if (records.length === 0) return this.create(now);
		const total = CHANGES.reduce((sum, { weight }) => sum + weight, 0);
		let at = below(this.random, total);
		for (const { weight, change } of CHANGES) {
			at -= weight;
			if (at >= 0) continue;
			change(this, pick(this.random, records), now);
			this.changes += 1;
			return;
		}
	}

	/** To another stage: to another place in the list. */
	move(record: Listed, now: number): void {
		this.put({ ...record, rank: below(this.random, 10), lastAdvancedAt: now, updatedAt: now });
	}

	archive(record: Listed, now: number): void {
		const lastAdvancedAt = this.random() < 0.5 ? now : record.lastAdvancedAt;
		this.put({ ...record, archived: !record.archived, lastAdvancedAt, updatedAt: now });
	}

	create(now: number): void {
		this.created += 1;
		const record = opportunity(`created-${this.created}`, now, this.random);
		this.list.put({ ...record, updatedAt: this.random() < 0.5 ? null : now });
	}

	remove({ id }: Listed): void {
		this.list.remove(id);
		this.throughout.delete(id);
	}

	/** A change that leaves the record at its place. */
	touch(record: Listed, now: number): void {
		this.put({ ...record, updatedAt: now });
	}

	private put(record: Listed): void {
		this.list.put(record);
		if (!this.asked(record)) this.throughout.delete(record.id);
	}
}
