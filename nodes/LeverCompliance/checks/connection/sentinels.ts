import type { EvidenceReference, User } from '../../../shared/contracts';
import { oneOf, tableOf, text } from '../../policy/settings';
import { isActiveSuperAdmin } from '../access/accountState';
import { userReference } from '../evidence';
import { readsFor } from '../reads';
import type { CheckContext } from '../types';

export const SENTINEL_SETTINGS = {
	sentinels: tableOf({
		title: 'Sentinels',
		description:
			'Records that are known to be there and that the credential must see: a confidential opportunity, an opportunity of each team, a Super Admin. Choose opportunities of the current pipeline and change them when they end.',
		standard: [],
		columns: {
			kind: oneOf({
				title: 'Kind',
				description: 'What the record is',
				words: {
					confidentialOpportunity: 'Confidential Opportunity',
					teamOpportunity: 'Opportunity of a Team',
					superAdmin: 'Super Admin',
				},
				standard: 'confidentialOpportunity',
			}),
			id: text({
				title: 'ID',
				description: 'Id of the opportunity or user in Lever',
				standard: '',
			}),
			team: text({
				title: 'Team',
				description: 'For an opportunity of a team: which team, in your words',
				standard: '',
			}),
		},
		needed: ['kind', 'id'],
	}),
};

type Sentinel = CheckContext['policy']['connection']['sentinels'][number];

/**
 * What the run shows of a sentinel:
 * - `seen`: it is among what was read, and it is what the policy says
 * - `missing`: it must be among what was read and is not
 * - `changed`: it is there and no longer what the policy says, so it shows nothing
 * - `notRead`: what it would be among was not asked for
 */
export type SentinelState = 'seen' | 'missing' | 'changed' | 'notRead';

export interface JudgedSentinel {
	sentinel: Sentinel;
	state: SentinelState;
	evidence: readonly EvidenceReference[];
}

/** Every sentinel of the policy, in its order (compliance reference B.2 IPE-02, CON-04). */
export function judgedSentinels(context: CheckContext): JudgedSentinel[] {
	return context.policy.connection.sentinels.map((sentinel) =>
		sentinel.kind === 'superAdmin'
			? judgeSuperAdmin(sentinel, context)
			: judgeOpportunity(sentinel, context),
	);
}

function judgeSuperAdmin(sentinel: Sentinel, { account }: CheckContext): JudgedSentinel {
	const user: User | undefined = account.users.get(sentinel.id.trim())?.user;
	if (user) {
		const state = isActiveSuperAdmin(user) ? 'seen' : 'changed';
		return { sentinel, state, evidence: [userReference(user)] };
	}
	const state = readsFor(account, 'users').length > 0 ? 'missing' : 'notRead';
	return { sentinel, state, evidence: [] };
}

function judgeOpportunity(sentinel: Sentinel, { account }: CheckContext): JudgedSentinel {
	const seen = account.seenOpportunities.get(sentinel.id.trim());
	if (seen) {
		const isWanted = sentinel.kind !== 'confidentialOpportunity' || seen.confidential;
		return { sentinel, state: isWanted ? 'seen' : 'changed', evidence: [seen.evidence] };
	}
	// The hires alone do not hold the pipeline, so nothing follows from its absence among them.
	const state = readsFor(account, 'records').length > 0 ? 'missing' : 'notRead';
	return { sentinel, state, evidence: [] };
}
