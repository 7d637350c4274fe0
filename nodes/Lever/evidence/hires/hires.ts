import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { Hire, Sha256 } from '../../../shared/contracts';
import { timeZone } from '../../../shared/dates';
import { earliestFirst, episodeDates, mayBeHire, reaches, type Candidacy } from './candidacy';
import { groupEpisodes } from './episodes';
import { buildHire, type Episode } from './hire';
import type { Pipeline } from '../opportunities/pipeline';
import type { CollectSettings } from '../settings';

interface HireSources {
	/** Every opportunity that was read, each once */
	candidacies: readonly Candidacy[];
	pipeline: Pipeline;
	settings: Pick<CollectSettings, 'workflowZone' | 'hiresSince'>;
	/** Collection of the hires; opportunities that stand in another one name that one */
	hiresCollectionId: Sha256;
	offersCollectionId: Sha256;
}

/**
 * The hires among the opportunities: one per contact and employment episode (rules.md §3), sorted by
 * id. The order of the opportunities makes no difference.
 */
export function buildHires(sources: HireSources): Hire[] {
	const { pipeline, settings } = sources;
	const zone = timeZone(settings.workflowZone);
	const hires: Hire[] = [];
	for (const [contact, all] of byContact(sources.candidacies)) {
		const possible = all.filter((candidacy) => mayBeHire(candidacy, pipeline));
		const datesOf = (candidacy: Candidacy) => episodeDates(candidacy, pipeline, zone);
		if (!possible.some((one) => reaches(one, settings.hiresSince, datesOf(one)))) continue;
		for (const episode of groupEpisodes(possible, datesOf)) {
			const [earliest, ...later] = episode;
			if (earliest === undefined) continue;
			hires.push(
				buildHire(
					{
						contact,
						opportunities: [earliest, ...later],
						others: all.filter((candidacy) => !episode.includes(candidacy)),
						...collectionsOf(episode, sources),
					},
					pipeline,
					zone,
				),
			);
		}
	}
	return hires.sort((a, b) => compareCodeUnits(a.hireId, b.hireId));
}

/** Opportunities of each contact, earliest first. One without a contact stands for itself. */
function byContact(candidacies: readonly Candidacy[]): Map<string, Candidacy[]> {
	const contacts = new Map<string, Candidacy[]>();
	for (const candidacy of [...candidacies].sort(earliestFirst)) {
		const contact = candidacy.facts.contact ?? candidacy.opportunityId;
		const known = contacts.get(contact);
		if (known) known.push(candidacy);
		else contacts.set(contact, [candidacy]);
	}
	return contacts;
}

function collectionsOf(
	episode: readonly Candidacy[],
	{ hiresCollectionId, offersCollectionId }: HireSources,
): Pick<Episode, 'collectionIds' | 'readElsewhere'> {
	const opportunities =
		episode.find(({ collectionId }) => collectionId === hiresCollectionId)?.collectionId ??
		episode[0]?.collectionId ??
		hiresCollectionId;
	const elsewhere = episode.filter(({ collectionId }) => collectionId !== opportunities);
	return {
		collectionIds: { opportunities, offers: offersCollectionId },
		readElsewhere: Object.fromEntries(
			elsewhere.map(({ opportunityId, collectionId }) => [opportunityId, collectionId]),
		),
	};
}
