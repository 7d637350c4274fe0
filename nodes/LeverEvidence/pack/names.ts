import type { IsoInstant } from '../../shared/contracts';

/** The two packs of a run (design: evidence pack, identities pack). */
export type PackName = 'evidence' | 'identities';

/**
 * Folder name of a pack, for instance `lever-evidence-2026-11-02T060000Z`. Colons are not portable to
 * every file system, so the time has none.
 */
export function bagName(pack: PackName, asOf: IsoInstant | null): string {
	if (asOf === null) return `lever-${pack}-undated`;
	const [day, time] = asOf.split('T');
	const clock = (time ?? '').slice(0, 8).replaceAll(':', '');
	return `lever-${pack}-${day}T${clock}Z`;
}

/** Files of the evidence pack that others look for by name. */
export const EVIDENCE_FILES = {
	run: 'data/run.json',
	collections: 'data/collections.json',
	checks: 'data/checks.json',
	findings: 'data/findings.jsonl',
	findingsTable: 'data/findings.csv',
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
