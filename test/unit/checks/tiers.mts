import type { Policy } from '../../../nodes/LeverCompliance/policy/index.ts';

type Tier = Policy['screening']['tiers'][number];

/** A tier of the policy; what is left out asks for nothing. */
export function aTier(changes: Partial<Tier> = {}): Tier {
	return {
		name: 'standard',
		jobTitles: [],
		departments: [],
		workLocations: [],
		postings: [],
		packages: [],
		components: [],
		default: false,
		validityMonths: 0,
		...changes,
	};
}
