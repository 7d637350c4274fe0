import { CHECKS } from '../checks';
import { namedControls } from '../checks/controls';
import type {
	Check,
	CheckContext,
	CheckResult,
	CollectionSubject,
	HireSubject,
	UserSubject,
} from '../checks/types';
import type { Finding } from '../../shared/contracts';
import { compareFindings } from './findingOrder';
import { notSetUpBecause, type SetUp } from './setUp';
import { settleResult, type SettleContext } from './settleResult';
import type { Subject } from './subjects';

export interface Subjects {
	hires: ReadonlyArray<Subject<HireSubject>>;
	users: ReadonlyArray<Subject<UserSubject>>;
	collections: ReadonlyArray<Subject<CollectionSubject>>;
}

/** What one check gave. */
export interface CheckOutcome {
	check: Check;
	/** Sorted by subject */
	findings: Finding[];
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
		const findings = because === null ? evaluate(check, subjects, context, settle) : [];
		return { check, findings: findings.sort(compareFindings), notSetUpBecause: because };
	});
}

function evaluate(
	check: Check,
	subjects: Subjects,
	context: CheckContext,
	settle: SettleContext,
): Finding[] {
	switch (check.subjectType) {
		case 'hire':
			return over(
				check,
				subjects.hires,
				(subject) => check.evaluate(subject, context),
				context,
				settle,
			);
		case 'user':
			return over(
				check,
				subjects.users,
				(subject) => check.evaluate(subject, context),
				context,
				settle,
			);
		case 'collection':
			return over(
				check,
				subjects.collections,
				(subject) => check.evaluate(subject, context),
				context,
				settle,
			);
	}
}

function over<T>(
	check: Check,
	subjects: ReadonlyArray<Subject<T>>,
	resultOf: (subject: T) => CheckResult,
	{ policy }: CheckContext,
	settle: SettleContext,
): Finding[] {
	const controls = namedControls(check.controls, policy);
	return subjects.map(({ subject, settled }) =>
		settleResult(check, controls, settled, resultOf(subject), settle),
	);
}
