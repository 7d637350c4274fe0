import { CHECKS } from '../checks';
import { namedControls } from '../checks/controls';
import type {
	Check,
	CheckContext,
	CheckResult,
	Evaluations,
	LeftOut,
	SubjectsByType,
} from '../checks/types';
import type { Finding } from '../../shared/contracts';
import { compareFindings } from './findingOrder';
import { notSetUpBecause, type SetUp } from './setUp';
import { settleResult, type SettleContext } from './settleResult';
import type { Subject } from './subjects';
import { subjectTypesOf } from './subjectTypes';

/** Subject type → every subject of a run; a type that is left out has none. */
export type Subjects = {
	readonly [Type in keyof SubjectsByType]: ReadonlyArray<Subject<SubjectsByType[Type]>>;
};

/** What one check gave. */
export interface CheckOutcome {
	check: Check;
	/** Sorted by subject */
	findings: Finding[];
	/** Reason in words → number of subjects that the check itself left out */
	leftOut: ReadonlyMap<string, number>;
	/** null when the check ran */
	notSetUpBecause: string | null;
}

/** Every check of the table over all its subjects, in the table's order. */
export function evaluateChecks(
	subjects: Subjects,
	context: CheckContext,
	settle: SettleContext,
	setUp: SetUp,
): CheckOutcome[] {
	return CHECKS.map((check) => {
		const because = notSetUpBecause(check, setUp);
		const outcome: CheckOutcome = {
			check,
			findings: [],
			leftOut: new Map(),
			notSetUpBecause: because,
		};
		return because === null ? evaluate(check, subjects, context, settle) : outcome;
	});
}

function evaluate(
	check: Check,
	subjects: Subjects,
	context: CheckContext,
	settle: SettleContext,
): CheckOutcome {
	const controls = namedControls(check.controls, context.policy);
	const findings: Finding[] = [];
	const leftOut = new Map<string, number>();
	const over = <Type extends keyof SubjectsByType>(type: Type) => {
		const judge: Evaluations[Type] = check.evaluate[type];
		if (judge === undefined) return;
		for (const { subject, settled } of subjects[type]) {
			const result: CheckResult | LeftOut = judge(subject, context);
			if ('notInPopulation' in result) {
				leftOut.set(result.notInPopulation, (leftOut.get(result.notInPopulation) ?? 0) + 1);
			} else {
				findings.push(settleResult(check, controls, settled, result, settle));
			}
		}
	};
	for (const type of subjectTypesOf(check)) over(type);
	return { check, findings: findings.sort(compareFindings), leftOut, notSetUpBecause: null };
}
