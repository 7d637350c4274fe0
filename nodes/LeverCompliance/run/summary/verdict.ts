import type { CheckVerdict, FindingStatus } from '../../../shared/contracts';

/** What a verdict is decided from (rules.md §1, "Check verdicts"). */
export interface VerdictFacts {
	counts: Record<FindingStatus, number>;
	/** What its subjects are called, for instance "hires" */
	subjects: string;
	/** Why the check gave no findings on purpose, for instance "connect Staff List"; null when it ran */
	notSetUpBecause: string | null;
	/**
	 * Why an empty population may not be called "not occurring": a read that is not complete, a host that
	 * is not Lever's production host, nothing visible. Empty when it may.
	 */
	doubts: string[];
	/** Every known record was seen (IPE-02); otherwise each clean verdict says that this is not tested (rules.md §8) */
	visibilityTested: boolean;
}

/** A rate above this is pointed out, for ten or more subjects; what it means is the auditor's word. */
const NOTABLE_RATE = 0.05;
const SMALLEST_POPULATION_FOR_A_RATE = 10;

/** What a clean verdict says unless IPE-02 saw what is known to be there (rules.md §8). */
export const VISIBILITY_NOT_TESTED = 'visibility not tested';

/** The verdict of a check as a whole, and the sentence for it. */
export function decideVerdict(facts: VerdictFacts): { verdict: CheckVerdict; verdictText: string } {
	const { counts, subjects, notSetUpBecause, doubts } = facts;
	const visibility = facts.visibilityTested ? '' : VISIBILITY_NOT_TESTED;
	if (notSetUpBecause !== null) {
		return { verdict: 'notSetUp', verdictText: `Not set up: ${notSetUpBecause}` };
	}
	const deviations = counts.fail + counts.excepted;
	const decided = deviations + counts.warn + counts.pass;
	const applicable = decided + counts.indeterminate;
	if (applicable === 0) {
		return verdictOnNothing(counts.not_applicable, subjects, doubts, visibility);
	}
	if (deviations > 0) return deviationsNoted(deviations, applicable, counts);
	if (decided === 0) {
		return {
			verdict: 'couldNotBeChecked',
			verdictText: `Could not be checked: none of ${applicable} ${subjects} could be decided`,
		};
	}
	return {
		verdict: 'noDeviations',
		verdictText: joinClauses(
			`No deviations noted in ${decided} of ${applicable}`,
			undecided(counts),
			visibility,
		),
	};
}

function verdictOnNothing(
	notApplicable: number,
	subjects: string,
	doubts: string[],
	visibility: string,
) {
	const nothing =
		notApplicable > 0
			? subjects === 'accounts'
				? 'it does not apply to this account'
				: `it applied to none of ${notApplicable} ${subjects}`
			: `there were no ${subjects}`;
	if (doubts.length > 0) {
		return {
			verdict: 'couldNotBeChecked' as const,
			verdictText: `Could not be checked: ${[nothing, ...doubts].join('; ')}`,
		};
	}
	return {
		verdict: 'notOccurring' as const,
		verdictText: joinClauses(`Not occurring: ${nothing}`, visibility),
	};
}

function deviationsNoted(
	deviations: number,
	applicable: number,
	counts: Record<FindingStatus, number>,
) {
	const notable =
		applicable >= SMALLEST_POPULATION_FOR_A_RATE && deviations / applicable > NOTABLE_RATE;
	return {
		verdict: 'deviations' as const,
		verdictText: joinClauses(
			`${deviations} ${deviations === 1 ? 'deviation' : 'deviations'} in ${applicable}`,
			counts.excepted > 0 ? `${counts.excepted} excepted by approval` : '',
			notable ? 'a rate above 5 %' : '',
			undecided(counts),
		),
	};
}

function undecided(counts: Record<FindingStatus, number>): string {
	return counts.indeterminate > 0 ? `${counts.indeterminate} could not be decided` : '';
}

function joinClauses(...clauses: string[]): string {
	return clauses.filter((clause) => clause !== '').join('; ');
}
