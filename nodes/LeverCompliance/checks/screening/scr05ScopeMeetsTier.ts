import type { RequiredScope } from '../../policy';
import {
	always,
	BS_7858,
	ISO_27001,
	NIS2,
	PCI,
	screenedPriorToTheFirstDay,
	SOC_2,
	tiersMeetBs7858,
} from '../controls';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { notApplicable, SCREENING_POLICY_FIELDS } from './applicability';
import { hiringFacts, judgeHiringRecords, type HiringRecords } from './hiringRecords';
import { linkOf, type Completion } from './records';
import { coverageOf, linkOfScope, scopeOfRecords, type Coverage } from './scopeOfRecords';

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> &
	Partial<Pick<CheckResult, 'remediation'>>;

/** Policy settings of the checks that look at what a screening holds. */
export const SCOPE_POLICY_FIELDS = [
	...SCREENING_POLICY_FIELDS,
	'screening.completeBefore',
	'screening.validityMonths',
	'screening.listMaxAgeDays',
	'screening.tiers',
	'screening.packageComponents',
	'screening.alternatives',
];

/** Compliance reference B.2 SCR-05. */
export const scopeMeetsTier: Check = {
	id: 'SCR-05',
	version: 1,
	title: 'Screening scope meets the role',
	tests: "The screening of every hire holds what the policy's tier of the role asks for.",
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: SCOPE_POLICY_FIELDS,
	severity: 'high',
	controls: [
		{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
		{ framework: PCI, id: '12.7.1', isMetBy: screenedPriorToTheFirstDay },
		{ framework: NIS2, id: '10.2.2(a)', isMetBy: always },
		{ framework: BS_7858, id: 'BS 7858', isMetBy: tiersMeetBs7858 },
	],
	remediation:
		'Order what is missing and decide on a compensating control until it is done. If the screening holds it, complete the tiers of the policy or its table of packages.',
	offBecause: ({ screening }) =>
		screening.tiers.length === 0
			? "name the tiers of your roles under 'Screening Tiers' in the policy"
			: null,
	evaluate: {
		hire: (subject, context) => judgeHiringRecords(subject, context, judge),
	},
};

function judge(
	subject: HireSubject,
	context: CheckContext,
	{ start, deciding, counting }: HiringRecords,
): CheckResult {
	const known = {
		...hiringFacts(subject, context, counting),
		...linkOf(deciding.link),
		basis: 'presence' as const,
		expected: {},
	};
	const { tier } = subject;
	if (tier.kind !== 'tier') {
		return { ...known, ...(tier.kind === 'unknown' ? TIER_UNKNOWN : NO_TIER) };
	}
	const { required, byDefault } = tier;
	const coverageBy = (completions: readonly Completion[]) =>
		coverageOf(scopeOfRecords(completions, context.policy), required);
	const coverage = coverageBy(counting);
	if (coverage.kind === 'nothingNeeded') {
		return notApplicable(
			subject,
			'nothing-needed',
			`The tier "${required.tier}" asks for no search at this work location.`,
		);
	}
	const part = partOf(coverage, required, byDefault, context);
	return {
		...known,
		...(part.status === 'pass' &&
			linkOfScope(deciding, counting, (some) => isWhole(coverageBy(some)))),
		observed: {
			...known.observed,
			...(coverage.kind === 'missing' && { missingSearches: coverage.searches }),
		},
		expected: { tier: required.tier, searches: [...required.components] },
		deviationDay: start.date,
		...part,
	};
}

/** Whether it holds what the tier asks for without the policy's table of packages. */
function isWhole(coverage: Coverage): boolean {
	return coverage.kind === 'covered' && coverage.by !== 'mapping';
}

const TIER_UNKNOWN: Part = {
	status: 'indeterminate',
	reasonCode: 'tier-unknown',
	message:
		'It cannot be told which tier of the policy holds for this job: the job title, department, work location or posting that a tier asks for is not known. Expected: a job that one tier names.',
};

const NO_TIER: Part = {
	status: 'indeterminate',
	reasonCode: 'no-tier',
	message:
		'No tier of the policy names this job, and none is for everybody else. Expected: a tier for every job.',
	remediation: "Add the job to a tier under 'Screening Tiers' in the policy.",
};

const NOT_TOLD: Record<Extract<Coverage, { kind: 'unknown' }>['because'], string> = {
	noPackage: 'names neither a package nor the searches',
	onlySearches: 'names the searches, but not the package,',
	packageNotMapped: 'names a package whose searches the policy does not know',
};

function partOf(
	coverage: Exclude<Coverage, { kind: 'nothingNeeded' }>,
	{ tier }: RequiredScope,
	byDefault: boolean,
	{ screeningList: { label } }: CheckContext,
): Part {
	const expected = `Expected: what the tier "${tier}" asks for.`;
	if (coverage.kind === 'missing') {
		return {
			status: 'fail',
			reasonCode: 'search-missing',
			message: `The completed screening does not hold: ${coverage.searches.join(', ')}. ${expected}`,
		};
	}
	if (coverage.kind === 'otherPackage') {
		return {
			status: 'fail',
			reasonCode: 'package-below-tier',
			message: `The package of the completed screening is none of those that are enough. ${expected}`,
		};
	}
	if (coverage.kind === 'unknown') {
		const isMissing = coverage.because !== 'packageNotMapped';
		return {
			status: 'indeterminate',
			reasonCode: isMissing ? 'scope-not-stated' : 'package-not-mapped',
			message: `The ${label} ${NOT_TOLD[coverage.because]} of a completed screening. ${expected}`,
			remediation: isMissing
				? 'Export the package or the searches of each screening too, then run the checks again.'
				: "Add the package to a tier or to 'Searches of Packages' in the policy.",
		};
	}
	if (byDefault) {
		return {
			status: 'warn',
			reasonCode: 'tier-by-default',
			message: `The completed screening holds what the tier "${tier}" asks for, but no tier names this job. Expected: a tier that names it.`,
			remediation: "Add the job to a tier under 'Screening Tiers' in the policy.",
		};
	}
	if (coverage.by === 'mapping') {
		return {
			status: 'warn',
			reasonCode: 'scope-by-mapping',
			message: `The completed screening holds what the tier "${tier}" asks for, as far as the policy's table of packages says. Expected: a list that names the searches, or a package that the tier names.`,
			remediation:
				'Export the searches of each screening too, or add the package to the tier in the policy.',
		};
	}
	return {
		status: 'pass',
		reasonCode: 'scope-meets-tier',
		message: `The completed screening holds what the tier "${tier}" asks for.`,
	};
}
