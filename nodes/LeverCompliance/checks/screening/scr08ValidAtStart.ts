import type { CivilDate } from '../../../shared/contracts';
import { addDays, addMonths, listedDay } from '../../../shared/dates';
import { wholeNumber } from '../../policy/settings';
import { counted } from '../../phrases';
import {
	always,
	BS_7858,
	ISO_27001,
	NIST,
	screenedPriorToTheFirstDay,
	tiersMeetBs7858,
} from '../controls';
import type { KnownDay } from '../start';
import type { Check, CheckContext, CheckResult, Employment, HireSubject } from '../types';
import { SCREENING_POLICY_FIELDS } from './applicability';
import { hiringFacts, recordsAtStart, withoutCompletion } from './hiringRecords';
import { ageOf, linkOf, weakness, type Completion } from './records';

export const VALIDITY_SETTINGS = {
	rehireGapMonths: wholeNumber({
		title: 'Rehire Gap Months',
		description:
			'For how many months after a person left the screening of the former employment may serve again',
		standard: 12,
		from: 0,
		to: 120,
	}),
};

/** A screening that expires so soon after the first day is pointed out (compliance reference B.2 SCR-08). */
const EXPIRES_SOON_DAYS = 30;

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> & { completion: Completion };

/** Compliance reference B.2 SCR-08. */
export const validAtStart: Check = {
	id: 'SCR-08',
	version: 1,
	title: 'Screening still valid at the start',
	tests: 'A screening that was completed before the first day was still valid on it.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: [
		...SCREENING_POLICY_FIELDS,
		'screening.completeBefore',
		'screening.validityMonths',
		'screening.listMaxAgeDays',
		'screening.tiers',
		'screening.rehireGapMonths',
	],
	severity: 'high',
	controls: [
		{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
		{ framework: NIST, id: 'PS-3b', isMetBy: always },
		{ framework: BS_7858, id: 'BS 7858', isMetBy: tiersMeetBs7858 },
	],
	remediation: 'Order a new screening, and decide on a compensating control until it is done.',
	evaluate: {
		hire(subject, context) {
			const records = recordsAtStart(subject, context);
			if ('result' in records) return records.result;
			const { start, all } = records;
			const done = [...all.stale, ...all.fresh].filter(
				({ comparison: { inWorkZone, inUtc } }) => inWorkZone.onOrBefore || inUtc.onOrBefore,
			);
			const parts = done.map((one) => partOf(one, subject, context, start));
			const best = bestOf(parts);
			// One that cannot be told may be the one that is valid.
			const isUndecided = all.undated.length > 0 || all.unknown.length > 0;
			if (best === undefined || (best.status === 'fail' && isUndecided)) {
				return withoutCompletion(subject, context, all);
			}
			const { completion, ...part } = best;
			return {
				...hiringFacts(subject, context, [completion]),
				...linkOf(completion.link),
				basis: 'presence',
				expected: {
					completedOnOrAfter: addMonths(start.date, -validityOf(subject, context)),
					validUntilOrLater: start.date,
				},
				deviationDay: start.date,
				...part,
			};
		},
	},
};

/** One screening that is valid is enough. */
function bestOf(parts: readonly Part[]): Part | undefined {
	for (const status of ['pass', 'warn', 'indeterminate', 'fail'] as const) {
		const found = parts.filter((part) => part.status === status);
		// The latest, and of those the best link: records are sorted so.
		const strong = found.filter(({ completion }) => weakness(completion.link) === undefined);
		const latest = strong.at(-1) ?? found.at(-1);
		if (latest) return latest;
	}
	return undefined;
}

/** Of the tier; the shortest of all where it cannot be told which tier holds. */
function validityOf({ tier }: HireSubject, { policy: { screening } }: CheckContext): number {
	if (tier.kind === 'tier') return tier.required.validityMonths;
	if (tier.kind !== 'unknown') return screening.validityMonths;
	const own = screening.tiers.map(({ validityMonths }) => validityMonths);
	return Math.min(screening.validityMonths, ...own.filter((months) => months > 0));
}

function partOf(
	completion: Completion,
	subject: HireSubject,
	context: CheckContext,
	start: KnownDay,
): Part {
	const { link, comparison } = completion;
	const { inWorkZone, inUtc } = comparison;
	const completedOn = inWorkZone.date;
	const { validUntil } = link.details;
	const until = listedDay(validUntil, subject.zone.zone);
	const months = validityOf(subject, context);
	const age = ageOf(comparison, addMonths(start.date, -months));
	const soon = addDays(start.date, EXPIRES_SOON_DAYS);
	const seen = `The screening was completed on ${completedOn}`;
	const expected = `Expected: valid on the first day, ${start.text}.`;
	const tooOld: Part = {
		completion,
		status: 'fail',
		reasonCode: 'expired',
		message: `${seen}, more than ${counted(months, 'month')} before the first day. ${expected}`,
	};
	if (age === 'tooOld') {
		// A longer validity may hold for this job.
		if (subject.tier.kind !== 'unknown') return tooOld;
		const longest = addMonths(start.date, -longestValidity(context));
		if (ageOf(comparison, longest) === 'tooOld') return tooOld;
		return {
			...tooOld,
			status: 'indeterminate',
			reasonCode: 'tier-unknown',
			message: `${seen}, and it cannot be told which tier of the policy says for how long it is valid. ${expected}`,
		};
	}
	if (until !== null && until < start.date) {
		return {
			completion,
			status: 'fail',
			reasonCode: 'valid-until-passed',
			message: `${seen}, and the provider calls it valid until ${until} only. ${expected}`,
		};
	}
	const reused = reuse(completion, completedOn, subject, context, start);
	if (reused !== null) return reused;
	if (until === null && validUntil.precision !== 'missing') {
		return {
			completion,
			status: 'indeterminate',
			reasonCode: 'valid-until-unreadable',
			message: `${seen}, and the day until which the provider calls it valid cannot be read. ${expected}`,
		};
	}
	if (age === 'tooOldInOneZone') {
		return {
			completion,
			status: 'warn',
			reasonCode: 'time-zone-sensitive',
			message: `${seen} in ${subject.zone.zone.name} and on ${inUtc.date} in UTC, and only one of these is within ${counted(months, 'month')} before the first day. ${expected}`,
		};
	}
	if (completedOn < addMonths(soon, -months) || (until !== null && until < soon)) {
		return {
			completion,
			status: 'warn',
			reasonCode: 'expires-soon',
			message: `${seen}, and it expired within ${EXPIRES_SOON_DAYS} days of the first day, ${start.text}. Expected: valid for longer.`,
		};
	}
	return {
		completion,
		status: 'pass',
		reasonCode: 'valid-at-start',
		message: `${seen}, and was valid on the first day, ${start.text}.`,
	};
}

function longestValidity({ policy: { screening } }: CheckContext): number {
	return Math.max(
		screening.validityMonths,
		...screening.tiers.map(({ validityMonths }) => validityMonths),
	);
}

/**
 * Somebody who was hired again may bring the screening of the former employment only if not too much time
 * lies between (compliance reference B.2 SCR-08). Null when that is so, or when it is a new screening.
 */
function reuse(
	completion: Completion,
	completedOn: CivilDate,
	{ hire }: HireSubject,
	{ policy, account }: CheckContext,
	start: KnownDay,
): Part | null {
	const { rehireGapMonths } = policy.screening;
	const former = formerEmployment(
		account.employmentsByContact.get(hire.contact) ?? [],
		hire.hireId,
		start.date,
	);
	if (former === null) return null;
	// Then either the gap is short enough, or the screening was made in it.
	if (addMonths(completedOn, rehireGapMonths) >= start.date) return null;
	const seen = `The screening was completed on ${completedOn}, for a former employment`;
	const expected = `Expected: hired again within ${counted(rehireGapMonths, 'month')}, or a new screening.`;
	if (former.end === null) {
		return {
			completion,
			status: 'indeterminate',
			reasonCode: 'rehire-gap-unknown',
			message: `${seen}, whose last day is not known. ${expected}`,
		};
	}
	if (completedOn > former.end || addMonths(former.end, rehireGapMonths) >= start.date) return null;
	return {
		completion,
		status: 'fail',
		reasonCode: 'rehire-gap',
		message: `${seen} that ended on ${former.end}, and the first day was ${start.text}. ${expected}`,
	};
}

/** The latest that began before. */
function formerEmployment(
	employments: readonly Employment[],
	hireId: string,
	start: CivilDate,
): Employment | null {
	const before = employments
		.filter((one) => one.hireId !== hireId && one.start !== null && one.start < start)
		.sort((a, b) => ((a.start ?? '') < (b.start ?? '') ? -1 : 1));
	return before.at(-1) ?? null;
}
