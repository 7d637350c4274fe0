import type { LeverCall } from '../../server/call.mts';
import type { Expansion, Shown } from '../../server/shape.mts';
import { showAsIs } from '../../server/shape.mts';
import type { CollectionName, Stored } from '../../server/store.mts';
import { mayRead } from './visibility.mts';

import { showStage, withoutLink } from './show.mts';

/** An id nobody knows, one the caller may not read, and null stay as they are (lever-api.md §4.1). */
const one =
	<K extends CollectionName>(
		collection: K,
		show: (record: Stored<K>) => Shown = showAsIs,
		readable: (record: Stored<K>, call: LeverCall) => boolean = () => true,
	): Expansion =>
	(value, call) => {
		const record = typeof value === 'string' ? call.store.get(collection, value) : undefined;
		return record === undefined || !readable(record, call) ? value : show(record);
	};

/** A list of ids */
export const several =
	(expansion: Expansion): Expansion =>
	(value, call) =>
		Array.isArray(value) ? value.map((each) => expansion(each, call)) : value;

export const user = one('users');
export const stage = one('stages', showStage);
export const contact = one('contacts');
export const application = one('applications');
export const feedback = one('feedback', withoutLink);
export const posting = one('postings', showAsIs, (record, call) => mayRead(call, record));
