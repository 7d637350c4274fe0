import type { Sha256 } from '../../shared/contracts';
import { sha256 } from '../../shared/sha256';
import { digestsOf, sizeOf } from '../bag/bag';
import { formatBagInfo, manifestDigestIn, type BagDescription } from '../bag/bagInfo';
import { formatManifest, parseManifest, type Digests } from '../bag/manifest';
import {
	BAG_DECLARATION,
	BAG_DECLARATION_TEXT,
	BAG_INFO,
	LISTED_TAG_FILES,
	MANIFEST,
	PAYLOAD_FOLDER,
	TAG_MANIFEST,
} from '../bag/tagFiles';
import { descriptionIn } from './packContents';

type Files = ReadonlyMap<string, Buffer>;

/** What the files of a pack must have been when it was sealed, as far as the others still prove it. */
export interface GenuineDigests {
	/** Of the payload; null when neither the manifest nor the payload is as sealed */
	payload: Digests | null;
	/** Of the tag files that the tag manifest lists; null where several changes leave it open */
	tagFiles: ReadonlyMap<string, Sha256 | null>;
	/** The tag manifest that belongs to them; its lines of open digests are taken as they are */
	tagManifest: string;
}

/**
 * Finds out what each file must have been. Every fact stands twice in a pack: payload digests in the
 * manifest and in the payload itself, the manifest's digest in the tag manifest and in
 * `bag-info.txt`, the content of `bag-info.txt` in the payload. So one changed file contradicts two
 * others and can be named, tag files included.
 */
export function genuineDigests(files: Files): GenuineDigests {
	const entries = parseManifest(textOf(files, TAG_MANIFEST));
	const payloadFiles = payloadOf(files);
	const actual = digestsOf(payloadFiles);
	const manifest = genuineManifest(files, entries, sha256(formatManifest(actual)));
	const payload = genuinePayload(files, actual, manifest);
	const bagInfo = genuineBagInfo(files, entries.get(BAG_INFO), payload === actual, manifest);
	const tagFiles = new Map<string, Sha256 | null>([
		[BAG_DECLARATION, sha256(BAG_DECLARATION_TEXT)],
		[BAG_INFO, bagInfo],
		[MANIFEST, manifest],
	]);
	return { payload, tagFiles, tagManifest: tagManifestOf(tagFiles, entries) };
}

/** The payload files of a pack. */
function payloadOf(files: Files): Array<{ path: string; content: Buffer }> {
	return [...files]
		.filter(([path]) => path.startsWith(PAYLOAD_FOLDER))
		.map(([path, content]) => ({ path, content }));
}

/**
 * The tag manifest and `bag-info.txt` together decide; where they differ, the one that the manifest or
 * the payload confirms.
 */
function genuineManifest(files: Files, entries: Digests, regenerated: Sha256): Sha256 | null {
	const inTagManifest = entries.get(MANIFEST);
	const inBagInfo = manifestDigestIn(textOf(files, BAG_INFO));
	if (inTagManifest !== undefined && inTagManifest === inBagInfo) return inTagManifest;
	const given = digestOf(files, MANIFEST);
	for (const candidate of [given, regenerated]) {
		if (candidate === inTagManifest || candidate === inBagInfo) return candidate ?? null;
	}
	return given === regenerated ? given : null;
}

function genuinePayload(files: Files, actual: Digests, manifest: Sha256 | null): Digests | null {
	if (manifest === null) return null;
	if (manifest === sha256(formatManifest(actual))) return actual;
	if (manifest === digestOf(files, MANIFEST)) return parseManifest(textOf(files, MANIFEST));
	return null;
}

function genuineBagInfo(
	files: Files,
	entry: Sha256 | undefined,
	payloadIntact: boolean,
	manifest: Sha256 | null,
): Sha256 | null {
	const given = digestOf(files, BAG_INFO);
	const description: BagDescription | null = descriptionIn(files);
	if (description !== null && manifest !== null) {
		const regenerated = sha256(formatBagInfo(description, sizeOf(payloadOf(files)), manifest));
		if (payloadIntact || regenerated === entry || regenerated === given) return regenerated;
	}
	return given !== null && given === entry ? given : null;
}

function tagManifestOf(tagFiles: ReadonlyMap<string, Sha256 | null>, entries: Digests): string {
	const digests = new Map<string, Sha256>();
	for (const path of LISTED_TAG_FILES) {
		const digest = tagFiles.get(path) ?? entries.get(path);
		if (digest !== undefined) digests.set(path, digest);
	}
	return formatManifest(digests);
}

function digestOf(files: Files, path: string): Sha256 | null {
	const content = files.get(path);
	return content === undefined ? null : sha256(content);
}

function textOf(files: Files, path: string): string {
	return files.get(path)?.toString('utf8') ?? '';
}
