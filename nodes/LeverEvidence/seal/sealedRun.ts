import type { Collection, Finding, IsoInstant, Run } from '../../shared/contracts';
import { compareCodeUnits } from '../../shared/canonicalJson';
import { bagName, evidenceInstant } from '../pack/names';
import { counted } from '../pack/words';
import { findAlterations } from './alterations';
import { runOf, type Intake } from './intake';
import { judgeReliability, type Reliability } from './reliability';
import { addCounts, compareFindings, findingLine, tallyByCheck, type Tally } from './tally';
import { STAMP, ALTERED } from '../pack/stamp';

/** Everything the files of both packs are written from. */
export interface SealedRun {
	intake: Intake;
	/** undefined when no head of a run arrived */
	run: Run | undefined;
	/** Evidence date of the run, else of its reads, else null */
	asOf: IsoInstant | null;
	bagNames: { evidence: string; identities: string };
	/** Name and version of the package that made the run; empty if unknown */
	software: string;
	collections: Collection[];
	/** Sorted by check, then as in `findingsSha256` */
	findings: Finding[];
	/** The findings of the pack by check, counted and hashed again */
	tallies: Map<string, Tally>;
	reliability: Reliability;
	/** One line for messages and subject lines */
	headline: string;
}

/** Judges what arrived, once, for all writers. */
export function readRun(intake: Intake): SealedRun {
	const run = runOf(intake);
	const collections = intake.items.collection.map(({ value }) => value).sort(compareCollections);
	const asOf = evidenceInstant(run?.asOf) ?? asOfOfReads(collections);
	const tallies = tallyByCheck(intake.items.finding.map(({ value }) => findingLine(value)));
	const findings = [...intake.items.finding]
		.sort((a, b) => compareCodeUnits(a.value.checkId, b.value.checkId) || compareFindings(a, b))
		.map(({ value }) => value);
	const reliability = judgeReliability({
		run,
		collections,
		findings,
		alteredOrIncomplete: findAlterations(intake),
	});
	return {
		intake,
		run,
		asOf,
		bagNames: { evidence: bagName('evidence', asOf), identities: bagName('identities', asOf) },
		software: run ? `${run.tool.name} ${run.tool.version}` : '',
		collections,
		findings,
		tallies,
		reliability,
		headline: headlineOf(tallies, reliability),
	};
}

/** For instance "TEST DATA, NOT EVIDENCE: 3 deviations, 1 could not be decided, 2 warnings in 112 results" */
function headlineOf(tallies: Map<string, Tally>, reliability: Reliability): string {
	const counts = addCounts([...tallies.values()].map((tally) => tally.counts));
	const results = [...tallies.values()].reduce((sum, tally) => sum + tally.findings, 0);
	const words = [
		counted(counts.fail, 'deviation'),
		...(counts.excepted > 0 ? [`${counted(counts.excepted, 'approved exception')}`] : []),
		`${counts.indeterminate} could not be decided`,
		counted(counts.warn, 'warning'),
	];
	const line = `${words.join(', ')} in ${counted(results, 'result')}`;
	const stamps = [
		...(reliability.alteredOrIncomplete.length > 0 ? [ALTERED] : []),
		...(reliability.testData ? [STAMP] : []),
	];
	return [...stamps, line].join(': ');
}

function asOfOfReads(collections: readonly Collection[]): IsoInstant | null {
	for (const collection of collections) {
		const asOf = collection.source === 'lever' ? evidenceInstant(collection.asOf) : null;
		if (asOf !== null) return asOf;
	}
	return null;
}

function compareCollections(a: Collection, b: Collection): number {
	return (
		compareCodeUnits(a.source, b.source) ||
		compareCodeUnits(a.resource, b.resource) ||
		compareCodeUnits(a.collectionId, b.collectionId)
	);
}
