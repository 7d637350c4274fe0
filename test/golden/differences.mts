import { resultsUnder, type ExpectedResult, type Scenario } from '../../mock-lever/index.mts';
import type { Finding } from '../../nodes/shared/contracts/index.ts';

const keyOf = ({
	checkId,
	subjectType,
	subjectId,
}: Pick<ExpectedResult, 'checkId' | 'subjectType' | 'subjectId'>) =>
	`${checkId} ${subjectType} ${subjectId}`;

type Wanted = Pick<ExpectedResult, 'status' | 'reason'>;

const fits = ({ status, reason }: Wanted, finding: Finding | undefined) =>
	finding?.status === status && (reason === undefined || reason === finding.reasonCode);

/** What must come out under a policy; null is the usual one. */
export function expectedUnder(
	{ expected }: Pick<Scenario, 'expected'>,
	variant: string | null,
	previousRun = false,
) {
	return resultsUnder(expected, variant, previousRun);
}

/**
 * Where the findings of a run are not as the golden scenario says: another result, a missing one, or one
 * too many. Results about reads stand in the files of runs and are left out here.
 *
 * @param variant the policy it ran under; null is the usual one
 * @param previousRun whether an earlier run was connected
 */
export function differencesOf(
	findings: readonly Finding[],
	scenario: Pick<Scenario, 'expected' | 'usual'>,
	variant: string | null = null,
	previousRun = false,
): string[] {
	const found = new Map(
		findings
			.filter(({ subjectType }) => subjectType !== 'collection')
			.map((finding) => [keyOf(finding as ExpectedResult & Finding), finding]),
	);
	const differences: string[] = [];
	for (const wanted of expectedUnder(scenario, variant, previousRun)) {
		const finding = found.get(keyOf(wanted));
		found.delete(keyOf(wanted));
		if (fits(wanted, finding)) continue;
		const { checkId, status, reason, file, because } = wanted;
		differences.push(
			`${file} ${checkId}: expected ${status} ${reason ?? ''} because ${because}; got ${finding?.status} ${finding?.reasonCode}: ${finding?.message}`,
		);
	}
	const usual = new Map(
		resultsUnder(scenario.usual, variant, previousRun).map((one) => [
			`${one.checkId} ${one.subjectType}`,
			one,
		]),
	);
	for (const finding of found.values()) {
		const { checkId, subjectType, subjectId } = finding;
		const wanted = usual.get(`${checkId} ${subjectType}`);
		if (wanted !== undefined && fits(wanted, finding)) continue;
		differences.push(
			wanted === undefined
				? `nobody expects ${checkId} ${subjectType} ${subjectId}: ${finding.status} ${finding.reasonCode}: ${finding.message}`
				: `${checkId} ${subjectType} ${subjectId}: expected ${wanted.status} ${wanted.reason ?? ''} as usual because ${wanted.because}; got ${finding.status} ${finding.reasonCode}: ${finding.message}`,
		);
	}
	return differences;
}
