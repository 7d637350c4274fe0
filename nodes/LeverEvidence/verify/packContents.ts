import type { BagDescription } from '../bag/bagInfo';
import { EVIDENCE_FILES, IDENTITIES_FILES, type PackName } from '../pack/names';
import { readShape, isObject, type Shape } from '../seal/shape';
import type { GivenFile } from './givenFile';

type Files = ReadonlyMap<string, Buffer>;

const DESCRIPTION: Shape = {
	fields: {
		bagName: 'text',
		asOf: { orNull: 'text' },
		software: 'text',
		testData: 'flag',
		reliable: 'flag',
		alteredOrIncomplete: { listOf: 'text' },
		evidencePack: { optional: { fields: { bagName: 'text', tagManifestSha256: 'text' } } },
	},
};

/** Where a pack says what it is. */
const DESCRIBED_IN: Record<PackName, string> = {
	evidence: EVIDENCE_FILES.checks,
	identities: IDENTITIES_FILES.about,
};

/** Path → content; a path that occurs twice keeps its first content. */
export function filesByPath(files: readonly GivenFile[]): Files {
	const byPath = new Map<string, Buffer>();
	for (const { path, content } of files) if (!byPath.has(path)) byPath.set(path, content);
	return byPath;
}

/** Which of the two packs these files are; null when neither can be told. */
export function packNameOf(files: Files): PackName | null {
	if (files.has(EVIDENCE_FILES.checks) || files.has(EVIDENCE_FILES.findings)) return 'evidence';
	if (files.has(IDENTITIES_FILES.about) || files.has(IDENTITIES_FILES.identities)) {
		return 'identities';
	}
	return null;
}

/** What the pack's own data says it is: the source of `bag-info.txt`. null when it cannot be read. */
export function descriptionIn(files: Files): BagDescription | null {
	const pack = packNameOf(files);
	if (pack === null) return null;
	const reading = readShape(DESCRIPTION, readJson(files.get(DESCRIBED_IN[pack])));
	// The shape names every field of BagDescription but `pack`.
	return reading.fits ? { ...(reading.value as Omit<BagDescription, 'pack'>), pack } : null;
}

/** The object in a JSON file; undefined when there is none. */
export function readJson(content: Buffer | undefined): Record<string, unknown> | undefined {
	if (content === undefined) return undefined;
	try {
		const value: unknown = JSON.parse(content.toString('utf8'));
		return isObject(value) ? value : undefined;
	} catch {
		return undefined;
	}
}
