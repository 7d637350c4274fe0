import { leverPath } from '../../../../shared/transport';
import { returnAllOrLimit } from '../../../fields/returnAllOrLimit';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { StageRecord } from '../../records';

export const getManyStages: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many stages',
	description: 'Read the steps of the pipeline, in their order',
	properties: returnAllOrLimit,
	execute(run) {
		return readList<StageRecord>(run, {
			path: leverPath`/stages`,
			records: 'stages',
			idOf: ({ id }) => id,
			shown: (record) => record,
		});
	},
};
