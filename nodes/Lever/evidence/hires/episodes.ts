import type { CivilDate, EpochMilliseconds } from '../../../shared/contracts';
import { MILLISECONDS_PER_DAY, utcMidnight } from '../../../shared/dates';

/** The dates that tell which opportunities of a contact belong to one employment (rules.md §3). */
export interface EpisodeDates {
	start: CivilDate | null;
	acceptedAt: EpochMilliseconds | null;
	/** Archived with a hired-type reason */
	hiredAt: EpochMilliseconds | null;
	/** Any other moment of the opportunity, when it has none of these */
	otherwise: EpochMilliseconds | null;
}

const DAYS_WITHIN_AN_EPISODE = 30;

/**
 * Groups the opportunities of one contact into employment episodes: those that are linked directly, or
 * through others of the group. The groups, and the entries within each, keep the order given.
 */
export function groupEpisodes<T>(
	entries: readonly T[],
	datesOf: (entry: T) => EpisodeDates,
): T[][] {
	let episodes: Array<Array<{ entry: T; dates: EpisodeDates; place: number }>> = [];
	for (const [place, entry] of entries.entries()) {
		const newcomer = { entry, dates: datesOf(entry), place };
		const joins = (episode: (typeof episodes)[number]) =>
			episode.some(({ dates }) => belongTogether(dates, newcomer.dates));
		const joined = episodes.filter(joins).flat();
		const members = [...joined, newcomer].sort((a, b) => a.place - b.place);
		episodes = [...episodes.filter((episode) => !joins(episode)), members];
	}
	return episodes
		.sort((a, b) => (a[0]?.place ?? 0) - (b[0]?.place ?? 0))
		.map((episode) => episode.map(({ entry }) => entry));
}

/**
 * One employment: the starts lie within 30 days. Where one has no start, the acceptances or the hired
 * archivings decide; where they do not both have one of these, whatever date each has.
 */
export function belongTogether(a: EpisodeDates, b: EpisodeDates): boolean {
	if (a.start !== null && b.start !== null) {
		return within30Days(utcMidnight(a.start), utcMidnight(b.start));
	}
	return (
		within30Days(a.acceptedAt, b.acceptedAt) ||
		within30Days(a.hiredAt, b.hiredAt) ||
		within30Days(bestDate(a), bestDate(b))
	);
}

function bestDate({ start, acceptedAt, hiredAt, otherwise }: EpisodeDates) {
	return start === null ? (acceptedAt ?? hiredAt ?? otherwise) : utcMidnight(start);
}

function within30Days(a: EpochMilliseconds | null, b: EpochMilliseconds | null): boolean {
	if (a === null || b === null) return false;
	return Math.abs(a - b) <= DAYS_WITHIN_AN_EPISODE * MILLISECONDS_PER_DAY;
}
