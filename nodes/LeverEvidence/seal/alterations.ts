import { compareCodeUnits } from '../../shared/canonicalJson';
import { FINDING_STATUSES } from '../../shared/contracts';
import type { CheckRun, Run } from '../../shared/contracts';
import {
	inPopulationOrder,
	populationIdOf,
	POPULATIONS,
	type PopulationKind,
} from '../../shared/populations';
import { sha256OfJson, sha256OfLines } from '../../shared/sha256';
import { counted } from '../pack/words';
import type { Intake } from './intake';
import { runOf } from './intake';
import { isObject } from './shape';
import { tally, tallyByCheck, type Tally } from './tally';
import type { EvidenceKind } from './shapes';

/**
 * Compares everything that arrived with what the run says it made: its own hash, the policy's, every
 * check's counts and findings, every population. A node in between that dropped or changed an item
 * shows up here. One sentence per disagreement, without names; none when all agree. Statuses are
 * never changed.
 */
export function findAlterations(intake: Intake): string[] {
	const run = runOf(intake);
	return [
		...oddItems(intake),
		...(run === undefined ? [missingHead(intake)] : headAlterations(intake, run)),
		...(run === undefined ? [] : checkAlterations(intake, run)),
		...(run === undefined ? [] : populationAlterations(intake, run)),
	];
}

function oddItems(intake: Intake): string[] {
	const sentences: string[] = [];
	if (intake.unknown > 0) {
		sentences.push(`${counted(intake.unknown, 'item')} of an unknown kind arrived`);
	}
	const damaged = new Map<EvidenceKind, number>();
	for (const { kind } of intake.damaged) damaged.set(kind, (damaged.get(kind) ?? 0) + 1);
	for (const [kind, count] of [...damaged].sort(([a], [b]) => compareCodeUnits(a, b))) {
		sentences.push(
			`${counted(count, `item`)} of kind ${kind} ${count === 1 ? 'is' : 'are'} damaged and left out`,
		);
	}
	return sentences;
}

function missingHead(intake: Intake): string {
	const rest = 'so nothing could be compared with it';
	return intake.damaged.some(({ kind }) => kind === 'run')
		? `the head of the run is damaged, ${rest}`
		: `the head of the run is missing, ${rest}`;
}

function headAlterations(intake: Intake, run: Run): string[] {
	const sentences: string[] = [];
	if (intake.items.run.length > 1) {
		sentences.push(`${intake.items.run.length} heads of a run arrived instead of one`);
	}
	const head = intake.items.run.find(({ value }) => value === run);
	const received: unknown = JSON.parse(head?.line ?? '{}');
	const { runSha256, ...rest } = isObject(received) ? received : {};
	if (sha256OfJson(rest) !== runSha256) {
		sentences.push('the head of the run was changed: its own hash does not fit');
	}
	if (sha256OfJson(run.policy) !== run.policySha256) {
		sentences.push('the policy was changed: its hash does not fit');
	}
	return sentences;
}

function checkAlterations(intake: Intake, run: Run): string[] {
	const tallies = tallyByCheck(intake.items.finding);
	const sentences: string[] = [];
	for (const check of run.checks) {
		const sentence = compareCheck(check, tallies.get(check.id) ?? tally([]));
		if (sentence !== undefined) sentences.push(sentence);
		tallies.delete(check.id);
	}
	for (const [checkId, { findings }] of [...tallies].sort(([a], [b]) => compareCodeUnits(a, b))) {
		sentences.push(`${counted(findings, 'finding')} of ${checkId}, which this run did not make`);
	}
	return sentences;
}

/** A sentence when the findings of a check are not those that the run made; else undefined. */
function compareCheck(check: CheckRun, received: Tally): string | undefined {
	const missing = check.population - received.findings;
	if (missing > 0) return `${counted(missing, 'finding')} of ${check.id} did not arrive`;
	if (missing < 0) return `${counted(-missing, 'finding')} of ${check.id} too many arrived`;
	if (FINDING_STATUSES.some((status) => check.counts[status] !== received.counts[status])) {
		return `statuses of ${check.id} were changed`;
	}
	if (check.findingsSha256 !== received.findingsSha256) {
		return `findings of ${check.id} were changed`;
	}
	return undefined;
}

function populationAlterations(intake: Intake, run: Run): string[] {
	const sentences: string[] = [];
	const seals = new Map(run.populations.map((seal) => [seal.name, seal]));
	for (const { kind, name } of POPULATIONS) {
		const lines = linesOfKind(intake, kind);
		const seal = seals.get(name);
		const sealed = seal?.count ?? 0;
		if (lines.length < sealed) {
			sentences.push(
				`${sealed - lines.length} of ${counted(sealed, 'item')} of ${name} did not arrive`,
			);
		} else if (lines.length > sealed) {
			sentences.push(`${counted(lines.length - sealed, 'item')} of ${name} too many arrived`);
		} else if (seal && seal.sha256 !== sha256OfLines(lines)) {
			sentences.push(`${name} were changed`);
		}
		seals.delete(name);
	}
	for (const name of [...seals.keys()].sort(compareCodeUnits)) {
		if ((seals.get(name)?.count ?? 0) > 0) {
			sentences.push(`the population ${name} is unknown to this version of the node`);
		}
	}
	return sentences;
}

/** Canonical lines as they arrived, damaged items included, in the order that the seal's hash uses. */
function linesOfKind(intake: Intake, kind: PopulationKind): string[] {
	const received: Array<{ value: object; line: string }> = [...intake.items[kind]];
	for (const item of intake.damaged) {
		if (item.kind === kind)
			received.push({ value: Object(JSON.parse(item.line)), line: item.line });
	}
	const idOf = populationIdOf(kind);
	return inPopulationOrder(
		received,
		({ value }) => idOf(value),
		({ line }) => line,
	).map(({ line }) => line);
}
