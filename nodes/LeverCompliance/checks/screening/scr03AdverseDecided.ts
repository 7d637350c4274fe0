import type { CivilDate } from '../../../shared/contracts';
import { compareToStart, listedDay } from '../../../shared/dates';
import type { ScreeningDetails } from '../../lists/types';
import type { Policy } from '../../policy';
import { trueOrFalse } from '../../policy/settings';
import { counted } from '../../phrases';
import { always, ISO_27001, NIST, screenedPriorToTheFirstDay, SOC_2 } from '../controls';
import type { KnownDay } from '../start';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { SCREENING_POLICY_FIELDS } from './applicability';
import { withEarlierStarts } from './earlierStarts';
import { hiringFacts, judgeHiringRecords, type HiringRecords } from './hiringRecords';
import { byWhen, lastDayFor } from './lastDay';
import { linkOf, type Completion } from './records';

export const ADVERSE_SETTINGS = {
	providerGivesResults: trueOrFalse({
		title: 'Provider Gives Results',
		description:
			'Whether the screening provider gives results at all. Where it gives none, there is nothing to decide on.',
		standard: true,
	}),
};

type Text = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> &
	Partial<Pick<CheckResult, 'remediation'>>;

/** What one screening gives; the worst of several decides. */
type Part = Text & { completion: Completion };

/**
 * rules.md §5 SCR-03. What a result or a decision says stands in no message and no fact, and all passes read
 * alike: nobody can tell from them whether there was something to decide on.
 */
export const adverseDecided: Check = {
	id: 'SCR-03',
	version: 1,
	title: 'Screening needs no open decision at the start',
	tests:
		'Every completed screening that needs a decision has a record of one, taken by the first day of work.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.completeBefore',
		'screening.validityMonths',
		'screening.listMaxAgeDays',
		'screening.lawfulBasis',
		'screening.providerGivesResults',
	],
	severity: 'critical',
	controls: [
		{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
		{ framework: NIST, id: 'PS-3', isMetBy: screenedPriorToTheFirstDay },
	],
	remediation:
		'Look at the screening with the provider. If a decision was taken, have it recorded there with its date; if not, have it taken now by whoever may, and record why it was late.',
	offBecause: ({ screening }) =>
		screening.lawfulBasis.trim() === ''
			? "state under 'Lawful Basis for Results' in the policy why your law lets you look at results"
			: null,
	evaluate: {
		hire(subject, context) {
			const at = (day?: CivilDate) => judgeHiringRecords(subject, context, judge, day);
			return withEarlierStarts(subject, at(), 'the decision record', at);
		},
	},
};

function judge(
	subject: HireSubject,
	context: CheckContext,
	{ start, deciding, all }: HiringRecords,
): CheckResult {
	const parts = all.fresh
		.filter((one) => one === deciding || belongsToHiring(one, subject, start.date))
		.map((completion) => partOf(completion, subject, context, start));
	if (all.undated.some(({ details }) => details.result !== 'clear' || isOpen(details))) {
		parts.push({ ...UNDATED, completion: deciding });
	}
	const { completion, ...part } = worstOf(parts) ?? { ...NOTHING_OPEN, completion: deciding };
	const known = hiringFacts(subject, context, [completion]);
	return {
		...known,
		expected: { decidedOnOrBefore: lastDayFor(start.date, context.policy) },
		...linkOf(completion.link),
		basis: 'presence',
		deviationDay: start.date,
		...part,
	};
}

/** A screening that was ordered after the first day, beside one in time, is a repetition that no start waits for. */
function belongsToHiring(
	{ link, comparison }: Completion,
	{ zone }: HireSubject,
	start: CivilDate,
): boolean {
	const ordered = listedDay(link.record.orderedAt, zone.zone);
	return comparison.inWorkZone.onOrBefore || ordered === null || ordered <= start;
}

/** Whether the row speaks of something to decide on. */
function isOpen({ result, adjudication }: ScreeningDetails): boolean {
	return (
		result === 'needsDecision' || adjudication === 'preAdverse' || adjudication === 'postAdverse'
	);
}

const NOTHING_OPEN: Text = {
	status: 'pass',
	reasonCode: 'nothing-open',
	message:
		'No decision was open on the first day: every completed screening either needs none, or has a record of one in time.',
};

const UNDATED: Text = {
	status: 'indeterminate',
	reasonCode: 'completion-unreadable',
	message:
		'A completed screening without a date that can be read may need a decision. Expected: the date of its completion.',
};

function partOf(
	completion: Completion,
	subject: HireSubject,
	{ policy, screeningList: { label } }: CheckContext,
	start: KnownDay,
): Part {
	const { details } = completion.link;
	if (isOpen(details)) return { ...decisionPart(details, subject, policy, start), completion };
	if (details.result === 'clear') return { ...NOTHING_OPEN, completion };
	if (details.result === 'none' && !policy.screening.providerGivesResults) {
		return {
			completion,
			status: 'not_applicable',
			reasonCode: 'no-results-given',
			message: 'The policy says that the screening provider gives no results.',
		};
	}
	return {
		completion,
		status: 'indeterminate',
		reasonCode: details.result === 'none' ? 'result-not-stated' : 'result-not-understood',
		message: `The ${label} does not say in words that are known whether the completed screening needs a decision. Expected: that it says so.`,
		remediation:
			"Export the results too, or say what they mean; if the provider gives none, switch off 'Provider Gives Results' in the policy.",
	};
}

function decisionPart(
	{ adjudication, adjudicatedAt }: ScreeningDetails,
	{ zone: { zone } }: HireSubject,
	policy: Policy,
	start: KnownDay,
): Text {
	const expected = `Expected: a record of a decision taken ${byWhen(policy)} the first day, ${start.text}.`;
	if (adjudication === 'unknown') {
		return {
			status: 'indeterminate',
			reasonCode: 'decision-not-understood',
			message: `The list speaks of a decision in words that are not known. ${expected}`,
		};
	}
	if (adjudication !== 'engaged') {
		return {
			status: 'fail',
			reasonCode: 'decision-record-missing',
			message: `Decision record missing. ${expected}`,
		};
	}
	const comparison = compareToStart(adjudicatedAt, lastDayFor(start.date, policy), zone);
	if (comparison === null) {
		const isMissing = adjudicatedAt.precision === 'missing';
		return {
			status: isMissing ? 'warn' : 'indeterminate',
			reasonCode: isMissing ? 'decision-undated' : 'decision-date-unreadable',
			message: `The decision record has no date${isMissing ? '' : ' that can be read'}. ${expected}`,
		};
	}
	const { inWorkZone, inUtc, zoneSensitive } = comparison;
	if (zoneSensitive) {
		return {
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `The decision record is of ${inWorkZone.date} in ${zone.name} and of ${inUtc.date} in UTC, and only one of these is in time. ${expected}`,
		};
	}
	if (inWorkZone.onOrBefore) return NOTHING_OPEN;
	return {
		status: 'fail',
		reasonCode: 'decision-record-late',
		message: `The decision record is of ${inWorkZone.date} (${zone.name}), too late by ${counted(inWorkZone.daysLate, 'day')}. ${expected}`,
	};
}
