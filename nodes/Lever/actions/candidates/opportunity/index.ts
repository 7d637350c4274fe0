import { leverPath } from '../../../../shared/transport';
import { changesFields } from '../../../fields/changes';
import { periodFilters } from '../../../fields/filters';
import { opportunityLocator } from '../../../fields/locators';
import { getManyOperation } from '../../factories/getManyOperation';
import { getOperation } from '../../factories/getOperation';
import { INCLUDABLE } from '../../includable';
import type { Resource } from '../../operation';
import type { DeletedOpportunityRecord, OpportunityRecord } from '../../records';
import { opportunityFilters } from './filters';
import { simplifyOpportunity } from './simplify';

/** lever-api.md §4.1 */
const EXPANDABLE = ['applications', 'contact', 'followers', 'owner', 'sourcedBy', 'stage'];

export const opportunity: Resource = {
	name: 'Opportunity',
	value: 'opportunity',
	description: "One person's candidacy",
	operations: [
		getOperation<OpportunityRecord>({
			action: 'Get an opportunity',
			description: 'Read one candidacy with its stage, owner, tags and archive state',
			ids: [opportunityLocator],
			path: (id) => leverPath`/opportunities/${id}`,
			simplify: simplifyOpportunity,
			expandable: EXPANDABLE,
			includable: INCLUDABLE.opportunity,
		}),
		getManyOperation<DeletedOpportunityRecord>({
			name: 'Get Deleted',
			value: 'getDeleted',
			action: 'Get deleted opportunities',
			description: 'Read which opportunities were deleted, when and by whom',
			path: () => leverPath`/opportunities/deleted`,
			records: 'deleted opportunities',
			simplify: simplifyOpportunity,
			filters: periodFilters('deleted_at', 'Deleted', 'Deleted'),
		}),
		getManyOperation<OpportunityRecord>({
			action: 'Get many opportunities',
			description:
				'Read candidacies, active and archived, filtered by stage, tag, person, date and more',
			path: () => leverPath`/opportunities`,
			records: 'opportunities',
			simplify: simplifyOpportunity,
			filters: opportunityFilters,
			expandable: EXPANDABLE,
			includable: INCLUDABLE.opportunity,
			options: changesFields,
			partition: 'createdAt',
			changes: { deletedPath: leverPath`/opportunities/deleted` },
		}),
	],
};
