import type { CivilDate } from '../../../shared/contracts';
import { offerReference } from '../evidence';
import type { CheckResult, HireSubject } from '../types';

/** A pass that an earlier signed first day would have failed is at best a warning (rules.md §3). */
export function withEarlierStarts(
	subject: HireSubject,
	result: CheckResult,
	what: string,
	judgeAt: (day: CivilDate) => CheckResult,
): CheckResult {
	if (result.status !== 'pass') return result;
	const { start, hire } = subject;
	const failed = start.earlierSignedStarts.find(({ date }) => judgeAt(date).status === 'fail');
	if (!failed) return result;
	const offer = hire.offers.find(({ id }) => id === failed.offerId);
	return {
		...result,
		status: 'warn',
		reasonCode: 'earlier-start-would-fail',
		observed: { ...result.observed, earlierSignedStart: failed.date },
		evidence: [...result.evidence, ...(offer ? [offerReference(subject, offer)] : [])],
		message: `${result.message} An earlier signed offer says ${failed.date}, and held against that day ${what} was not in time. Expected: in time for every first day that was signed.`,
	};
}
