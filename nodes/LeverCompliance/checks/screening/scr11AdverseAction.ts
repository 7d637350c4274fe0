import type { CivilDate, ListedDate } from '../../../shared/contracts';
import { businessDaysAfter, listedDay, type TimeZone } from '../../../shared/dates';
import type { ScreeningLink } from '../../matching/types';
import { counted } from '../../phrases';
import { foldKey } from '../../policy/foldKey';
import type { Policy } from '../../policy';
import { listOfTexts, wholeNumber } from '../../policy/settings';
import type { ControlMapping, Strictness } from '../controls';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { worstOf } from '../worst';
import { notApplicable, SCREENING_POLICY_FIELDS, withoutScreening } from './applicability';
import { doubtOfAbsence } from './doubtOfAbsence';
import { linkOf, recordFacts, recordsOf } from './records';
import { recordEvidence } from './screeningEvidence';

/** Usual reading of the "reasonable period" of FCRA 604(b)(3) (compliance reference B.2 SCR-11). */
const FIVE_BUSINESS_DAYS = 5;

export const ADVERSE_ACTION_SETTINGS = {
	adverseActionWorkLocations: listOfTexts({
		title: 'Notice Procedure Work Locations',
		description:
			'Work locations whose law asks for two notices with time between them before a hire is ended over a screening, in the United States for instance',
		standard: [],
	}),
	adverseActionBusinessDays: wholeNumber({
		title: 'Notice Procedure Business Days',
		description: 'Business days that must lie between the first and the final notice',
		standard: FIVE_BUSINESS_DAYS,
		from: 1,
		to: 60,
	}),
	adverseActionArchiveReasons: listOfTexts({
		title: 'Notice Procedure Archive Reasons',
		description:
			"Archive reasons of Lever, by their names, that say that somebody's hiring was ended over a screening",
		standard: [],
	}),
};

const fiveBusinessDays: Strictness = ({ screening }) =>
	screening.adverseActionBusinessDays >= FIVE_BUSINESS_DAYS;

const CONTROLS: readonly ControlMapping[] = [
	{ framework: 'FCRA (15 U.S.C. 1681b)', id: '604(b)(3)', isMetBy: fiveBusinessDays },
];

/**
 * Compliance reference B.2 SCR-11. Hires who were withdrawn before they started are looked at too: it is for
 * them that the procedure is made. Neither a result nor the word of a decision stands in any finding; all
 * hires without a notice read alike.
 */
export const adverseAction: Check = {
	id: 'SCR-11',
	version: 1,
	title: 'Notices before a hire is ended over a screening',
	tests:
		'Before somebody was turned away over a screening, a first notice was sent, time was left to answer, and a final notice followed.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires'] },
	restsOn: ['hires', 'screeningList', 'definitions'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.lawfulBasis',
		'screening.adverseActionWorkLocations',
		'screening.adverseActionBusinessDays',
		'screening.adverseActionArchiveReasons',
		'screening.providerGivesResults',
	],
	severity: 'high',
	controls: CONTROLS,
	remediation:
		'Ask whoever handles the procedure with the provider for its dates, have them put on record, and take legal advice where a notice is missing or came too early.',
	offBecause: ({ screening }) => {
		if (screening.lawfulBasis.trim() === '') {
			return "state under 'Lawful Basis for Results' in the policy why your law lets you look at results";
		}
		return screening.adverseActionWorkLocations.length === 0
			? "list under 'Notice Procedure Work Locations' in the policy where the procedure is the law"
			: null;
	},
	evaluate: { hire: evaluate, withdrawnHire: evaluate },
};

function evaluate(subject: HireSubject, context: CheckContext): CheckResult {
	const exempt = withoutScreening(subject);
	if (exempt) return exempt;
	const { workLocation } = subject.hire;
	const places = context.policy.screening.adverseActionWorkLocations.map(foldKey);
	if (workLocation !== null && !places.includes(foldKey(workLocation))) {
		return notApplicable(
			subject,
			'other-work-location',
			'The policy does not list this work location for the procedure.',
		);
	}
	const { linked, ambiguous } = subject.screening;
	if (linked.length === 0) {
		const doubt = doubtOfAbsence(subject, context);
		if (ambiguous.length > 0 || doubt !== null) {
			return undecided(
				subject,
				context,
				ambiguous.length > 0 ? 'ambiguous-candidates' : (doubt?.reason ?? 'list-empty'),
				ambiguous.length > 0
					? 'Screening records may belong to this hire or to somebody else: see SCR-07.'
					: `No screening record is linked, but ${doubt?.text ?? ''}.`,
			);
		}
	}
	const zone = subject.zone.zone;
	const parts = linked.map((link) => ({ link, ...partOf(link, zone, context.policy) }));
	const ended = endedOverScreening(subject, context);
	const worst = worstOf(parts);
	if (ended !== null && !parts.some(({ final }) => final !== null && final <= ended)) {
		const isKnown = parts.every(({ status }) => status !== 'indeterminate');
		if (isKnown) return endedWithoutNotice(subject, context, ended);
	}
	if (worst === undefined || worst.status === 'not_applicable') {
		return notApplicable(
			subject,
			'no-procedure',
			'The records of this hire speak of no procedure that would have to be kept to.',
		);
	}
	if (workLocation === null) {
		return undecided(
			subject,
			context,
			'work-location-unknown',
			'Lever does not say where this hire works, so it is not known whether the procedure is the law there.',
		);
	}
	const { link, first, final, status, reasonCode, message, basis } = worst;
	const known = facts(subject, context, [link]);
	return {
		...known,
		...linkOf(link),
		observed: { ...known.observed, firstNoticeOn: first, finalNoticeOn: final },
		status,
		basis,
		reasonCode,
		message,
		...(status === 'fail' && final !== null && { deviationDay: final }),
	};
}

/** What one record says of the procedure; the worst of several decides. */
interface Part extends Pick<CheckResult, 'status' | 'basis' | 'reasonCode' | 'message'> {
	first: CivilDate | null;
	final: CivilDate | null;
}

function partOf({ record, details }: ScreeningLink, zone: TimeZone, policy: Policy): Part {
	const { result, adjudication } = details;
	const noticeOf = (own: ListedDate, decided: boolean) =>
		own.precision === 'missing' && decided ? details.adjudicatedAt : own;
	const firstNotice = noticeOf(details.preAdverseAt, adjudication === 'preAdverse');
	const finalNotice = noticeOf(details.postAdverseAt, adjudication === 'postAdverse');
	const first = listedDay(firstNotice, zone);
	const final = listedDay(finalNotice, zone);
	const days = policy.screening.adverseActionBusinessDays;
	const expected = `Expected: a first notice, ${counted(days, 'business day')} to answer it, then the final notice.`;
	const part = (
		status: Part['status'],
		reasonCode: string,
		message: string,
		basis: Part['basis'] = 'presence',
	): Part => ({ status, basis, reasonCode, message, first, final });
	const unreadable = [firstNotice, finalNotice].some(({ precision }) => precision === 'unreadable');
	const isFinal = adjudication === 'postAdverse' || finalNotice.precision !== 'missing';
	const isBegun = adjudication === 'preAdverse' || firstNotice.precision !== 'missing';
	if (first !== null && final !== null) {
		if (final < first) {
			return part(
				'fail',
				'notices-out-of-order',
				`The final notice is of ${final}, before the first of ${first}. ${expected}`,
			);
		}
		const between = businessDaysAfter(first, final);
		return between < days
			? part(
					'fail',
					'too-little-time',
					`The first notice is of ${first}, the final one of ${final}: ${counted(between, 'business day')} between them. ${expected}`,
				)
			: part(
					'pass',
					'procedure-kept',
					`The first notice is of ${first}, the final one of ${final}: ${counted(between, 'business day')} between them, and ${days} are needed.`,
				);
	}
	if (unreadable) {
		return part(
			'indeterminate',
			'notice-date-unreadable',
			`The date of a notice cannot be read. ${expected}`,
		);
	}
	if (isFinal) {
		return details.postAdverseAt.precision === 'missing'
			? part(
					'indeterminate',
					'notice-dates-missing',
					`The list does not give the dates of the notices. ${expected}`,
				)
			: part(
					'fail',
					'first-notice-missing',
					`A final notice was sent, and no first one is on the list. ${expected}`,
					'absence',
				);
	}
	if (isBegun) {
		return first === null
			? part(
					'indeterminate',
					'notice-dates-missing',
					`The list does not give the dates of the notices. ${expected}`,
				)
			: part(
					'pass',
					'procedure-open',
					`The first notice is of ${first}, and no final one was sent yet. ${expected}`,
				);
	}
	const isSilent = result === 'none' && adjudication === 'none' && record.state === 'done';
	if (adjudication === 'unknown' || (isSilent && policy.screening.providerGivesResults)) {
		return part(
			'indeterminate',
			'procedure-unknown',
			`The list does not say in words that are known whether the procedure was begun. ${expected}`,
		);
	}
	return part('not_applicable', 'no-procedure', '');
}

/** Day on which the hiring was archived with a reason that the policy lists; null when it was not. */
function endedOverScreening(
	{ hire, zone }: HireSubject,
	{ policy, account }: CheckContext,
): CivilDate | null {
	const reasons = policy.screening.adverseActionArchiveReasons.map(foldKey);
	if (reasons.length === 0) return null;
	const archived = hire.archives.find(
		({ reasonId, reasonType }) =>
			reasonType !== 'hired' &&
			account.definitions.some(
				({ definitionType, id, text }) =>
					definitionType === 'archiveReason' && id === reasonId && reasons.includes(foldKey(text)),
			),
	);
	return archived === undefined ? null : zone.zone.civilDate(archived.archivedAt);
}

function endedWithoutNotice(
	subject: HireSubject,
	context: CheckContext,
	ended: CivilDate,
): CheckResult {
	const known = facts(subject, context, subject.screening.linked);
	return {
		...known,
		observed: { ...known.observed, endedOn: ended },
		status: 'fail',
		basis: 'absence',
		reasonCode: 'ended-without-notice',
		message: `Lever archived this hire on ${ended} with a reason that the policy lists for the procedure, and no final notice of that day or earlier is on the ${context.screeningList.label}. Expected: both notices before it.`,
		restsOn: [...adverseAction.restsOn, 'identities'],
		deviationDay: ended,
	};
}

function undecided(
	subject: HireSubject,
	context: CheckContext,
	reasonCode: string,
	message: string,
): CheckResult {
	return {
		...facts(subject, context, subject.screening.linked),
		status: 'indeterminate',
		basis: 'presence',
		reasonCode,
		message,
	};
}

function facts(
	subject: HireSubject,
	context: CheckContext,
	links: readonly ScreeningLink[],
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const records = recordsOf(links);
	return {
		observed: { ...recordFacts(records), timeZone: subject.zone.zone.name },
		expected: {
			businessDaysBetweenNotices: context.policy.screening.adverseActionBusinessDays,
		},
		evidence: recordEvidence(subject, context, records),
	};
}
