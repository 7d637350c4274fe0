import { OperationalError } from 'n8n-workflow';

const SENTENCES = {
	noFiles: {
		message: 'No file arrived to verify',
		description:
			"Connect the files of an unpacked pack: 'Compression' with the operation 'Decompress', or 'Read/Write Files From Disk' with a pattern such as /packs/evidence/**.",
	},
	archive: {
		message: 'The pack is still packed',
		description:
			"Put 'Compression' with the operation 'Decompress' between the archive and this node.",
	},
	noPack: {
		message: 'There is no evidence pack among these files',
		description:
			'A pack has bagit.txt, bag-info.txt, manifest-sha256.txt and tagmanifest-sha256.txt in one folder, and a folder data beside them. Connect all of its files.',
	},
	digest: {
		message: "'Expected Digest' is not a SHA-256 digest",
		description:
			"Enter 64 hexadecimal digits, as Seal gives them in 'tagManifestSha256'. Several are separated by commas.",
	},
} as const;

/** What arrived at Verify is no pack, or cannot be compared; says what to connect or enter instead. */
export class NotVerifiable extends OperationalError {
	constructor(reason: keyof typeof SENTENCES) {
		super(SENTENCES[reason].message, { description: SENTENCES[reason].description });
	}
}
