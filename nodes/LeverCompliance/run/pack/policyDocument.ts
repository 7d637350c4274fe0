import { packId } from '../../../shared/addresses';
import type { Policy } from '../../policy';

/**
 * The policy as it goes into the head of a run, and so into a pack: service accounts may be named by their
 * address, which becomes a digest, so that another address is still another policy (rules.md §10).
 */
export function policyDocument(
	policy: Policy,
	settings: Record<string, unknown>,
): Record<string, unknown> {
	const { access } = policy;
	return {
		...policy,
		access: { ...access, serviceAccounts: access.serviceAccounts.map(packId) },
		settings,
	};
}
