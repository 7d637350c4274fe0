import type { Finding, FindingFacts } from '../../shared/contracts';
import { csvText } from '../pack/csv';
import { STAMP } from '../pack/stamp';
import type { SealedRun } from './sealedRun';

type Column = readonly [title: string, cell: (finding: Finding) => string];

const COLUMNS: readonly Column[] = [
	['check_id', (finding) => finding.checkId],
	['check_version', (finding) => String(finding.checkVersion)],
	['status', (finding) => finding.status],
	['severity', (finding) => finding.severity],
	['basis', (finding) => finding.basis],
	['subject_type', (finding) => finding.subjectType],
	['subject_id', (finding) => finding.subjectId],
	['reason_code', (finding) => finding.reasonCode],
	['message', (finding) => finding.message],
	['observed', (finding) => factsText(finding.observed)],
	['expected', (finding) => factsText(finding.expected)],
	['match_rung', (finding) => finding.match?.rung ?? ''],
	['what_to_do', (finding) => finding.remediation.text],
	['owner_id', (finding) => finding.remediation.ownerId ?? ''],
	['due_at', (finding) => finding.remediation.dueAt ?? ''],
	['approval_id', (finding) => finding.approvalId ?? ''],
	['controls', (finding) => finding.controls.map((c) => `${c.framework} ${c.id}`).join('; ')],
	['record_ids', (finding) => finding.evidence.map(({ recordId }) => recordId).join('; ')],
	['record_sha256', (finding) => finding.evidence.map((e) => e.rawSha256 ?? '').join('; ')],
	['collection_ids', (finding) => finding.evidence.map((e) => e.collectionId).join('; ')],
	['lever_url', (finding) => finding.evidence.find((e) => e.leverUrl)?.leverUrl ?? ''],
	['fingerprint', (finding) => finding.fingerprint],
];

/** `findings.csv`: every finding, one row each. Test data has the stamp as its first column. */
export function findingsTable(sealed: SealedRun): string {
	const stamp = sealed.reliability.testData ? [STAMP] : [];
	const header = [...stamp, ...COLUMNS.map(([title]) => title)];
	const rows = sealed.findings.map((finding) => [
		...stamp,
		...COLUMNS.map(([, cell]) => cell(finding)),
	]);
	return csvText([header, ...rows]);
}

/** "completedAt: 2026-10-01; startDate: 2026-10-12" */
function factsText(facts: FindingFacts): string {
	return Object.keys(facts)
		.sort()
		.map((key) => `${key}: ${factText(facts[key])}`)
		.join('; ');
}

/** A fact as text; an absent one is "none". */
export function factText(fact: FindingFacts[string] | undefined): string {
	if (fact === null || fact === undefined || fact === '') return 'none';
	if (Array.isArray(fact)) return fact.length === 0 ? 'none' : fact.map(String).join(', ');
	if (typeof fact === 'boolean') return fact ? 'yes' : 'no';
	return String(fact);
}
