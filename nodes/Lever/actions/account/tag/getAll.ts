import { leverPath } from '../../../../shared/transport';
import { returnAllOrLimit } from '../../../fields/returnAllOrLimit';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { TagRecord } from '../../records';

export const getManyTags: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many tags',
	description: 'Read the tags of the account and how often each is used',
	properties: returnAllOrLimit,
	execute(run) {
		return readList<TagRecord>(run, {
			path: leverPath`/tags`,
			records: 'tags',
			idOf: ({ text }) => text,
			shown: (record) => record,
		});
	},
};
