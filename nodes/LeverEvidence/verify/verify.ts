import type { Sha256 } from '../../shared/contracts';
import { sha256 } from '../../shared/sha256';
import { evidenceDigestIn } from '../bag/bagInfo';
import { BAG_INFO, TAG_MANIFEST } from '../bag/tagFiles';
import type { PackName } from '../pack/names';
import { isExpected } from './anchor';
import { compareFiles, type Differences } from './compareFiles';
import type { LocatedPack } from './locatePacks';
import { messageOf } from './message';
import { descriptionIn, filesByPath, packNameOf } from './packContents';
import { recountFindings } from './recount';

/** What Verify says about one pack. */
export interface Verification {
	/** Nothing differs from the pack that was sealed, and an expected digest, if given, is met */
	valid: boolean;
	/** Name of the pack, else of its folder */
	packName: string;
	pack: PackName | null;
	/** Number of files that arrived */
	files: number;
	changed: string[];
	added: string[];
	missing: string[];
	/** Counts in the pack's own files that contradict each other, in sentences */
	disagreements: string[];
	/** What Seal found when it made the pack; empty when all agreed */
	alteredOrIncomplete: string[];
	/** null when the pack does not say */
	testData: boolean | null;
	/** In words, for a person */
	message: string;
	/** Digest of the tag manifest as it arrived; null when it is missing */
	tagManifestSha256: Sha256 | null;
	/** Whether the expected digest is met; null when none was given for this pack */
	anchored: boolean | null;
}

/** Verifies one pack against itself and, where given, against digests kept elsewhere. */
export function verifyPack(pack: LocatedPack, expected: readonly Sha256[] = []): Verification {
	const files = filesByPath(pack.files);
	const differences = compareFiles(pack.files);
	const description = descriptionIn(files);
	const name = packNameOf(files);
	const tagManifest = files.get(TAG_MANIFEST);
	const tagManifestSha256 = tagManifest === undefined ? null : sha256(tagManifest);
	const disagreements =
		name === 'evidence' && isUnchanged(differences) ? recountFindings(files) : [];
	const anchored = anchoring(files, tagManifestSha256, expected);
	const verification = {
		valid: isUnchanged(differences) && disagreements.length === 0 && anchored !== false,
		packName: description?.bagName ?? pack.folder,
		pack: name,
		files: pack.files.length,
		changed: differences.changed,
		added: differences.added,
		missing: differences.missing,
		disagreements,
		alteredOrIncomplete: description?.alteredOrIncomplete.slice() ?? [],
		testData: description?.testData ?? null,
		tagManifestSha256,
		anchored,
	};
	return {
		...verification,
		message: messageOf(verification, differences.payloadUnproven),
	};
}

function isUnchanged({ changed, added, missing, payloadUnproven }: Differences): boolean {
	return changed.length + added.length + missing.length === 0 && !payloadUnproven;
}

/** An expected digest of the evidence pack says nothing about the identities pack that names it. */
function anchoring(
	files: ReadonlyMap<string, Buffer>,
	tagManifestSha256: Sha256 | null,
	expected: readonly Sha256[],
): boolean | null {
	if (expected.length === 0) return null;
	if (isExpected(tagManifestSha256, expected)) return true;
	const namedEvidence = evidenceDigestIn(files.get(BAG_INFO)?.toString('utf8') ?? '');
	return namedEvidence !== undefined && isExpected(namedEvidence, expected) ? null : false;
}
