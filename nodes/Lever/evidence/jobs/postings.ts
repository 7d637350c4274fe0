import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Posting } from '../../../shared/contracts';
import type { LeverQuery } from '../../../shared/transport';
import type { Crawled, CrawlPlan } from '../reading/crawlPlan';
import type { Extra } from '../reading/extras';
import { idOf, isRecord, textOf, textsOf, type LeverRecord } from '../reading/leverJson';

/** What Collect keeps of a posting (lever-api.md §5.6); no content, no pay. */
type PostingFacts = Omit<Posting, 'kind' | 'postingId' | 'collectionId' | 'rawSha256'>;

/** Published postings that only colleagues see are missing from every other list (lever-api.md §4.3, §9). */
const ON_EVERY_CHANNEL: LeverQuery = {
	state: 'published',
	distributionChannel: ['public', 'internal'],
};

/** @param refused extras that Lever refused earlier in this run */
export function postingsPlan(refused: readonly Extra[]): CrawlPlan<PostingFacts> {
	return {
		resource: 'postings',
		purpose: 'jobs',
		rule: 'Every posting of the account, in every state and on every channel.',
		requests: [{}, ON_EVERY_CHANNEL].map((query) => ({ path: '/postings', query })),
		extras: ['confidential'],
		refused,
		without: {
			confidential:
				'Confidential postings are missing: this credential may not read confidential data.',
		},
		deactivated: 'notApplicable',
		partition: null,
		rereads: false,
		identify: ({ id }) => idOf(id),
		keep: postingFacts,
	};
}

/** Sorted by id. */
export function postingItems({ records, collection }: Crawled<PostingFacts>): Posting[] {
	return records
		.map(
			({ id, rawSha256, value }): Posting => ({
				kind: 'posting',
				postingId: id,
				...value,
				collectionId: collection.collectionId,
				rawSha256,
			}),
		)
		.sort((a, b) => compareCodeUnits(a.postingId, b.postingId));
}

function postingFacts(raw: LeverRecord): PostingFacts {
	const categories = isRecord(raw.categories) ? raw.categories : {};
	const codes = textsOf(raw.requisitionCodes);
	const oldCode = textOf(raw.reqCode);
	return {
		title: textOf(raw.text) ?? '',
		state: textOf(raw.state),
		team: textOf(categories.team),
		department: textOf(categories.department),
		location: textOf(categories.location),
		commitment: textOf(categories.commitment),
		owner: idOf(raw.owner),
		hiringManager: idOf(raw.hiringManager),
		creator: idOf(raw.user),
		requisitionCodes: codes.length === 0 && oldCode !== null ? [oldCode] : codes,
		confidential: raw.confidentiality === 'confidential',
	};
}
