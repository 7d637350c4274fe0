import type { IsoInstant } from '../../shared/contracts';
import { parseEvidenceDate } from '../../shared/dates';

/** The two packs of a run (design: evidence pack, identities pack). */
export type PackName = 'evidence' | 'identities';

/**
 * Folder name of a pack, for instance `lever-evidence-2026-11-02T060000Z`. Colons are not portable to
 * every file system, so the time has none.
 *
 * @param asOf as `evidenceInstant` gives it
 */
export function bagName(pack: PackName, asOf: IsoInstant | null): string {
	if (asOf === null) return `lever-${pack}-undated`;
	return `lever-${pack}-${asOf.slice(0, 19).replaceAll(':', '')}Z`;
}

/**
 * An evidence date in the one form that runs have (UTC, milliseconds), else null: it becomes part of a
 * path, and whatever stood between the nodes may have changed it.
 */
export function evidenceInstant(text: string | undefined): IsoInstant | null {
	const reading = parseEvidenceDate(text ?? '');
	return reading.ok && /^\d{4}-/.test(reading.iso) ? reading.iso : null;
}

/** Files of the evidence pack that others look for by name. */
export const EVIDENCE_FILES = {
	run: 'data/run.json',
	collections: 'data/collections.json',
	checks: 'data/checks.json',
	findings: 'data/findings.jsonl',
	findingsTable: 'data/findings.csv',
	joiners: 'data/joiners.csv',
	toConfirm: 'data/links-to-confirm.csv',
	report: 'data/report.html',
} as const;

/** Files of the identities pack. */
export const IDENTITIES_FILES = {
	about: 'data/about.json',
	identities: 'data/identities.ndjson',
	matches: 'data/matches.ndjson',
	people: 'data/people.csv',
} as const;

/** `data/populations/hires.ndjson` and its neighbours. */
export function populationPath(population: string): string {
	return `data/populations/${population}.ndjson`;
}
