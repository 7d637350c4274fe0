import type { ScreeningState } from '../../../shared/contracts';
import { counted } from '../../phrases';
import type { Policy, RequiredScope } from '../../policy';
import { foldKey } from '../../policy/foldKey';
import { always, ISO_27001, screenedPriorToTheFirstDay, SOC_2 } from '../controls';
import type { Check, CheckContext, CheckResult, HireSubject } from '../types';
import { hiringFacts, judgeHiringRecords, type HiringRecords } from './hiringRecords';
import { linkOf, type Completion } from './records';
import {
	coverageOf,
	linkOfScope,
	scopeOfRecords,
	searchesOf,
	searchesOfPolicy,
	type RecordedScope,
} from './scopeOfRecords';
import { SCOPE_POLICY_FIELDS } from './scr05ScopeMeetsTier';

type Part = Pick<CheckResult, 'status' | 'reasonCode' | 'message'> & { notDone?: NotDone };

/** Searches by the names that the policy itself has for them, and how many others. */
interface NotDone {
	named: string[];
	others: number;
}

/** Compliance reference B.2 SCR-04. */
export const searchesDone: Check = {
	id: 'SCR-04',
	version: 1,
	title: 'No cancelled or missing searches',
	tests: 'Nothing that a completed screening needs was cancelled, left undone or left out.',
	family: 'screening',
	needs: { lists: ['screeningList'], collections: ['hires', 'offers'] },
	restsOn: ['hires', 'screeningList', 'staffList'],
	policyFields: SCOPE_POLICY_FIELDS,
	severity: 'high',
	controls: [
		{ framework: ISO_27001, id: 'A.6.1', isMetBy: screenedPriorToTheFirstDay },
		{ framework: SOC_2, id: 'CC1.4', isMetBy: always },
	],
	remediation:
		'Have the searches done that were cancelled or left out, and decide on a compensating control until then. If a search is not needed, say so in the tiers of the policy.',
	evaluate: {
		hire: (subject, context) => judgeHiringRecords(subject, context, judge),
	},
};

function judge(
	subject: HireSubject,
	context: CheckContext,
	{ start, deciding, counting }: HiringRecords,
): CheckResult {
	const { tier } = subject;
	const required = tier.kind === 'tier' ? tier.required : null;
	// Without searches that a tier needs, everything that was ordered is needed.
	const byTier = required !== null && required.components.length > 0 ? required : null;
	const shown = byTier ? counting : [deciding];
	const { notDone, ...part } = byTier
		? againstTier(shown, deciding, byTier, context)
		: withoutTier(subject, deciding, context);
	const known = hiringFacts(subject, context, shown);
	return {
		...known,
		observed: {
			...known.observed,
			hasCancelledSearches: deciding.link.details.cancelledSearches,
			...(notDone && { searchesNotDone: notDone.named, otherSearchesNotDone: notDone.others }),
		},
		expected: byTier ? { tier: byTier.tier, searchesDone: [...byTier.components] } : {},
		...(byTier && part.status === 'pass'
			? linkOfScope(
					deciding,
					shown,
					(some) => againstTier(some, deciding, byTier, context).status === 'pass',
				)
			: linkOf(deciding.link)),
		basis: 'presence',
		deviationDay: start.date,
		...part,
	};
}

const NOT_DONE: ReadonlySet<ScreeningState | undefined> = new Set<ScreeningState>([
	'running',
	'stopped',
]);

const CANCELLED: Part = {
	status: 'fail',
	reasonCode: 'search-cancelled',
	message:
		'The screening is complete, but a search inside it was cancelled. Expected: every search done.',
};

/** Where it is not known what the role needs, only what was ordered can be looked at. */
function withoutTier({ tier }: HireSubject, deciding: Completion, context: CheckContext): Part {
	const part = asOrdered(deciding, context);
	if (part.status !== 'pass' || tier.kind === 'tier' || tier.kind === 'notSet') return part;
	return {
		status: 'indeterminate',
		reasonCode: 'tier-unknown',
		message: `${part.message} It is not known which tier of the policy holds for this job, so whether a search is missing cannot be told: see SCR-05. Expected: a tier for every job.`,
	};
}

function asOrdered({ link }: Completion, { policy, screeningList }: CheckContext): Part {
	const { components, cancelledSearches } = link.details;
	const notDone = (components ?? []).filter(({ state }) => NOT_DONE.has(state));
	if (notDone.length > 0) {
		return undone(
			notDone.map(({ name }) => name),
			'every search done',
			policy,
		);
	}
	if (cancelledSearches === true) return CANCELLED;
	if (components?.some(({ state }) => state === 'unknown')) return STATE_UNKNOWN;
	if (components === null && cancelledSearches === null) return notStated(screeningList.label);
	return {
		status: 'pass',
		reasonCode: 'searches-done',
		message:
			'The list says that no search of the completed screening was cancelled or left undone.',
	};
}

function againstTier(
	completions: readonly Completion[],
	deciding: Completion,
	required: RequiredScope,
	context: CheckContext,
): Part {
	const scope = scopeOfRecords(completions, context.policy);
	const expected = `every search that the tier "${required.tier}" needs done`;
	const open = openSearches(completions, scope, required, context);
	const notDone = open.filter((name) => NOT_DONE.has(scope.itemised.get(name)));
	if (notDone.length > 0) return undone(notDone, expected, context.policy);
	const coverage = coverageOf(scope, required);
	if (coverage.kind === 'missing') {
		return {
			status: 'fail',
			reasonCode: 'search-missing',
			message: `The screening is complete without: ${coverage.searches.join(', ')}. Expected: ${expected}.`,
			notDone: { named: coverage.searches, others: 0 },
		};
	}
	if (open.length > 0) {
		const cancelled = completions.filter(({ link }) => link.details.cancelledSearches === true);
		if (cancelled.length > 0) return whichCancelled(cancelled, scope, open, context);
		return open.some((name) => scope.itemised.get(name) === 'unknown')
			? STATE_UNKNOWN
			: notStated(context.screeningList.label);
	}
	if (deciding.link.details.cancelledSearches === true) {
		return {
			status: 'warn',
			reasonCode: 'cancelled-not-needed',
			message: `A search was cancelled that the tier "${required.tier}" does not need. Expected: ${expected}, and nothing cancelled.`,
		};
	}
	return {
		status: 'pass',
		reasonCode: 'searches-done',
		message: `No search that the tier "${required.tier}" needs was cancelled, left undone or left out.`,
	};
}

/** What the tier needs and no record is known to have done: itemised so, or in a package without anything cancelled. */
function openSearches(
	completions: readonly Completion[],
	{ itemised }: RecordedScope,
	required: RequiredScope,
	{ policy }: CheckContext,
): string[] {
	const whole = completions.filter(
		({ link: { details } }) => details.components === null && details.cancelledSearches === false,
	);
	const { mapped, packages } = scopeOfRecords(whole, policy);
	if ([...packages].some((one) => required.packages.has(one))) return [];
	return required.components.filter((name) => itemised.get(name) !== 'done' && !mapped.has(name));
}

/** Something was cancelled, and the list does not say what: needed, not needed, or not known. */
function whichCancelled(
	cancelled: readonly Completion[],
	{ itemised }: RecordedScope,
	open: readonly string[],
	{ policy }: CheckContext,
): Part {
	const needed = new Set(open);
	const verdicts = cancelled.map(({ link: { details } }) => {
		const named = details.components?.map(({ name }) => name);
		const listed = named?.filter((name) => itemised.get(name) !== 'done');
		const searches =
			listed ?? (details.package === null ? null : searchesOf(details.package, policy));
		if (searches === null || searches.length === 0) return 'unknown';
		return searches.every((name) => needed.has(foldKey(name))) ? 'needed' : 'unknown';
	});
	if (verdicts.includes('needed')) return CANCELLED;
	return {
		status: 'indeterminate',
		reasonCode: 'cancelled-search-not-named',
		message:
			'A search was cancelled, and the list does not say whether it is one that the role needs. Expected: a list that names the searches.',
	};
}

/** What a list calls a search is a text of its own, which no pack may hold (rules.md §10). */
function undone(searches: readonly string[], expected: string, policy: Policy): Part {
	const known = searchesOfPolicy(policy);
	const named = searches.filter((name) => known.has(name));
	const others = searches.length - named.length;
	const further = named.length === 0 ? 'search' : 'other search';
	const furtherOnes = named.length === 0 ? 'searches' : 'other searches';
	const seen = [...named, ...(others > 0 ? [counted(others, further, furtherOnes)] : [])];
	return {
		status: 'fail',
		reasonCode: 'search-not-done',
		message: `The screening is complete, but this was stopped or is still running: ${seen.join(', ')}. Expected: ${expected}.`,
		notDone: { named, others },
	};
}

const STATE_UNKNOWN: Part = {
	status: 'indeterminate',
	reasonCode: 'search-state-unknown',
	message:
		"The state of a search inside the screening is not known. Expected: a state that says running, done or stopped; add it to 'Status Mappings'.",
};

function notStated(label: string): Part {
	return {
		status: 'indeterminate',
		reasonCode: 'searches-not-stated',
		message: `The ${label} names neither the searches of the screening nor whether one was cancelled. Expected: one of them.`,
	};
}
