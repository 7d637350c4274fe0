import type { CivilDate, ScreeningRecord } from '../../../shared/contracts';
import { addMonths, daysBetween } from '../../../shared/dates';
import { SCREENING_CONTROLS } from '../controls';
import { counted, sentences } from '../../phrases';
import { startMessage } from '../../population';
import { firstDay, startFacts, type KnownDay } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { absentRecord } from './absentRecord';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { nothingOnList } from './doubtOfAbsence';
import { withEarlierStarts } from './earlierStarts';
import { byWhen, lastDayFor } from './lastDay';
import {
	decidingCompletion,
	linkOf,
	mayBeOvertaken,
	recordFacts,
	recordsByMeaning,
	recordsOf,
	strongest,
	type Completion,
	type RecordsByMeaning,
} from './records';
import { screeningEvidence } from './screeningEvidence';

const NOT_CURED =
	'A completion after the first day cannot be cured: record why it was late and who accepted it.';

/** rules.md §5 SCR-02. */
export const screeningInTime: Check = {
	id: 'SCR-02',
	version: 2,
	title: 'Screening completed on or before the first day',
	tests:
		'The screening of every hire was completed on or before the first day of work, or before it where the policy says so.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.completeBefore',
		'screening.validityMonths',
		'screening.listMaxAgeDays',
	],
	severity: 'critical',
	controls: SCREENING_CONTROLS,
	remediation: `Have the screening completed and decide on a compensating control until then. ${NOT_CURED}`,
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const start = firstDay(subject);
			if (start.date === null) {
				return {
					...facts(subject, context, null, recordsOf(subject.screening.linked)),
					status: 'indeterminate',
					basis: 'presence',
					reasonCode: start.reasonCode,
					message: `${start.text} So nothing can be held against it. Expected: a screening completed ${byWhen(context.policy)} the first day.`,
				};
			}
			if (start.date > subject.today) {
				return notApplicable(
					subject,
					'not-yet-due',
					`The first day is ${start.text}: not yet due. SCR-09 watches it.`,
				);
			}
			const at = (day: KnownDay) => decide(subject, context, day);
			return withEarlierStarts(subject, at(start), 'the screening', (date) =>
				at({ date, text: date }),
			);
		},
	},
};

function decide(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	if (subject.screening.linked.length === 0) return withoutRecord(subject, context, start);
	const records = recordsByMeaning(subject.screening, start.date, {
		policy: context.policy,
		workZone: subject.zone.zone,
	});
	const deciding = decidingCompletion(records);
	if (!deciding) return withoutCompletion(subject, context, start, records);
	if (mayBeOvertaken(deciding, records)) return undatedCompletion(subject, context, start);
	return judge(subject, context, start, deciding);
}

function undatedCompletion(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
): CheckResult {
	const { linked } = subject.screening;
	const best = strongest(linked);
	return {
		...facts(subject, context, start.date, recordsOf(linked)),
		...(best && linkOf(best)),
		status: 'indeterminate',
		basis: 'presence',
		reasonCode: 'completion-unreadable',
		message: `A screening is done, but the ${context.screeningList.label} gives no date of its completion that can be read. Expected: completed ${byWhen(context.policy)} the first day, ${start.text}.`,
	};
}

/** The one completion that decides against the first day, in the work zone and in UTC (rules.md §2). */
function judge(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	{ link, comparison, tooOldInOneZone }: Completion,
): CheckResult {
	const { inWorkZone, inUtc, zoneSensitive } = comparison;
	const known = facts(subject, context, start.date, [link.record]);
	const result = {
		...known,
		...linkOf(link),
		basis: 'presence' as const,
		observed: {
			...known.observed,
			completedOn: inWorkZone.date,
			...(inUtc.date !== inWorkZone.date && { completedOnInUtc: inUtc.date }),
			hasCancelledSearches: link.record.hasCancelled,
		},
	};
	const zone = subject.zone.zone.name;
	if (zoneSensitive) {
		return {
			...result,
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `The screening was completed on ${inWorkZone.date} in ${zone} and on ${inUtc.date} in UTC, and only one of these is ${byWhen(context.policy)} the first day, ${start.text}. Expected: completed ${byWhen(context.policy)} ${start.date} in both.`,
		};
	}
	if (tooOldInOneZone) {
		return {
			...result,
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `The screening was completed on ${inWorkZone.date} in ${zone} and on ${inUtc.date} in UTC, and only one of these is within ${counted(context.policy.screening.validityMonths, 'month')} before the first day, ${start.text}. Expected: completed on or after ${validFrom(start.date, context)} in both.`,
		};
	}
	if (!inWorkZone.onOrBefore) {
		const daysAfter = daysBetween(start.date, inWorkZone.date);
		const when =
			daysAfter === 0 ? 'the first day itself' : `${counted(daysAfter, 'day')} after the first day`;
		return {
			...result,
			status: 'fail',
			reasonCode: daysAfter === 0 ? 'completed-on-first-day' : 'completed-after-start',
			observed: { ...result.observed, daysLate: inWorkZone.daysLate },
			message: sentences(
				`The screening was completed on ${inWorkZone.date} (${zone}), ${when}. Expected: ${byWhen(context.policy)} ${start.text}.`,
				startMessage(subject.start),
			),
			deviationDay: start.date,
			remediation: NOT_CURED,
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'completed-in-time',
		message: `The screening was completed on ${inWorkZone.date}, ${byWhen(context.policy)} the first day, ${start.text}.`,
	};
}

/** Linked, but nothing was completed within the validity. */
function withoutCompletion(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	{ stale, undated, running, stopped, unknown }: RecordsByMeaning,
): CheckResult {
	const known = facts(subject, context, start.date, recordsOf(subject.screening.linked));
	const best = strongest(subject.screening.linked);
	const result = { ...known, ...(best && linkOf(best)), basis: 'presence' as const };
	const expected = `Expected: completed ${byWhen(context.policy)} the first day, ${start.text}.`;
	if (undated.length > 0) return undatedCompletion(subject, context, start);
	const fail = { ...result, status: 'fail' as const, deviationDay: start.date };
	if (running.length > 0) {
		return {
			...fail,
			reasonCode: 'not-completed',
			message: `The screening is still running, and the first day has come. ${expected}`,
		};
	}
	if (unknown.length > 0) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'unknown-status',
			message: `The status of a screening record is not known. ${expected}`,
		};
	}
	const [oldest] = stale;
	if (oldest) {
		const latest = stale.at(-1) ?? oldest;
		const { date } = latest.comparison.inWorkZone;
		return {
			...fail,
			...linkOf(latest.link),
			observed: { ...known.observed, completedOn: date },
			reasonCode: 'stale',
			message: `The screening was completed on ${date}, more than ${counted(context.policy.screening.validityMonths, 'month')} before the first day, ${start.text}. Expected: completed on or after ${validFrom(start.date, context)}.`,
		};
	}
	return {
		...fail,
		reasonCode: 'only-stopped',
		message: `${stopped.length === 1 ? 'The only screening record was' : 'All screening records were'} stopped before completion. ${expected}`,
	};
}

function withoutRecord(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	return absentRecord(subject, context, {
		start,
		expected: `Expected: a screening completed ${byWhen(context.policy)} the first day, ${start.text}.`,
		ambiguous: 'Screening records may belong to this hire or to somebody else: see SCR-07.',
		nothing: {
			reasonCode: 'no-screening',
			seen: `${nothingOnList(subject, context)}.`,
			restsOn: ['hires', 'screeningList', 'identities'],
		},
		factsOf: (records) => facts(subject, context, start.date, records),
	});
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	start: CivilDate | null,
	records: readonly ScreeningRecord[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	return {
		observed: { ...startFacts(subject), ...recordFacts(records) },
		expected:
			start === null
				? {}
				: {
						completedOnOrAfter: validFrom(start, context),
						completedOnOrBefore: lastDayFor(start, context.policy),
					},
		evidence: screeningEvidence(subject, context, records),
	};
}

function validFrom(start: CivilDate, { policy }: CheckContext): CivilDate {
	return addMonths(start, -policy.screening.validityMonths);
}
