import type { StoredOffer, StoredOpportunity } from '../scenarios/records.mts';
import type { LeverCall } from './call.mts';
import { refuseConfidential, visibleIn } from './confidentiality.mts';
import type { Endpoint } from './endpoint.mts';
import { list, single } from './endpoint.mts';
import { LeverFault } from './faults.mts';
import { deletedFilters, opportunityFilters } from './opportunityFilters.mts';
import {
	archiveReasonOrder,
	deletedOrder,
	offerOrder,
	opportunityOrder,
	stageOrder,
	tagOrder,
	userOrder,
} from './orders.mts';
import { archiveReasonFilters, userFilters } from './otherFilters.mts';
import {
	OFFER_EXPANSIONS,
	OPPORTUNITY_EXPANSIONS,
	showAsIs,
	showOffer,
	showSeedOffer,
	showSeedOpportunity,
	showStage,
} from './shape.mts';

const showOpportunity = (record: StoredOpportunity, call: LeverCall) =>
	call.mode === 'seed' ? showSeedOpportunity(record, call.store) : showAsIs(record);

const visibleOpportunities = ({ query, caller }: LeverCall) => visibleIn(query, caller);

/** An offer is as visible as its opportunity. */
function visibleOffers(call: LeverCall): (offer: StoredOffer) => boolean {
	const visible = visibleOpportunities(call);
	return (offer) => {
		const opportunity = call.store.get('opportunities', offer.opportunityId);
		return opportunity !== undefined && visible(opportunity);
	};
}

/** Sub-lists of an opportunity answer 404 or 403 for the opportunity itself. */
function guardOpportunity({ store, params, caller }: LeverCall): void {
	const opportunity = store.get('opportunities', params.opportunityId ?? '');
	if (opportunity === undefined) throw new LeverFault(404, 'Opportunity was not found');
	refuseConfidential(opportunity, caller);
}

/**
 * Everything the mock answers below `/v1` (lever-api.md §5). A path is looked up from the top, so fixed
 * words stand before ids.
 */
export const ENDPOINTS: readonly Endpoint[] = [
	list({
		path: '/opportunities',
		collection: 'opportunities',
		permission: 'opportunities',
		visible: visibleOpportunities,
		filters: opportunityFilters,
		order: opportunityOrder,
		expansions: OPPORTUNITY_EXPANSIONS,
		show: showOpportunity,
	}),
	list({
		path: '/opportunities/deleted',
		collection: 'deleted_opportunities',
		permission: 'opportunities',
		visible: visibleOpportunities,
		filters: deletedFilters,
		order: deletedOrder,
		show: showAsIs,
	}),
	single({
		path: '/opportunities/:id',
		collection: 'opportunities',
		permission: 'opportunities',
		what: 'Opportunity',
		refuse: (record, { caller }) => refuseConfidential(record, caller),
		expansions: OPPORTUNITY_EXPANSIONS,
		show: showOpportunity,
	}),
	list({
		path: '/opportunities/:opportunityId/offers',
		collection: 'offers',
		permission: 'offers',
		of: { field: 'opportunityId', param: 'opportunityId' },
		guard: guardOpportunity,
		order: offerOrder,
		expansions: OFFER_EXPANSIONS,
		show: showOffer,
	}),
	list({
		path: '/offers',
		collection: 'offers',
		permission: 'offers',
		mode: 'seed',
		visible: visibleOffers,
		order: offerOrder,
		expansions: OFFER_EXPANSIONS,
		show: showSeedOffer,
	}),
	single({
		path: '/contacts/:id',
		collection: 'contacts',
		permission: 'contact',
		what: 'Contact',
		show: showAsIs,
	}),
	list({
		path: '/users',
		collection: 'users',
		permission: 'users',
		filters: userFilters,
		order: userOrder,
		show: showAsIs,
	}),
	single({
		path: '/users/:id',
		collection: 'users',
		permission: 'users',
		what: 'user',
		show: showAsIs,
	}),
	list({
		path: '/stages',
		collection: 'stages',
		permission: 'stages',
		order: stageOrder,
		show: showStage,
	}),
	single({
		path: '/stages/:id',
		collection: 'stages',
		permission: 'stages',
		what: 'Stage',
		show: showStage,
	}),
	list({ path: '/tags', collection: 'tags', permission: 'tags', order: tagOrder, show: showAsIs }),
	list({
		path: '/archive_reasons',
		collection: 'archive_reasons',
		permission: 'archive_reasons',
		filters: archiveReasonFilters,
		order: archiveReasonOrder,
		show: showAsIs,
	}),
	single({
		path: '/archive_reasons/:id',
		collection: 'archive_reasons',
		permission: 'archive_reasons',
		what: 'Archive reason',
		show: showAsIs,
	}),
];
