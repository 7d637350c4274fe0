import { compareCodeUnits, canonicalJson } from '../../shared/canonicalJson';
import { POPULATIONS, type PopulationKind } from '../../shared/populations';
import { makeBag, type Bag } from '../bag/bag';
import { packFile, type PackFile } from '../bag/packFile';
import { linesText, prettyJsonWithHead } from '../pack/json';
import { EVIDENCE_FILES, populationPath } from '../pack/names';
import { STAMP } from '../pack/stamp';
import { renderReport } from '../report/page';
import { confirmTable } from './confirmTable';
import { findingsTable } from './findingsTable';
import { joinersTable } from './joinersTable';
import { populationFile } from './populationFile';
import type { SealedRun } from './sealedRun';
import { tally } from './tally';

/** The evidence pack: ids, statuses and dates (design: evidence pack; rules.md §10). */
export function evidencePack(sealed: SealedRun): Bag {
	const { reliability } = sealed;
	return makeBag(
		[
			...runFile(sealed),
			packFile(
				EVIDENCE_FILES.collections,
				prettyJsonWithHead(stampOf(sealed), { collections: sealed.collections }),
			),
			packFile(EVIDENCE_FILES.checks, checksJson(sealed)),
			packFile(EVIDENCE_FILES.findings, linesText(sealed.findings.map(canonicalJson))),
			packFile(EVIDENCE_FILES.findingsTable, findingsTable(sealed)),
			packFile(EVIDENCE_FILES.joiners, joinersTable(sealed)),
			...confirmFile(sealed),
			packFile(EVIDENCE_FILES.report, renderReport(sealed)),
			...populationFiles(sealed),
		],
		{
			pack: 'evidence',
			bagName: sealed.bagNames.evidence,
			asOf: sealed.asOf,
			software: sealed.software,
			testData: reliability.testData,
			reliable: reliability.reliable,
			alteredOrIncomplete: reliability.alteredOrIncomplete,
		},
	);
}

/** Member that a stamped JSON file begins with; nothing for evidence. */
export function stampOf(sealed: SealedRun): { stamp?: string } {
	return sealed.reliability.testData ? { stamp: STAMP } : {};
}

function runFile(sealed: SealedRun): PackFile[] {
	if (!sealed.run) return [];
	return [packFile(EVIDENCE_FILES.run, prettyJsonWithHead(stampOf(sealed), sealed.run))];
}

/** Rows for the Approvals table, ready to be filled in; no file where nothing is to be confirmed. */
function confirmFile({ run }: SealedRun): PackFile[] {
	const links = run?.toConfirm?.links ?? [];
	return links.length === 0 ? [] : [packFile(EVIDENCE_FILES.toConfirm, confirmTable(links))];
}

/**
 * `checks.json`: whether the pack can be relied on, and per check what the run says beside the findings
 * of this pack, counted and hashed again (`received`).
 */
function checksJson(sealed: SealedRun): string {
	const { reliability, run } = sealed;
	const checks = [...(run?.checks ?? [])].sort((a, b) => compareCodeUnits(a.id, b.id));
	const unknown = [...sealed.tallies]
		.filter(([id]) => !checks.some((check) => check.id === id))
		.sort(([a], [b]) => compareCodeUnits(a, b));
	const head = {
		...stampOf(sealed),
		reliable: reliability.reliable,
		alteredOrIncomplete: reliability.alteredOrIncomplete,
		limits: reliability.limits,
		headline: sealed.headline,
	};
	return prettyJsonWithHead(head, {
		asOf: sealed.asOf,
		bagName: sealed.bagNames.evidence,
		software: sealed.software,
		testData: reliability.testData,
		checks: checks.map((check) => ({
			...check,
			received: sealed.tallies.get(check.id) ?? tally([]),
		})),
		unknownChecks: unknown.map(([id, received]) => ({ id, received })),
	});
}

/** `collections.json` holds the first; who people are goes into the identities pack (rules.md §10). */
const NOT_A_FILE_HERE: ReadonlySet<PopulationKind> = new Set(['collection', 'identity', 'match']);

/** One file per population; its SHA-256 is the population's seal in `run.json`. */
function populationFiles(sealed: SealedRun): PackFile[] {
	const sealedNames = new Set(sealed.run?.populations.map(({ name }) => name));
	const files: PackFile[] = [];
	for (const { kind, name } of POPULATIONS) {
		if (NOT_A_FILE_HERE.has(kind)) continue;
		if (sealed.intake.items[kind].length === 0 && !sealedNames.has(name)) continue;
		files.push(populationFile(populationPath(name), kind, sealed.intake));
	}
	return files;
}
