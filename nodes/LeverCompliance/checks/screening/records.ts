import type {
	CivilDate,
	FindingFacts,
	MatchRung,
	ScreeningRecord,
} from '../../../shared/contracts';
import {
	addMonths,
	compareToStart,
	type StartComparison,
	type TimeZone,
} from '../../../shared/dates';
import type { HireScreening, ScreeningLink } from '../../matching/types';
import type { Policy } from '../../policy';
import type { CheckResult, WeakLink } from '../types';
import { lastDayFor } from './lastDay';

/** A done record whose completion can be read, seen against the last day on which it may be completed. */
export interface Completion {
	link: ScreeningLink;
	comparison: StartComparison;
	/** Completed too long before the first day by its day in one of work zone and UTC, but not in the other */
	tooOldInOneZone?: true;
}

/** The linked records of a hire, sorted by what they say about a first day. */
export interface RecordsByMeaning {
	/** Done and completed not earlier than the validity before the first day, in one zone at least; earliest first */
	fresh: Completion[];
	/** Done, but completed too long before the first day, in the work zone and in UTC (rules.md §2) */
	stale: Completion[];
	/** Done without a completion that can be read */
	undated: ScreeningLink[];
	running: ScreeningLink[];
	stopped: ScreeningLink[];
	/** With a status that nobody knows */
	unknown: ScreeningLink[];
}

/** What decides how old and how late a completion may be. */
interface RecordRules {
	policy: Policy;
	workZone: TimeZone;
	/** Default: the policy's, for everybody */
	validityMonths?: number;
}

export function recordsByMeaning(
	{ linked }: HireScreening,
	start: CivilDate,
	{ policy, workZone, validityMonths = policy.screening.validityMonths }: RecordRules,
): RecordsByMeaning {
	const validFrom = addMonths(start, -validityMonths);
	const lastDay = lastDayFor(start, policy);
	const sorted: RecordsByMeaning = {
		fresh: [],
		stale: [],
		undated: [],
		running: [],
		stopped: [],
		unknown: [],
	};
	for (const link of linked) {
		const { state, completedAt } = link.record;
		if (state !== 'done') {
			sorted[state].push(link);
			continue;
		}
		const comparison = compareToStart(completedAt, lastDay, workZone);
		if (comparison === null) {
			sorted.undated.push(link);
			continue;
		}
		const age = ageOf(comparison, validFrom);
		if (age === 'tooOldInOneZone') {
			sorted.fresh.push({ link, comparison, tooOldInOneZone: true });
		} else (age === 'tooOld' ? sorted.stale : sorted.fresh).push({ link, comparison });
	}
	sorted.fresh.sort(compareCompletions);
	sorted.stale.sort(compareCompletions);
	return sorted;
}

/** Whether a completion lies too long before the first day, by its day in the work zone and by that in UTC (rules.md §2). */
export function ageOf(
	{ inWorkZone, inUtc }: Pick<StartComparison, 'inWorkZone' | 'inUtc'>,
	validFrom: CivilDate,
): 'valid' | 'tooOldInOneZone' | 'tooOld' {
	const tooOld = inWorkZone.date < validFrom;
	if (tooOld !== inUtc.date < validFrom) return 'tooOldInOneZone';
	return tooOld ? 'tooOld' : 'valid';
}

/**
 * The record that decides: the earliest whose searches were all done; one with a cancelled search only
 * if there is no other (rules.md §5 SCR-02). One that is too old in one zone gives way to one that is in
 * time whichever zone counts.
 */
export function decidingCompletion({ fresh }: RecordsByMeaning): Completion | undefined {
	const deciding = earliestOf(fresh);
	if (deciding?.tooOldInOneZone === undefined) return deciding;
	const other = earliestOf(fresh.filter(({ tooOldInOneZone }) => tooOldInOneZone === undefined));
	return other && isInTime(other) ? other : deciding;
}

function earliestOf(completions: readonly Completion[]): Completion | undefined {
	return completions.find(({ link }) => !link.record.hasCancelled) ?? completions[0];
}

/** Whether it is, by its day in the work zone and by that in UTC. */
function isInTime({ comparison, tooOldInOneZone }: Completion): boolean {
	const { inWorkZone, zoneSensitive } = comparison;
	return inWorkZone.onOrBefore && !zoneSensitive && tooOldInOneZone === undefined;
}

/**
 * Whether a record that is done on an unknown day may be the one that decides, with another result. One
 * that is in time stands: an earlier completion would be in time too, and a later one does not decide.
 *
 * @param inTime default: against the first day
 */
export function mayBeOvertaken(
	completion: Completion,
	{ undated }: RecordsByMeaning,
	inTime = isInTime(completion),
): boolean {
	const isCancelled = completion.link.record.hasCancelled;
	return undated.some(({ record }) =>
		record.hasCancelled ? isCancelled && !inTime : isCancelled || !inTime,
	);
}

/** By day, then a strong link before a weak one; the same on every machine. */
function compareCompletions(a: Completion, b: Completion): number {
	return (
		compareTexts(a.comparison.inWorkZone.date, b.comparison.inWorkZone.date) ||
		compareTexts(a.comparison.inUtc.date, b.comparison.inUtc.date) ||
		compareLinks(a.link, b.link)
	);
}

/** The stronger rung first, then by record id. */
export function compareLinks(a: ScreeningLink, b: ScreeningLink): number {
	return (
		Number(weakness(a) !== undefined) - Number(weakness(b) !== undefined) ||
		compareTexts(a.rung, b.rung) ||
		compareTexts(a.record.recordId, b.record.recordId)
	);
}

function compareTexts(a: string, b: string): number {
	if (a === b) return 0;
	return a < b ? -1 : 1;
}

/** What the strength of a link shows in: of a hire and of somebody on the staff list alike. */
type LinkStrength = Pick<ScreeningLink, 'rung' | 'namesAgree' | 'details'>;

/** Why a link cannot carry a pass; undefined when it can (rules.md §4). */
export function weakness({ rung, namesAgree, details }: LinkStrength): WeakLink | undefined {
	if (details.weakSource) return 'weak-source';
	if (rung === 'M4') return 'name-only';
	return rung === 'M2' && namesAgree !== true ? 'names-differ' : undefined;
}

/** One for all findings of a rung. */
const ON_RUNG: Readonly<Record<MatchRung, NonNullable<CheckResult['match']>>> = {
	M1: { rung: 'M1' },
	M2: { rung: 'M2' },
	M3: { rung: 'M3' },
	M4: { rung: 'M4' },
};

/** The rung and weakness of the link that a result stands on. */
export function linkOf(link: LinkStrength): Pick<CheckResult, 'match' | 'weakLink'> {
	const weakLink = weakness(link);
	return { match: ON_RUNG[link.rung], ...(weakLink && { weakLink }) };
}

export function strongest(links: readonly ScreeningLink[]): ScreeningLink | undefined {
	return links.length < 2 ? links[0] : [...links].sort(compareLinks)[0];
}

/** The records a result was made from, for `observed`; a status text may tell a result and stays out. */
export function recordFacts(records: readonly ScreeningRecord[]): FindingFacts {
	if (records.length === 0) return { screeningRecords: [] };
	return {
		screeningRecords: records.map(({ recordId }) => recordId),
		screeningStates: records.map(({ state }) => state),
	};
}

export function recordsOf(links: readonly ScreeningLink[]): ScreeningRecord[] {
	return links.map(({ record }) => record);
}
