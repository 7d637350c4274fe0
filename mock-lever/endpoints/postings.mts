import type { StoredPosting } from '../scenarios/records.mts';
import { json } from '../server/answer.mts';
import type { LeverCall } from '../server/call.mts';
import type { Endpoint } from '../server/endpoint.mts';
import { list, other, single } from '../server/endpoint.mts';
import { LeverFault } from '../server/faults.mts';
import type { OrderChoice } from '../server/orders.mts';
import { newestFirst } from '../server/orders.mts';
import type { Expansions } from '../server/shape.mts';
import { showAsIs } from '../server/shape.mts';
import { applicationForm } from './applicationForm.mts';
import { postingFilters } from './postingFilters.mts';
import { postingUsers } from './postingUsers.mts';
import { deletedOrder, deletedWindow } from './shared/deletedWindow.mts';
import { several, user } from './shared/expansions.mts';
import { refuseConfidential, visibleIn } from './shared/visibility.mts';

const EXPANSIONS: Expansions = {
	user,
	owner: user,
	hiringManager: user,
	followers: several(user),
};
const GROUPS = ['location', 'team', 'department', 'commitment'] as const;
const scope = 'postings:read:admin';

/** Newest first; with `group` the ones of each group stand together, the groups by name (a guess). */
const order: OrderChoice<StoredPosting> = (query) => {
	const group = query.choice('group', GROUPS);
	const newest = newestFirst(query);
	if (group === undefined) return newest;
	return {
		name: `${group}, ${newest.name}`,
		parts: [{ of: ({ categories }) => categories[group] ?? '' }, ...newest.parts],
	};
};

/** @throws LeverFault 404, or 403 for a confidential posting without the grant */
function postingOf(call: LeverCall): StoredPosting {
	const posting = call.store.get('postings', call.params.posting ?? '');
	if (posting === undefined) throw new LeverFault(404, 'Posting was not found');
	refuseConfidential(posting, call);
	return posting;
}

/** lever-api.md §5.6, and the little-documented reads of §5.14 */
export const postingEndpoints: readonly Endpoint[] = [
	list({
		path: '/postings',
		permission: 'list postings',
		scope,
		collection: 'postings',
		visible: visibleIn,
		filters: postingFilters,
		order,
		expansions: EXPANSIONS,
		show: showAsIs,
	}),
	list({
		path: '/postings/deleted',
		permission: 'list deleted postings',
		scope,
		collection: 'deleted_postings',
		filters: [deletedWindow],
		order: deletedOrder,
		show: showAsIs,
	}),
	single({
		path: '/postings/:posting',
		permission: 'read posting',
		scope,
		collection: 'postings',
		what: 'Posting',
		guard: ({ query }) => void query.choice('distribution', ['internal', 'external']),
		refuse: refuseConfidential,
		expansions: EXPANSIONS,
		show: showAsIs,
	}),
	other({
		path: '/postings/:posting/apply',
		permission: 'read posting application form',
		scope,
		answer: (call) => json({ data: applicationForm(postingOf(call)) }),
	}),
	other({
		path: '/postings/:posting/users',
		permission: 'list posting users',
		scope: 'users:read:admin',
		// The one answer without an envelope (lever-api.md §3).
		answer: (call) => json(postingUsers(postingOf(call), call.store)),
	}),
];
