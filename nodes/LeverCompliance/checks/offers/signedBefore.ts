import type { CivilDate } from '../../../shared/contracts';
import { addDays } from '../../../shared/dates';
import type { Policy } from '../../policy';
import { oneOf } from '../../policy/settings';

/** When an offer must be signed; standards that say "prior to" accept no first day (rules.md §1). */
export const SIGNED_BEFORE_SETTINGS = {
	signedBefore: oneOf({
		title: 'Offer Signed by',
		description:
			'Whether an offer may still be signed on the first day itself. Standards that ask for a signature prior to access accept no signature on that day.',
		standard: 'onOrBefore',
		words: { onOrBefore: 'On or Before the First Day', before: 'Before the First Day' },
	}),
};

/** The last day on which an offer with this first day may be signed. */
export function lastDayToSign(start: CivilDate, { offers }: Policy): CivilDate {
	return offers.signedBefore === 'before' ? addDays(start, -1) : start;
}
