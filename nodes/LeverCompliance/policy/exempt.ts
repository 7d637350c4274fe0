import { foldKey } from './foldKey';
import type { Policy } from './policy';

/** Which part of the policy exempts somebody from screening; null when none does (rules.md §5 SCR-01). */
export type Exemption = 'workLocation' | 'jobTitle' | null;

/** Makes the test once for a run. */
export function screeningExemptions(
	policy: Policy,
): (hire: { workLocation: string | null; jobTitle: string | null }) => Exemption {
	const places = new Set(policy.screening.exemptWorkLocations.map(foldKey));
	const titles = new Set(policy.screening.exemptJobTitles.map(foldKey));
	return ({ workLocation, jobTitle }) => {
		if (places.size > 0 && workLocation !== null && places.has(foldKey(workLocation)))
			return 'workLocation';
		if (titles.size > 0 && jobTitle !== null && titles.has(foldKey(jobTitle))) return 'jobTitle';
		return null;
	};
}
