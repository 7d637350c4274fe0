import { leverPath } from '../../../shared/transport';
import { getManyOperation } from '../factories/getManyOperation';
import type { Resource } from '../operation';
import type { TagRecord } from '../records';

export const tag: Resource = {
	name: 'Tag',
	value: 'tag',
	description: 'Word that opportunities are marked with',
	operations: [
		getManyOperation<TagRecord>({
			action: 'Get many tags',
			description: 'Read the tags of the account and how often each is used',
			path: () => leverPath`/tags`,
			records: 'tags',
			idOf: ({ text }) => text,
		}),
	],
};
