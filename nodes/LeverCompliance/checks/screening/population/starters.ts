import type { Period } from '../../../../shared/contracts';
import { dateFieldOfListed, type DateFieldReading } from '../../../../shared/dates';
import type { StaffRow } from '../../../lists/types';
import { foldKey } from '../../../policy/foldKey';
import type { NotInPopulationReason } from '../../../population/types';
import type { CheckContext } from '../../types';

/** First day of a row of the staff list, in the organisation's zone. */
export function startOf(
	{ record }: StaffRow,
	{ organisationZone }: Pick<CheckContext, 'organisationZone'>,
): DateFieldReading {
	return dateFieldOfListed(record.startDate, [organisationZone]);
}

export function isWithin(date: string, { from, to }: Period): boolean {
	return date >= from && date <= to;
}

/** Whether the policy says that this person was not hired in Lever. */
export function isExplained({ record, reference }: StaffRow, { policy }: CheckContext): boolean {
	const ids = [record.recordId, reference ?? record.recordId].map(foldKey);
	return policy.screening.startersOutsideLever.some((id) => ids.includes(foldKey(id)));
}

/** A hire that was left out because Lever says that it is none: somebody who started is missing then. */
const NO_HIRE: ReadonlySet<NotInPopulationReason | undefined> = new Set<NotInPopulationReason>([
	'notHired',
	'withdrawnBeforeStart',
]);

/** Those of the hires that Lever calls hired, in this period or another one. */
export function hiredIn(hireIds: readonly string[], { account }: CheckContext): string[] {
	return hireIds.filter((hireId) => !NO_HIRE.has(account.leftOut.get(hireId)));
}
