import type { CivilDate } from '../../../../shared/contracts';
import { counted } from '../../../phrases';
import { collectionReference, staffReferences } from '../../evidence';
import type { AccountSubject, CheckContext, CheckResult, PartWithBasis } from '../../types';
import { judgeStaffRecord } from './staffRecords';
import { isWithin, startOf } from './starters';

/** What both sources count. */
interface Counts {
	/** Rows of the staff list that started between the period's first day and today */
	starters: number;
	startersAmongHires: number;
	/** Those that neither are among the hires nor explained */
	startersMissing: number;
	/** Those whose hire cannot be told */
	startersInDoubt: number;
	/** Hires of Lever that started between the period's first day and today */
	hiresStarted: number;
	hiresNotOnStaffList: number;
	/** Of them the policy explains so many */
	explainedHires: number;
}

/** Both ways together: do the hires of Lever and the starters of the staff list come to the same? */
export function judgeAccount({ today }: AccountSubject, context: CheckContext): CheckResult {
	const counts = countBoth(today, context);
	const { staffList, account } = context;
	return {
		observed: { ...counts },
		expected: { startersMissing: 0, hiresNotOnStaffList: counts.explainedHires },
		evidence: [
			...account.collections
				.filter((one) => one.source === 'lever' && one.purpose === 'hires')
				.map(collectionReference),
			...staffReferences(staffList, []),
		],
		...(withoutSecondSource(context) ?? judge(counts)),
	};
}

/** Why the staff list cannot say who started; null when it can. */
function withoutSecondSource({ staffList, account }: CheckContext): PartWithBasis | null {
	const undecided = { status: 'indeterminate' as const, basis: 'absence' as const };
	if (staffList.collectionId === null) {
		return {
			...undecided,
			reasonCode: 'no-second-source',
			message:
				'No staff list is connected, so nothing but Lever says who started. That the hires are complete rests on what management states. Expected: a second source.',
			remediation:
				"Connect the whole staff as 'Staff List', or have management state in writing that the hires are complete, and keep the statement with the evidence.",
		};
	}
	const because = staffList.doubt
		? { reason: staffList.doubt.reason, text: staffList.doubt.text }
		: staffList.leaversOnly
			? { reason: 'list-leavers-only', text: 'the staff list names leavers only' }
			: account.staffRows.every(({ record }) => record.startDate.precision === 'missing')
				? { reason: 'starts-not-stated', text: 'the staff list names no first days' }
				: null;
	if (because === null) return null;
	return {
		...undecided,
		reasonCode: because.reason,
		message: `It cannot be told who started in the period, because ${because.text}. Expected: the full and recent staff with first days.`,
		remediation:
			"Connect the whole staff with first days, current people and leavers of the period, as 'Staff List'.",
	};
}

function countBoth(today: CivilDate, context: CheckContext): Counts {
	const { account, policy } = context;
	const { period } = account;
	const counts: Counts = {
		starters: 0,
		startersAmongHires: 0,
		startersMissing: 0,
		startersInDoubt: 0,
		hiresStarted: 0,
		hiresNotOnStaffList: 0,
		explainedHires: policy.screening.explainedDifferences.reduce((sum, one) => sum + one.hires, 0),
	};
	for (const subject of account.staffRecords) {
		const start = startOf(subject.row, context);
		if (start.kind !== 'date' || start.date > today || !isWithin(start.date, period)) continue;
		const result = judgeStaffRecord(subject, context);
		if ('notInPopulation' in result) continue;
		counts.starters += 1;
		if (result.status === 'pass') counts.startersAmongHires += 1;
		if (result.status === 'fail') counts.startersMissing += 1;
		if (result.status === 'indeterminate') counts.startersInDoubt += 1;
	}
	for (const { hire, start, staff } of account.hires) {
		if (start.date === null || start.date > today || !isWithin(start.date, period)) continue;
		counts.hiresStarted += 1;
		const isListed = staff.row !== null || staff.ambiguous.length > 0;
		if (!isListed && !hire.isAnonymized) counts.hiresNotOnStaffList += 1;
	}
	return counts;
}

/** A fault that was counted, then what is not known, then what is explained (rules.md §1). */
function judge(counts: Counts): PartWithBasis {
	const { startersMissing, startersInDoubt, hiresNotOnStaffList, explainedHires } = counts;
	const basis = 'absence' as const;
	if (startersMissing > 0) {
		return {
			status: 'fail',
			basis,
			reasonCode: 'starters-missing',
			message: `${counted(startersMissing, 'person', 'persons')} of ${counts.starters} who started in the period by the staff list are not among the hires of Lever. Expected: all of them.`,
			restsOn: ['hires', 'identities'],
		};
	}
	if (hiresNotOnStaffList > explainedHires) {
		return {
			status: 'fail',
			basis,
			reasonCode: 'counts-differ',
			message: `${counted(hiresNotOnStaffList, 'hire')} of ${counts.hiresStarted} who started in the period are not on the staff list, and the policy explains ${explainedHires}. Expected: all of them, or an explanation.`,
			remediation:
				"Connect a staff list with the leavers of the period too, or state the difference and its reason under 'Hires Not on Staff List' in the policy.",
			restsOn: ['hires', 'identities', 'staffList'],
		};
	}
	if (startersInDoubt > 0) {
		return {
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'starters-in-doubt',
			message: `Of ${counted(startersInDoubt, 'person', 'persons')} who started in the period by the staff list it cannot be told whether they are among the hires. Expected: one hire for each.`,
		};
	}
	if (hiresNotOnStaffList > 0) {
		return {
			status: 'warn',
			basis,
			reasonCode: 'difference-explained',
			message: `${counted(hiresNotOnStaffList, 'hire')} of ${counts.hiresStarted} who started in the period are not on the staff list, as the policy explains. Expected: all of them.`,
			restsOn: ['hires', 'identities', 'staffList'],
		};
	}
	return {
		status: 'pass',
		basis: 'presence',
		reasonCode: 'counts-agree',
		message: `All ${counts.starters} who started in the period by the staff list are among the hires, and all ${counts.hiresStarted} hires who started are on the staff list.`,
	};
}
