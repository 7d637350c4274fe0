import type { CheckResult, Check, CheckContext } from '../types';
import { INFORMATION_CONTROLS } from '../controls';
import { collectionReference } from '../evidence';
import { judgedSentinels, type JudgedSentinel, type SentinelState } from '../connection/sentinels';
import { readReferences } from '../reads';
import { missingRestsOn, showsEnough, VISIBILITY_RESTS_ON } from './visibility';

/**
 * rules.md §8, compliance reference B.2 IPE-02: whether the populations of this run hold what is known to be
 * there. It says nothing of why; what the credential itself is kept from is CON-04. A missing sentinel
 * takes every pass of the run away (run/settleResult.ts).
 */
export const visibility: Check = {
	id: 'IPE-02',
	version: 1,
	title: 'Known records are visible',
	tests:
		'A confidential opportunity, a Super Admin and whatever else the policy names as known to be there are among what was read.',
	family: 'population',
	needs: { lists: [], collections: [] },
	restsOn: VISIBILITY_RESTS_ON,
	policyFields: ['connection.sentinels'],
	severity: 'critical',
	controls: INFORMATION_CONTROLS,
	remediation:
		"Connect the account again as an active Super Admin, or make an API key with 'Allow access to confidential data', then run again. If the record is gone from Lever, name another one in 'Sentinels' of the policy.",
	// Without one nothing can be tested; every clean verdict says so (rules.md §8).
	offBecause: ({ connection }) =>
		connection.sentinels.length === 0
			? "name records that are known to be there under 'Sentinels' in the policy"
			: null,
	evaluate: {
		account: (_, context) => decide(judgedSentinels(context), context),
	},
};

function decide(sentinels: readonly JudgedSentinel[], context: CheckContext): CheckResult {
	const withState = (state: SentinelState) =>
		sentinels.filter((one) => one.state === state).map(({ sentinel }) => sentinel.id.trim());
	const missing = withState('missing');
	const result = {
		basis: 'presence' as const,
		observed: {
			seen: withState('seen').sort(),
			missing: missing.sort(),
			changed: withState('changed').sort(),
			notRead: withState('notRead').sort(),
		},
		expected: { missing: [] },
		evidence: evidenceOf(sentinels, context),
	};
	if (missing.length > 0) {
		return {
			...result,
			status: 'fail',
			basis: 'absence',
			restsOn: missingRestsOn(
				sentinels.filter(({ state }) => state === 'missing'),
				context,
			),
			reasonCode: 'sentinel-missing',
			message: `Not among what was read, although the policy knows that it is there: ${missing.join(', ')}. So other records may be missing too, and no pass of this run stands. Expected: every sentinel is read.`,
		};
	}
	if (showsEnough(sentinels)) {
		return {
			...result,
			status: 'pass',
			reasonCode: 'sentinels-seen',
			message: 'Every record that the policy knows to be there is among what was read.',
		};
	}
	return {
		...result,
		status: 'warn',
		reasonCode: 'not-testable',
		severity: 'low',
		message: `${whyNot(sentinels)} So it is not tested whether the credential sees everything. Expected: a confidential opportunity and a Super Admin that are known to be there, both read.`,
		remediation:
			"Name a confidential opportunity of the current pipeline and a Super Admin in 'Sentinels' of the policy, and choose Records and Access in 'Checks' of 'Evidence: Collect'.",
	};
}

function whyNot(sentinels: readonly JudgedSentinel[]): string {
	if (sentinels.some(({ state }) => state === 'notRead')) {
		return 'What a sentinel of the policy would be among was not read.';
	}
	if (sentinels.some(({ state }) => state === 'changed')) {
		return 'A sentinel of the policy is no longer what it was: not confidential any more, or no active Super Admin.';
	}
	return 'The policy names no confidential opportunity, or no Super Admin, that is known to be there.';
}

function evidenceOf(sentinels: readonly JudgedSentinel[], { account }: CheckContext) {
	const seen = sentinels.flatMap(({ evidence }) => evidence);
	const searched = readReferences(account, 'hires', 'records', 'users');
	if (seen.length > 0 || searched.length > 0) return [...seen, ...searched];
	return account.collections.map(collectionReference);
}
