import { CHECKS } from '../../checks';
import { namedControls } from '../../checks/controls';
import type { Check, CheckContext, LeftOut, SubjectsByType } from '../../checks/types';
import type { ControlReference, Finding, Sha256 } from '../../../shared/contracts';
import { findingsInOrder, type FindingsInOrder } from './findingOrder';
import { notSetUp, type NotSetUp, type SetUp } from './setUp';
import { NOTHING_TO_DO, settleResult, type SettleContext } from './settleResult';
import { sharedParts } from './sharedParts';
import type { SubjectsOf } from '../subjects/subjects';
import { SUBJECT_TYPES } from '../subjects/subjectTypes';

/** Subject type → every subject of a run. */
export type Subjects = {
	readonly [Type in keyof SubjectsByType]: SubjectsOf<SubjectsByType[Type]>;
};

/** What one check gave. */
export interface CheckOutcome {
	check: Check;
	/** Sorted by subject */
	findings: Finding[];
	/** See `CheckRun.findingsSha256` */
	findingsSha256: Sha256;
	/** Reason in words → number of subjects that the check itself left out */
	leftOut: ReadonlyMap<string, number>;
	/** null when the check ran */
	notSetUp: NotSetUp | null;
}

/** What all checks gave together. */
export interface Evaluation {
	/** In the table's order */
	outcomes: CheckOutcome[];
	/** Hires of the population with at least one result that is decided */
	testedHires: number;
}

/** A check while subjects are judged by it. */
interface Running {
	check: Check;
	notSetUp: NotSetUp | null;
	controls: ControlReference[];
	findings: FindingsInOrder;
	leftOut: Map<string, number>;
}

/**
 * Every check of the table over all its subjects, in the table's order. Subject by subject rather than check
 * by check: what the findings of a subject have in common is made, kept and written once.
 */
export function evaluateChecks(
	subjects: Subjects,
	context: CheckContext,
	settle: SettleContext,
	setUp: SetUp,
): Evaluation {
	const shared = sharedParts();
	shared.everywhere(NOTHING_TO_DO);
	const running = CHECKS.map((check): Running => {
		const controls = namedControls(check.controls, context.policy);
		shared.everywhere(controls);
		return {
			check,
			notSetUp: notSetUp(check, setUp),
			controls,
			findings: findingsInOrder(shared.textOf),
			leftOut: new Map(),
		};
	});
	let testedHires = 0;
	const over = <Type extends keyof SubjectsByType>(type: Type) => {
		const judges = running.flatMap((one) => {
			const judge = one.notSetUp === null ? one.check.evaluate[type] : undefined;
			return judge === undefined ? [] : [{ judge, one }];
		});
		if (judges.length === 0) return;
		const { all, settled: settledOf } = subjects[type];
		for (const subject of all) {
			const settled = settledOf(subject);
			let isTested = false;
			for (const { judge, one } of judges) {
				const result = judge(subject, context);
				if ('notInPopulation' in result) {
					countLeftOut(one.leftOut, result);
				} else {
					const finding = settleResult(one.check, one.controls, settled, result, settle);
					finding.evidence = shared.evidence(finding.evidence);
					one.findings.add(finding);
					isTested ||= isDecided(finding);
				}
			}
			if (isTested && type === 'hire') testedHires++;
			shared.nextSubject();
		}
	};
	for (const type of SUBJECT_TYPES) over(type);
	const outcomes = running.map(({ check, notSetUp: reason, findings, leftOut }) => ({
		check,
		...findings.all(),
		leftOut,
		notSetUp: reason,
	}));
	return { outcomes, testedHires };
}

function isDecided({ status }: Finding): boolean {
	return status !== 'indeterminate' && status !== 'not_applicable';
}

function countLeftOut(counts: Map<string, number>, { notInPopulation }: LeftOut): void {
	counts.set(notInPopulation, (counts.get(notInPopulation) ?? 0) + 1);
}
