import { compareCodeUnits } from '../../shared/canonicalJson';
import type { CivilDate } from '../../shared/contracts';
import { dateFieldOfListed, daysBetween, type TimeZone } from '../../shared/dates';
import type { StaffRow } from '../lists/types';

/** First and last day of a staff row; null where missing or unreadable. */
export interface Employment {
	start: CivilDate | null;
	/** null also when the row is of a current employee */
	end: CivilDate | null;
}

export function employmentOf({ record }: StaffRow, zones: readonly TimeZone[]): Employment {
	const start = dateFieldOfListed(record.startDate, zones);
	const end = dateFieldOfListed(record.endDate, zones);
	return {
		start: start.kind === 'date' ? start.date : null,
		end: end.kind === 'date' && record.employment !== 'current' ? end.date : null,
	};
}

/**
 * A current row wins over the others, else the later start; all different rows that are equally good. A
 * row that came twice, the same in every column, leaves nothing open.
 */
export function winningRows(rows: readonly StaffRow[], zones: readonly TimeZone[]): StaffRow[] {
	const current = rows.filter(({ record }) => record.employment === 'current');
	const candidates = current.length > 0 ? current : rows;
	const starts = candidates.map((row) => employmentOf(row, zones).start ?? '');
	const latest = starts.reduce((latestYet, start) => (start > latestYet ? start : latestYet), '');
	return withoutDoubles(candidates.filter((_, index) => starts[index] === latest));
}

function withoutDoubles(rows: readonly StaffRow[]): StaffRow[] {
	const seen = new Set<string>();
	return rows.filter(({ record, reference }) => {
		const content = `${record.rawSha256} ${reference ?? ''}`;
		const isNew = !seen.has(content);
		seen.add(content);
		return isNew;
	});
}

interface Episode {
	hire: { hireId: string };
	offeredStart: CivilDate | null;
}

/**
 * Which episode of a contact an employment belongs to: the one whose offered start lies nearest, the
 * later one of two equally near. An employment without a start belongs to the latest episode.
 */
export function nearestEpisode<Subject extends Episode>(
	start: CivilDate | null,
	episodes: readonly Subject[],
): Subject | undefined {
	const latestFirst = [...episodes].sort(
		(a, b) =>
			compareCodeUnits(b.offeredStart ?? '', a.offeredStart ?? '') ||
			compareCodeUnits(b.hire.hireId, a.hire.hireId),
	);
	let nearest = latestFirst[0];
	if (start === null) return nearest;
	for (const episode of latestFirst) {
		if (distance(start, episode) < distance(start, nearest)) nearest = episode;
	}
	return nearest;
}

function distance(start: CivilDate, episode: Episode | undefined): number {
	const offered = episode?.offeredStart ?? null;
	return offered === null ? Number.POSITIVE_INFINITY : Math.abs(daysBetween(offered, start));
}
