import type { Operation } from '../operation';
import { askedFor, readingOptions, readingSimplify, type Reading } from './reading';

/** *Get*: one record by its id. */
export function getOperation<Record extends object>(reading: Reading<Record>): Operation {
	const { name = 'Get', value = 'get', action, description, ids = [], fields = [] } = reading;
	return {
		name,
		value,
		action,
		description,
		properties: [...ids, ...readingSimplify(reading), ...fields, ...readingOptions(reading)],
		perItem: 'concurrent',
		async *execute({ context, client, itemIndex }) {
			const { path, query, shown } = askedFor(reading, context, itemIndex);
			yield shown(await client.get<Record>(path, query));
		},
	};
}
