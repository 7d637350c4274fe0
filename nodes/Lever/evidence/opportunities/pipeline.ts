import type { HireArchive, LeverCollection, ReadFailure } from '../../../shared/contracts';
import type { Crawled } from '../reading/crawlPlan';
import type { DefinitionFacts } from './definitions';

/** Something that keeps the hires from being found completely. */
export interface Shortfall {
	sentence: string;
	failure?: ReadFailure;
}

interface NamedStage {
	id: string;
	text: string;
}

/** What the account's stages and archive reasons mean for finding hires. */
export interface Pipeline {
	/** Ids of the reasons of type hired, inactive ones included, sorted */
	hiredReasonIds: string[];
	/** Offer and every stage after it, in the order of the pipeline */
	offerStages: NamedStage[];
	/** Type of an archive reason; null when it is not in the account's list */
	reasonType: (reasonId: string | null) => HireArchive['reasonType'];
	/** Why hires archived with a reason cannot all be recognised */
	reasonShortfall?: Shortfall;
	/** Why the opportunities at Offer and after cannot all be found by their stage */
	stageShortfall?: Shortfall;
}

/** The one stage with this fixed id in every account (lever-api.md §5.5). */
const OFFER: NamedStage = { id: 'offer', text: 'Offer' };

export function readPipeline(
	reasons: Crawled<DefinitionFacts>,
	stages: Crawled<DefinitionFacts>,
): Pipeline {
	const types = new Map(reasons.records.map(({ id, value }) => [id, value.type]));
	const hiredReasonIds = [...types].filter(([, type]) => type === 'hired').map(([id]) => id);
	const unread = shortfallOf(
		reasons.collection,
		'Which archive reasons mean "hired" is not known, because the archive reasons were not read completely: hires are found by their stage and signed offer only.',
	);
	return {
		hiredReasonIds,
		reasonType: (reasonId) => (reasonId === null ? null : (types.get(reasonId) ?? null)),
		reasonShortfall: unread ?? (hiredReasonIds.length === 0 ? NO_HIRED_REASON : undefined),
		...offerStagesOf(stages),
	};
}

function offerStagesOf({
	records,
	collection,
}: Crawled<DefinitionFacts>): Pick<Pipeline, 'offerStages' | 'stageShortfall'> {
	const ordered = [...records].sort((a, b) => a.position - b.position);
	const offerAt = ordered.findIndex(({ id }) => id === OFFER.id);
	const unread = shortfallOf(
		collection,
		'Which stages come after Offer is not known, because the stages were not read completely: hires in those stages may be missing.',
	);
	if (offerAt < 0) {
		return { offerStages: [OFFER], stageShortfall: unread ?? NO_OFFER_STAGE };
	}
	return {
		offerStages: ordered.slice(offerAt).map(({ id, value }) => ({ id, text: value.text })),
		stageShortfall: unread,
	};
}

const NO_HIRED_REASON: Shortfall = {
	sentence:
		'The account lists no archive reason of type hired, so hires are found by their stage and signed offer only. Check the archive reasons in the settings of Lever, and that the credential may read them.',
};

const NO_OFFER_STAGE: Shortfall = {
	sentence:
		"The account lists no stage with the ID offer, so which stages come after it is not known. Switch on 'Exhaustive' to read every opportunity.",
};

function shortfallOf(
	{ complete, failure, incompleteBecause }: LeverCollection,
	consequence: string,
): Shortfall | undefined {
	if (complete) return undefined;
	return { sentence: `${consequence} ${incompleteBecause ?? ''}`.trim(), failure };
}
