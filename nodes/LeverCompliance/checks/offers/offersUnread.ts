import { offerEvidence } from '../evidence';
import type { CheckContext, CheckResult, HireSubject } from '../types';

/**
 * The result of a check that needs every offer of a hire, where some could not be read (rules.md §1).
 *
 * @param unknown what is therefore not known, as the end of a sentence
 */
export function offersUnread(
	subject: HireSubject,
	context: CheckContext,
	unknown: string,
): CheckResult | null {
	const { offersRead } = subject.hire;
	if (offersRead === true) return null;
	return {
		status: 'indeterminate',
		basis: 'absence',
		reasonCode: 'offers-unread',
		message: `The offers of this hire could not be read, so ${unknown}. ${offersRead.message}`,
		observed: { offersRead: false },
		expected: {},
		evidence: offerEvidence(subject, context),
	};
}
