import type { INodeExecutionData } from 'n8n-workflow';

import type {
	Collection,
	Finding,
	HireRecord,
	Run,
	ScreeningRecord,
	Sha256,
	UserRecord,
} from '../../shared/contracts';
import { populationLines, POPULATIONS, type PopulationKind } from '../../shared/populations';
import { sha256, sha256OfLines } from '../../shared/sha256';
import { isObject } from '../policy/settings';
import type { PackFile } from './packFiles';

/** An earlier run as it arrived, before anything of it is trusted. */
export interface Parts {
	/** Heads of runs; one is expected */
	heads: Run[];
	/** Name of a population → digest of what arrived of it; one of which nothing arrived is missing */
	digests: ReadonlyMap<string, Sha256>;
	collections: Collection[];
	hires: HireRecord[];
	users: UserRecord[];
	screening: ScreeningRecord[];
	/** Of the checks whose results are looked at again */
	findings: Finding[];
}

/** Checks of an earlier run that tell when somebody was screened last (lastScreenings.ts). */
export const REMEMBERED_CHECKS: ReadonlySet<string> = new Set(['SCR-02', 'SCR-14']);

/** The items of the output Evidence of Lever Compliance, all or some of them, in any order. */
export function partsOfItems(items: readonly INodeExecutionData[]): Parts {
	const byKind = new Map<string, object[]>();
	for (const { json } of items) {
		const kind = typeof json.kind === 'string' ? json.kind : '';
		const known = byKind.get(kind);
		if (known) known.push(json);
		else byKind.set(kind, [json]);
	}
	const digests = new Map<string, Sha256>();
	for (const { name, kind } of POPULATIONS) {
		const records = byKind.get(kind);
		if (records) digests.set(name, sha256OfLines(populationLines(kind, records)));
	}
	return partsOf((kind) => byKind.get(kind) ?? [], digests);
}

/** Files whose lines are looked at, besides being held against the digests in the head. */
const READ_KINDS: ReadonlySet<PopulationKind> = new Set(['hire', 'user', 'screeningRecord']);

/** The files of an evidence pack; its folder may have any name. */
export function partsOfFiles(files: readonly PackFile[]): Parts {
	const byKind = new Map<string, object[]>();
	const digests = new Map<string, Sha256>();
	byKind.set(
		'run',
		files
			.filter(({ path }) => isNamed(path, 'data/run.json'))
			.flatMap(({ content }) => withoutStamp(parsed(content.toString('utf8')))),
	);
	const collections = fileNamed(files, 'data/collections.json');
	if (collections) {
		const document = parsed(collections.toString('utf8'));
		const records = Array.isArray(document?.collections) ? document.collections : [];
		const items = records.filter(isObject);
		byKind.set('collection', items);
		digests.set('collections', sha256OfLines(populationLines('collection', items)));
	}
	for (const { name, kind } of POPULATIONS) {
		const content = fileNamed(files, `data/populations/${name}.ndjson`);
		if (!content) continue;
		// The file of a population is what its seal was made of (contracts/run.ts).
		digests.set(name, sha256(content));
		if (READ_KINDS.has(kind)) byKind.set(kind, linesOf(content));
	}
	const findings = fileNamed(files, 'data/findings.jsonl');
	if (findings) byKind.set('finding', linesOf(findings));
	return partsOf((kind) => byKind.get(kind) ?? [], digests);
}

function partsOf(
	recordsOf: (kind: string) => readonly object[],
	digests: ReadonlyMap<string, Sha256>,
): Parts {
	return {
		heads: recordsOf('run').filter(isRun),
		digests,
		collections: recordsOf('collection').filter(isCollection),
		hires: recordsOf('hire').filter(isHire),
		users: recordsOf('user').filter(isUser),
		screening: recordsOf('screeningRecord').filter(isScreeningRecord),
		findings: recordsOf('finding').filter(isRemembered),
	};
}

function fileNamed(files: readonly PackFile[], name: string): Buffer | undefined {
	return files.find(({ path }) => isNamed(path, name))?.content;
}

function isNamed(path: string, name: string): boolean {
	return path === name || path.endsWith(`/${name}`);
}

/** A pack of test data says so in a member of its own, which is no part of the run. */
function withoutStamp(head: Record<string, unknown> | null): object[] {
	if (head === null) return [];
	const run = { ...head };
	delete run.stamp;
	return [run];
}

function linesOf(content: Buffer): object[] {
	const records: object[] = [];
	for (const line of content.toString('utf8').split('\n')) {
		const record = line === '' ? null : parsed(line);
		if (record !== null) records.push(record);
	}
	return records;
}

/** null for what is no JSON object: its digest does not agree then either */
function parsed(text: string): Record<string, unknown> | null {
	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? value : null;
	} catch {
		return null;
	}
}

// The guards check the members that are used before a digest tells whether the rest can be trusted.

function isRun(json: object): json is Run {
	return (
		has(json, 'kind', (value) => value === 'run') &&
		has(json, 'asOf', isText) &&
		has(json, 'runSha256', isText) &&
		has(json, 'policySha256', isText) &&
		has(json, 'policy', isObject) &&
		has(json, 'period', isObject) &&
		has(json, 'populations', Array.isArray) &&
		has(json, 'checks', Array.isArray)
	);
}

function isCollection(json: object): json is Collection {
	return has(json, 'collectionId', isText) && has(json, 'source', isText);
}

function isHire(json: object): json is HireRecord {
	return (
		has(json, 'hireId', isText) &&
		has(json, 'opportunityIds', Array.isArray) &&
		has(json, 'offers', Array.isArray)
	);
}

function isUser(json: object): json is UserRecord {
	return has(json, 'userId', isText);
}

/** One of somebody unlinked is no more than its id. */
function isScreeningRecord(json: object): json is ScreeningRecord {
	return has(json, 'recordId', isText) && has(json, 'completedAt', isObject);
}

function isRemembered(json: object): json is Finding {
	return (
		has(json, 'checkId', (value) => typeof value === 'string' && REMEMBERED_CHECKS.has(value)) &&
		has(json, 'subjectId', isText) &&
		has(json, 'observed', isObject) &&
		has(json, 'evidence', Array.isArray)
	);
}

function isText(value: unknown): boolean {
	return typeof value === 'string' && value !== '';
}

function has(json: object, key: string, fits: (value: unknown) => boolean): boolean {
	const value: unknown = Reflect.get(json, key);
	return fits(value);
}
