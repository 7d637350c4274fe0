import type { CivilDate } from '../../../../shared/contracts';
import { addDays } from '../../../../shared/dates';
import { staffReferences } from '../../evidence';
import { UNREADABLE_TEXT } from '../../start';
import type {
	CheckContext,
	CheckResult,
	LeftOut,
	PartWithBasis,
	StaffRecordSubject,
} from '../../types';
import { hiredIn, isExplained, isWithin, startOf } from './starters';

/** So far the first day on the offer may lie from the one on the staff list (rules.md §6 OFR-03). */
const TOLERATED_DAYS = 7;

/** Forward: is somebody who started by the staff list among the hires of Lever? */
export function judgeStaffRecord(
	subject: StaffRecordSubject,
	context: CheckContext,
): CheckResult | LeftOut {
	const { row, linkedTo, today } = subject;
	const start = startOf(row, context);
	if (hiredIn(linkedTo, context).length === 0) {
		if (start.kind === 'missing') return { notInPopulation: 'No first day on the staff list' };
		if (start.kind === 'date' && start.date > today) {
			return { notInPopulation: 'Has not started yet by the staff list' };
		}
		if (start.kind === 'date' && !isWithin(start.date, context.account.period)) {
			return { notInPopulation: 'Started outside the period by the staff list' };
		}
	}
	const part =
		start.kind === 'date' ? judge(subject, context, start.date) : undated(subject, context);
	return {
		observed: {
			startDate: start.kind === 'date' ? start.date : start.kind,
			hires: [...subject.hires],
		},
		expected: { hires: 1 },
		evidence: staffReferences(context.staffList, [row]),
		...part,
	};
}

const AMONG_HIRES: PartWithBasis = {
	status: 'pass',
	basis: 'presence',
	reasonCode: 'among-hires',
	message: 'This person of the staff list is among the hires of Lever.',
	restsOn: ['hires', 'staffList'],
};

function undated({ row, linkedTo }: StaffRecordSubject, context: CheckContext): PartWithBasis {
	if (hiredIn(linkedTo, context).length > 0) return AMONG_HIRES;
	const { kind } = startOf(row, context);
	return {
		status: 'indeterminate',
		basis: 'presence',
		reasonCode: 'start-unreadable',
		message: `The first day on the staff list cannot be read: ${UNREADABLE_TEXT[kind]}. So it is not known whether this person started in the period. Expected: one day.`,
		remediation: 'Have the first day corrected in the list, then run the checks again.',
	};
}

function judge(
	subject: StaffRecordSubject,
	context: CheckContext,
	start: CivilDate,
): PartWithBasis {
	const { row, linkedTo, hires } = subject;
	const seen = `By the staff list this person started on ${start}`;
	const expected = 'Expected: a hire in Lever.';
	if (hiredIn(linkedTo, context).length > 0) return AMONG_HIRES;
	if (isExplained(row, context)) {
		return {
			status: 'not_applicable',
			basis: 'presence',
			reasonCode: 'explained',
			message: 'The policy says that this person was not hired in Lever.',
		};
	}
	if (linkedTo.length > 0) {
		return {
			status: 'fail',
			basis: 'presence',
			reasonCode: 'not-hired-in-lever',
			message: `${seen}, but Lever does not call this person hired. ${expected}`,
			deviationDay: start,
		};
	}
	if (hires.length > 0) {
		return {
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'ambiguous-candidates',
			message: `${seen}, and it may be one of several hires, or several rows may be of one hire. Expected: one hire for each row.`,
			remediation: CONFIRM,
		};
	}
	if (mayBeAnonymised(start, context)) {
		return {
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'may-be-anonymised',
			message: `${seen}, and a hire of about that day was anonymised in Lever, so it cannot be told whether it is this one. ${expected}`,
			remediation: CONFIRM,
		};
	}
	return {
		status: 'fail',
		basis: 'absence',
		reasonCode: 'not-among-hires',
		message: `${seen}, but is not among the hires of Lever. ${expected}`,
		deviationDay: start,
		restsOn: ['hires', 'identities'],
	};
}

const CONFIRM =
	"If it is known which hire this is, confirm it on the Approvals list with type 'confirmed_match'.";

function mayBeAnonymised(start: CivilDate, { account }: CheckContext): boolean {
	const days = account.anonymisedStarts;
	if (days.size === 0) return false;
	for (let offset = -TOLERATED_DAYS; offset <= TOLERATED_DAYS; offset += 1) {
		if (days.has(addDays(start, offset))) return true;
	}
	return false;
}
