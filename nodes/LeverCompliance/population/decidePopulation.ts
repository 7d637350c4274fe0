import type { EpochMilliseconds, Hire, Period } from '../../shared/contracts';
import type { TimeZone } from '../../shared/dates';
import { signedOffers } from './decideStart';
import type { AcceptanceDecision, NotInPopulationReason, StartDecision } from './types';

/** What belonging to the population is decided by. */
export interface PopulationFacts {
	hire: Hire;
	start: StartDecision;
	acceptance: AcceptanceDecision;
	workZone: TimeZone;
	period: Period;
	/** Evidence date */
	asOf: EpochMilliseconds;
}

/**
 * Whether a candidate belongs to the population of hires (rules.md §3); null when it does, else why it
 * does not. Nothing falls out because a date is missing or odd, or because its offers were not read.
 */
export function decidePopulation(facts: PopulationFacts): NotInPopulationReason | null {
	const { hire, start, period } = facts;
	const offersRead = hire.offersRead === true;
	if (!isHired(hire) && signedOffers(hire).length === 0 && offersRead) return 'notHired';
	// Among the offers that were not read may be a newer signed one with another start.
	if (!offersRead && start.source !== 'staffList') return null;
	if (wasWithdrawn(facts)) return 'withdrawnBeforeStart';
	if (start.date === null || isHiringWithinPeriod(facts)) return null;
	if (start.date < period.from) return 'startBeforePeriod';
	return start.date > period.to ? 'startAfterPeriod' : null;
}

function isHired({ archives, archivedAt }: Hire): boolean {
	return archivedAt !== null || archives.some(({ reasonType }) => reasonType === 'hired');
}

/**
 * Archived with a non-hired reason on or before the start, unless another opportunity of the episode is
 * archived as hired. An archiving with a reason that the account's list does not know decides nothing.
 */
function wasWithdrawn({ hire, start, workZone }: PopulationFacts): boolean {
	if (start.date === null || isHired(hire)) return false;
	const startDate = start.date;
	return withdrawableOpportunities(hire).every((opportunityId) =>
		hire.archives.some(
			(archive) =>
				archive.opportunityId === opportunityId &&
				archive.reasonType === 'non-hired' &&
				workZone.civilDate(archive.archivedAt) <= startDate,
		),
	);
}

/**
 * Whose archiving withdraws a hire: the opportunity of the newest signed offer; without one, or where not
 * all offers were read, all of them.
 */
export function withdrawableOpportunities(hire: Hire): readonly string[] {
	const signedIn = hire.offersRead === true ? signedOffers(hire)[0]?.opportunityId : undefined;
	return signedIn === undefined ? hire.opportunityIds : [signedIn];
}

/** Acceptance or hired archiving between the period's first day and the evidence date. */
function isHiringWithinPeriod(facts: PopulationFacts): boolean {
	const { hire, acceptance, workZone, period, asOf } = facts;
	const isWithin = (instant: EpochMilliseconds | null) =>
		instant !== null && instant <= asOf && workZone.civilDate(instant) >= period.from;
	return (
		isWithin(acceptance.at) ||
		isWithin(acceptance.earliestCandidateSignature) ||
		isWithin(hire.archivedAt) ||
		hire.archives.some(
			({ reasonType, archivedAt }) => reasonType === 'hired' && isWithin(archivedAt),
		)
	);
}
