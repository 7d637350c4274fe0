import type { Endpoint } from '../server/endpoint.mts';
import { list, single } from '../server/endpoint.mts';
import { oldestFirst } from '../server/orders.mts';
import { showAsIs } from '../server/shape.mts';
import { belowOpportunity, OPPORTUNITY } from './shared/belowOpportunity.mts';
import { stage, user } from './shared/expansions.mts';
import { withoutLink } from './shared/show.mts';

/** A deleted form is gone from its list; a single read still answers (lever-api.md §5.10). */
const isDeleted = ({ deletedAt }: { deletedAt: number | null }) => deletedAt !== null;

const common = { of: OPPORTUNITY, order: oldestFirst, show: withoutLink };

/** lever-api.md §5.10 */
export const formEndpoints: readonly Endpoint[] = [
	...belowOpportunity({
		...common,
		name: 'feedback',
		label: 'feedback',
		labels: 'feedback',
		param: 'feedback',
		collection: 'feedback',
		what: 'Feedback',
		expansions: { user },
		unlisted: isDeleted,
	}),
	...belowOpportunity({
		...common,
		name: 'forms',
		label: 'form',
		param: 'form',
		collection: 'forms',
		what: 'Profile form',
		expansions: { user, stage },
		unlisted: isDeleted,
	}),
	...belowOpportunity({
		...common,
		name: 'notes',
		label: 'note',
		param: 'note',
		collection: 'notes',
		what: 'Note',
		expansions: { user },
		unlisted: isDeleted,
	}),
	...belowOpportunity({
		...common,
		name: 'referrals',
		label: 'referral',
		param: 'referral',
		collection: 'referrals',
		what: 'Referral',
		expansions: { user, referrer: user, stage },
	}),
];

/** lever-api.md §5.10 */
export const templateEndpoints: readonly Endpoint[] = [
	list({
		path: '/feedback_templates',
		permission: 'list feedback templates',
		scope: 'feedback_templates:read:admin',
		collection: 'feedback_templates',
		order: oldestFirst,
		show: showAsIs,
	}),
	single({
		path: '/feedback_templates/:feedbackTemplate',
		permission: 'read feedback template',
		scope: 'feedback_templates:read:admin',
		collection: 'feedback_templates',
		what: 'Feedback template',
		show: showAsIs,
	}),
	list({
		path: '/form_templates',
		permission: 'list form templates',
		scope: 'form_templates:read:admin',
		collection: 'form_templates',
		order: oldestFirst,
		show: showAsIs,
	}),
	single({
		path: '/form_templates/:formTemplate',
		permission: 'read form template',
		scope: 'form_templates:read:admin',
		collection: 'form_templates',
		what: 'Profile form template',
		show: showAsIs,
	}),
];
