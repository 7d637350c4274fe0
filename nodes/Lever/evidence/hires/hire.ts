import { compareCodeUnits } from '../../../shared/canonicalJson';
import type {
	DataProtection,
	Hire,
	HireArchive,
	ReadFailure,
	Sha256,
	StageChange,
} from '../../../shared/contracts';
import type { TimeZone } from '../../../shared/dates';
import { acceptanceOf, compareTimes, newestSigned, oldestFirst } from '../../../shared/acceptance';
import { isArchivedAsHired, startOf, type Candidacy } from './candidacy';
import { hireIdentity, isAnonymized } from './identity';
import { hireOffer, type OfferFacts } from '../offers/offer';
import { distinct } from '../opportunities/opportunity';
import type { Pipeline } from '../opportunities/pipeline';
import { screeningTags } from './screeningTags';

/** One employment episode of a contact, and what belongs to it. */
export interface Episode {
	contact: string;
	/** At least one, earliest first */
	opportunities: [Candidacy, ...Candidacy[]];
	/** The contact's other opportunities */
	others: Candidacy[];
	/** Collections the records come from */
	collectionIds: Hire['collectionIds'];
	/** Opportunities of the episode that were read with another collection than the hires */
	readElsewhere: Record<string, Sha256>;
}

/** The hire of an episode. Only the fields named here leave Collect: no pay, phones, links or custom fields. */
export function buildHire(episode: Episode, pipeline: Pipeline, zone: TimeZone): Hire {
	const { contact, opportunities, others, collectionIds, readElsewhere } = episode;
	const [earliest] = opportunities;
	const offers = opportunities.flatMap((opportunity) => opportunity.offers).sort(oldestFirst);
	const signed = newestSigned(offers);
	const archives = archivesOf(opportunities, pipeline);
	const hired = latestHired(archives);
	const main = mainOpportunity(opportunities, signed, hired, pipeline);
	const startDate = startOf(signed, zone);
	const opportunityIds = opportunities.map(({ opportunityId }) => opportunityId);
	return {
		kind: 'hire',
		hireId: `${contact}:${earliest.opportunityId}`,
		contact,
		opportunityIds,
		otherOpportunityIds: others.map(({ opportunityId }) => opportunityId),
		postingId: main.facts.postingId ?? signed?.postingId ?? null,
		jobTitle: signed?.jobTitle ?? null,
		workLocation: signed?.location ?? main.facts.location,
		startDate,
		startDateSource: startDate === null ? 'none' : 'offer',
		...acceptanceOf(signed, hired?.archivedAt ?? null),
		archivedAt: hired?.archivedAt ?? null,
		hiredReasonId: hired?.reasonId ?? null,
		archives,
		stageIds: opportunities.map(({ facts }) => facts.stageId ?? ''),
		isAnonymized: isAnonymized(opportunities),
		confidential: opportunities.some(({ facts }) => facts.confidential),
		owner: main.facts.owner,
		hiringManager: signed?.hiringManager ?? main.facts.hiringManager,
		offersRead: offersRead(opportunities),
		offers: offers.map(hireOffer),
		screeningTags: screeningTags(opportunities.flatMap(({ facts }) => facts.tags)),
		stageChanges: stageChangesOf(opportunities),
		postingIds: distinct([
			...opportunities.flatMap(({ facts }) => facts.postingIds),
			...offers.map(({ postingId }) => postingId),
		]),
		requisitionIds: distinct(opportunities.flatMap(({ facts }) => facts.requisitionIds)),
		dataProtection: dataProtectionOf([main, ...opportunities]),
		leverUrl: earliest.facts.leverUrl,
		collectionIds,
		...(Object.keys(readElsewhere).length > 0 && { opportunityCollectionIds: readElsewhere }),
		identity: hireIdentity(opportunities, others),
		rawSha256: hashesOf(opportunities),
	};
}

/** The opportunity that job, place and owner are taken from. */
function mainOpportunity(
	opportunities: Episode['opportunities'],
	signed: OfferFacts | null,
	hired: HireArchive | null,
	pipeline: Pipeline,
): Candidacy {
	const id = signed?.opportunityId ?? hired?.opportunityId;
	return (
		opportunities.find(({ opportunityId }) => opportunityId === id) ??
		opportunities.find(({ facts }) => isArchivedAsHired(facts, pipeline)) ??
		opportunities[0]
	);
}

/** Oldest first. */
function stageChangesOf(opportunities: readonly Candidacy[]): StageChange[] {
	return opportunities
		.flatMap(({ opportunityId, facts }) =>
			facts.stageChanges.map((change): StageChange => ({ opportunityId, ...change })),
		)
		.sort((a, b) => a.at - b.at);
}

/** That of the first opportunity that Lever says anything of. */
function dataProtectionOf(opportunities: readonly Candidacy[]): DataProtection | null {
	const known = opportunities.find(({ facts }) => facts.dataProtection !== null);
	return known?.facts.dataProtection ?? null;
}

/** Earliest first. */
function archivesOf(opportunities: readonly Candidacy[], pipeline: Pipeline): HireArchive[] {
	return opportunities
		.flatMap(({ opportunityId, facts: { archived } }) => {
			if (archived === null || archived.reasonId === null || archived.archivedAt === null)
				return [];
			const { reasonId, archivedAt } = archived;
			return [{ opportunityId, reasonId, reasonType: pipeline.reasonType(reasonId), archivedAt }];
		})
		.sort(
			(a, b) =>
				compareTimes(a.archivedAt, b.archivedAt) ||
				compareCodeUnits(a.opportunityId, b.opportunityId),
		);
}

function latestHired(archives: readonly HireArchive[]): HireArchive | null {
	return archives.findLast(({ reasonType }) => reasonType === 'hired') ?? null;
}

function offersRead(opportunities: readonly Candidacy[]): true | ReadFailure {
	const unread = opportunities.find((opportunity) => opportunity.offersRead !== true);
	return unread?.offersRead ?? true;
}

function hashesOf(opportunities: readonly Candidacy[]): Record<string, Sha256> {
	const hashes: Record<string, Sha256> = {};
	for (const { opportunityId, rawSha256, offers } of opportunities) {
		hashes[opportunityId] = rawSha256;
		for (const offer of offers) hashes[offer.id] = offer.rawSha256;
	}
	return hashes;
}
