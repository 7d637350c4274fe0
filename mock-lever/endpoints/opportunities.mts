import type { StoredOpportunity } from '../scenarios/records.mts';
import type { LeverCall } from '../server/call.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, single } from '../server/endpoint.mts';
import { between } from '../server/filters.mts';
import type { Order, OrderChoice } from '../server/orders.mts';
import type { Expansions, Shown } from '../server/shape.mts';
import { showAsIs } from '../server/shape.mts';
import type { LeverStore } from '../server/store.mts';
import { opportunityFilters } from './opportunityFilters.mts';
import { deletedOrder } from './shared/deletedWindow.mts';
import { application, contact, several, stage, user } from './shared/expansions.mts';
import { embedOffersAndStage } from './shared/seedMode.mts';
import { refuseOpportunity, visibleOpportunities } from './shared/visibility.mts';

const EXPANSIONS: Expansions = {
	applications: several(application),
	stage,
	owner: user,
	followers: several(user),
	sourcedBy: user,
	contact,
};

const rankOf = (opportunity: StoredOpportunity, store: LeverStore) =>
	store.get('stages', opportunity.stage)?.rank ?? 0;

const byStage: Order<StoredOpportunity> = {
	name: 'stage',
	dependsOn: ['stages'],
	parts: [
		{ of: rankOf },
		{ of: (record) => record.lastAdvancedAt, descending: true },
		{ of: (record) => record.id },
	],
};

const byUpdate: Order<StoredOpportunity> = {
	name: 'updated',
	parts: [{ of: (record) => record.updatedAt ?? 0 }, { of: (record) => record.id }],
};

/** Other time filters leave the order by stage as it is, `created_at_*` included. */
const order: OrderChoice<StoredOpportunity> = (query) =>
	query.names().some((name) => name.startsWith('updated_at_')) ? byUpdate : byStage;

const show = (record: StoredOpportunity, call: LeverCall): Shown =>
	call.mode === 'seed' ? embedOffersAndStage(record, call) : showAsIs(record);

const scope = 'opportunities:read:admin';

/** lever-api.md §5.1 */
export const opportunityEndpoints: readonly Endpoint[] = [
	list({
		path: '/opportunities',
		permission: 'list opportunities',
		scope,
		collection: 'opportunities',
		visible: visibleOpportunities,
		filters: opportunityFilters,
		order,
		expansions: EXPANSIONS,
		show,
	}),
	list({
		path: '/opportunities/deleted',
		permission: 'list deleted opportunities',
		scope,
		collection: 'deleted_opportunities',
		visible: visibleOpportunities,
		filters: [between('deleted_at', (record) => record.deletedAt)],
		order: deletedOrder,
		show: showAsIs,
	}),
	single({
		path: '/opportunities/:opportunity',
		permission: 'read opportunity',
		scope,
		collection: 'opportunities',
		what: 'Opportunity',
		refuse: refuseOpportunity,
		expansions: EXPANSIONS,
		show,
	}),
];
