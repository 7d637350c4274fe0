import { canonicalJson } from '../../../shared/canonicalJson';
import { sha256OfJson } from '../../../shared/sha256';
import { isObject } from '../../policy/settings';
import { INFORMATION_CONTROLS } from '../controls';
import { historyOf, previousRunReferences } from '../previousRun';
import type { Check, CheckContext, Part, PreviousRun } from '../types';

/** Compliance reference B.2 IPE-05. */
export const policyUnchanged: Check = {
	id: 'IPE-05',
	version: 1,
	title: 'The policy did not change within the period',
	tests: 'The policy of this run is the policy of the earlier run that is connected.',
	family: 'population',
	needs: { lists: ['previousRun'], collections: [] },
	restsOn: ['previousRun'],
	policyFields: [],
	severity: 'medium',
	controls: INFORMATION_CONTROLS,
	remediation:
		'Keep with the evidence who decided the change of the policy, when and why: results before and after it rest on different rules.',
	evaluate: {
		account(_, context) {
			const { run, part } = historyOf(context);
			return {
				basis: 'presence',
				expected: {},
				evidence: previousRunReferences(context),
				observed: {},
				...(run === null ? { status: 'indeterminate', ...part } : judge(run, context)),
			};
		},
	},
};

function judge(
	run: PreviousRun,
	{ policyDocument, account, organisationZone }: CheckContext,
): Part {
	if (run.altered.includes('run')) {
		return {
			status: 'indeterminate',
			reasonCode: 'previous-run-changed',
			message:
				'The head of the earlier run was changed since it was made, so its policy is not known: see IPE-04. Expected: the run as it was made.',
		};
	}
	const before = organisationZone.civilDate(Date.parse(run.asOf));
	const policySha256 = sha256OfJson(policyDocument);
	const known = {
		observed: { policySha256, previousPolicySha256: run.policySha256, previousRun: run.asOf },
		expected: { policySha256: run.policySha256 },
	};
	if (before < account.period.from) {
		return {
			...known,
			status: 'not_applicable',
			reasonCode: 'before-the-period',
			message: `The earlier run of ${before} lies before the period, which begins on ${account.period.from}.`,
		};
	}
	if (policySha256 === run.policySha256) {
		return {
			...known,
			status: 'pass',
			reasonCode: 'policy-unchanged',
			message: `The policy is that of the earlier run of ${before}.`,
		};
	}
	const changed = changedSettings(run.policy, policyDocument);
	return {
		...known,
		observed: { ...known.observed, changedSettings: changed },
		status: 'warn',
		reasonCode: 'policy-changed',
		message: `The policy is not that of the earlier run of ${before}; it differs in ${changed.join(', ')}. Expected: one policy for the whole period, or a record of the change.`,
	};
}

/** Paths of the settings that differ, sorted. */
function changedSettings(before: unknown, now: unknown, path: readonly string[] = []): string[] {
	if (isObject(before) && isObject(now) && path.length < 2) {
		const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].sort();
		return names.flatMap((name) => changedSettings(before[name], now[name], [...path, name]));
	}
	return canonical(before) === canonical(now) ? [] : [path.join('.')];
}

function canonical(value: unknown): string {
	return value === undefined ? '' : canonicalJson(value);
}
