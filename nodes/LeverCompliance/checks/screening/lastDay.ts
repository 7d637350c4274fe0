import type { CivilDate } from '../../../shared/contracts';
import { addDays } from '../../../shared/dates';
import type { Policy } from '../../policy';
import { oneOf } from '../../policy/settings';

/**
 * When a screening must be completed. Standards that ask for it "prior to" joining or access do not
 * accept a completion on the first day itself (rules.md §1).
 */
export const LAST_DAY_SETTINGS = {
	completeBefore: oneOf({
		title: 'Screening Complete by',
		description:
			'Whether a screening may still be completed on the first day itself. Standards that ask for a screening prior to joining or access accept no completion on that day.',
		standard: 'onOrBefore',
		words: { onOrBefore: 'On or Before the First Day', before: 'Before the First Day' },
	}),
};

/** The last day on which a screening for this first day may be completed, or a decision be taken. */
export function lastDayFor(start: CivilDate, { screening }: Policy): CivilDate {
	return screening.completeBefore === 'before' ? addDays(start, -1) : start;
}

/** "on or before" or "before", to stand before "the first day". */
export function byWhen({ screening }: Policy): 'before' | 'on or before' {
	return screening.completeBefore === 'before' ? 'before' : 'on or before';
}
