import type { CivilDate } from '../../../../shared/contracts';
import { addMonths, listedDay } from '../../../../shared/dates';
import { recordFacts } from '../records';
import { screeningReferences } from '../../evidence';
import type {
	CheckContext,
	CheckResult,
	LeftOut,
	PartWithBasis,
	ScreeningRecordSubject,
} from '../../types';
import { hiredIn } from './starters';

/** Reverse: does a record of the screening list belong to a hire of Lever? */
export function judgeScreeningRecord(
	subject: ScreeningRecordSubject,
	context: CheckContext,
): CheckResult | LeftOut {
	const { row, linkedTo, candidates } = subject;
	const isNobodys = linkedTo.length === 0 && candidates.length === 0;
	if (isNobodys && isTooOld(subject, context)) {
		return { notInPopulation: 'Too old for a start in the period' };
	}
	return {
		observed: { ...recordFacts([row.record]), hires: [...linkedTo, ...candidates] },
		expected: { hires: 1 },
		evidence: screeningReferences(context.screeningList, [row.record]),
		...judge(subject, context),
	};
}

function judge(
	{ linkedTo, candidates, namesAnonymised }: ScreeningRecordSubject,
	context: CheckContext,
): PartWithBasis {
	if (hiredIn(linkedTo, context).length > 0) {
		return {
			status: 'pass',
			basis: 'presence',
			reasonCode: 'belongs-to-hire',
			message: 'The screening record belongs to a hire of Lever.',
			restsOn: ['hires', 'screeningList'],
		};
	}
	if (linkedTo.length > 0) {
		return {
			status: 'warn',
			basis: 'presence',
			reasonCode: 'candidate-not-hired',
			message:
				'The screening record belongs to a candidate whom Lever does not call hired, or who withdrew before the first day. Expected: the record of a hire.',
			remediation:
				'If this person works here, find out why Lever does not say so; otherwise see to it that the screening is stopped and its data are deleted in time.',
		};
	}
	if (candidates.length > 0) {
		return {
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'ambiguous-candidates',
			message:
				'The screening record may belong to a hire or to somebody else: see SCR-07. Expected: one hire that it belongs to.',
		};
	}
	if (namesAnonymised) {
		return {
			status: 'warn',
			basis: 'presence',
			reasonCode: 'no-hire',
			message:
				'The screening record carries an id of a hire whom Lever anonymised, and nobody confirmed a match before, so it is linked to nobody. Expected: the record of a hire.',
			remediation:
				'Do not work out again who it was. See to it that the data of the screening are deleted in time where they are kept.',
		};
	}
	return {
		status: 'warn',
		basis: 'absence',
		// Listed with what is known, whatever else was not read: it accuses nobody (compliance reference B.2).
		restsOn: [],
		reasonCode: 'no-hire',
		message:
			'The screening record belongs to no hire that was read in Lever: it may be of somebody who was not hired, or hired elsewhere. Expected: the record of a hire.',
		remediation:
			"Find out whose record it is. If it is a hire's, confirm it on the Approvals list with type 'confirmed_match'; if this person was hired elsewhere, that population is missing here.",
	};
}

/** Older than what could have counted for the first start of the period. */
function isTooOld(
	{ row: { record } }: ScreeningRecordSubject,
	{ account, policy, organisationZone }: CheckContext,
): boolean {
	const days = [record.orderedAt, record.completedAt]
		.map((listed) => listedDay(listed, organisationZone))
		.filter((day): day is CivilDate => day !== null);
	const oldest = addMonths(account.period.from, -policy.screening.validityMonths);
	return days.length > 0 && days.every((day) => day < oldest);
}
