import { addDays, daysBetween } from '../../../shared/dates';
import { counted } from '../../phrases';
import { wholeNumber } from '../../policy/settings';
import { INFORMATION_CONTROLS } from '../controls';
import { historyOf, previousRunReferences } from '../previousRun';
import type { Check, CheckContext, Part, PreviousRun } from '../types';

export const CHAIN_SETTINGS = {
	maxGapDays: wholeNumber({
		title: 'Longest Gap Between Runs',
		description: 'How many days may lie between two runs that follow each other',
		standard: 7,
		from: 1,
		to: 366,
	}),
};

/** Compliance reference B.2 IPE-04. */
export const chain: Check = {
	id: 'IPE-04',
	version: 1,
	title: 'Runs follow each other without gap or change',
	tests:
		'The earlier run that is connected agrees with its own digests, and no more days lie between it and this run than the policy allows.',
	family: 'population',
	needs: { lists: ['previousRun'], collections: [] },
	restsOn: ['previousRun'],
	policyFields: ['organisationZone', 'population.maxGapDays'],
	severity: 'critical',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Take the earlier pack from where it was kept, verify it with Lever Evidence: Verify, and find out what changed it. Let the workflow run more often than the longest gap that the policy allows.',
	evaluate: {
		account(_, context) {
			const { run, part } = historyOf(context);
			return {
				basis: 'presence',
				expected: { maxGapDays: context.policy.population.maxGapDays, intact: true },
				evidence: previousRunReferences(context),
				observed: {},
				...(run === null ? { status: 'indeterminate', ...part } : judge(run, context)),
			};
		},
	},
};

function judge(run: PreviousRun, { policy, asOf, organisationZone }: CheckContext): Part {
	const { maxGapDays } = policy.population;
	const before = organisationZone.civilDate(Date.parse(run.asOf));
	const gapDays = daysBetween(before, organisationZone.civilDate(asOf));
	const observed = {
		previousRun: run.asOf,
		previousRunSha256: run.runSha256,
		gapDays,
		intact: run.intact,
		...(run.intact ? {} : { changedParts: [...run.altered] }),
	};
	if (!run.intact) {
		return {
			status: 'fail',
			reasonCode: 'previous-run-changed',
			message: `The earlier run of ${before} was changed since it was made: ${run.altered.join(', ')} ${run.altered.length === 1 ? 'does' : 'do'} not agree with its digests. Expected: the run as it was made.`,
			observed,
		};
	}
	if (gapDays > maxGapDays) {
		return {
			status: 'fail',
			reasonCode: 'gap-between-runs',
			message: `The earlier run is of ${before}, ${counted(gapDays, 'day')} before this one. Expected: at most ${counted(maxGapDays, 'day')}; what changed and changed back in between was not seen.`,
			observed,
			deviationDay: addDays(before, maxGapDays + 1),
		};
	}
	return {
		status: 'pass',
		reasonCode: 'chain-complete',
		message: `The earlier run of ${before} agrees with its digests, and lies ${counted(gapDays, 'day')} before this one.`,
		observed,
	};
}
