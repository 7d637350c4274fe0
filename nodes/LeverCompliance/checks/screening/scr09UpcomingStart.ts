import type { ScreeningRecord, Severity } from '../../../shared/contracts';
import { addDays, addMonths, businessDaysAfter } from '../../../shared/dates';
import { MONITORING_CONTROLS } from '../controls';
import { dueBeforeStart } from '../dueDates';
import { counted } from '../../phrases';
import { firstDay, startFacts, type KnownDay } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { doubtOfAbsence, nothingOnList } from './doubtOfAbsence';
import { byWhen, lastDayFor } from './lastDay';
import {
	decidingCompletion,
	linkOf,
	recordFacts,
	recordsByMeaning,
	recordsOf,
	strongest,
	type Completion,
	type RecordsByMeaning,
} from './records';
import { screeningEvidence } from './screeningEvidence';

/** rules.md §5 SCR-09. It warns before anything has gone wrong, and never fails. */
export const upcomingStart: Check = {
	id: 'SCR-09',
	version: 1,
	title: 'Upcoming starts are screened',
	tests: 'The screening of everybody who starts soon is done.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.horizonDays',
		'screening.highSeverityBusinessDays',
		'screening.validityMonths',
		'screening.completeBefore',
		'screening.listMaxAgeDays',
	],
	severity: 'medium',
	controls: MONITORING_CONTROLS,
	remediation:
		'Order or chase the screening, so that it is done before the first day; otherwise move the first day or decide on a compensating control.',
	evaluate: {
		hire(subject, context) {
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			const start = firstDay(subject);
			if (start.date === null) {
				return {
					observed: startFacts(subject),
					expected: {},
					evidence: screeningEvidence(subject, context, recordsOf(subject.screening.linked)),
					status: 'indeterminate',
					basis: 'presence',
					reasonCode: start.reasonCode,
					message: `${start.text} So it is not known whether this person starts soon.`,
				};
			}
			if (start.date <= subject.today) {
				return notApplicable(subject, 'started', `The first day was ${start.text}.`);
			}
			const { horizonDays } = context.policy.screening;
			if (start.date > addDays(subject.today, horizonDays)) {
				return notApplicable(
					subject,
					'beyond-horizon',
					`The first day, ${start.text}, is more than ${counted(horizonDays, 'day')} away.`,
				);
			}
			return decide(subject, context, start);
		},
	},
};

function decide(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	const { validityMonths, highSeverityBusinessDays } = context.policy.screening;
	const records = recordsByMeaning(subject.screening, start.date, {
		policy: context.policy,
		workZone: subject.zone.zone,
	});
	const common = {
		severity: severityOf(subject, context, start),
		dueAt: dueBeforeStart(subject.today, start.date, highSeverityBusinessDays),
		expected: {
			completedOnOrAfter: addMonths(start.date, -validityMonths),
			completedOnOrBefore: lastDayFor(start.date, context.policy),
		},
	};
	const done = decidingCompletion(records);
	if (done) return { ...common, ...completed(subject, context, start, done) };
	const { seen, shown, ...part } = undone(subject, context, records);
	const best = strongest(subject.screening.linked);
	return {
		...facts(subject, context, shown),
		...common,
		...(best && linkOf(best)),
		...part,
		message: `${seen} Expected: done before the first day, ${start.text}.`,
	};
}

/** Days by which a date without a time may be ahead of the work zone's, where it was written. */
const DAYS_AHEAD = 1;

/** A pass only where the completion can be true, and is in time in the work zone and in UTC (rules.md §2). */
function completed(
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
	{ link, comparison, tooOldInOneZone }: Completion,
): Omit<CheckResult, 'expected'> {
	const { inWorkZone, inUtc, zoneSensitive } = comparison;
	const { date } = inWorkZone;
	const known = facts(subject, context, [link.record]);
	const result = {
		...known,
		...linkOf(link),
		observed: { ...known.observed, completedOn: date },
		basis: 'presence' as const,
	};
	const expected = `Expected: completed ${byWhen(context.policy)} the first day, ${start.text}`;
	const isLate = !inWorkZone.onOrBefore && !zoneSensitive;
	if (isLate || date > addDays(subject.today, DAYS_AHEAD)) {
		return {
			...result,
			status: 'indeterminate',
			reasonCode: 'completion-ahead',
			message: `The list says that the screening was completed on ${date}, and that day has not come. ${expected}.`,
		};
	}
	if (zoneSensitive || tooOldInOneZone) {
		return {
			...result,
			observed: { ...result.observed, completedOnInUtc: inUtc.date },
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `The screening was completed on ${date} in ${subject.zone.zone.name} and on ${inUtc.date} in UTC, and only one of these is ${tooOldInOneZone ? `within ${counted(context.policy.screening.validityMonths, 'month')} before the first day` : 'in time'}. ${expected}, and valid on it, in both.`,
		};
	}
	return {
		...result,
		status: 'pass',
		reasonCode: 'done',
		message: `The screening was completed on ${date}, before the first day, ${start.text}.`,
	};
}

/** What stands in the way, the least certain first: unknown comes before a warning (rules.md §1). */
function undone(
	subject: HireSubject,
	context: CheckContext,
	{ undated, unknown, running, stale }: RecordsByMeaning,
): Pick<CheckResult, 'status' | 'reasonCode' | 'basis' | 'restsOn'> & {
	seen: string;
	shown: readonly ScreeningRecord[];
} {
	const { screening, hire } = subject;
	const { policy } = context;
	const linked = recordsOf(screening.linked);
	const presence = { basis: 'presence' as const, shown: linked };
	const absence = { basis: 'absence' as const, shown: linked };
	if (undated.length > 0) {
		return {
			...presence,
			status: 'indeterminate',
			reasonCode: 'completion-unreadable',
			seen: 'The screening is done, but its date of completion is missing or cannot be read.',
		};
	}
	if (unknown.length > 0) {
		return {
			...presence,
			status: 'indeterminate',
			reasonCode: 'unknown-status',
			seen: 'The status of a screening record is not known.',
		};
	}
	if (linked.length === 0 && screening.ambiguous.length > 0) {
		return {
			...presence,
			shown: screening.ambiguous,
			status: 'indeterminate',
			reasonCode: 'ambiguous-candidates',
			seen: 'Screening records may belong to this person or to somebody else: see SCR-07.',
		};
	}
	if (running.length > 0) {
		return {
			...presence,
			status: 'warn',
			reasonCode: 'running',
			seen: 'The screening is still running.',
		};
	}
	if (stale.length > 0) {
		return {
			...presence,
			status: 'warn',
			reasonCode: 'stale',
			seen: `The screening will be older than ${counted(policy.screening.validityMonths, 'month')} on the first day.`,
		};
	}
	if (linked.length > 0) {
		return {
			...presence,
			status: 'warn',
			reasonCode: 'only-stopped',
			seen: 'The screening was stopped before it was done.',
		};
	}
	const doubt = doubtOfAbsence(subject, context);
	if (doubt) {
		return {
			...absence,
			status: 'indeterminate',
			reasonCode: doubt.reason,
			seen: `No screening record is linked, but ${doubt.text}.`,
		};
	}
	if (hire.screeningTags.length > 0) {
		return {
			...presence,
			status: 'warn',
			reasonCode: 'only-lever-tag',
			seen: 'Only a tag in Lever speaks of a screening.',
		};
	}
	return {
		...absence,
		status: 'warn',
		reasonCode: 'no-screening',
		restsOn: [...upcomingStart.restsOn, 'identities'],
		seen: `${nothingOnList(subject, context)}.`,
	};
}

/** High from so many business days before the first day, whatever stands in the way. */
function severityOf(
	{ today }: HireSubject,
	{ policy }: CheckContext,
	{ date }: KnownDay,
): Severity {
	const left = businessDaysAfter(today, date);
	return left <= policy.screening.highSeverityBusinessDays ? 'high' : upcomingStart.severity;
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
): Pick<CheckResult, 'observed' | 'evidence'> {
	return {
		observed: { ...startFacts(subject), ...recordFacts(records) },
		evidence: screeningEvidence(subject, context, records),
	};
}
