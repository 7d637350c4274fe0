import type { Attempt } from './post.mts';
import { isAcknowledged, post } from './post.mts';

/** One event on its way to one address. */
export interface Delivery {
	id: string;
	webhookId: string;
	event: string;
	url: string;
	status: 'waiting' | 'delivered' | 'failed';
	attempts: Attempt[];
	/** Milliseconds since 1970, real time; null when no further try is planned */
	nextAttemptAt: number | null;
	/** As it is sent; ids only, and the signature */
	body: string;
}

/** Waits before the five further tries (lever-api.md §6.3 says only that they grow). */
const WAITS_MILLISECONDS = [10_000, 60_000, 300_000, 1_800_000, 7_200_000];
/** As Lever's delivery log */
const KEPT = 1000;
const AT_ONCE = 8;

/** Sends bodies, tries again, and remembers how it went. */
export class Deliveries {
	private readonly log: Delivery[] = [];
	private readonly queue: Delivery[] = [];
	private readonly timers = new Set<NodeJS.Timeout>();
	private readonly stop = new AbortController();
	private readonly factor: number;
	private running = 0;
	private made = 0;
	private waitingForRest: Array<() => void> = [];

	/** @param factor stretches or shortens the waits */
	constructor(factor: number) {
		this.factor = factor;
	}

	/** Oldest first, the last 1,000 */
	list(): Delivery[] {
		return structuredClone(this.log);
	}

	clear(): void {
		this.log.length = 0;
	}

	send(to: { webhookId: string; event: string; url: string; body: string }): Delivery {
		this.made += 1;
		const delivery: Delivery = {
			id: `delivery-${this.made}`,
			...to,
			status: 'waiting',
			attempts: [],
			nextAttemptAt: null,
		};
		this.log.push(delivery);
		if (this.log.length > KEPT) this.log.shift();
		this.enqueue(delivery);
		return structuredClone(delivery);
	}

	/** Sends what was sent before once more. @returns false when the log does not have it */
	again(id: string): boolean {
		const delivery = this.log.find((each) => each.id === id);
		if (delivery === undefined) return false;
		const { webhookId, event, url, body } = delivery;
		this.send({ webhookId, event, url, body });
		return true;
	}

	/** Resolves when nothing is on its way and no further try is planned. */
	async settled(): Promise<void> {
		if (this.isIdle()) return;
		await new Promise<void>((resolve) => this.waitingForRest.push(resolve));
	}

	/** Ends everything; further tries are given up. */
	close(): void {
		this.stop.abort();
		this.queue.length = 0;
		for (const timer of this.timers) clearTimeout(timer);
		this.timers.clear();
		this.rest();
	}

	private isIdle(): boolean {
		return this.running === 0 && this.queue.length === 0 && this.timers.size === 0;
	}

	private rest(): void {
		if (!this.isIdle()) return;
		for (const resolve of this.waitingForRest.splice(0)) resolve();
	}

	private enqueue(delivery: Delivery): void {
		if (this.stop.signal.aborted) return;
		this.queue.push(delivery);
		this.start();
	}

	private start(): void {
		while (this.running < AT_ONCE) {
			const delivery = this.queue.shift();
			if (delivery === undefined) return;
			this.running += 1;
			void this.attempt(delivery);
		}
	}

	private async attempt(delivery: Delivery): Promise<void> {
		delivery.nextAttemptAt = null;
		const attempt = await post(delivery.url, delivery.body, this.stop.signal);
		delivery.attempts.push(attempt);
		this.running -= 1;
		const wait = WAITS_MILLISECONDS[delivery.attempts.length - 1];
		if (isAcknowledged(attempt)) delivery.status = 'delivered';
		else if (wait === undefined || this.stop.signal.aborted) delivery.status = 'failed';
		else this.later(delivery, wait * this.factor);
		this.start();
		this.rest();
	}

	private later(delivery: Delivery, milliseconds: number): void {
		delivery.nextAttemptAt = Date.now() + milliseconds;
		const timer = setTimeout(() => {
			this.timers.delete(timer);
			this.enqueue(delivery);
		}, milliseconds);
		// A planned try keeps nobody's program running.
		timer.unref();
		this.timers.add(timer);
	}
}
