import { compareCodeUnits } from '../../shared/canonicalJson';
import { sha256 } from '../../shared/sha256';
import { parseManifest } from '../bag/manifest';
import {
	LISTED_TAG_FILES,
	MANIFEST,
	PAYLOAD_FOLDER,
	TAG_FILES,
	TAG_MANIFEST,
} from '../bag/tagFiles';
import { genuineDigests, type GenuineDigests } from './genuineDigests';
import type { GivenFile } from './givenFile';
import { filesByPath } from './packContents';

type Files = ReadonlyMap<string, Buffer>;

/** How a pack differs from the one that was sealed. Paths in code-unit order. */
export interface Differences {
	changed: string[];
	added: string[];
	missing: string[];
	/** True when the manifest is not as sealed and the payload does not prove itself: more may be changed */
	payloadUnproven: boolean;
}

/** Names every file that was changed, added or removed since the pack was sealed. */
export function compareFiles(given: readonly GivenFile[]): Differences {
	const files = filesByPath(given);
	const genuine = genuineDigests(files);
	const payload = comparePayload(files, genuine);
	const tags = compareTagFiles(files, genuine);
	const strangers = given
		.map(({ path }) => path)
		.filter((path, index, paths) => isStranger(path) || paths.indexOf(path) !== index);
	return {
		changed: sorted([...payload.changed, ...tags.changed]),
		added: sorted([...payload.added, ...strangers]),
		missing: sorted([...payload.missing, ...tags.missing]),
		payloadUnproven: genuine.payload === null,
	};
}

/** Differences in the payload alone; without a trustworthy manifest, against the one that is there. */
function comparePayload(files: Files, genuine: GenuineDigests) {
	const changed: string[] = [];
	const added: string[] = [];
	const missing: string[] = [];
	const given = files.get(MANIFEST);
	const reference = genuine.payload ?? parseManifest(given?.toString('utf8') ?? '');
	for (const [path, digest] of reference) {
		const content = files.get(path);
		if (content === undefined) missing.push(path);
		else if (sha256(content) !== digest) changed.push(path);
	}
	if (genuine.payload !== null || given !== undefined) {
		for (const path of files.keys()) {
			if (path.startsWith(PAYLOAD_FOLDER) && !reference.has(path)) added.push(path);
		}
	}
	return { changed, added, missing };
}

function compareTagFiles(files: Files, genuine: GenuineDigests) {
	const changed: string[] = [];
	const missing: string[] = [];
	for (const path of LISTED_TAG_FILES) {
		const content = files.get(path);
		if (content === undefined) missing.push(path);
		else if (sha256(content) !== genuine.tagFiles.get(path)) changed.push(path);
	}
	const tagManifest = files.get(TAG_MANIFEST);
	if (tagManifest === undefined) missing.push(TAG_MANIFEST);
	else if (!tagManifest.equals(Buffer.from(genuine.tagManifest))) changed.push(TAG_MANIFEST);
	return { changed, missing };
}

/** Neither payload nor one of the four tag files: a pack of ours has no other file. */
function isStranger(path: string): boolean {
	return !path.startsWith(PAYLOAD_FOLDER) && !TAG_FILES.includes(path);
}

function sorted(paths: readonly string[]): string[] {
	return [...new Set(paths)].sort(compareCodeUnits);
}
