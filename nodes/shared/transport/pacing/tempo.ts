import type { Clock } from './clock';

/** How much the newest answer counts in the mean. */
const WEIGHT_OF_NEWEST = 0.2;

/** How fast a client may send and how fast Lever answers: who reads several lists at once plans with it. */
export class Tempo {
	private mean: number | null = null;

	constructor(
		/** Steady rate */
		readonly requestsPerSecond: number,
		private readonly clock: Clock,
	) {}

	/** Moving mean from sending a request to its answer in ms, waits before it left out; null before the first answer. */
	get answerTimeMs(): number | null {
		return this.mean;
	}

	/** Clock of this machine, milliseconds since 1970-01-01T00:00:00Z */
	now(): number {
		return this.clock.now();
	}

	/** Sends one request and notes how long its answer took, whatever it was. */
	async measure<T>(request: () => Promise<T>): Promise<T> {
		const begin = this.clock.elapsed();
		try {
			return await request();
		} finally {
			this.note(this.clock.elapsed() - begin);
		}
	}

	private note(milliseconds: number): void {
		this.mean =
			this.mean === null ? milliseconds : this.mean + (milliseconds - this.mean) * WEIGHT_OF_NEWEST;
	}
}
