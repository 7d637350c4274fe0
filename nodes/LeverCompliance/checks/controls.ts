import type { ControlReference } from '../../shared/contracts';
import type { Policy } from '../policy';

/** A framework control, and whether this policy asks at least as much as the control does. */
export interface ControlMapping extends ControlReference {
	/** A control is named on a finding only if this holds (rules.md §1) */
	isMetBy: Strictness;
}

export type Strictness = (policy: Policy) => boolean;

/** The control leaves the manner and the time to the organisation. */
export const always: Strictness = () => true;

/**
 * The control asks for a screening "prior to" joining or access: one that is completed on the first day
 * itself must not pass (rules.md §1).
 */
export const screenedPriorToTheFirstDay: Strictness = ({ screening }) =>
	screening.completeBefore === 'before';

/** The control asks for a signature "prior to" access: one on the first day itself must not pass. */
const signedPriorToTheFirstDay: Strictness = ({ offers }) => offers.signedBefore === 'before';

/** A standard for the whole of a screening, which only the organisation knows that its tiers meet. */
export const tiersMeetBs7858: Strictness = ({ screening }) => screening.tiersMeetBs7858;

/** The control asks for access to end at once. */
const accessEndsAtOnce: Strictness = ({ access }) => access.leaverBusinessDays === 0;

/** PCI DSS 8.2.6: inactive accounts are disabled within 90 days. */
const dormantEndsWithin90Days: Strictness = ({ access }) => access.dormantDays <= 90;

/** PCI DSS 7.2.4: access is reviewed at least once every six months. */
const reviewedEverySixMonths: Strictness = ({ access }) => access.reviewEveryDays <= 184;

export const ISO_27001 = 'ISO/IEC 27001:2022';
export const SOC_2 = 'SOC 2 TSC 2017';
export const NIST = 'NIST SP 800-53 Rev. 5';
export const PCI = 'PCI DSS 4.0.1';
export const NIS2 = 'Regulation (EU) 2024/2690';
export const AT_C = 'AT-C 205';
export const GDPR = 'Regulation (EU) 2016/679';
export const BS_7858 = 'BS 7858:2019';

/** Screening of everybody before they join (compliance reference A.5, B.2). */
export const SCREENING_CONTROLS: readonly ControlMapping[] = [
	{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
	{ framework: NIST, id: 'PS-3a', isMetBy: screenedPriorToTheFirstDay },
	{ framework: PCI, id: '12.7.1', isMetBy: screenedPriorToTheFirstDay },
	{ framework: NIS2, id: '10.2', isMetBy: screenedPriorToTheFirstDay },
];

export const MONITORING_CONTROLS: readonly ControlMapping[] = [
	{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
	{ framework: SOC_2, id: 'CC4.1', isMetBy: always },
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
];

export const IDENTITY_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.5.16', isMetBy: always },
	{ framework: AT_C, id: '.36', isMetBy: always },
];

export const SIGNED_TERMS_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.6.2', isMetBy: always },
	{ framework: SOC_2, id: 'CC1.1', isMetBy: always },
	{ framework: NIST, id: 'PS-6', isMetBy: signedPriorToTheFirstDay },
];

export const SIGNED_IN_TIME_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.6.2', isMetBy: always },
	{ framework: NIST, id: 'PS-6c', isMetBy: signedPriorToTheFirstDay },
];

export const LEAVER_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.5.18', isMetBy: always },
	{ framework: ISO_27001, id: 'A.6.5', isMetBy: always },
	{ framework: SOC_2, id: 'CC6.2', isMetBy: always },
	{ framework: SOC_2, id: 'CC6.3', isMetBy: always },
	{ framework: NIST, id: 'PS-4', isMetBy: always },
	{ framework: NIST, id: 'AC-2(3)', isMetBy: always },
	{ framework: PCI, id: '8.2.5', isMetBy: accessEndsAtOnce },
];

/** Few privileged accounts, each with a reason (compliance reference A.5, B.2 UAR-02). */
export const PRIVILEGE_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.8.2', isMetBy: always },
	{ framework: SOC_2, id: 'CC6.3', isMetBy: always },
	{ framework: NIST, id: 'AC-6', isMetBy: always },
	{ framework: NIST, id: 'AC-6(7)', isMetBy: always },
	{ framework: PCI, id: '7.2.5', isMetBy: always },
];

/** Every account has an owner (compliance reference B.2 UAR-04). */
export const ACCOUNT_OWNER_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.5.16', isMetBy: always },
	{ framework: NIST, id: 'AC-2', isMetBy: always },
];

/** Access follows from what somebody does (compliance reference B.2 UAR-03). */
export const ROLE_CONTROLS: readonly ControlMapping[] = [
	{ framework: SOC_2, id: 'CC6.3', isMetBy: always },
	{ framework: ISO_27001, id: 'A.5.18', isMetBy: always },
	{ framework: NIST, id: 'AC-6', isMetBy: always },
];

/** Accounts that nobody uses end (compliance reference B.2 UAR-05). */
export const DORMANT_CONTROLS: readonly ControlMapping[] = [
	{ framework: NIST, id: 'AC-2(3)d', isMetBy: always },
	{ framework: PCI, id: '8.2.6', isMetBy: dormantEndsWithin90Days },
];

/** Somebody looks at who has access, and what they decide is done (compliance reference B.2 UAR-06). */
export const ACCESS_REVIEW_CONTROLS: readonly ControlMapping[] = [
	{ framework: SOC_2, id: 'CC6.2', isMetBy: always },
	{ framework: SOC_2, id: 'CC6.3', isMetBy: always },
	{ framework: ISO_27001, id: 'A.5.18', isMetBy: always },
	{ framework: NIST, id: 'AC-2j', isMetBy: always },
	{ framework: PCI, id: '7.2.4', isMetBy: reviewedEverySixMonths },
];

/** Who gets more access is decided first, and leaves a trace (compliance reference B.2 UAR-07). */
export const ROLE_CHANGE_CONTROLS: readonly ControlMapping[] = [
	{ framework: SOC_2, id: 'CC6.3', isMetBy: always },
	{ framework: NIST, id: 'AC-2', isMetBy: always },
	{ framework: ISO_27001, id: 'A.8.15', isMetBy: always },
];

/**
 * Screening goes on after the first day (compliance reference B.2 SCR-14). Of A.6.1 this is the half that
 * asks for screening "on an ongoing basis" and leaves the interval to the organisation, so no first day
 * matters.
 */
export const RESCREENING_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: always },
	{ framework: NIST, id: 'PS-3b', isMetBy: always },
];

/** A first day that moves must not get around the screening (compliance reference B.2 OFR-07). */
export const MOVED_START_CONTROLS: readonly ControlMapping[] = [
	{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
];

/**
 * Screened before access is given (compliance reference B.2 UAR-08). An account of the day of the completion
 * does not pass where the order of the two is not known.
 */
export const CLEARANCE_CONTROLS: readonly ControlMapping[] = [
	{ framework: NIST, id: 'PS-3a', isMetBy: always },
	{ framework: PCI, id: '12.7.1', isMetBy: always },
];

/** Completeness and accuracy of what the other results are made from. */
export const INFORMATION_CONTROLS: readonly ControlMapping[] = [
	{ framework: AT_C, id: '.36', isMetBy: always },
];

/** The controls that findings name under a policy, in the order of the mapping. */
export function namedControls(
	mappings: readonly ControlMapping[],
	policy: Policy,
): ControlReference[] {
	return mappings
		.filter(({ isMetBy }) => isMetBy(policy))
		.map(({ framework, id }) => ({ framework, id }));
}
