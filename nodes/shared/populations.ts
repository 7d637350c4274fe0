import { canonicalJson, canonicalLines, compareCodeUnits } from './canonicalJson';
import type { EvidenceItem } from './contracts';

interface PopulationForm {
	/** In `run.populations`, and of its file in the pack */
	name: string;
	/** `kind` of its items */
	kind: EvidenceItem['kind'];
	/** Members that name an item: its place in the population */
	id: readonly string[];
}

/** Everything of a run that is sealed besides its head and its findings (contracts/run.ts), in the order of the pack. */
export const POPULATIONS = [
	{ name: 'hires', kind: 'hire', id: ['hireId'] },
	{ name: 'users', kind: 'user', id: ['userId'] },
	{ name: 'opportunities', kind: 'opportunity', id: ['opportunityId'] },
	{ name: 'definitions', kind: 'definition', id: ['definitionType', 'id'] },
	{ name: 'postings', kind: 'posting', id: ['postingId'] },
	{ name: 'requisitions', kind: 'requisition', id: ['requisitionId'] },
	{ name: 'audit-events', kind: 'auditEvent', id: ['auditEventId'] },
	{ name: 'files', kind: 'fileRecord', id: ['fileRecordId'] },
	{ name: 'connection', kind: 'connection', id: ['connectionId'] },
	{ name: 'joiners', kind: 'joiner', id: ['hireId'] },
	{ name: 'screening', kind: 'screeningRecord', id: ['recordId'] },
	{ name: 'staff', kind: 'staffRecord', id: ['recordId'] },
	{ name: 'collections', kind: 'collection', id: ['collectionId'] },
	{ name: 'identities', kind: 'identity', id: ['subjectType', 'subjectId'] },
	{ name: 'matches', kind: 'match', id: ['subjectType', 'subjectId', 'list', 'recordId'] },
] as const satisfies readonly PopulationForm[];

export type PopulationKind = (typeof POPULATIONS)[number]['kind'];

const FORMS: ReadonlyMap<string, PopulationForm> = new Map(
	POPULATIONS.map((population) => [population.kind, population]),
);

/**
 * Gives the text by which an item of one kind has its place in its population; empty where the item lacks
 * what names it.
 */
export function populationIdOf(kind: PopulationKind): (item: object) => string {
	const names = FORMS.get(kind)?.id ?? [];
	const [first = '', ...others] = names;
	return (item) => {
		let id = textIn(item, first);
		for (const name of others) id += ` ${textIn(item, name)}`;
		return id;
	};
}

function textIn(item: object, name: string): string {
	const text = (item as Record<string, unknown>)[name];
	return typeof text === 'string' ? text : '';
}

/**
 * Items in the order of their population: by id, in UTF-16 code units, and items of the same id by their
 * canonical JSON, so that the order in which they came never matters.
 *
 * @param lineOf canonical JSON of an item; asked for only where ids are the same
 */
export function inPopulationOrder<Item>(
	items: readonly Item[],
	idOf: (item: Item) => string,
	lineOf: (item: Item) => string,
): readonly Item[] {
	if (isInOrder(items, idOf)) return items;
	const placed = items.map((item) => ({ id: idOf(item), item }));
	placed.sort(
		(a, b) => compareCodeUnits(a.id, b.id) || compareCodeUnits(lineOf(a.item), lineOf(b.item)),
	);
	return placed.map(({ item }) => item);
}

/** Most come so, and are not copied. */
function isInOrder<Item>(items: readonly Item[], idOf: (item: Item) => string): boolean {
	let before: string | undefined;
	for (const item of items) {
		const id = idOf(item);
		if (before !== undefined && before >= id) return false;
		before = id;
	}
	return true;
}

/** The items of a population in their order. */
export function populationInOrder<Item extends object>(
	kind: PopulationKind,
	items: readonly Item[],
): readonly Item[] {
	return inPopulationOrder(items, populationIdOf(kind), canonicalJson);
}

/** A population as it is written and sealed: canonical JSON of each item (RFC 8785), in their order. */
export function populationLines(kind: PopulationKind, items: readonly object[]): Generator<string> {
	return canonicalLines(populationInOrder(kind, items));
}
