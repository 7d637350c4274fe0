import type { CheckVerdict, FindingStatus } from '../../shared/contracts';
import { html, type Html } from './html';

interface StatusWords {
	/** One result */
	one: string;
	/** Heading over several */
	many: string;
	/** Shown beside the words, so that nothing rests on colour alone */
	sign: string;
	/** What it means, in one sentence */
	meaning: string;
}

/** How each status is called in the report (rules.md §1). */
export const STATUS_WORDS: Record<FindingStatus, StatusWords> = {
	fail: {
		one: 'Deviation',
		many: 'Deviations',
		sign: '✕',
		meaning: 'The rule was not met.',
	},
	indeterminate: {
		one: 'Could not be decided',
		many: 'Could not be decided',
		sign: '?',
		meaning: 'Something that the rule needs could not be read. Neither a pass nor a deviation.',
	},
	warn: {
		one: 'Warning',
		many: 'Warnings',
		sign: '!',
		meaning: 'The rule is met or not yet due, but somebody should look.',
	},
	excepted: {
		one: 'Approved exception',
		many: 'Approved exceptions',
		sign: '◆',
		meaning: 'A deviation that was approved beforehand. It stays a disclosed deviation.',
	},
	pass: { one: 'Pass', many: 'Passes', sign: '✓', meaning: 'The rule was met.' },
	not_applicable: {
		one: 'Not applicable',
		many: 'Not applicable',
		sign: '–',
		meaning: 'The rule does not apply to this one, or not yet.',
	},
};

/** In the order of a stacked bar: what needs a look first. */
export const STATUS_ORDER: readonly FindingStatus[] = [
	'fail',
	'indeterminate',
	'warn',
	'excepted',
	'pass',
	'not_applicable',
];

/**
 * Statuses that a reader must be shown, most serious first. Approved exceptions are among them: they
 * stay disclosed deviations (rules.md §1).
 */
export const EXCEPTION_STATUSES: readonly FindingStatus[] = [
	'fail',
	'indeterminate',
	'warn',
	'excepted',
];

const VERDICT_LOOK: Record<CheckVerdict, FindingStatus> = {
	deviations: 'fail',
	couldNotBeChecked: 'indeterminate',
	noDeviations: 'pass',
	notOccurring: 'not_applicable',
	notSetUp: 'not_applicable',
};

/**
 * Look of a verdict: that of the status it is nearest to. "No deviations noted" is not green while some
 * results could not be decided.
 */
export function verdictLook(
	verdict: CheckVerdict | undefined,
	counts: Record<FindingStatus, number>,
): FindingStatus {
	if (verdict === undefined) return 'indeterminate';
	if (verdict === 'noDeviations' && counts.indeterminate > 0) return 'indeterminate';
	return VERDICT_LOOK[verdict] ?? 'indeterminate';
}

export function badge(status: FindingStatus): Html {
	const words = STATUS_WORDS[status];
	return html`<span class="badge ${status}"
		><span aria-hidden="true">${words.sign}</span> ${words.one}</span
	>`;
}
