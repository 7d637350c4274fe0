import type { IsoInstant } from '../../shared/contracts';
import type { Approval, ConfirmedMatch, ReadableDate } from '../lists/types';
import { utcCivilDate } from '../../shared/dates';

/**
 * The confirmed matches that hold on the evidence date: approved on or before it and not expired. A
 * date without a time holds for its whole day, in UTC.
 */
export function liveConfirmedMatches(
	approvals: readonly Approval[],
	asOf: IsoInstant,
): ConfirmedMatch[] {
	return approvals.filter(
		(approval): approval is ConfirmedMatch =>
			approval.type === 'confirmed_match' &&
			isOnOrBefore(approval.approvedAt, asOf) &&
			(approval.expiresAt === null || !isBefore(approval.expiresAt, asOf)),
	);
}

function isOnOrBefore(date: ReadableDate, asOf: IsoInstant): boolean {
	const now = Date.parse(asOf);
	return date.precision === 'instant' ? date.instant <= now : date.date <= utcCivilDate(now);
}

function isBefore(date: ReadableDate, asOf: IsoInstant): boolean {
	const now = Date.parse(asOf);
	return date.precision === 'instant' ? date.instant < now : date.date < utcCivilDate(now);
}
