import type { Collection } from '../../shared/contracts';
import type { Foundation } from '../checks/types';

/** Foundation → why it is not complete. What is not in it is complete, or was not read at all. */
export type Shortfalls = ReadonlyMap<Foundation, string>;

/** What the collection records say is missing, by what results rest on. */
export function shortfallsOf(collections: readonly Collection[]): Shortfalls {
	const shortfalls = new Map<Foundation, string>();
	for (const collection of collections) {
		if (collection.complete) continue;
		const foundation = collection.source === 'lever' ? collection.purpose : collection.resource;
		const known = shortfalls.get(foundation);
		const because = collection.incompleteBecause ?? 'The read did not reach its end.';
		shortfalls.set(foundation, known === undefined ? because : `${known} ${because}`);
	}
	return shortfalls;
}
