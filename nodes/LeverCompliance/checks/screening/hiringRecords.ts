import type { CivilDate, ScreeningRecord } from '../../../shared/contracts';
import { firstDay, startFacts, type KnownDay } from '../start';
import type { CheckContext, CheckResult, HireSubject } from '../types';
import { notApplicable, withoutScreening } from './applicability';
import { doubtOfAbsence } from './doubtOfAbsence';
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

/** The completed screenings that a hire started with. */
export interface HiringRecords extends RecordsAtStart {
	/** The one that decides (rules.md §5 SCR-02) */
	deciding: Completion;
	/** The deciding one, and every other that was completed in time; earliest first */
	counting: Completion[];
}

/** The linked records of a hire who has started, sorted. */
export interface RecordsAtStart {
	start: KnownDay;
	all: RecordsByMeaning;
}

/**
 * For a check that asks how a completed screening is, not whether there is one: that is for SCR-01 and
 * SCR-02 to say, and no deviation is counted twice.
 *
 * @param judge gives the result, where there is a completed screening to look at
 * @param at a first day to hold the records against, instead of the one that counts
 */
export function judgeHiringRecords(
	subject: HireSubject,
	context: CheckContext,
	judge: (subject: HireSubject, context: CheckContext, records: HiringRecords) => CheckResult,
	at?: CivilDate,
): CheckResult {
	const records = recordsAtStart(subject, context, at);
	if ('result' in records) return records.result;
	const { all } = records;
	const deciding = decidingCompletion(all);
	if (deciding === undefined) return withoutCompletion(subject, context, all);
	const counting = all.fresh.filter(
		(one) => one === deciding || one.comparison.inWorkZone.onOrBefore,
	);
	return judge(subject, context, { ...records, deciding, counting });
}

/**
 * The records of a hire who has started, done or not.
 *
 * @returns the result, where nothing is due or the first day is not known
 */
export function recordsAtStart(
	subject: HireSubject,
	context: CheckContext,
	at?: CivilDate,
): RecordsAtStart | { result: CheckResult } {
	const exempt = withoutScreening(subject);
	if (exempt) return { result: exempt };
	const known = firstDay(subject);
	if (known.date === null) {
		return {
			result: undecided(subject, context, 'presence', known.reasonCode, known.text),
		};
	}
	const start = at === undefined ? known : { date: at, text: at };
	if (start.date > subject.today) {
		return {
			result: notApplicable(
				subject,
				'not-yet-due',
				`The first day is ${start.text}: not yet due. SCR-09 watches it.`,
			),
		};
	}
	const all = recordsByMeaning(subject.screening, start.date, {
		policy: context.policy,
		workZone: subject.zone.zone,
	});
	return { start, all };
}

/** Nothing was completed that counts: not known, or nothing for these checks. */
export function withoutCompletion(
	subject: HireSubject,
	context: CheckContext,
	{ undated, unknown }: RecordsByMeaning,
): CheckResult {
	const { linked, ambiguous } = subject.screening;
	const label = context.screeningList.label;
	if (undated.length > 0) {
		return undecided(
			subject,
			context,
			'presence',
			'completion-unreadable',
			`A screening is done, but the ${label} gives no date of its completion that can be read.`,
		);
	}
	if (unknown.length > 0) {
		return undecided(
			subject,
			context,
			'presence',
			'unknown-status',
			'The status of a screening record is not known.',
		);
	}
	if (linked.length === 0 && ambiguous.length > 0) {
		return undecided(
			subject,
			context,
			'presence',
			'ambiguous-candidates',
			'Screening records may belong to this hire or to somebody else: see SCR-07.',
			ambiguous,
		);
	}
	const doubt = linked.length === 0 ? doubtOfAbsence(subject, context) : null;
	if (doubt) {
		return undecided(
			subject,
			context,
			'absence',
			doubt.reason,
			`No screening record is linked, but ${doubt.text}.`,
		);
	}
	return notApplicable(
		subject,
		'nothing-completed',
		'There is no completed screening of this hire that could be looked into here: see SCR-01 and SCR-02.',
	);
}

function undecided(
	subject: HireSubject,
	context: CheckContext,
	basis: CheckResult['basis'],
	reasonCode: string,
	seen: string,
	records: readonly ScreeningRecord[] = recordsOf(subject.screening.linked),
): CheckResult {
	const best = strongest(subject.screening.linked);
	return {
		...(best && linkOf(best)),
		status: 'indeterminate',
		basis,
		reasonCode,
		message: `${seen} Expected: a completed screening that can be looked into.`,
		observed: { ...startFacts(subject), ...recordFacts(records) },
		expected: {},
		evidence: screeningEvidence(subject, context, records),
	};
}

/** The facts that these checks have in common. */
export function hiringFacts(
	subject: HireSubject,
	context: CheckContext,
	completions: readonly Completion[],
): Pick<CheckResult, 'observed' | 'evidence'> {
	const records = recordsOf(completions.map(({ link }) => link));
	return {
		observed: {
			...startFacts(subject),
			...recordFacts(records),
			completedOn: completions.map(({ comparison }) => comparison.inWorkZone.date),
		},
		evidence: screeningEvidence(subject, context, records),
	};
}
