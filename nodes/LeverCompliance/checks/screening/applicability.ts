import { startFacts } from '../start';
import type { CheckResult, HireSubject } from '../types';

/** Settings of the policy that every screening check goes by: zones, exemptions, the match ladder. */
export const SCREENING_POLICY_FIELDS = [
	'organisationZone',
	'workZones',
	'screening.matchByNameAndBirthDate',
	'screening.exemptWorkLocations',
	'screening.exemptJobTitles',
	'screening.contractorWords',
	'screening.contractorTags',
];

/**
 * Why a hire needs no screening result at all: the policy exempts the place or the job, or Lever
 * anonymised the person and no confirmed match remains (rules.md §5 SCR-01, §10). Null when it does.
 */
export function withoutScreening(subject: HireSubject): CheckResult | null {
	const { exemption, hire, screening } = subject;
	if (exemption !== null) {
		const what = exemption === 'workLocation' ? 'work location' : 'job title';
		return notApplicable(
			subject,
			exemption === 'workLocation' ? 'exempt-work-location' : 'exempt-job-title',
			`The policy needs no screening for this ${what}.`,
		);
	}
	if (hire.isAnonymized && !screening.linked.some(({ confirmed }) => confirmed)) {
		return notApplicable(
			subject,
			'anonymised',
			'Lever anonymised this person, and nobody confirmed a match before: who it was must not be worked out again.',
		);
	}
	return null;
}

/** A result that says why the check does not apply; it rests on the hire's own records. */
export function notApplicable(
	subject: HireSubject,
	reasonCode: string,
	message: string,
): CheckResult {
	return {
		status: 'not_applicable',
		basis: 'presence',
		reasonCode,
		message,
		observed: startFacts(subject),
		expected: {},
		evidence: [...subject.references.opportunities],
	};
}
