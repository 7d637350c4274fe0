import type { ScreeningRecord } from '../../../shared/contracts';
import type { KnownDay } from '../start';
import type { CheckContext, CheckResult, Foundation, HireSubject } from '../types';
import { doubtOfAbsence } from './doubtOfAbsence';

/** What a check has to say of its own where no record is linked; all texts are whole sentences. */
interface AbsentRecord {
	start: KnownDay;
	expected: string;
	/** What was seen where records may belong to this hire or to somebody else */
	ambiguous: string;
	/** The fail, where nothing stands against it */
	nothing: { reasonCode: string; seen: string; restsOn: readonly Foundation[] };
	factsOf(
		records: readonly ScreeningRecord[],
	): Pick<CheckResult, 'observed' | 'expected' | 'evidence'>;
}

/**
 * The result of a hire who has started and to whom no record is linked: a fail by absence, unless records
 * may belong to this hire, the list cannot show that there is nothing, or a tag, which has no date, speaks
 * of a screening (rules.md §4, §5 SCR-02).
 */
export function absentRecord(
	subject: HireSubject,
	context: CheckContext,
	{ start, expected, ambiguous, nothing, factsOf }: AbsentRecord,
): CheckResult {
	const candidates = subject.screening.ambiguous;
	if (candidates.length > 0) {
		return {
			...factsOf(candidates),
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'ambiguous-candidates',
			message: `${ambiguous} ${expected}`,
		};
	}
	const known = factsOf([]);
	const doubt = doubtOfAbsence(subject, context);
	if (doubt) {
		return {
			...known,
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: doubt.reason,
			message: `No screening record is linked, but ${doubt.text}. ${expected}`,
		};
	}
	if (subject.hire.screeningTags.length > 0) {
		return {
			...known,
			status: 'indeterminate',
			basis: 'presence',
			reasonCode: 'only-lever-tag',
			message: `Only a tag in Lever speaks of a screening, and it has no date. ${expected}`,
		};
	}
	return {
		...known,
		status: 'fail',
		basis: 'absence',
		reasonCode: nothing.reasonCode,
		message: `${nothing.seen} ${expected}`,
		restsOn: nothing.restsOn,
		deviationDay: start.date,
	};
}
