import { leverPath } from '../../../../shared/transport';
import { filtersCollection, filtersQuery, type Filter } from '../../../fields/filters';
import { returnAllOrLimit } from '../../../fields/returnAllOrLimit';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { ArchiveReasonRecord } from '../../records';

const archiveReasonFilters: Filter[] = [
	{
		field: {
			displayName: 'Type',
			name: 'type',
			type: 'options',
			options: [
				{ name: 'Hired', value: 'hired' },
				{ name: 'Non-Hired', value: 'non-hired' },
			],
			default: 'hired',
			description: 'Whether the reason means that the person was hired',
		},
		parameter: 'type',
		kind: 'text',
	},
];

export const getManyArchiveReasons: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many archive reasons',
	description: 'Read why opportunities are archived, and which reasons mean hired',
	properties: [...returnAllOrLimit, filtersCollection(archiveReasonFilters)],
	execute(run) {
		return readList<ArchiveReasonRecord>(run, {
			path: leverPath`/archive_reasons`,
			query: filtersQuery(run.context, run.itemIndex, archiveReasonFilters),
			records: 'archive reasons',
			idOf: ({ id }) => id,
			shown: (record) => record,
		});
	},
};
