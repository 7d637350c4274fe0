import { isSuperAdmin } from '../oauth/authorisers.mts';
import type { LeverStore } from '../server/store.mts';
import type { KeyEventType } from './keyEvents.mts';
import { keyEvent } from './keyEvents.mts';
import type { KeyFacts, KeyRing, NewKey } from './keyRing.mts';

interface KeyDeskParts {
	keys: KeyRing;
	store: LeverStore;
	/** The mock's time, milliseconds */
	now: () => number;
	/** Labels that can be ticked: those of all endpoints */
	permissions: readonly string[];
}

/** Where a Super Admin makes and removes keys (lever-api.md §1.2); each leaves an audit event. */
export class KeyDesk {
	/** Labels that can be ticked */
	readonly permissions: readonly string[];
	private readonly keys: KeyRing;
	private readonly store: LeverStore;
	private readonly now: () => number;

	constructor({ keys, store, now, permissions }: KeyDeskParts) {
		this.keys = keys;
		this.store = store;
		this.now = now;
		this.permissions = permissions;
	}

	/** Oldest first, without their texts */
	list(): KeyFacts[] {
		return this.keys.list();
	}

	/**
	 * @returns the facts of the new key, and its text, which is shown this once
	 * @throws Error with a sentence for a permission that does not exist, and for a text that is taken
	 */
	make(wanted: NewKey): KeyFacts & { text: string } {
		const labels = wanted.permissions === 'everything' ? [] : wanted.permissions;
		const unknown = labels.find((label) => !this.permissions.includes(label));
		if (unknown !== undefined) {
			throw new Error(`No endpoint has the permission "${unknown}". ${EXAMPLES}`);
		}
		const made = this.keys.make(wanted, this.now());
		this.record('key:added', made, made.createdAt);
		return made;
	}

	/** @returns what was removed; null when there is no such key */
	remove(id: string): KeyFacts | null {
		const removed = this.keys.remove(id);
		if (removed !== null) this.record('key:removed', removed, this.now());
		return removed;
	}

	/** Writes `key:added` for every key into the account that is there now, with the key's own date. */
	recordAll(): void {
		for (const key of this.keys.list()) this.record('key:added', key, key.createdAt);
	}

	private record(type: KeyEventType, key: KeyFacts, at: number): void {
		const superAdmin = this.store.database().users.find(isSuperAdmin) ?? null;
		const event = keyEvent(type, key, superAdmin, at);
		if (this.store.get('audit_events', event.id) === undefined) {
			this.store.put('audit_events', event);
		}
	}
}

const EXAMPLES = 'Write it as Lever does, for instance "list opportunities" or "read user".';
