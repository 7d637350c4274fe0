import type { Sha256 } from '../../shared/contracts';
import { compareCodeUnits } from '../../shared/canonicalJson';
import { sha256 } from '../../shared/sha256';
import { formatBagInfo, type BagDescription, type PayloadSize } from './bagInfo';
import { formatManifest, type Digests } from './manifest';
import { packFile, type PackFile } from './packFile';
import {
	BAG_DECLARATION,
	BAG_DECLARATION_TEXT,
	BAG_INFO,
	MANIFEST,
	TAG_MANIFEST,
} from './tagFiles';

/** A BagIt bag (RFC 8493): payload below `data/` and four tag files. */
export interface Bag {
	files: PackFile[];
	/** Digest of `tagmanifest-sha256.txt`: whoever holds it elsewhere can prove the whole pack */
	tagManifestSha256: Sha256;
	/** Of all files together */
	bytes: number;
}

/** Makes a bag of payload files. Same files and description, same bytes. */
export function makeBag(payload: readonly PackFile[], description: BagDescription): Bag {
	const manifest = formatManifest(digestsOf(payload));
	const bagInfo = formatBagInfo(description, sizeOf(payload), sha256(manifest));
	const tagFiles = [
		packFile(BAG_DECLARATION, BAG_DECLARATION_TEXT),
		packFile(BAG_INFO, bagInfo),
		packFile(MANIFEST, manifest),
	];
	const tagManifest = packFile(TAG_MANIFEST, formatManifest(digestsOf(tagFiles)));
	const sortedPayload = [...payload].sort((a, b) => compareCodeUnits(a.path, b.path));
	const files = [...tagFiles, tagManifest, ...sortedPayload];
	return {
		files,
		tagManifestSha256: sha256(tagManifest.content),
		bytes: sizeOf(files).bytes,
	};
}

/** Path → SHA-256 of each file. */
export function digestsOf(files: Iterable<Pick<PackFile, 'path' | 'content'>>): Digests {
	const digests = new Map<string, Sha256>();
	for (const file of files) digests.set(file.path, sha256(file.content));
	return digests;
}

/** Octets and number of files. */
export function sizeOf(files: ReadonlyArray<Pick<PackFile, 'content'>>): PayloadSize {
	return {
		bytes: files.reduce((sum, file) => sum + file.content.length, 0),
		files: files.length,
	};
}
