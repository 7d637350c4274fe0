import type { CivilDate } from '../../../shared/contracts';
import { listedDay, type TimeZone } from '../../../shared/dates';
import type { AccessReview, Approval } from '../../lists/types';
import type { CheckContext } from '../types';

/** The days up to the evidence date on which somebody reviewed access, without doubles, earliest first. */
export function reviewDays(
	approvals: readonly Approval[],
	zone: TimeZone,
	today: CivilDate,
): CivilDate[] {
	const days = approvals.flatMap((row) => {
		if (row.type !== 'access_review') return [];
		const day = listedDay(row.approvedAt, zone);
		return day === null || day > today ? [] : [day];
	});
	return [...new Set(days)].sort();
}

/** The latest decision about a user up to the evidence date; of one day the strictest, then by id. */
export function latestReview(
	userId: string,
	{ approvals, organisationZone }: CheckContext,
	today: CivilDate,
): { row: AccessReview; day: CivilDate } | null {
	const found = approvals.bySubject.get(userId).flatMap((row) => {
		if (row.type !== 'access_review') return [];
		const day = listedDay(row.approvedAt, organisationZone);
		return day === null || day > today ? [] : [{ row, day }];
	});
	const [latest] = found.sort(
		(a, b) =>
			compare(b.day, a.day) ||
			STRICTNESS[a.row.decision] - STRICTNESS[b.row.decision] ||
			compare(a.row.id, b.row.id),
	);
	return latest ?? null;
}

const STRICTNESS: Record<AccessReview['decision'], number> = { remove: 0, change: 1, keep: 2 };

function compare(a: string, b: string): number {
	return a === b ? 0 : a < b ? -1 : 1;
}
