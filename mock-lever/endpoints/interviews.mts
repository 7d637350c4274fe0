import type { Endpoint } from '../server/endpoint.mts';
import { oldestFirst } from '../server/orders.mts';
import { belowOpportunity, OPPORTUNITY } from './shared/belowOpportunity.mts';
import { feedback, posting, several, stage, user } from './shared/expansions.mts';
import { withoutLink } from './shared/show.mts';

/** lever-api.md §5.9 */
export const interviewEndpoints: readonly Endpoint[] = [
	...belowOpportunity({
		name: 'interviews',
		label: 'interview',
		param: 'interview',
		collection: 'interviews',
		of: OPPORTUNITY,
		what: 'Interview',
		order: oldestFirst,
		expansions: { user, stage, feedbackForms: several(feedback), postings: several(posting) },
		show: withoutLink,
	}),
	...belowOpportunity({
		name: 'panels',
		label: 'panel',
		param: 'panel',
		collection: 'panels',
		of: OPPORTUNITY,
		what: 'Panel',
		order: oldestFirst,
		expansions: { user, stage },
		show: withoutLink,
	}),
];
