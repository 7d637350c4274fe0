import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { User } from '../../../shared/contracts';
import type { Crawled, CrawlPlan } from '../reading/crawlPlan';
import { epochOf, idOf, textOf, textsOf, type LeverRecord } from '../reading/leverJson';

/** A Lever user (lever-api.md §5.4) without photo. */
type UserFacts = Omit<User, 'kind' | 'userId' | 'collectionId' | 'rawSha256'>;

export const USERS_PLAN: CrawlPlan<UserFacts> = {
	resource: 'users',
	purpose: 'users',
	rule: 'Every user account of Lever, deactivated and invited ones included.',
	requests: [{ path: '/users', query: { includeDeactivated: true } }],
	extras: [],
	refused: [],
	deactivated: 'included',
	partition: null,
	rereads: false,
	identify: ({ id }) => idOf(id),
	keep: userFacts,
};

/** Sorted by id. */
export function userItems({ records, collection }: Crawled<UserFacts>): User[] {
	return records
		.map(
			({ id, rawSha256, value }): User => ({
				kind: 'user',
				userId: id,
				...value,
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.userId, b.userId));
}

function userFacts(raw: LeverRecord): UserFacts {
	return {
		name: textOf(raw.name) ?? '',
		username: textOf(raw.username),
		email: textOf(raw.email) ?? '',
		// As written: an empty role is an observation of its own (rules.md §7).
		accessRole: typeof raw.accessRole === 'string' ? raw.accessRole : null,
		createdAt: epochOf(raw.createdAt),
		deactivatedAt: epochOf(raw.deactivatedAt),
		externalDirectoryId: textOf(raw.externalDirectoryId),
		linkedContactIds: textsOf(raw.linkedContactIds),
		jobTitle: textOf(raw.jobTitle),
		managerId: idOf(raw.managerId),
	};
}
