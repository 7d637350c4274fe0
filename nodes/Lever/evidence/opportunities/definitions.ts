import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Definition } from '../../../shared/contracts';
import type { Crawled, CrawlPlan } from '../reading/crawlPlan';
import { idOf, textOf, type LeverRecord } from '../reading/leverJson';

/** What Collect keeps of a stage, an archive reason or a tag (lever-api.md §5.5). */
export interface DefinitionFacts {
	text: string;
	type: 'hired' | 'non-hired' | null;
	status: string | null;
}

export type DefinitionType = Definition['definitionType'];

interface DefinitionList {
	resource: string;
	rule: string;
	identify: (raw: LeverRecord) => string | null;
	/** Fields that only this type has */
	extra: (facts: DefinitionFacts, position: number) => Partial<Definition>;
}

const LISTS: Readonly<Record<DefinitionType, DefinitionList>> = {
	archiveReason: {
		resource: 'archive_reasons',
		rule: 'Every archive reason of the account, inactive ones included.',
		identify: ({ id }) => idOf(id),
		extra: ({ type, status }) => ({ type, ...(status !== null && { status }) }),
	},
	stage: {
		resource: 'stages',
		rule: 'Every stage of the account, in the order of the pipeline.',
		identify: ({ id }) => idOf(id),
		extra: (_facts, position) => ({ index: position }),
	},
	tag: {
		resource: 'tags',
		rule: 'Every tag of the account.',
		identify: ({ text }) => (typeof text === 'string' ? text : null),
		extra: () => ({}),
	},
};

export function definitionPlan(definitionType: DefinitionType): CrawlPlan<DefinitionFacts> {
	const { resource, rule, identify } = LISTS[definitionType];
	return {
		resource,
		purpose: 'definitions',
		rule,
		requests: [{ path: `/${resource}`, query: {} }],
		extras: [],
		refused: [],
		deactivated: 'notApplicable',
		partition: null,
		rereads: false,
		identify,
		keep: (raw) => ({
			text: textOf(raw.text) ?? '',
			type: raw.type === 'hired' || raw.type === 'non-hired' ? raw.type : null,
			status: textOf(raw.status),
		}),
	};
}

/** Sorted by id. */
export function definitionItems(
	definitionType: DefinitionType,
	{ records, collection }: Crawled<DefinitionFacts>,
): Definition[] {
	return records
		.map(
			({ id, rawSha256, position, value }): Definition => ({
				kind: 'definition',
				definitionType,
				id,
				text: value.text,
				...LISTS[definitionType].extra(value, position),
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.id, b.id));
}
