import type { CivilDate } from '../../../shared/contracts';
import type { HireSubject } from '../../checks/types';

/** First days of hires whom Lever anonymised: nobody may work out again whose row theirs is (rules.md §10). */
export function anonymisedStarts(hires: readonly HireSubject[]): ReadonlySet<CivilDate> {
	const days = new Set<CivilDate>();
	for (const { hire, start, staff } of hires) {
		if (hire.isAnonymized && staff.row === null && start.date !== null) days.add(start.date);
	}
	return days;
}
