import type { StaffRecord } from '../../../shared/contracts';
import { foldStatus } from '../table/foldStatus';

type Employment = StaffRecord['employment'];

/**
 * What the statuses of HR systems mean; keys as `foldStatus` gives them. What is not here is unknown:
 * a status such as "pending" says neither that somebody works nor that somebody left.
 */
const STAFF_STATUSES: ReadonlyMap<string, Employment> = new Map<string, Employment>([
	['active', 'current'],
	['current', 'current'],
	['employed', 'current'],
	['employee', 'current'],
	['working', 'current'],
	['full time', 'current'],
	['part time', 'current'],
	['probation', 'current'],
	['on leave', 'current'],
	['leave', 'current'],
	['leave of absence', 'current'],
	['parental leave', 'current'],
	['maternity leave', 'current'],
	['sick leave', 'current'],
	['sabbatical', 'current'],
	['garden leave', 'current'],
	['notice period', 'current'],
	['on notice', 'current'],
	['left', 'left'],
	['leaver', 'left'],
	['terminated', 'left'],
	['inactive', 'left'],
	['former', 'left'],
	['former employee', 'left'],
	['ended', 'left'],
	['resigned', 'left'],
	['dismissed', 'left'],
	['departed', 'left'],
	['exited', 'left'],
	['offboarded', 'left'],
	['retired', 'left'],
	['deceased', 'left'],
	['no longer employed', 'left'],
]);

/**
 * Reads statuses: a person's own table first, then the one above.
 *
 * @param ownMeanings status text → employment, as the person set it
 */
export function staffStatusReader(
	ownMeanings: Readonly<Record<string, Employment>>,
): (status: string) => Employment {
	const own = new Map(
		Object.entries(ownMeanings).map(([status, employment]) => [foldStatus(status), employment]),
	);
	return (status) => {
		const key = foldStatus(status);
		return own.get(key) ?? STAFF_STATUSES.get(key) ?? 'unknown';
	};
}
