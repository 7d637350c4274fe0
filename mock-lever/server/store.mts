import jsonServer from 'json-server';
import type { LeverDatabase } from '../scenarios/records.mts';
import { Collection } from './collection.mts';
import type { Order } from './orders.mts';
import { sortKey } from './orders.mts';
import type { Entry } from './sortedList.mts';

export type CollectionName = keyof LeverDatabase;
/** A record of a collection */
export type Stored<K extends CollectionName> = LeverDatabase[K][number];
/** Fields of a collection that records can be looked up by */
export type FieldOf<K extends CollectionName> = string & keyof Stored<K>;

type Collections = { [K in CollectionName]: Collection<Stored<K>> };

function collectionsOf(database: LeverDatabase): Collections {
	const entries = Object.entries(database).map(([name, records]) => [
		name,
		new Collection<object>(records),
	]);
	return Object.fromEntries(entries) as Collections;
}

/**
 * The account: json-server's lowdb holds it, its routes show it as it is stored (`routes`), and Lever's
 * answers are read from it through indexes, because json-server copies a whole collection for every list.
 *
 * Change records through `put` and `remove` only, always with a new object: a stored record is never
 * changed in place. There is no snapshot; the next read sees the change.
 */
export class LeverStore {
	/** json-server's own routes over the same data, for people who look at the store itself */
	readonly routes;
	private collections: Collections;
	private readonly listeners = new Set<() => void>();

	/** @param database becomes the store; it is not copied */
	constructor(database: LeverDatabase) {
		this.routes = jsonServer.router<LeverDatabase>(database);
		this.collections = collectionsOf(this.database());
	}

	/** The collections as they are now; to be read, and changed through `put` and `remove` only */
	database(): LeverDatabase {
		return this.routes.db.getState();
	}

	/** The record with this id (of a tag or source: this text) */
	get<K extends CollectionName>(collection: K, id: string): Stored<K> | undefined {
		return this.collections[collection].get(id);
	}

	/** Records whose field is this value, or holds it if the field is a list; in no order to rely on */
	related<K extends CollectionName>(
		collection: K,
		field: FieldOf<K>,
		value: string,
	): Array<Stored<K>> {
		return this.collections[collection].grouped(field).of(value);
	}

	/** A collection with its indexes */
	collection<K extends CollectionName>(name: K): Collection<Stored<K>> {
		return this.collections[name];
	}

	/** A whole collection in one order, with the sort keys; valid until the next change. */
	inOrder<K extends CollectionName>(
		collection: K,
		order: Order<Stored<K>>,
	): ReadonlyArray<Entry<Stored<K>>> {
		const basis = (order.dependsOn ?? []).map((name) => this.collections[name].version).join();
		const keyOf = (record: Stored<K>) => sortKey(order, record, this);
		return this.collections[collection].inOrder(order, keyOf, basis);
	}

	/** Adds a record, or replaces the one with its id. */
	put<K extends CollectionName>(collection: K, record: Stored<K>): void {
		this.collections[collection].put(record);
		this.tell();
	}

	/** @returns what was removed; undefined when there was no such record */
	remove<K extends CollectionName>(collection: K, id: string): Stored<K> | undefined {
		const removed = this.collections[collection].remove(id);
		if (removed !== undefined) this.tell();
		return removed;
	}

	/** Puts another account in the place of this one. */
	replace(database: LeverDatabase): void {
		this.routes.db.setState(database);
		this.collections = collectionsOf(this.database());
		this.tell();
	}

	/**
	 * @param listener called after each change, before the change's caller goes on
	 * @returns ends it
	 */
	onChange(listener: () => void): () => void {
		this.listeners.add(listener);
		return () => void this.listeners.delete(listener);
	}

	private tell(): void {
		for (const listener of this.listeners) listener();
	}
}
