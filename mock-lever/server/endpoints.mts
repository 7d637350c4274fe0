import type {
	StoredArchiveReason,
	StoredContact,
	StoredDeletedOpportunity,
	StoredOffer,
	StoredOpportunity,
	StoredStage,
	StoredTag,
	StoredUser,
} from '../scenarios/records.mts';
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
	call.mode === 'seed' ? showSeedOpportunity(record, call.database) : showAsIs(record);

const visibleOpportunities = ({ query, caller }: LeverCall) => visibleIn(query, caller);

/** An offer is as visible as its opportunity. */
function visibleOffers(call: LeverCall): (offer: StoredOffer) => boolean {
	const visible = visibleOpportunities(call);
	const opportunities = call.database.opportunities.filter(visible);
	const ids = new Set(opportunities.map((opportunity) => opportunity.id));
	return (offer) => ids.has(offer.opportunityId);
}

/** Sub-lists of an opportunity answer 404 or 403 for the opportunity itself. */
function guardOpportunity({ database, params, caller }: LeverCall): void {
	const opportunity = database.opportunities.find((each) => each.id === params.opportunityId);
	if (opportunity === undefined) throw new LeverFault(404, 'Opportunity was not found');
	refuseConfidential(opportunity, caller);
}

/**
 * Everything the mock answers below `/v1` (lever-api.md §5). A path is looked up from the top, so fixed
 * words stand before ids.
 */
export const ENDPOINTS: readonly Endpoint[] = [
	list<StoredOpportunity>({
		path: '/opportunities',
		permission: 'opportunities',
		visible: visibleOpportunities,
		filters: opportunityFilters,
		order: opportunityOrder,
		expansions: OPPORTUNITY_EXPANSIONS,
		show: showOpportunity,
	}),
	list<StoredDeletedOpportunity>({
		path: '/opportunities/deleted',
		permission: 'opportunities',
		store: () => '/deleted_opportunities',
		visible: visibleOpportunities,
		filters: deletedFilters,
		order: deletedOrder,
		show: showAsIs,
	}),
	single<StoredOpportunity>({
		path: '/opportunities/:id',
		permission: 'opportunities',
		what: 'Opportunity',
		refuse: (record, { caller }) => refuseConfidential(record, caller),
		expansions: OPPORTUNITY_EXPANSIONS,
		show: showOpportunity,
	}),
	list<StoredOffer>({
		path: '/opportunities/:opportunityId/offers',
		permission: 'offers',
		store: ({ opportunityId }) => `/opportunities/${opportunityId ?? ''}/offers`,
		guard: guardOpportunity,
		order: offerOrder,
		expansions: OFFER_EXPANSIONS,
		show: showOffer,
	}),
	list<StoredOffer>({
		path: '/offers',
		permission: 'offers',
		mode: 'seed',
		visible: visibleOffers,
		order: offerOrder,
		expansions: OFFER_EXPANSIONS,
		show: showSeedOffer,
	}),
	single<StoredContact>({
		path: '/contacts/:id',
		permission: 'contact',
		what: 'Contact',
		show: showAsIs,
	}),
	list<StoredUser>({
		path: '/users',
		permission: 'users',
		filters: userFilters,
		order: userOrder,
		show: showAsIs,
	}),
	single<StoredUser>({
		path: '/users/:id',
		permission: 'users',
		what: 'user',
		show: showAsIs,
	}),
	list<StoredStage>({ path: '/stages', permission: 'stages', order: stageOrder, show: showStage }),
	single<StoredStage>({
		path: '/stages/:id',
		permission: 'stages',
		what: 'Stage',
		show: showStage,
	}),
	list<StoredTag>({ path: '/tags', permission: 'tags', order: tagOrder, show: showAsIs }),
	list<StoredArchiveReason>({
		path: '/archive_reasons',
		permission: 'archive_reasons',
		filters: archiveReasonFilters,
		order: archiveReasonOrder,
		show: showAsIs,
	}),
	single<StoredArchiveReason>({
		path: '/archive_reasons/:id',
		permission: 'archive_reasons',
		what: 'Archive reason',
		show: showAsIs,
	}),
];
