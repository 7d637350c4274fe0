import type { CivilDate, Severity } from '../../shared/contracts';
import { addBusinessDays } from '../../shared/dates';

/** Business days after the evidence date by which somebody should have acted. */
const BUSINESS_DAYS_TO_ACT: Record<Severity, number> = {
	critical: 1,
	high: 3,
	medium: 5,
	low: 10,
};

/** The day by which somebody should have acted on a result of this severity. */
export function dueDate(today: CivilDate, severity: Severity): CivilDate {
	return addBusinessDays(today, BUSINESS_DAYS_TO_ACT[severity]);
}

/**
 * So many business days before a first day, but not before today: a date in the past asks for nothing.
 */
export function dueBeforeStart(
	today: CivilDate,
	start: CivilDate,
	businessDays: number,
): CivilDate {
	const due = addBusinessDays(start, -businessDays);
	return due < today ? today : due;
}
