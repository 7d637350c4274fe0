import type { CivilDate, IsoInstant, Sha256 } from '../../shared/contracts';
import type { PackName } from '../pack/names';
import { STAMP } from '../pack/stamp';

/** What `bag-info.txt` says. All of it stands in the payload as well, so Verify can write it again. */
export interface BagDescription {
	pack: PackName;
	bagName: string;
	/** null when no head of a run arrived */
	asOf: IsoInstant | null;
	/** Name and version of the package that made the run; empty if unknown */
	software: string;
	testData: boolean;
	reliable: boolean;
	alteredOrIncomplete: readonly string[];
	/** Only in the identities pack: the evidence pack it belongs to */
	evidencePack?: { bagName: string; tagManifestSha256: Sha256 };
}

/** Octets and number of payload files (RFC 8493 §2.2.2, `Payload-Oxum`). */
export interface PayloadSize {
	bytes: number;
	files: number;
}

/** Version of this file's form. A later form gets a new number, so that old packs stay verifiable. */
const BAG_INFO_FORMAT = 1;

const DESCRIPTIONS: Record<PackName, string> = {
	evidence: 'Evidence of compliance checks on Lever data: ids, statuses and dates; no names.',
	identities:
		'Names and e-mail addresses behind the ids of an evidence pack. May be deleted alone.',
};

/**
 * `bag-info.txt` (RFC 8493 §2.2.2). It has no clock: `Bagging-Date` is the evidence date, so the same
 * run gives the same bytes. It repeats the manifest's digest, which lets Verify tell a changed
 * manifest from a changed tag manifest.
 */
export function formatBagInfo(
	description: BagDescription,
	payload: PayloadSize,
	manifestSha256: Sha256,
): string {
	const fields: Array<[string, string]> = [];
	if (description.testData) fields.push(['Lever-Stamp', STAMP]);
	fields.push(['External-Identifier', description.bagName]);
	fields.push(['External-Description', DESCRIPTIONS[description.pack]]);
	if (description.asOf !== null) {
		fields.push(['Bagging-Date', dayOf(description.asOf)]);
		fields.push(['Lever-Evidence-Date', description.asOf]);
	}
	if (description.software !== '') fields.push(['Bag-Software-Agent', description.software]);
	fields.push(['Payload-Oxum', `${payload.bytes}.${payload.files}`]);
	fields.push(['Lever-Pack', description.pack]);
	fields.push(['Lever-Pack-Format', String(BAG_INFO_FORMAT)]);
	fields.push(['Lever-Reliable', description.reliable ? 'yes' : 'no']);
	for (const alteration of description.alteredOrIncomplete) {
		fields.push(['Lever-Altered-Or-Incomplete', alteration]);
	}
	if (description.evidencePack) {
		fields.push(['Lever-Evidence-Pack', description.evidencePack.bagName]);
		fields.push(['Lever-Evidence-Pack-Tagmanifest', description.evidencePack.tagManifestSha256]);
	}
	fields.push(['Lever-Payload-Manifest', manifestSha256]);
	return fields.map(([label, value]) => `${label}: ${onOneLine(value)}\n`).join('');
}

/** The manifest digest that `bag-info.txt` repeats; undefined when the line is not there. */
export function manifestDigestIn(bagInfo: string): Sha256 | undefined {
	return /^Lever-Payload-Manifest: ([0-9a-f]{64})$/m.exec(bagInfo)?.[1];
}

/** The evidence pack that the identities pack's `bag-info.txt` names. */
export function evidenceDigestIn(bagInfo: string): Sha256 | undefined {
	return /^Lever-Evidence-Pack-Tagmanifest: ([0-9a-f]{64})$/m.exec(bagInfo)?.[1];
}

function dayOf(instant: IsoInstant): CivilDate {
	return instant.slice(0, 10);
}

function onOneLine(value: string): string {
	return value.replace(/\s+/g, ' ').trim();
}
