import { leverPath } from '../../../shared/transport';
import { getManyOperation } from '../factories/getManyOperation';
import type { Resource } from '../operation';
import type { SourceRecord } from '../records';

export const source: Resource = {
	name: 'Source',
	value: 'source',
	description: 'Where people come from, for instance a job site or an agency',
	operations: [
		getManyOperation<SourceRecord>({
			action: 'Get many sources',
			description: 'Read the sources of the account and how many opportunities each has',
			path: () => leverPath`/sources`,
			records: 'sources',
			idOf: ({ text }) => text,
		}),
	],
};
