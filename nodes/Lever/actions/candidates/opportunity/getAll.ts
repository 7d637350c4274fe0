import { leverPath } from '../../../../shared/transport';
import { filtersCollection, filtersQuery } from '../../../fields/filters';
import { optionsQuery } from '../../../fields/options';
import { returnAllPageByPage } from '../../../fields/returnAllOrLimit';
import { shownBy, simplifyField } from '../../../fields/simplify';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { OpportunityRecord } from '../../records';
import { opportunityListOptions } from './fields';
import { opportunityFilters } from './filters';
import { simplifyOpportunity } from './simplify';

export const getManyOpportunities: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many opportunities',
	description:
		'Read candidacies, active and archived, filtered by stage, tag, person, date and more',
	properties: [
		...returnAllPageByPage,
		simplifyField,
		filtersCollection(opportunityFilters),
		opportunityListOptions,
	],
	execute(run) {
		const { context, itemIndex } = run;
		return readList<OpportunityRecord>(run, {
			path: leverPath`/opportunities`,
			query: {
				...filtersQuery(context, itemIndex, opportunityFilters),
				...optionsQuery(context, itemIndex),
			},
			records: 'opportunities',
			idOf: ({ id }) => id,
			shown: shownBy(context, itemIndex, simplifyOpportunity),
			partition: 'createdAt',
			changes: { deletedPath: leverPath`/opportunities/deleted` },
		});
	},
};
