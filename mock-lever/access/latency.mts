import { setTimeout as wait } from 'node:timers/promises';
import { Random } from '../scenarios/company/random.mts';

/** How long an answer takes on its way. */
export interface LatencySettings {
	/** Every answer to the API waits this long */
	milliseconds: number;
	/** And up to this much longer, evenly spread and seeded */
	jitterMilliseconds: number;
}

/**
 * Delays answers. Any number of requests wait at the same time, as on a network: a delayed answer keeps no
 * other from being made.
 */
export class Latency {
	private settings: LatencySettings;
	private readonly random: Random;

	/** @param seed of the jitter */
	constructor(settings: LatencySettings, seed: number) {
		this.settings = settings;
		this.random = new Random(seed);
	}

	get current(): LatencySettings {
		return { ...this.settings };
	}

	/** Sets what is given, and leaves the rest. */
	change(settings: Partial<LatencySettings>): void {
		this.settings = { ...this.settings, ...settings };
	}

	/** Milliseconds that the next answer waits */
	next(): number {
		const { milliseconds, jitterMilliseconds } = this.settings;
		return milliseconds + (jitterMilliseconds > 0 ? this.random.next() * jitterMilliseconds : 0);
	}

	/** Resolves when the next answer may go. */
	async pass(): Promise<void> {
		const milliseconds = this.next();
		if (milliseconds > 0) await wait(milliseconds);
	}
}
