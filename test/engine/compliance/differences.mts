import type { ExpectedResult } from '../../../mock-lever/index.mts';
import type { Finding } from '../../../nodes/shared/contracts/index.ts';

const keyOf = ({ checkId, subjectId }: Pick<Finding, 'checkId' | 'subjectId'>) =>
	`${checkId} ${subjectId}`;

/** Where findings about people are not as expected: another result, a missing one, or one too many. */
export function differencesOf(
	findings: readonly Finding[],
	expected: readonly ExpectedResult[],
): string[] {
	const found = new Map(
		findings
			.filter(({ subjectType }) => subjectType !== 'collection')
			.map((finding) => [keyOf(finding), finding]),
	);
	const differences: string[] = [];
	for (const wanted of expected) {
		const { checkId, status, reason, file, because } = wanted;
		const finding = found.get(keyOf(wanted));
		found.delete(keyOf(wanted));
		if (finding?.status === status && (reason === undefined || reason === finding.reasonCode)) {
			continue;
		}
		differences.push(
			`${file} ${checkId}: expected ${status} ${reason ?? ''} because ${because}; got ${finding?.status} ${finding?.reasonCode}: ${finding?.message}`,
		);
	}
	return [...differences, ...[...found.keys()].map((key) => `nobody expects ${key}`)];
}
