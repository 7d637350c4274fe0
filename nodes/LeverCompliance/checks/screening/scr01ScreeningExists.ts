import type { ScreeningRecord } from '../../../shared/contracts';
import { SCREENING_CONTROLS } from '../controls';
import { firstDay, startFacts, type FirstDay, type KnownDay } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { doubtOfAbsence, nothingOnList } from './doubtOfAbsence';
import { linkOf, recordFacts, recordsOf, strongest } from './records';
import { screeningEvidence } from './screeningEvidence';

/** rules.md §5 SCR-01. */
export const screeningExists: Check = {
	id: 'SCR-01',
	version: 1,
	title: 'Screening exists for every hire',
	tests: 'Every hire who has started has a screening record that was not stopped.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList'],
	policyFields: [...SCREENING_POLICY_FIELDS, 'screening.listMaxAgeDays'],
	severity: 'critical',
	controls: SCREENING_CONTROLS,
	remediation:
		"Order the screening now, or, if there is one, confirm it on the Approvals list with type 'confirmed_match'. Until it is done, decide on a compensating control.",
	evaluate: {
		hire(subject, context) {
			const start = firstDay(subject);
			const exempt = withoutScreening(subject);
			if (exempt) return exempt;
			if (start.date !== null && start.date > subject.today) {
				return notApplicable(
					subject,
					'not-yet-due',
					`The first day is ${start.text}: not yet due. SCR-09 watches it.`,
				);
			}
			return decide(subject, context, start);
		},
	},
};

function decide(subject: HireSubject, context: CheckContext, start: FirstDay): CheckResult {
	const { linked, ambiguous } = subject.screening;
	const usable = linked.filter(({ record }) => ['running', 'done'].includes(record.state));
	const best = strongest(usable);
	if (best) {
		return {
			...facts(subject, context, recordsOf(usable)),
			...linkOf(best),
			status: 'pass',
			basis: 'presence',
			reasonCode: 'screening-exists',
			message: 'A screening record is linked and was not stopped.',
		};
	}
	if (linked.some(({ record }) => record.state === 'unknown')) {
		return {
			...facts(subject, context, recordsOf(linked)),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'unknown-status',
			message:
				"A screening record is linked, but its status is not known. Expected: a status that says running, done or stopped; add it to 'Status Mappings'.",
		};
	}
	if (ambiguous.length > 0) {
		return {
			...facts(subject, context, ambiguous),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'ambiguous-candidates',
			message:
				'Screening records may belong to this hire or to somebody else: see SCR-07. Expected: one record that belongs to this hire alone.',
		};
	}
	if (start.date === null) {
		return {
			...facts(subject, context, recordsOf(linked)),
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: start.reasonCode,
			message: `No screening record that counts is linked. ${start.text} So it is not known whether one is due.`,
		};
	}
	return linked.length > 0
		? onlyStopped(subject, context, start)
		: withoutRecord(subject, context, start);
}

function onlyStopped(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	return {
		...facts(subject, context, recordsOf(subject.screening.linked)),
		status: 'fail',
		basis: 'presence',
		reasonCode: 'only-stopped',
		message: `Every screening record of this hire was stopped before it was done. ${expectation(start)}`,
		deviationDay: start.date,
	};
}

function withoutRecord(subject: HireSubject, context: CheckContext, start: KnownDay): CheckResult {
	const nothing = facts(subject, context, []);
	const { label } = context.screeningList;
	const doubt = doubtOfAbsence(subject, context);
	if (doubt) {
		return {
			...nothing,
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: doubt.reason,
			message: `No screening record is linked, but ${doubt.text}. ${expectation(start)}`,
		};
	}
	if (subject.hire.screeningTags.length > 0) {
		return {
			...nothing,
			observed: { ...nothing.observed, screeningTags: [...subject.hire.screeningTags] },
			status: 'warn',
			basis: 'presence',
			reasonCode: 'only-lever-tag',
			message: `Only a tag in Lever speaks of a screening; no record is on the ${label}. Expected: a record of the provider.`,
		};
	}
	return {
		...nothing,
		status: 'fail',
		basis: 'absence',
		reasonCode: 'no-screening',
		message: `${nothingOnList(subject, context)}. ${expectation(start)}`,
		restsOn: [...screeningExists.restsOn, 'identities'],
		deviationDay: start.date,
	};
}

function expectation({ text }: KnownDay): string {
	return `Expected: a record that was not stopped, since the first day was ${text}.`;
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	records: readonly ScreeningRecord[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	return {
		observed: { ...startFacts(subject), ...recordFacts(records) },
		expected: { screeningState: ['running', 'done'] },
		evidence: screeningEvidence(subject, context, records),
	};
}
