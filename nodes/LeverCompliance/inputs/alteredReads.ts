import { compareCodeUnits } from '../../shared/canonicalJson';
import type { LeverCollection, ReadOfRun } from '../../shared/contracts';
import { givenItems, itemsByRead } from '../../shared/givenItems';
import { counted } from '../phrases';
import { populationOf, type LeverItems } from './leverItems';

/** A read whose record or items are not here as Evidence: Collect gave them. */
export interface AlteredRead extends ReadOfRun {
	/** What happened; a sentence */
	text: string;
}

const ITEM_TEXT: Record<LeverCollection['purpose'], [singular: string, plural: string]> = {
	hires: ['hire', 'hires'],
	users: ['user', 'users'],
	records: ['opportunity', 'opportunities'],
	definitions: ['definition', 'definitions'],
	identities: ['item', 'items'],
	offers: ['item', 'items'],
	jobs: ['posting or requisition', 'postings or requisitions'],
	interviews: ['item', 'items'],
	files: ['file record', 'file records'],
	auditEvents: ['audit event', 'audit events'],
	connection: ['item', 'items'],
	list: ['item', 'items'],
};

/** What to do about it. */
export const CONNECT_STRAIGHT =
	"Connect the Lever node straight to the input 'Lever', with no node in between that leaves items out or changes them.";

/**
 * What was left out, added or changed between Evidence: Collect and here (design, promise 4; rules.md
 * §1): a Filter, a Limit or an Edit Fields node in between must not make a clean result.
 */
export function alteredReads(lever: LeverItems): AlteredRead[] {
	const { collections } = lever;
	const itemsOf = itemsByRead(collections, populationOf(lever));
	const altered = new Map<string, AlteredRead>();
	for (const read of readsOf(collections)) {
		if (collections.some(({ collectionId }) => collectionId === read.collectionId)) continue;
		altered.set(read.collectionId, {
			...read,
			text: `The collection record of Lever's ${nameOf(read)} was given by the Lever node and did not arrive.`,
		});
	}
	for (const collection of collections) {
		const happened = whatHappened(collection, itemsOf(collection).length, () =>
			givenItems(collection, itemsOf(collection)),
		);
		if (happened === null) continue;
		const { collectionId, resource, purpose } = collection;
		altered.set(collectionId, { collectionId, resource, purpose, text: happened });
	}
	return [...altered.values()].sort((a, b) => compareCodeUnits(a.collectionId, b.collectionId));
}

/** Every read that any of the records names. */
export function readsOf(collections: readonly LeverCollection[]): ReadOfRun[] {
	const reads = new Map<string, ReadOfRun>();
	for (const { reads: named = [] } of collections) {
		for (const read of named) reads.set(read.collectionId, read);
	}
	return [...reads.values()];
}

function whatHappened(
	{ given, reads, resource, purpose }: LeverCollection,
	arrived: number,
	digest: () => { sha256: string },
): string | null {
	const name = nameOf({ resource, purpose });
	if (given === undefined || reads === undefined) {
		return `The collection record of Lever's ${name} does not say what the Lever node gave, so nothing shows that all of it arrived.`;
	}
	if (given.items !== arrived) {
		return `Of Lever's ${name}, the Lever node gave ${counted(given.items, ...ITEM_TEXT[purpose])} and ${arrived} arrived.`;
	}
	return digest().sha256 === given.sha256
		? null
		: `What the Lever node gave with Lever's ${name} was changed before it arrived.`;
}

function nameOf({ resource, purpose }: Pick<ReadOfRun, 'resource' | 'purpose'>): string {
	return resource === purpose ? resource : `${resource} (${purpose})`;
}
