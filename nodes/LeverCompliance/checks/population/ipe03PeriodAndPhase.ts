import type { CivilDate, EvidenceReference, LeverCollection } from '../../../shared/contracts';
import { daysBetween } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { INFORMATION_CONTROLS } from '../controls';
import { collectionReference } from '../evidence';
import { previousRunReference } from '../previousRun';
import { readsFor } from '../reads';
import type { Check, CheckContext, CheckResult } from '../types';

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

/** Reads of what Lever shows only as it is now; all others hold events with their dates. */
const STATE_READS = ['users', 'jobs', 'connection'] as const;
const EVENT_READS = ['hires', 'offers', 'records', 'interviews', 'auditEvents'] as const;

/**
 * rules.md §8 IPE-03: a daily run is interim; only what was read after the end of the period can close it.
 * Compliance reference B.2: events must be read after the end, and a state not long after it.
 */
export const periodAndPhase: Check = {
	id: 'IPE-03',
	version: 1,
	title: 'Period and phase',
	tests:
		'A run that closes a period was read after the end of it, and what Lever shows only as it is now was read soon after that end.',
	family: 'population',
	needs: { lists: [], collections: [] },
	restsOn: [],
	policyFields: ['organisationZone', 'population.stateWithinDays'],
	severity: 'high',
	controls: INFORMATION_CONTROLS,
	remediation:
		"To close a period, run 'Evidence: Collect' after its last day, with 'Evidence Date' empty and so many 'Period Days Ahead', below zero, that the period ends on that day; to show the state at its end, keep a run of its last days as 'Previous Run'.",
	evaluate: {
		account: ({ today }, context) => decide(today, context),
	},
};

function decide(today: CivilDate, context: CheckContext): CheckResult {
	const { account } = context;
	const { to } = account.period;
	const reads = readsFor(account, ...EVENT_READS, ...STATE_READS);
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
	const days = reads.map((read) => ({ read, day: dayOf(read, context) }));
	const early = days.filter(({ read, day }) => isEventRead(read) && day <= to);
	if (early.length > 0) {
		return {
			...result,
			evidence: early.map(({ read }) => collectionReference(read)),
			status: 'fail',
			reasonCode: 'read-before-end',
			message: `The period ended on ${to}, but ${resources(early)} were read on ${early[0]?.day ?? to}, before it was over: what happened after that is missing. Expected: read after ${to}.`,
			observed: { ...result.observed, readOn: early[0]?.day ?? null },
		};
	}
	return judgeState(result, days, context);
}

interface ReadOn {
	read: LeverCollection;
	day: CivilDate;
}

type Common = Pick<CheckResult, 'basis' | 'observed' | 'expected' | 'evidence'>;

/** A state that was read long after the end says little of the end, unless a run of the period kept it. */
function judgeState(common: Common, days: readonly ReadOn[], context: CheckContext): CheckResult {
	const { account, policy, previousRun, organisationZone } = context;
	const { from, to } = account.period;
	const most = policy.population.stateWithinDays;
	const late = days.filter(({ read, day }) => !isEventRead(read) && daysBetween(to, day) > most);
	const previousDay =
		previousRun === null ? null : organisationZone.civilDate(Date.parse(previousRun.asOf));
	const kept =
		previousRun?.intact === true &&
		previousRun.users !== null &&
		previousDay !== null &&
		previousDay >= from &&
		daysBetween(previousDay, to) <= most &&
		previousDay <= to;
	if (late.length > 0 && !kept) {
		const latest =
			late
				.map(({ day }) => day)
				.sort()
				.at(-1) ?? to;
		return {
			...common,
			evidence: late.map(({ read }) => collectionReference(read)),
			status: 'fail',
			reasonCode: 'state-read-late',
			message: `The period ended on ${to}, but ${resources(late)} show the state of ${latest}, ${counted(daysBetween(to, latest), 'day')} later. Expected: read within ${counted(most, 'day')} after the end, or a previous run of its last ${counted(most, 'day')}.`,
			observed: { ...common.observed, stateOf: latest },
		};
	}
	const references: EvidenceReference[] = [
		...common.evidence,
		...(kept && previousRun ? [previousRunReference(previousRun)] : []),
	];
	return {
		...common,
		evidence: references,
		status: 'pass',
		reasonCode: 'closes-the-period',
		message: `Everything was read after ${to}, the end of the period: this run can close it.`,
	};
}

function dayOf({ startedAt }: LeverCollection, { organisationZone }: CheckContext): CivilDate {
	return organisationZone.civilDate(Date.parse(startedAt));
}

function isEventRead({ purpose }: LeverCollection): boolean {
	return EVENT_READS.some((one) => one === purpose);
}

/** Names of what was read, each once. */
function resources(days: readonly ReadOn[]): string {
	return [...new Set(days.map(({ read }) => read.resource.replaceAll('_', ' ')))].sort().join(', ');
}
