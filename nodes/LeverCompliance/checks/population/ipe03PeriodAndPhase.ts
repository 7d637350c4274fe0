import { isAddOnNotThere } from '../../../shared/addOns';
import type { CivilDate } from '../../../shared/contracts';
import { daysBetween } from '../../../shared/dates';
import { counted, sentences } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { INFORMATION_CONTROLS } from '../controls';
import { collectionReference } from '../evidence';
import { previousRunReference } from '../previousRun';
import { readsFor } from '../reads';
import type { Check, CheckContext, CheckResult, Foundation } from '../types';
import { listed, PERIOD_READS, readDays, type ReadOn } from './readDays';

export const PERIOD_SETTINGS = {
	stateWithinDays: wholeNumber({
		title: 'State Within Days',
		description:
			'Within how many days after the end of a period users, roles and the staff list must be read, to speak for its end',
		standard: 7,
		from: 0,
		to: 92,
	}),
};

/**
 * rules.md §8 IPE-03: a daily run is interim; only what was read after the end of the period can close it.
 * Compliance reference B.2: events must be read after the end, and a state not long after it.
 */
export const periodAndPhase: Check = {
	id: 'IPE-03',
	version: 1,
	title: 'Period and phase',
	tests:
		'A run that closes a period was read after the end of it, the screening list too, and what shows only how things are now, such as users and the staff list, was read soon after that end.',
	family: 'population',
	needs: { lists: [], collections: [] },
	restsOn: [],
	policyFields: ['organisationZone', 'population.stateWithinDays'],
	severity: 'high',
	controls: INFORMATION_CONTROLS,
	remediation:
		"To close a period, run 'Evidence: Collect' and export the lists after its last day, with 'Evidence Date' empty and so many 'Period Days Ahead', below zero, that the period ends on that day; to show the state at its end, keep a run of its last days as 'Previous Run'.",
	evaluate: {
		account: ({ today }, context) => decide(today, context),
	},
};

function decide(today: CivilDate, context: CheckContext): CheckResult {
	const { account } = context;
	const { to } = account.period;
	const reads = readsFor(account, ...PERIOD_READS);
	const result = {
		basis: 'presence' as const,
		observed: { periodTo: to, evidenceDay: today },
		expected: { readAfter: to },
		evidence: reads.map(collectionReference),
	};
	if (today <= to) {
		return {
			...result,
			evidence: reads.length > 0 ? result.evidence : account.collections.map(collectionReference),
			status: 'not_applicable',
			reasonCode: 'interim',
			message: `The period goes on to ${to}: this run is interim and closes nothing.`,
		};
	}
	const { days, undated } = readDays(context);
	const early = days.filter(({ isState, day }) => !isState && day <= to);
	if (early.length > 0) {
		return {
			...result,
			evidence: early.map(({ evidence }) => evidence),
			status: 'fail',
			reasonCode: 'read-before-end',
			message: `The period ended on ${to}, but this is from before it was over: ${listed(early)}. What happened later is missing. Expected: read, and exported, after ${to}.`,
			observed: { ...result.observed, readOn: early.map(({ day }) => day).sort()[0] ?? null },
		};
	}
	if (reads.length === 0) {
		return {
			...result,
			evidence: account.collections.map(collectionReference),
			status: 'indeterminate',
			basis: 'absence',
			reasonCode: 'nothing-read',
			message: `The period ended on ${to}, and none of what closes it was read of Lever: no hires, offers, users or other records. Expected: read after ${to}.`,
		};
	}
	const common = { ...result, evidence: days.map(({ evidence }) => evidence) };
	return stateReadLate(common, days, context) ?? closes(common, undated, context);
}

type Common = Pick<CheckResult, 'basis' | 'observed' | 'expected' | 'evidence'>;

/** A state that was read long after the end says little of the end, unless a run of the period kept it. */
function stateReadLate(
	common: Common,
	days: readonly ReadOn[],
	context: CheckContext,
): CheckResult | null {
	const { account, policy } = context;
	const { to } = account.period;
	const most = policy.population.stateWithinDays;
	const late = days.filter(({ isState, day }) => isState && daysBetween(to, day) > most);
	if (late.length === 0 || keptBy(context) !== null) return null;
	return {
		...common,
		evidence: late.map(({ evidence }) => evidence),
		status: 'fail',
		reasonCode: 'state-read-late',
		message: `The period ended on ${to}, but the state of a much later day was read: ${listed(late)}. Expected: read, and exported, within ${counted(most, 'day')} after the end, or a previous run of its last ${counted(most, 'day')}.`,
		observed: {
			...common.observed,
			stateOf:
				late
					.map(({ day }) => day)
					.sort()
					.at(-1) ?? null,
		},
	};
}

/** The earlier run of the last days of the period, which kept the state; null without one. */
function keptBy(context: CheckContext): CheckContext['previousRun'] {
	const { account, policy, previousRun, organisationZone } = context;
	const { from, to } = account.period;
	if (previousRun === null || !previousRun.intact || previousRun.users === null) return null;
	const day = organisationZone.civilDate(Date.parse(previousRun.asOf));
	const isOfTheEnd = day >= from && day <= to;
	return isOfTheEnd && daysBetween(day, to) <= policy.population.stateWithinDays
		? previousRun
		: null;
}

function closes(common: Common, undated: readonly string[], context: CheckContext): CheckResult {
	const { account } = context;
	const kept = keptBy(context);
	const missingAddOn = account.collections.some(isAddOnNotThere);
	const restsOn: readonly Foundation[] = [...PERIOD_READS, 'screeningList', 'staffList'];
	return {
		...common,
		evidence: [...common.evidence, ...(kept ? [previousRunReference(kept)] : [])],
		status: 'pass',
		// What was not read to its end closes nothing.
		restsOn: restsOn.filter((one) => !(missingAddOn && one === 'auditEvents')),
		reasonCode: 'closes-the-period',
		message: sentences(
			`Everything was read after ${account.period.to}, the end of the period: this run can close it.`,
			undated.length > 0
				? `Not judged, because nobody says when it was exported: ${undated.join(', ')}.`
				: '',
		),
	};
}
