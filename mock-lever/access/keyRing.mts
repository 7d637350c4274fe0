import { randomBytes } from 'node:crypto';
import { uuidFor } from '../scenarios/ids.mts';
import type { Caller } from './caller.mts';
import type { KeySpec } from './keys.mts';
import { KEYS } from './keys.mts';
import type { Permissions } from './permissions.mts';

const MILLISECONDS_OF_A_DAY = 86_400_000;

/** What Lever shows about a key after it was made: its text is never shown again. */
export interface KeyFacts {
	id: string;
	name: string;
	/** The last four characters of its text, as in the audit event `key:added` */
	tokenLastFour: string;
	permissions: Permissions;
	confidential: boolean;
	/** Milliseconds since 1970 */
	createdAt: number;
}

export interface NewKey {
	/** For people; need not be unique */
	name: string;
	/** Labels of endpoints, or `everything` */
	permissions: Permissions;
	/** Default false */
	confidential?: boolean;
	/** Default: made up */
	text?: string;
}

interface StoredKey extends KeyFacts {
	text: string;
	without: readonly string[];
}

const lastFour = (text: string) => text.slice(-4);

function fromSpec([name, spec]: [string, KeySpec], now: number): StoredKey {
	return {
		id: uuidFor(`key/${name}`),
		name: spec.name,
		text: spec.key,
		tokenLastFour: lastFour(spec.key),
		permissions: spec.permissions,
		without: spec.without ?? [],
		confidential: spec.confidential,
		createdAt: now - spec.ageInDays * MILLISECONDS_OF_A_DAY,
	};
}

const factsOf = ({ text: _text, without: _without, ...facts }: StoredKey): KeyFacts => facts;

function callerOf(key: StoredKey): Caller {
	return {
		bucket: `key:${key.id}`,
		name: key.name,
		may: ({ permission }) =>
			(key.permissions === 'everything' || key.permissions.includes(permission)) &&
			!key.without.includes(permission),
		confidential: key.confidential,
		onlyOf: null,
		expire: () => {},
	};
}

/** The API keys of the account. What a key may do is fixed when it is made (lever-api.md §1.2). */
export class KeyRing {
	private readonly keys = new Map<string, StoredKey>();
	private made = 0;

	/** @param now moment that the ages of the first keys count back from, milliseconds */
	constructor(now: number) {
		for (const entry of Object.entries(KEYS)) {
			const key = fromSpec(entry, now);
			this.keys.set(key.text, key);
		}
	}

	/** Oldest first, without their texts */
	list(): KeyFacts[] {
		return [...this.keys.values()].map(factsOf).sort((a, b) => a.createdAt - b.createdAt);
	}

	/**
	 * Makes a key. The audit event is written by `KeyDesk`.
	 *
	 * @param now milliseconds
	 * @returns its facts, and its text, which is shown this once
	 * @throws Error with a sentence when a key with that text exists
	 */
	make(wanted: NewKey, now: number): KeyFacts & { text: string } {
		const text = wanted.text ?? randomBytes(24).toString('base64url');
		if (text === '' || this.keys.has(text)) {
			throw new Error('A key with this text exists already. Choose another text, or leave it out.');
		}
		this.made += 1;
		const key: StoredKey = {
			id: uuidFor(`key/made/${this.made}`),
			name: wanted.name,
			text,
			tokenLastFour: lastFour(text),
			permissions: wanted.permissions,
			without: [],
			confidential: wanted.confidential ?? false,
			createdAt: now,
		};
		this.keys.set(text, key);
		return { ...factsOf(key), text };
	}

	/** @returns what was removed, for the audit event `key:removed`; null when no key has this id */
	remove(id: string): KeyFacts | null {
		const key = [...this.keys.values()].find((each) => each.id === id);
		if (key === undefined) return null;
		this.keys.delete(key.text);
		return factsOf(key);
	}

	/** @returns null for a text that is no key of the account */
	callerOf(text: string): Caller | null {
		const key = this.keys.get(text);
		return key === undefined ? null : callerOf(key);
	}
}
