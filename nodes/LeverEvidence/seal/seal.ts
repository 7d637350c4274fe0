import type { Sha256 } from '../../shared/contracts';
import type { Bag } from '../bag/bag';
import type { PackFile } from '../bag/packFile';
import type { PackName } from '../pack/names';
import { evidencePack } from './evidencePack';
import { identitiesPack } from './identitiesPack';
import { takeIn } from './intake';
import { refuseAddresses } from './refuseAddresses';
import { readRun, type SealedRun } from './sealedRun';

/** What Seal's output item says about a pack. */
export interface PackSummary {
	kind: 'pack';
	pack: PackName;
	/** Folder of the pack in an archive */
	bagName: string;
	/** Unaltered, complete, and read from Lever's production host */
	reliable: boolean;
	testData: boolean;
	/** What does not agree with the run; empty when all agrees */
	alteredOrIncomplete: string[];
	/** What was not read or not visible */
	limits: string[];
	headline: string;
	/** Digest of `tagmanifest-sha256.txt`; kept elsewhere, it anchors the pack */
	tagManifestSha256: Sha256;
	files: number;
	bytes: number;
}

export interface SealedPack {
	summary: PackSummary;
	files: PackFile[];
}

/**
 * Makes both packs of the items that Lever Compliance gives on its output Evidence. Pure: the same
 * items in any order give the same bytes. Statuses are never changed; what does not agree with the
 * run is said on the first line of the report.
 *
 * @throws WrongInput when the items come from another node or output
 * @throws AddressInEvidence when an e-mail address would get into the evidence pack
 */
export function seal(items: readonly unknown[]): { evidence: SealedPack; identities: SealedPack } {
	const intake = takeIn(items);
	refuseAddresses(intake);
	const sealed = readRun(intake);
	const evidence = evidencePack(sealed);
	const identities = identitiesPack(sealed, evidence);
	return {
		evidence: { summary: summaryOf(sealed, 'evidence', evidence), files: evidence.files },
		identities: { summary: summaryOf(sealed, 'identities', identities), files: identities.files },
	};
}

function summaryOf(sealed: SealedRun, pack: PackName, bag: Bag): PackSummary {
	const { reliable, testData, alteredOrIncomplete, limits } = sealed.reliability;
	return {
		kind: 'pack',
		pack,
		bagName: sealed.bagNames[pack],
		reliable,
		testData,
		alteredOrIncomplete,
		limits,
		headline: sealed.headline,
		tagManifestSha256: bag.tagManifestSha256,
		files: bag.files.length,
		bytes: bag.bytes,
	};
}
