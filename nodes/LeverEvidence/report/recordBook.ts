import { compareCodeUnits } from '../../shared/canonicalJson';
import type { Collection, EvidenceReference, Finding } from '../../shared/contracts';
import { LIST_TITLES } from '../pack/listTitles';
import { html, type Html } from './html';

/** A record that findings rest on; it stands once on the page, whatever rests on it. */
export interface NumberedRecord {
	number: number;
	recordId: string;
	rawSha256: string;
}

/** The records of one read, in the order of their numbers. */
export interface RecordsOfRead {
	collectionId: string;
	/** undefined when its record did not arrive */
	collection: Collection | undefined;
	records: NumberedRecord[];
}

/** Every record that the findings on the page rest on, numbered. */
export interface RecordBook {
	reads: RecordsOfRead[];
	/** `keyOf` of a reference → its number */
	numbers: ReadonlyMap<string, number>;
	/** Reads in the order of the table of reads, for links to whole ones */
	collections: readonly Collection[];
}

/** Numbers the records by read, then by id; the same findings in any order give the same numbers. */
export function recordBook(
	findings: Iterable<Finding>,
	collections: readonly Collection[],
): RecordBook {
	const order = new Map(collections.map(({ collectionId }, index) => [collectionId, index]));
	const position = (id: string) => order.get(id) ?? collections.length;
	const sorted = [...distinctReferences(findings)].sort(
		([keyA, a], [keyB, b]) =>
			position(a.collectionId) - position(b.collectionId) || compareCodeUnits(keyA, keyB),
	);
	const numbers = new Map<string, number>();
	const reads: RecordsOfRead[] = [];
	for (const [key, { collectionId, recordId, rawSha256 }] of sorted) {
		const number = numbers.size + 1;
		numbers.set(key, number);
		let read = reads.at(-1);
		if (read?.collectionId !== collectionId) {
			const index = order.get(collectionId);
			const collection = index === undefined ? undefined : collections[index];
			read = { collectionId, collection, records: [] };
			reads.push(read);
		}
		read.records.push({ number, recordId, rawSha256 });
	}
	return { reads, numbers, collections };
}

/** "12, 13, the whole Screening List": links to the records that a finding rests on. */
export function citations(references: readonly EvidenceReference[], book: RecordBook): Html {
	if (references.length === 0) return html`<span class="quiet">no record named</span>`;
	return html`${references.map(
		(reference, index) => html`${index > 0 && ', '}${citation(reference, book)}`,
	)}`;
}

/** Place of a read on the page; its number in the order of the table. */
export function readAnchor(index: number): string {
	return `read-${index + 1}`;
}

function citation(reference: EvidenceReference, { numbers, collections }: RecordBook): Html {
	const number = isRecord(reference) ? numbers.get(keyOf(reference)) : undefined;
	if (number !== undefined) return html`<a href="#r${number}">${number}</a>`;
	const index = collections.findIndex((one) => one.collectionId === reference.collectionId);
	const read = collections[index];
	if (read === undefined) return html`a read that is not in this pack`;
	const title = read.source === 'list' ? LIST_TITLES[read.resource] : `read of ${read.resource}`;
	const whole = html`<a href="#${readAnchor(index)}">the whole ${title}</a>`;
	if (reference.recordId === read.resource) return whole;
	return html`<code>${reference.recordId}</code> (no hash; see ${whole})`;
}

type RecordReference = EvidenceReference & { rawSha256: string };

/** Others are to a whole read, for instance one without a record of this person. */
function isRecord(reference: EvidenceReference): reference is RecordReference {
	return reference.rawSha256 !== null;
}

function distinctReferences(findings: Iterable<Finding>): Map<string, RecordReference> {
	const references = new Map<string, RecordReference>();
	for (const { evidence } of findings) {
		for (const reference of evidence) {
			if (isRecord(reference)) references.set(keyOf(reference), reference);
		}
	}
	return references;
}

function keyOf({ collectionId, recordId, rawSha256 }: RecordReference): string {
	return JSON.stringify([collectionId, recordId, rawSha256]);
}
