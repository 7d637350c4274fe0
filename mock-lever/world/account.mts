import type { Companion } from '../scenarios/records.mts';
import { uuidFor } from '../scenarios/ids.mts';
import type { CollectionName, LeverStore } from '../server/store.mts';
import type { WorldEvent } from './events.mts';

/** What a change works on: the account, the lists from outside Lever, and the time. */
export interface Account {
	store: LeverStore;
	companion: Companion;
	/** Milliseconds since 1970 UTC */
	now(): number;
	/** An id that no record of the collection has; the same changes give the same ids in every run */
	newId(collection: CollectionName): string;
	/** Says what happened in the words of Lever's webhooks */
	announce(event: WorldEvent): void;
}

/** Makes ids by counting; an id that is taken, for instance by data loaded from a file, is passed over. */
export function idMaker(store: LeverStore): Account['newId'] {
	let made = 0;
	return (collection) => {
		for (;;) {
			made += 1;
			const id = uuidFor(`world/${collection}/${made}`);
			const gone = collection === 'opportunities' && store.get('deleted_opportunities', id);
			if (!gone && store.get(collection, id) === undefined) return id;
		}
	};
}

/** Id of the account itself, as events and tokens name it */
export const accountIdOf = ({ store }: Account): string => store.database().accounts[0]?.id ?? '';
