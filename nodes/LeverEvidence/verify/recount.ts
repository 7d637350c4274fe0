import { compareCodeUnits } from '../../shared/canonicalJson';
import { FINDING_STATUSES } from '../../shared/contracts';
import type { Finding } from '../../shared/contracts';
import { EVIDENCE_FILES } from '../pack/names';
import { isObject, readShape, type Shape } from '../seal/shape';
import { tally, tallyByCheck, type FindingLine, type Tally } from '../seal/tally';
import { readJson } from './packContents';

const CHECK: Shape = {
	fields: {
		id: 'text',
		received: {
			fields: { findings: 'number', counts: { valuesOf: 'number' }, findingsSha256: 'text' },
		},
	},
};

const FINDING: Shape = {
	fields: { checkId: 'text', subjectType: 'text', subjectId: 'text', status: 'text' },
};

/**
 * Counts and hashes the findings of an evidence pack again and compares them with `checks.json`.
 * One sentence per disagreement: only a pack that was written as a whole by something else has any.
 */
export function recountFindings(files: ReadonlyMap<string, Buffer>): string[] {
	const findings = readFindings(files.get(EVIDENCE_FILES.findings));
	const checks = readChecks(readJson(files.get(EVIDENCE_FILES.checks)));
	if (findings === undefined) return ['data/findings.jsonl holds a line that is no finding.'];
	if (checks === undefined) return ['data/checks.json does not have the form of this pack.'];
	const tallies = tallyByCheck(findings);
	const sentences: string[] = [];
	for (const [checkId, stated] of checks) {
		const counted = tallies.get(checkId) ?? tally([]);
		if (!agree(stated, counted)) sentences.push(disagreement(checkId));
	}
	for (const checkId of [...tallies.keys()].sort(compareCodeUnits)) {
		if (!checks.has(checkId)) sentences.push(disagreement(checkId));
	}
	return sentences;
}

function disagreement(checkId: string): string {
	return `data/findings.jsonl and data/checks.json do not agree about ${checkId}.`;
}

function agree(stated: Tally, counted: Tally): boolean {
	return (
		stated.findings === counted.findings &&
		stated.findingsSha256 === counted.findingsSha256 &&
		FINDING_STATUSES.every((status) => stated.counts[status] === counted.counts[status])
	);
}

function readFindings(content: Buffer | undefined): FindingLine[] | undefined {
	const findings: FindingLine[] = [];
	for (const line of (content?.toString('utf8') ?? '').split('\n')) {
		if (line === '') continue;
		const reading = readShape(FINDING, parse(line));
		if (!reading.fits) return undefined;
		// The shape names the fields that FindingLine picks.
		findings.push({ value: reading.value as Finding, line });
	}
	return findings;
}

function readChecks(json: Record<string, unknown> | undefined): Map<string, Tally> | undefined {
	if (!Array.isArray(json?.checks) || !Array.isArray(json.unknownChecks)) return undefined;
	const checks = new Map<string, Tally>();
	for (const entry of [...json.checks, ...json.unknownChecks]) {
		const reading = readShape(CHECK, entry);
		if (!reading.fits) return undefined;
		const { id, received } = reading.value as { id: string; received: Tally };
		checks.set(id, received);
	}
	return checks;
}

function parse(line: string): unknown {
	try {
		const value: unknown = JSON.parse(line);
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
