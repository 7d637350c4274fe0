import type { Caller } from '../access/caller.mts';
import type { Environment } from './grantOptions.mts';
import { CONFIDENTIAL_ACCESS, covers } from './scopes.mts';

/** What somebody authorised once, with the state of its tokens. */
export interface Grant {
	id: string;
	scopes: readonly string[];
	audience: string;
	environment: Environment;
	lifetimeSeconds: number;
	/** Who authorised it; null in an account without such a person */
	userId: string | null;
	/** null: by the role that the authoriser has at the time of a request */
	view: 'all' | 'own' | null;
	/** The one that works; null without `offline_access`, and after an old one was used again */
	refreshToken: string | null;
	/** When it was authorised, milliseconds of real time */
	authorisedAt: number;
	/** When tokens were handed out last, milliseconds of real time */
	usedAt: number;
	/** Withdrawn by a Super Admin: its access tokens end at once too */
	revoked: boolean;
	/** How many access tokens were handed out; each carries its number */
	issued: number;
	/** Numbers of access tokens that ended before their time */
	expired: Set<number>;
}

/** What the bearer of one access token of a grant may do. */
export function callerOfGrant(
	grant: Grant,
	tokenNumber: number,
	{ wholeAccount, accountId }: { wholeAccount: boolean; accountId: string },
): Caller {
	return {
		// The account shares one bucket (lever-api.md §2.1).
		bucket: `account:${accountId}`,
		name: `OAuth grant ${grant.id}`,
		may: ({ scope }) => covers(grant.scopes, scope),
		confidential: wholeAccount && grant.scopes.includes(CONFIDENTIAL_ACCESS),
		onlyOf: wholeAccount ? null : (grant.userId ?? ''),
		expire: () => void grant.expired.add(tokenNumber),
	};
}
