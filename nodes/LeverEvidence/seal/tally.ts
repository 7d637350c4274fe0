import { canonicalJson, compareCodeUnits } from '../../shared/canonicalJson';
import { FINDING_STATUSES } from '../../shared/contracts';
import type { Finding, FindingStatus, Sha256 } from '../../shared/contracts';
import { sha256OfLines } from '../../shared/sha256';

/** Findings of one check, counted and hashed again. */
export interface Tally {
	findings: number;
	counts: Record<FindingStatus, number>;
	/** As `CheckRun.findingsSha256` */
	findingsSha256: Sha256;
}

/** A finding beside the canonical line that its hash covers. */
export interface FindingLine {
	value: Pick<Finding, 'checkId' | 'subjectType' | 'subjectId' | 'status'>;
	line: string;
}

/** By check id; checks without findings are not in the map. */
export function tallyByCheck(findings: readonly FindingLine[]): Map<string, Tally> {
	const byCheck = new Map<string, FindingLine[]>();
	for (const finding of findings) {
		const group = byCheck.get(finding.value.checkId);
		if (group) group.push(finding);
		else byCheck.set(finding.value.checkId, [finding]);
	}
	return new Map([...byCheck].map(([checkId, group]) => [checkId, tally(group)]));
}

/** Of no findings: zero counts and the digest of nothing. */
export function tally(findings: readonly FindingLine[]): Tally {
	const counts = noCounts();
	for (const { value } of findings) {
		if (Object.hasOwn(counts, value.status)) counts[value.status] += 1;
	}
	const sorted = [...findings].sort(compareFindings);
	return {
		findings: findings.length,
		counts,
		findingsSha256: sha256OfLines(sorted.map(({ line }) => line)),
	};
}

/** Order of findings inside a check, and with the check id before it, inside the pack. */
export function compareFindings(a: FindingLine, b: FindingLine): number {
	return (
		compareCodeUnits(a.value.subjectType, b.value.subjectType) ||
		compareCodeUnits(a.value.subjectId, b.value.subjectId) ||
		compareCodeUnits(a.line, b.line)
	);
}

export function findingLine(value: Finding): FindingLine {
	return { value, line: canonicalJson(value) };
}

export function noCounts(): Record<FindingStatus, number> {
	return { fail: 0, indeterminate: 0, warn: 0, excepted: 0, pass: 0, not_applicable: 0 };
}

/** Sums counts over checks. */
export function addCounts(
	all: Iterable<Record<FindingStatus, number>>,
): Record<FindingStatus, number> {
	const sum = noCounts();
	for (const counts of all) {
		for (const status of FINDING_STATUSES) sum[status] += counts[status] ?? 0;
	}
	return sum;
}
