import type { CivilDate } from '../../../shared/contracts';
import { daysBetween } from '../../../shared/dates';
import { SIGNED_IN_TIME_CONTROLS } from '../controls';
import { offerEvidence } from '../evidence';
import { counted, sentences } from '../../phrases';
import type { Policy } from '../../policy';
import { startMessage } from '../../population';
import { firstDay, startFacts } from '../start';
import type { CheckContext, CheckResult, Check, HireSubject } from '../types';
import { lastDayToSign } from './signedBefore';

/** On the first day itself, up to 09:00 in the work zone is in time (rules.md §6 OFR-04). */
const NINE_OCLOCK_MINUTES = 9 * 60;

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'>;

export const acceptedInTime: Check = {
	id: 'OFR-04',
	version: 2,
	title: 'Offer accepted before the first day',
	tests: 'The candidate signed the offer on or before the first day of work.',
	family: 'offers',
	needs: { lists: [], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'staffList'],
	policyFields: ['organisationZone', 'workZones', 'offers.signedBefore'],
	severity: 'high',
	controls: SIGNED_IN_TIME_CONTROLS,
	remediation:
		'A signature after the first day cannot be cured: record why it was late and who accepted it. If the first day is wrong, correct it in Lever or on the staff list.',
	evaluate: {
		hire(subject, context) {
			const { hire, acceptance } = subject;
			const undecided = { ...facts(subject, context), status: 'indeterminate' as const };
			if (hire.offersRead !== true) {
				return {
					...undecided,
					basis: 'absence',
					reasonCode: 'offers-unread',
					message: `The offers of this hire could not be read, so it is not known when one was signed. ${hire.offersRead.message}`,
				};
			}
			if (acceptance.earliestCandidateSignature === null) {
				return {
					...undecided,
					basis: 'presence',
					reasonCode: 'no-candidate-signature',
					message:
						"There is no dated signature of the candidate. Expected: the candidate's own signature on or before the first day.",
				};
			}
			const start = firstDay(subject);
			if (start.date === null) {
				return {
					...undecided,
					basis: 'presence',
					reasonCode: start.reasonCode,
					message: `${start.text} Expected: a first day on or after the candidate's signature.`,
				};
			}
			const signedAt = acceptance.earliestCandidateSignature;
			const judgeAt = (day: CivilDate) => judge(subject, signedAt, day, context.policy);
			const part = withEarlierStarts(subject, judgeAt(start.date), judgeAt);
			return {
				...facts(subject, context),
				expected: { signedOnOrBefore: lastDayToSign(start.date, context.policy) },
				...part,
				message:
					part.status === 'fail'
						? sentences(part.message, startMessage(subject.start))
						: part.message,
				basis: 'presence',
				deviationDay: start.date,
			};
		},
	},
};

function judge(
	{ zone: { zone } }: HireSubject,
	signedAt: number,
	start: CivilDate,
	policy: Policy,
): Part {
	const signedOn = zone.civilDate(signedAt);
	const late = daysBetween(start, signedOn);
	const lastDay = lastDayToSign(start, policy);
	const byWhen = lastDay === start ? 'on or before' : 'before';
	const expected = `Expected: signed ${byWhen} the first day, ${start}.`;
	if (signedOn > lastDay) {
		const when =
			late === 0 ? 'the first day itself' : `${counted(late, 'day')} after the first day`;
		return {
			status: 'fail',
			reasonCode: late === 0 ? 'signed-on-first-day' : 'signed-after-start',
			message: `The candidate signed on ${signedOn} (${zone.name}), ${when}. ${expected}`,
		};
	}
	// One millisecond earlier: 09:00:00.000 itself is not after nine.
	if (
		late === 0 &&
		zone.civilDate(signedAt - 1) === signedOn &&
		zone.minuteOfDay(signedAt - 1) >= NINE_OCLOCK_MINUTES
	) {
		return {
			status: 'warn',
			reasonCode: 'signed-during-first-day',
			message: `The candidate signed on the first day, ${start}, after 09:00 in ${zone.name}. Expected: signed before work began.`,
		};
	}
	return {
		status: 'pass',
		reasonCode: 'signed-in-time',
		message: `The candidate signed on ${signedOn}, ${byWhen} the first day, ${start}.`,
	};
}

/** A pass that an earlier signed first day would have failed is at best a warning (rules.md §3). */
function withEarlierStarts(
	subject: HireSubject,
	part: Part,
	judgeAt: (day: CivilDate) => Part,
): Part {
	if (part.status !== 'pass') return part;
	const failed = subject.start.earlierSignedStarts.find(
		({ date }) => judgeAt(date).status === 'fail',
	);
	if (!failed) return part;
	return {
		status: 'warn',
		reasonCode: 'earlier-start-would-fail',
		message: `${part.message} An earlier signed offer says ${failed.date}, and held against that day the signature was late.`,
	};
}

function facts(
	subject: HireSubject,
	context: CheckContext,
): Pick<CheckResult, 'observed' | 'expected' | 'evidence'> {
	const { acceptance, zone } = subject;
	const { earliestCandidateSignature: signedAt } = acceptance;
	return {
		observed: {
			...startFacts(subject),
			signedOn: signedAt === null ? null : zone.zone.civilDate(signedAt),
			acceptanceSource: acceptance.source,
		},
		expected: {},
		evidence: offerEvidence(subject, context),
	};
}
