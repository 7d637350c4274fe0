import type { Companion } from '../scenarios/records.mts';
import type { LeverStore } from '../server/store.mts';
import type { Account } from './account.mts';
import { idMaker } from './account.mts';
import type { Change } from './change.mts';
import type { ChangeName } from './changes/index.mts';
import { CHANGES, changeName } from './changes/index.mts';
import type { WorldEvent } from './events.mts';
import { ChangeRefused } from './refused.mts';

type Changes = typeof CHANGES;
type GivenOf<C> = C extends Change<infer G, unknown> ? G : never;
type ResultOf<C> = C extends Change<infer _G, infer Result> ? Result : never;

/** Each change as a method: `world.moveStage({ opportunity, stage })`. */
type ChangeMethods = {
	[Name in ChangeName]: (given: GivenOf<Changes[Name]>) => ResultOf<Changes[Name]>;
};

/** One change that was made. */
export interface ChangeMade {
	change: ChangeName;
	/** Milliseconds since 1970 UTC */
	at: number;
}

/** What can happen in the account while the mock runs; every change leaves it consistent. */
export interface World extends ChangeMethods {
	/** The mock's time, milliseconds: the evidence date, and what has passed since the start */
	now(): number;
	/** The account, to look at; changes go through the methods */
	readonly store: LeverStore;
	readonly companion: Companion;
	/**
	 * A change by its name, with inputs that may be anything.
	 *
	 * @returns the record that was made or changed
	 * @throws ChangeRefused with one sentence; nothing was changed then
	 */
	apply(name: string, given: unknown): unknown;
	/** @returns ends it */
	onEvent(listener: (event: WorldEvent) => void): () => void;
	/** Called after each change. @returns ends it */
	onChange(listener: (made: ChangeMade) => void): () => void;
}

export interface WorldParts {
	store: LeverStore;
	companion: Companion;
	/** Milliseconds since 1970 UTC */
	now: () => number;
}

/** Listeners that may come and go. */
function listeners<T>() {
	const all = new Set<(value: T) => void>();
	return {
		add(listener: (value: T) => void): () => void {
			all.add(listener);
			return () => void all.delete(listener);
		},
		tell(value: T): void {
			for (const listener of all) listener(value);
		},
	};
}

/** The account as something in which things happen. */
export function createWorld({ store, companion, now }: WorldParts): World {
	const events = listeners<WorldEvent>();
	const changes = listeners<ChangeMade>();
	let happened: WorldEvent[] = [];
	const account: Account = {
		store,
		companion,
		now,
		newId: idMaker(store),
		announce: (event) => void happened.push(event),
	};
	/** Events are told once the whole change is made, so that nobody hears of half of it. */
	const make = (name: ChangeName, given: unknown): unknown => {
		happened = [];
		const result: unknown = CHANGES[name].apply(account, given);
		for (const event of happened) events.tell(event);
		changes.tell({ change: name, at: now() });
		return result;
	};
	const methods = Object.fromEntries(
		Object.keys(CHANGES).map((name) => [name, (given: unknown) => make(name as ChangeName, given)]),
	) as ChangeMethods;
	return {
		...methods,
		now,
		store,
		companion,
		apply(name, given) {
			const known = changeName(name);
			if (known === null) {
				const names = Object.keys(CHANGES).join(', ');
				throw new ChangeRefused(`There is no change "${name}". There are: ${names}.`);
			}
			return make(known, given);
		},
		onEvent: events.add,
		onChange: changes.add,
	};
}
