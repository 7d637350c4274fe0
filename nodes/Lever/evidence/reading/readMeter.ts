import type { EpochMilliseconds } from '../../../shared/contracts';
import type { TransportCounters } from '../../../shared/transport/types';
import type { CollectRun } from './collectionRecord';

type Spent = Omit<TransportCounters, 'requests'>;

/** When a read began, and what the transport had to do for it. */
export class ReadMeter {
	readonly startedAtMs: EpochMilliseconds;

	readonly spent: Spent = { retries: 0, throttled: 0, restartedCursors: 0 };

	constructor(private readonly run: CollectRun) {
		this.startedAtMs = run.now();
	}

	/** Counts what the work costs; works of different meters must not run at the same time. */
	async measure<T>(work: () => Promise<T>): Promise<T> {
		const { counters } = this.run.client;
		const before = { ...counters };
		try {
			return await work();
		} finally {
			this.spent.retries += counters.retries - before.retries;
			this.spent.throttled += counters.throttled - before.throttled;
			this.spent.restartedCursors += counters.restartedCursors - before.restartedCursors;
		}
	}
}
