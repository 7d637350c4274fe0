import type { CivilDate, EvidenceReference, FindingFacts } from '../../../shared/contracts';
import { addDays, daysBetween, type StartView } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { always, BS_7858, ISO_27001, type ControlMapping, type Strictness } from '../controls';
import { startFacts, type KnownDay } from '../start';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS } from './applicability';
import { doubtOfAbsence } from './doubtOfAbsence';
import { withEarlierStarts } from './earlierStarts';
import { recordsAtStart, withoutCompletion, type RecordsAtStart } from './hiringRecords';
import {
	decidingCompletion,
	linkOf,
	mayBeOvertaken,
	recordFacts,
	recordsOf,
	strongest,
	type Completion,
	type RecordsByMeaning,
} from './records';
import { screeningEvidence } from './screeningEvidence';

/** BS 7858:2019: full screening within twelve weeks of the start (compliance reference A.5). */
const TWELVE_WEEKS = 84;

/** Part of the window after which somebody should hurry (compliance reference B.2 SCR-10). */
const NEARLY_USED = 0.75;

export const CONDITIONAL_START_SETTINGS = {
	conditionalStartDays: wholeNumber({
		title: 'Conditional Start Days',
		description:
			'Within how many days after the first day a screening must be completed where somebody may start before, with an exception for SCR-02 that was approved in time',
		standard: TWELVE_WEEKS,
		from: 1,
		to: 366,
	}),
};

const withinTwelveWeeks: Strictness = ({ screening }) =>
	screening.conditionalStartDays <= TWELVE_WEEKS;

/** Who passes here joined before the screening was done, whatever the policy says (rules.md §1). */
const neverPriorToJoining: Strictness = () => false;

const CONTROLS: readonly ControlMapping[] = [
	{ framework: BS_7858, id: 'BS 7858', isMetBy: withinTwelveWeeks },
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: neverPriorToJoining },
	// Interim controls until a late verification is done: the closed list of compensating controls.
	{ framework: 'ISO/IEC 27002:2022', id: '6.1', isMetBy: always },
];

/** Compliance reference B.2 SCR-10. The documented interim control is an approved exception for SCR-02. */
export const conditionalStart: Check = {
	id: 'SCR-10',
	version: 1,
	title: 'Conditional start closed in time',
	tests:
		'Whoever started before their screening was done had an interim control approved before, and the screening was completed within the time for it.',
	family: 'screening',
	needs: { lists: ['screeningList', 'approvals'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList', 'approvals'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.completeBefore',
		'screening.conditionalStartDays',
		'screening.validityMonths',
		'screening.listMaxAgeDays',
	],
	severity: 'high',
	controls: CONTROLS,
	remediation:
		'Have the screening completed now; until then keep to an interim control (reduced access, supervised work, delayed assets), or end the employment. What was late stays late: record why and who accepted it.',
	evaluate: {
		hire(subject, context) {
			const at = (day?: CivilDate) => {
				const records = recordsAtStart(subject, context, day);
				return 'result' in records ? records.result : decide(subject, context, records);
			};
			return withEarlierStarts(subject, at(), 'the screening', at);
		},
	},
};

function decide(
	subject: HireSubject,
	context: CheckContext,
	{ start, all }: RecordsAtStart,
): CheckResult {
	const deciding = decidingCompletion(all);
	if (deciding) {
		const { inWorkZone, zoneSensitive } = deciding.comparison;
		if (inWorkZone.onOrBefore && !zoneSensitive) {
			return notApplicable(
				subject,
				'done-before-start',
				`The screening was completed on ${inWorkZone.date}, so nobody started under a condition.`,
			);
		}
		return mayBeOvertaken(deciding, all)
			? withoutCompletion(subject, context, all)
			: closed(subject, context, start, deciding);
	}
	if (isUndecided(subject, context, all)) return withoutCompletion(subject, context, all);
	if (subject.screening.linked.length === 0 && subject.hire.screeningTags.length > 0) {
		return {
			...facts(subject, context, start),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'only-lever-tag',
			message: `Only a tag in Lever speaks of a screening, and it has no date. ${expectation(start, context)}`,
		};
	}
	return open(subject, context, start, all);
}

/** Whether it is not known if the screening is done, or whether there is one. */
function isUndecided(
	subject: HireSubject,
	context: CheckContext,
	{ undated, unknown, running }: RecordsByMeaning,
): boolean {
	if (undated.length > 0) return true;
	if (running.length > 0) return false;
	const { linked, ambiguous } = subject.screening;
	return (
		unknown.length > 0 ||
		(linked.length === 0 && (ambiguous.length > 0 || doubtOfAbsence(subject, context) !== null))
	);
}

/** Completed after the start. */
function closed(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	{ link, comparison: { inWorkZone, inUtc } }: Completion,
): CheckResult {
	const { conditionalStartDays } = context.policy.screening;
	const day = daysBetween(start.date, inWorkZone.date);
	const known = facts(subject, context, start, { completedOn: inWorkZone.date });
	const result = { ...known, ...linkOf(link), basis: 'presence' as const };
	const when = day === 0 ? 'on the first day itself' : `${counted(day, 'day')} after the first day`;
	const seen = `The screening was completed on ${inWorkZone.date} (${subject.zone.zone.name}), ${when}.`;
	const expected = expectation(start, context);
	const part = (view: StartView) =>
		view.onOrBefore ? 'before' : daysBetween(start.date, view.date) <= conditionalStartDays;
	if (part(inWorkZone) !== part(inUtc)) {
		return {
			...result,
			observed: { ...known.observed, completedOnInUtc: inUtc.date },
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `The screening was completed on ${inWorkZone.date} in ${subject.zone.zone.name} and on ${inUtc.date} in UTC, and the two days give different results. ${expected}`,
		};
	}
	if (day > conditionalStartDays) return windowPassed(result, seen, start, context);
	const control = interimControl(subject, context, start, inWorkZone.date);
	if ('missing' in control) return withoutControl(result, seen, control, start, context);
	return {
		...result,
		observed: { ...known.observed, ...control.observed },
		evidence: [...known.evidence, ...control.evidence],
		status: 'pass',
		reasonCode: 'closed-in-time',
		message: `${seen} An interim control had been approved before, and ${counted(conditionalStartDays, 'day')} are allowed.`,
	};
}

/** Started, and not done yet. */
function open(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	{ running }: RecordsByMeaning,
): CheckResult {
	const { conditionalStartDays } = context.policy.screening;
	const { linked } = subject.screening;
	const best = strongest(linked);
	const day = daysBetween(start.date, subject.today);
	const deadline = addDays(start.date, conditionalStartDays);
	const known = facts(subject, context, start);
	const result = {
		...known,
		...(best && linkOf(best)),
		...(linked.length > 0
			? { basis: 'presence' as const }
			: {
					basis: 'absence' as const,
					restsOn: [...conditionalStart.restsOn, 'identities' as const],
				}),
	};
	const seen =
		day === 0
			? 'The screening is not done on the first day.'
			: `The screening is not done, ${counted(day, 'day')} after the first day.`;
	if (day > conditionalStartDays) return windowPassed(result, seen, start, context);
	const control = interimControl(subject, context, start, subject.today);
	if ('missing' in control) return withoutControl(result, seen, control, start, context);
	const covered = {
		...result,
		observed: { ...known.observed, ...control.observed },
		evidence: [...known.evidence, ...control.evidence],
		dueAt: deadline,
		remediation: `Have the screening completed by ${deadline}, and keep to the interim control until then.`,
	};
	if (running.length === 0) {
		return {
			...covered,
			status: 'warn',
			reasonCode: 'nothing-running',
			message: `${seen} An interim control was approved, but no screening is running that could be completed. Expected: completed by ${deadline}.`,
		};
	}
	const isNearlyUsed = day > conditionalStartDays * NEARLY_USED;
	return {
		...covered,
		status: isNearlyUsed ? 'warn' : 'pass',
		reasonCode: isNearlyUsed ? 'window-nearly-used' : 'window-open',
		message: `${seen} An interim control was approved, and ${counted(daysBetween(subject.today, deadline), 'day')} are left. Expected: completed by ${deadline}.`,
	};
}

type Known = Pick<
	CheckResult,
	'observed' | 'expected' | 'evidence' | 'basis' | 'match' | 'restsOn'
>;

function windowPassed(
	result: Known,
	seen: string,
	start: KnownDay,
	context: CheckContext,
): CheckResult {
	return {
		...result,
		status: 'fail',
		reasonCode: 'window-passed',
		message: `${seen} ${expectation(start, context)}`,
		deviationDay: addDays(start.date, context.policy.screening.conditionalStartDays + 1),
	};
}

function withoutControl(
	result: Known,
	seen: string,
	{ missing, evidence }: MissingControl,
	start: KnownDay,
	context: CheckContext,
): CheckResult {
	return {
		...result,
		evidence: [...result.evidence, ...evidence],
		basis: 'absence',
		status: 'fail',
		reasonCode: 'no-interim-control',
		message: `${seen} ${missing} ${expectation(start, context)}`,
		deviationDay: start.date,
	};
}

interface MissingControl {
	/** Why there is none, as a sentence */
	missing: string;
	evidence: EvidenceReference[];
}

/**
 * The exception for SCR-02 that was approved before the first day and held as long as it was needed. That
 * it expired after the screening was done takes nothing away.
 */
function interimControl(
	{ approvalIds, personKeys, zone }: HireSubject,
	{ judgeApproval }: CheckContext,
	start: KnownDay,
	neededUntil: CivilDate,
): { observed: FindingFacts; evidence: EvidenceReference[] } | MissingControl {
	const outcome = judgeApproval({
		checkId: 'SCR-02',
		subjectIds: approvalIds,
		subjectKeys: personKeys(),
		day: start.date,
		zone: zone.zone,
		neededUntil,
	});
	if (outcome === null) {
		return { missing: 'No exception for SCR-02 is on the Approvals list.', evidence: [] };
	}
	const { approval, evidence } = outcome;
	if (outcome.kind === 'excepted') {
		const { id, compensatingControl } = approval;
		return { observed: { interimControl: compensatingControl, approval: id }, evidence };
	}
	const because =
		outcome.kind === 'retroactive' ? 'it was not given before the first day' : outcome.because;
	return {
		missing: `The exception ${approval.id} for SCR-02 does not count, because ${because}.`,
		evidence,
	};
}

function expectation({ text }: KnownDay, { policy }: CheckContext): string {
	return `Expected: done before the first day, ${text}; or an interim control approved before it, and done within ${counted(policy.screening.conditionalStartDays, 'day')}.`;
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	more: FindingFacts = {},
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const records = recordsOf(subject.screening.linked);
	return {
		observed: { ...startFacts(subject), ...recordFacts(records), ...more },
		expected: {
			completedOnOrBefore: addDays(start.date, context.policy.screening.conditionalStartDays),
		},
		evidence: screeningEvidence(subject, context, records),
	};
}
