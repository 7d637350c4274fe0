import { newestSigned } from '../../../shared/acceptance';
import type { CivilDate, HireRecord } from '../../../shared/contracts';
import { parseDateField, type TimeZone } from '../../../shared/dates';
import type { HireSubject, PreviousRun } from '../types';

/** The first day of an earlier run beside that of this run, both from one source. */
export interface Starts {
	then: CivilDate;
	now: CivilDate;
	source: 'staffList' | 'offer';
}

/** The record of the earlier run of this hire: an earlier opportunity of the episode may have turned up since. */
export function recordThen({ hire }: HireSubject, run: PreviousRun): HireRecord | undefined {
	for (const opportunityId of hire.opportunityIds) {
		const found = run.hires?.get(`${hire.contact}:${opportunityId}`);
		if (found) return found;
	}
	return undefined;
}

/**
 * Two days that can be compared: those of the staff list if both runs had it, else those of the newest
 * signed offers. That a staff list names another day than the offer is no move (OFR-03 looks at it).
 */
export function startsOf(
	{ hire, start, zone }: HireSubject,
	record: HireRecord,
	organisationZone: TimeZone,
): Starts | null {
	const { decision } = record;
	if (start.source === 'staffList' && decision?.firstDaySource === 'staffList') {
		return start.date !== null && decision.firstDay !== null
			? { then: decision.firstDay, now: start.date, source: 'staffList' }
			: null;
	}
	// A newer signed one may be among those that were not read.
	if (hire.offersRead !== true || record.offersRead !== true) return null;
	const then = parseDateField(newestSigned(record.offers)?.startDateRaw ?? null, [
		zone.zone,
		organisationZone,
	]);
	const now = start.offer?.reading;
	return then.kind === 'date' && now?.kind === 'date'
		? { then: then.date, now: now.date, source: 'offer' }
		: null;
}
