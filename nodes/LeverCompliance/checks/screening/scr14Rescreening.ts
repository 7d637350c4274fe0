import type { CivilDate, ScreeningRecord } from '../../../shared/contracts';
import {
	addDays,
	addMonths,
	dateFieldOfListed,
	daysBetween,
	listedDay,
} from '../../../shared/dates';
import type { StaffRow } from '../../lists/types';
import type { StaffScreening } from '../../matching/linkStaffScreening';
import { counted } from '../../phrases';
import { RESCREENING_CONTROLS } from '../controls';
import { screeningReferences, staffReferences } from '../evidence';
import { previousRunReferences } from '../previousRun';
import type { Check, CheckContext, Part, StaffRecordSubject, WeakLink } from '../types';
import { linkOf, weakness } from './records';
import { cycleOf, isRescreened } from './rescreenCycle';

/** Compliance reference B.2 SCR-14: a warning this long before. */
const WARNING_DAYS = 60;

/** Compliance reference B.2 SCR-14. */
export const rescreening: Check = {
	id: 'SCR-14',
	version: 1,
	title: 'Screened again when due',
	tests:
		'Everybody who works here was screened again within the months that the policy gives for their job.',
	family: 'screening',
	needs: { lists: ['screeningList', 'staffList'], collections: [] },
	restsOn: ['screeningList', 'staffList'],
	policyFields: [
		'organisationZone',
		'screening.rescreenMonths',
		'screening.rescreenJobs',
		'screening.listMaxAgeDays',
		'screening.exemptJobTitles',
		'access.staffListMaxAgeDays',
	],
	severity: 'medium',
	controls: RESCREENING_CONTROLS,
	remediation: 'Have this person screened again, and keep to the interval that the policy gives.',
	offBecause: (policy) =>
		isRescreened(policy)
			? null
			: 'set in the policy after how many months people are screened again (screening.rescreenMonths)',
	evaluate: {
		staffRecord(subject, context) {
			const { row } = subject;
			const records = context.account.screeningByStaffRow.get(row.record.recordId) ?? [];
			const counting = records.filter(counts);
			const uncounted = records.filter((one) => !counts(one));
			const part = decide(subject, { counting, uncounted }, context);
			return {
				basis: 'presence',
				expected: {},
				evidence: [
					...staffReferences(context.staffList, [row]),
					...screeningReferences(
						context.screeningList,
						records.map(({ record }) => record),
					),
				],
				...part,
				observed: {
					employment: row.record.employment,
					screeningRecords: counting.map(({ record }) => record.recordId),
					timeZone: context.organisationZone.name,
					...part.observed,
				},
			};
		},
	},
};

/** The screening records of a person. */
interface Records {
	counting: readonly StaffScreening[];
	/** Attestations of a supplier for somebody of whom nothing says that this is its own person */
	uncounted: readonly StaffScreening[];
}

function counts({ attestationFor }: StaffScreening): boolean {
	return attestationFor === undefined || attestationFor === 'contractor';
}

function decide(
	{ row, hires, today }: StaffRecordSubject,
	records: Records,
	context: CheckContext,
): Part {
	const roster = rosterPart(row, today, context);
	if (roster) return roster;
	const months = cycleOf(row, context.policy);
	if (months === null) {
		return {
			status: 'not_applicable',
			reasonCode: 'exempt-job-title',
			message: 'The policy needs no screening for this job title.',
		};
	}
	if (months === 0) {
		return {
			status: 'not_applicable',
			reasonCode: 'no-cycle',
			message: 'The policy screens people in this job once, before they start.',
		};
	}
	const strong = records.counting.filter((link) => weakness(link) === undefined);
	const known = remembered(row, records, context);
	const knownStrong = known.filter(({ weakLink }) => weakLink === undefined);
	const lastStrong = latestOf(strong, knownStrong, context);
	const part = lastStrong && judge(lastStrong, records, months, today, context);
	if (part?.status === 'pass') return part;
	const last = latestOf(records.counting, known, context);
	if (last === null) return withoutScreening(row, hires, records, months, today, context);
	return judge(last, records, months, today, context);
}

/** Why nothing is due for somebody, or why that cannot be told; null for somebody who works here. */
function rosterPart({ record }: StaffRow, today: CivilDate, context: CheckContext): Part | null {
	const { doubt, leaversOnly } = context.staffList;
	if (doubt || leaversOnly) {
		return {
			status: 'indeterminate',
			reasonCode: doubt?.reason ?? 'list-leavers-only',
			message: `It cannot be told who works here, because ${doubt?.text ?? 'the Staff List names leavers only'}. Expected: the full and recent staff.`,
		};
	}
	const end = dateFieldOfListed(record.endDate, [context.organisationZone]);
	if (record.employment === 'current' || (end.kind === 'date' && end.date > today)) return null;
	if (record.employment === 'left') {
		return {
			status: 'not_applicable',
			reasonCode: 'left',
			message: 'This person no longer works here.',
		};
	}
	return {
		status: 'indeterminate',
		reasonCode: 'unknown-status',
		message:
			"The status on the staff list is not known. Expected: a status that says current or left; add it to 'Status Mappings'.",
	};
}

interface Last {
	on: CivilDate;
	/** null when only the earlier run knew of it */
	screening: StaffScreening | null;
	/** Why it cannot carry a pass */
	weakLink?: WeakLink | undefined;
}

/** What the earlier run knew, unless that is what does not count. */
function remembered(
	{ record, reference }: StaffRow,
	{ uncounted }: Records,
	{ organisationZone, previousRun }: CheckContext,
): Last[] {
	if (reference === null) return [];
	const uncountedDays = uncounted.map((one) => listedDay(one.record.completedAt, organisationZone));
	return (previousRun?.lastScreenings.get(record.recordId) ?? [])
		.filter(({ on }) => !uncountedDays.includes(on))
		.map((one) => ({ ...one, screening: null }));
}

/** The latest completion, on the list or known before. */
function latestOf(
	records: readonly StaffScreening[],
	known: readonly Last[],
	{ organisationZone }: CheckContext,
): Last | null {
	let last: Last | null = null;
	for (const one of known) {
		if (last === null || one.on > last.on) last = one;
	}
	for (const screening of records) {
		if (screening.record.state !== 'done') continue;
		const on = listedDay(screening.record.completedAt, organisationZone);
		if (on !== null && (last === null || on >= last.on)) {
			last = { on, screening, weakLink: weakness(screening) };
		}
	}
	return last;
}

function judge(
	{ on, screening, weakLink }: Last,
	records: Records,
	months: number,
	today: CivilDate,
	context: CheckContext,
): Part {
	const due = addMonths(on, months);
	const daysLeft = daysBetween(today, due);
	const seen = `The last screening was completed on ${on}${screening ? '' : ' (known from the earlier run)'}, and ${counted(months, 'month')} end on ${due}`;
	const common = {
		// A later run that remembers the day must know what it is worth (history/lastScreenings.ts).
		observed: { lastCompletedOn: on, months, ...(weakLink && { weakLink }) },
		expected: { completedAgainOnOrBefore: due },
		...(screening
			? linkOf(screening)
			: { evidence: previousRunReferences(context), ...(weakLink && { weakLink }) }),
	};
	if (daysLeft > WARNING_DAYS) {
		return { ...common, status: 'pass', reasonCode: 'not-due', message: `${seen}.` };
	}
	if (daysLeft >= 0) {
		return {
			...common,
			status: 'warn',
			reasonCode: 'due-soon',
			message: `${seen}, in ${counted(daysLeft, 'day')}. Expected: screened again by then.`,
			dueAt: due,
		};
	}
	const unread = notToldBy(records, context);
	if (unread) {
		return {
			...common,
			status: 'indeterminate',
			reasonCode: unread.reason,
			message: `${seen}, ${counted(-daysLeft, 'day')} ago, but ${unread.text}. Expected: screened again by then.`,
		};
	}
	return {
		...common,
		status: 'fail',
		basis: 'absence',
		reasonCode: 'overdue',
		message: `${seen}, ${counted(-daysLeft, 'day')} ago${isRunning(records) ? '; a new screening is running' : ''}. Expected: screened again by then.`,
		deviationDay: addDays(due, 1),
	};
}

/** Nobody knows of a completed screening of somebody who works here. */
function withoutScreening(
	{ record }: StaffRow,
	hires: readonly string[],
	records: Records,
	months: number,
	today: CivilDate,
	context: CheckContext,
): Part {
	const start = dateFieldOfListed(record.startDate, [context.organisationZone]);
	const expected = { expected: { months } };
	const isHire = hires.some((hireId) => !context.account.leftOut.has(hireId));
	if (start.kind === 'date' && isHire && addMonths(start.date, months) > today) {
		return {
			...expected,
			status: 'not_applicable',
			reasonCode: 'first-screening',
			message:
				'This person was hired within the period, and is not due to be screened again: SCR-01 and SCR-02 look at the first screening.',
		};
	}
	const seen = `No completed screening of this person is known${records.uncounted.length > 0 ? ", only a supplier's attestation, which counts for contractors only" : ''}`;
	const unread = notToldBy(records, context);
	if (unread) {
		return {
			...expected,
			status: 'indeterminate',
			reasonCode: unread.reason,
			message: `${seen}, but ${unread.text}. Expected: one within the last ${counted(months, 'month')}.`,
		};
	}
	return {
		...expected,
		status: 'fail',
		basis: 'absence',
		reasonCode: 'no-screening',
		message: `${seen}${isRunning(records) ? '; one is running' : ''}. Expected: one within the last ${counted(months, 'month')}.`,
		...(start.kind === 'date' && { deviationDay: addDays(addMonths(start.date, months), 1) }),
	};
}

/** Why a newer completion may exist that was not seen; null when none can. */
function notToldBy(
	{ counting, uncounted }: Records,
	{ screeningList, organisationZone }: CheckContext,
): { reason: string; text: string } | null {
	const { doubt, label } = screeningList;
	if (doubt) return { reason: doubt.reason, text: doubt.text };
	if (uncounted.some(({ attestationFor }) => attestationFor === 'unknown')) {
		return {
			reason: 'employment-type-unknown',
			text: 'it could not be read whether this person is a contractor',
		};
	}
	if (counting.some(({ record }) => record.state === 'unknown')) {
		return { reason: 'unknown-status', text: 'the status of a record is not known' };
	}
	const undated = (record: ScreeningRecord) =>
		record.state === 'done' && listedDay(record.completedAt, organisationZone) === null;
	return counting.some(({ record }) => undated(record))
		? {
				reason: 'completion-unreadable',
				text: `the ${label} gives no date of a completion that can be read`,
			}
		: null;
}

function isRunning({ counting }: Records): boolean {
	return counting.some(({ record }) => record.state === 'running');
}
