import type { INodeProperties } from 'n8n-workflow';

import { leverPath } from '../../../../shared/transport';
import { locatedId, opportunityLocator } from '../../../fields/locators';
import {
	expandField,
	includeField,
	optionsCollection,
	optionsQuery,
} from '../../../fields/options';
import { returnAllOrLimit } from '../../../fields/returnAllOrLimit';
import { shownBy, simplifyField } from '../../../fields/simplify';
import { INCLUDABLE } from '../../includable';
import type { Operation } from '../../operation';
import { readList } from '../../readList';
import type { OfferRecord } from '../../records';
import { simplifyOffer } from './simplify';

/** Lever documents offers per opportunity only; the account-wide list is unconfirmed (lever-api.md §7). */
const offersOfField: INodeProperties = {
	displayName: 'Offers Of',
	name: 'offersOf',
	type: 'options',
	options: [
		{
			name: 'One Opportunity',
			value: 'opportunity',
			description: 'The way that Lever documents',
		},
		{
			name: 'Whole Account (Unconfirmed)',
			value: 'account',
			description: 'One list of all offers. Most Lever accounts do not have it and answer 404.',
		},
	],
	default: 'opportunity',
	description:
		'Whose offers to read. To read the offers of many opportunities, connect Opportunity: Get Many before this node.',
};

export const getManyOffers: Operation = {
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many offers',
	description: 'Read the offers of an opportunity with status, signatures and start date',
	properties: [
		offersOfField,
		{ ...opportunityLocator, displayOptions: { show: { offersOf: ['opportunity'] } } },
		...returnAllOrLimit,
		simplifyField,
		optionsCollection([expandField(['creator']), includeField(INCLUDABLE.offer)]),
	],
	perItem: 'concurrent',
	execute(run) {
		const { context, itemIndex } = run;
		const opportunityId =
			context.getNodeParameter(offersOfField.name, itemIndex) === 'account'
				? null
				: locatedId(context, opportunityLocator.name, itemIndex);
		return readList<OfferRecord>(run, {
			path:
				opportunityId === null
					? leverPath`/offers`
					: leverPath`/opportunities/${opportunityId}/offers`,
			query: optionsQuery(context, itemIndex),
			records: 'offers',
			idOf: ({ id }) => id,
			shown: shownBy(context, itemIndex, (offer: OfferRecord) =>
				simplifyOffer(offer, opportunityId),
			),
			...(opportunityId !== null && { parent: opportunityId }),
		});
	},
};
