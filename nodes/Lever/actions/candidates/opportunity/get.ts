import { leverPath } from '../../../../shared/transport';
import { locatedId, opportunityLocator } from '../../../fields/locators';
import { optionsQuery } from '../../../fields/options';
import { shownBy, simplifyField } from '../../../fields/simplify';
import type { Operation } from '../../operation';
import type { OpportunityRecord } from '../../records';
import { opportunityOptions } from './fields';
import { simplifyOpportunity } from './simplify';

export const getOpportunity: Operation = {
	name: 'Get',
	value: 'get',
	action: 'Get an opportunity',
	description: 'Read one candidacy with its stage, owner, tags and archive state',
	properties: [opportunityLocator, simplifyField, opportunityOptions],
	async *execute({ context, client, itemIndex }) {
		const id = locatedId(context, opportunityLocator.name, itemIndex);
		const opportunity = await client.get<OpportunityRecord>(
			leverPath`/opportunities/${id}`,
			optionsQuery(context, itemIndex),
		);
		yield shownBy(context, itemIndex, simplifyOpportunity)(opportunity);
	},
};
