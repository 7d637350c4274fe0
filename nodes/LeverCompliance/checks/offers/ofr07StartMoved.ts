import type { CivilDate, HireRecord } from '../../../shared/contracts';
import { daysBetween } from '../../../shared/dates';
import { counted } from '../../phrases';
import { MOVED_START_CONTROLS } from '../controls';
import { offerEvidence, screeningReferences } from '../evidence';
import { historyOf, previousRecordReference, previousRunReferences } from '../previousRun';
import { withoutScreening } from '../screening/applicability';
import { doubtOfAbsence } from '../screening/doubtOfAbsence';
import { byWhen } from '../screening/lastDay';
import { decidingCompletion, linkOf, recordsByMeaning, recordsOf } from '../screening/records';
import { startFacts } from '../start';
import type { Check, CheckContext, CheckResult, HireSubject, Part, PreviousRun } from '../types';
import { recordThen, startsOf, type Starts } from './startThen';

/** Compliance reference B.2 OFR-07. */
export const startMoved: Check = {
	id: 'OFR-07',
	version: 1,
	title: 'The first day was not moved around the screening',
	tests:
		'The first day of every hire is that of the earlier run, or was moved to a day for which the screening is in time, before that day came.',
	family: 'offers',
	needs: { lists: ['previousRun'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'offers', 'previousRun'],
	policyFields: [
		'organisationZone',
		'workZones',
		'screening.completeBefore',
		'screening.validityMonths',
	],
	severity: 'high',
	controls: MOVED_START_CONTROLS,
	remediation:
		'Find out who moved the first day, when and why, and keep that with the offer. If the screening is not in time for the new day, decide on a compensating control.',
	evaluate: {
		hire(subject, context) {
			const { run, part } = historyOf(context, 'hires');
			const record = run ? recordThen(subject, run) : undefined;
			const decided: Part = run
				? decide(subject, record, run, context)
				: { status: 'indeterminate', ...part };
			return {
				basis: 'presence',
				expected: {},
				...decided,
				observed: { ...startFacts(subject), ...decided.observed },
				evidence: [
					...offerEvidence(subject, context),
					...(run && record
						? [previousRecordReference(run, record.hireId, record)]
						: previousRunReferences(context)),
					...(decided.evidence ?? []),
				],
			};
		},
	},
};

function decide(
	subject: HireSubject,
	record: HireRecord | undefined,
	run: PreviousRun,
	context: CheckContext,
): Part {
	const { zone } = subject;
	const lastSeen = zone.zone.civilDate(Date.parse(run.asOf));
	if (record === undefined) return notSeenBefore(subject, run, lastSeen);
	const starts = startsOf(subject, record, context.organisationZone);
	if (starts === null) {
		return {
			status: 'indeterminate',
			reasonCode: 'start-not-comparable',
			message: `The first day cannot be held against the earlier run of ${lastSeen}, because one of the two knows no day: see OFR-01 and OFR-03. Expected: a first day in both.`,
		};
	}
	const known = {
		observed: { previousStartDate: starts.then, comparedBy: starts.source, previousRun: run.asOf },
		expected: { startDate: starts.then },
	};
	if (starts.then === starts.now) {
		return {
			...known,
			status: 'pass',
			reasonCode: 'start-unchanged',
			message: `The first day is ${starts.now}, as in the earlier run of ${lastSeen}.`,
		};
	}
	return { ...known, ...judge(subject, starts, lastSeen, context) };
}

/** Not in the earlier run, because it came since, or for a reason that is not known. */
function notSeenBefore({ hire }: HireSubject, run: PreviousRun, lastSeen: CivilDate): Part {
	const since = Date.parse(run.asOf);
	const signatures = hire.offers.flatMap(({ candidateSignedAt }) => candidateSignedAt ?? []);
	const archivings = hire.archives
		.filter(({ reasonType }) => reasonType === 'hired')
		.map(({ archivedAt }) => archivedAt);
	const became = [...signatures, ...archivings];
	if (became.length > 0 && became.every((at) => at > since)) {
		return {
			status: 'not_applicable',
			reasonCode: 'hired-since',
			message: `This hire is newer than the earlier run of ${lastSeen}.`,
		};
	}
	return {
		status: 'indeterminate',
		reasonCode: 'not-in-previous-run',
		message: `This hire is not among those of the earlier run of ${lastSeen}, although it is not newer. Expected: the first day that it had.`,
	};
}

function judge(
	subject: HireSubject,
	{ then, now, source }: Starts,
	lastSeen: CivilDate,
	context: CheckContext,
): Part {
	const days = Math.abs(daysBetween(then, now));
	const by = source === 'staffList' ? 'staff list' : 'signed offer';
	const seen = `The first day was moved from ${then} to ${now}, ${counted(days, 'day')} ${now < then ? 'earlier' : 'later'} (${by})`;
	if (then <= lastSeen || now <= lastSeen) {
		return {
			status: 'fail',
			reasonCode: 'moved-after-start',
			message: `${seen}, although ${then <= lastSeen ? then : now} had passed by the earlier run of ${lastSeen}. Expected: no change of a first day after it.`,
			deviationDay: lastSeen,
		};
	}
	const earlier = now < then;
	if (withoutScreening(subject)) {
		return {
			status: 'pass',
			reasonCode: earlier ? 'moved-earlier' : 'moved-later',
			message: `${seen}; the policy needs no screening here.`,
		};
	}
	const { screeningList } = context;
	const expected = `Expected: a screening completed ${byWhen(context.policy)} ${now}.`;
	if (screeningList.collectionId === null) {
		return {
			status: 'indeterminate',
			reasonCode: 'screening-not-connected',
			message: `${seen}, and no Screening List is connected to hold against the new day. ${expected}`,
		};
	}
	const records = recordsByMeaning(subject.screening, now, {
		policy: context.policy,
		workZone: subject.zone.zone,
	});
	const deciding = decidingCompletion(records);
	const evidence = screeningReferences(screeningList, recordsOf(subject.screening.linked));
	if (deciding) {
		const { inWorkZone } = deciding.comparison;
		const zoneSensitive = deciding.comparison.zoneSensitive || deciding.tooOldInOneZone === true;
		const completed = `${seen}; the screening was completed on ${inWorkZone.date}`;
		const common = {
			evidence,
			...linkOf(deciding.link),
			observed: { completedOn: inWorkZone.date },
		};
		if (inWorkZone.onOrBefore && !zoneSensitive) {
			return {
				...common,
				status: 'pass',
				reasonCode: earlier ? 'moved-earlier-screened' : 'moved-later-still-valid',
				message: `${completed}, in time for the new day and not too old for it.`,
			};
		}
		if (zoneSensitive) {
			return {
				...common,
				status: 'warn',
				reasonCode: 'time-zone-sensitive',
				message: `${completed} by the days of the place of work, and the days of UTC give the other answer to whether that is ${deciding.tooOldInOneZone ? 'recent enough' : 'in time'} for the new day. ${expected}`,
			};
		}
		return {
			...common,
			status: earlier ? 'fail' : 'warn',
			reasonCode: earlier ? 'moved-before-completion' : 'moved-later-not-screened',
			message: `${completed}, after the new day. ${expected}`,
			...(earlier && { deviationDay: now }),
		};
	}
	return withoutCompletion(subject, { seen, expected, earlier, now }, context, evidence);
}

/** Nothing was completed for the new day: later, SCR-02 and SCR-08 judge it; earlier, it may be why. */
function withoutCompletion(
	subject: HireSubject,
	{
		seen,
		expected,
		earlier,
		now,
	}: { seen: string; expected: string; earlier: boolean; now: CivilDate },
	context: CheckContext,
	evidence: CheckResult['evidence'],
): Part {
	const { linked, ambiguous } = subject.screening;
	const isUnclear =
		ambiguous.length > 0 ||
		linked.some(
			({ record }) =>
				record.state === 'unknown' ||
				(record.state === 'done' && record.completedAt.precision === 'unreadable') ||
				(record.state === 'done' && record.completedAt.precision === 'missing'),
		);
	const doubt = linked.length === 0 ? doubtOfAbsence(subject, context) : null;
	if (isUnclear || doubt) {
		return {
			evidence,
			status: 'indeterminate',
			reasonCode: doubt?.reason ?? 'completion-unknown',
			message: `${seen}, and whether a screening was completed for the new day is not known${doubt ? `, because ${doubt.text}` : ''}. ${expected}`,
		};
	}
	const isDue = now <= subject.today;
	if (!earlier || !isDue) {
		return {
			evidence,
			status: 'warn',
			reasonCode: earlier ? 'moved-earlier-not-screened' : 'moved-later-not-screened',
			message: `${seen}, and no screening that is valid for the new day is completed: see ${isDue ? 'SCR-02 and SCR-08' : 'SCR-09'}. ${expected}`,
		};
	}
	return {
		evidence,
		status: 'fail',
		basis: linked.length === 0 ? 'absence' : 'presence',
		reasonCode: 'moved-before-completion',
		message: `${seen}, and no screening was completed by the new day. ${expected}`,
		deviationDay: now,
		restsOn: ['hires', 'screeningList', 'identities', 'previousRun'],
	};
}
