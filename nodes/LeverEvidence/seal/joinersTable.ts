import type { Joiner } from '../../shared/contracts';
import { compareCodeUnits as compare } from '../../shared/canonicalJson';
import { csvText } from '../pack/csv';
import { STAMP } from '../pack/stamp';
import type { SealedRun } from './sealedRun';

type Column = readonly [title: string, cell: (joiner: Joiner) => string | null];

const COLUMNS: readonly Column[] = [
	['hire_id', ({ hireId }) => hireId],
	['contact_id', ({ contact }) => contact],
	['job_title', ({ jobTitle }) => jobTitle],
	['work_location', ({ workLocation }) => workLocation],
	['time_zone', ({ zone }) => zone],
	['offer_id', ({ offerId }) => offerId],
	['offer_sent_on', ({ offerSentOn }) => offerSentOn],
	['accepted_on', ({ acceptedOn }) => acceptedOn],
	['accepted_by', ({ acceptedAtSource }) => acceptedAtSource],
	['first_day', ({ firstDay }) => firstDay],
	['first_day_from', ({ firstDaySource }) => firstDaySource],
	['screening_record_id', ({ screeningRecordId }) => screeningRecordId],
	['screening_state', ({ screeningState }) => screeningState],
	['screening_ordered_on', ({ screeningOrderedOn }) => screeningOrderedOn],
	['screening_completed_on', ({ screeningCompletedOn }) => screeningCompletedOn],
	['match_rung', ({ matchRung }) => matchRung],
	['staff_record_id', ({ staffRecordId }) => staffRecordId],
	['lever_user_id', ({ userId }) => userId],
	['account_created_on', ({ accountCreatedOn }) => accountCreatedOn],
	['account_deactivated_on', ({ accountDeactivatedOn }) => accountDeactivatedOn],
];

/** `joiners.csv`: every start of the period, the earliest first. Test data has the stamp as its first column. */
export function joinersTable(sealed: SealedRun): string {
	const stamp = sealed.reliability.testData ? [STAMP] : [];
	const joiners = sealed.intake.items.joiner
		.map(({ value }) => value)
		.sort((a, b) => compare(a.firstDay ?? '', b.firstDay ?? '') || compare(a.hireId, b.hireId));
	const rows = joiners.map((joiner) => [
		...stamp,
		...COLUMNS.map(([, cell]) => cell(joiner) ?? ''),
	]);
	return csvText([[...stamp, ...COLUMNS.map(([title]) => title)], ...rows]);
}
