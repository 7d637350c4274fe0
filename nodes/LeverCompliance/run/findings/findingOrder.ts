import { canonicalLines, compareCodeUnits } from '../../../shared/canonicalJson';
import type { Finding, Sha256 } from '../../../shared/contracts';
import { linesDigest, sha256OfLines } from '../../../shared/sha256';

/** Order of findings everywhere: check, subject type, subject id, each by UTF-16 code units. */
export function compareFindings(a: Finding, b: Finding): number {
	return (
		compareCodeUnits(a.checkId, b.checkId) ||
		compareCodeUnits(a.subjectType, b.subjectType) ||
		compareCodeUnits(a.subjectId, b.subjectId)
	);
}

/** Hash of one check's findings (contracts/run.ts, `CheckRun.findingsSha256`). */
export function findingsSha256(findings: readonly Finding[]): Sha256 {
	return sha256OfLines(canonicalLines([...findings].sort(compareFindings)));
}

/** One check's findings while they are made: hashed as they come, which they do in order as a rule. */
export interface FindingsInOrder {
	add(finding: Finding): void;
	/** Sorted, with their hash */
	all(): { findings: Finding[]; findingsSha256: Sha256 };
}

/** @param textOf canonical JSON of a finding */
export function findingsInOrder(textOf: (finding: Finding) => string): FindingsInOrder {
	const findings: Finding[] = [];
	const digest = linesDigest();
	let inOrder = true;
	return {
		add(finding) {
			const before = findings.at(-1);
			if (before !== undefined && compareFindings(before, finding) > 0) inOrder = false;
			findings.push(finding);
			if (inOrder) digest.add(textOf(finding));
		},
		all() {
			if (inOrder) return { findings, findingsSha256: digest.sha256() };
			findings.sort(compareFindings);
			return { findings, findingsSha256: sha256OfLines(canonicalLines(findings)) };
		},
	};
}
