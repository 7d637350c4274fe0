import { canonicalJson, compareCodeUnits } from '../../shared/canonicalJson';
import type { Finding, Sha256 } from '../../shared/contracts';
import { sha256OfLines } from '../../shared/sha256';

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
	return sha256OfLines(linesOf([...findings].sort(compareFindings)));
}

/** One after the other: all lines of a check together would be a second copy of its findings. */
function* linesOf(findings: readonly Finding[]): Generator<string> {
	for (const finding of findings) yield canonicalJson(finding);
}
