import { randomBytes } from 'node:crypto';

/** Links that stand unused at most; the oldest ones end first */
const WAITING = 10_000;

/** Addresses below `/storage/`, each good for one request. */
export class StorageLinks<T> {
	private readonly waiting = new Map<string, T>();

	/** @returns the path of a new address */
	make(target: T): string {
		const token = randomBytes(24).toString('base64url');
		const oldest = this.waiting.keys().next();
		if (this.waiting.size >= WAITING && !oldest.done) this.waiting.delete(oldest.value);
		this.waiting.set(token, target);
		return `/storage/${token}`;
	}

	take(token: string): T | undefined {
		const target = this.waiting.get(token);
		this.waiting.delete(token);
		return target;
	}
}
