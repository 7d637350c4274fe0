import type { CivilDate, ReadFailure, Sha256 } from '../../../shared/contracts';
import { parseDateField, utcMidnight, type TimeZone } from '../../../shared/dates';
import {
	acceptanceOf,
	compareTimes,
	isSigned,
	newestFirst,
	newestSigned,
} from '../../../shared/acceptance';
import { compareCodeUnits } from '../../../shared/canonicalJson';
import type { EpisodeDates } from './episodes';
import type { ReadOffer } from '../offers/offersCollection';
import type { OpportunityFacts } from '../opportunities/opportunity';
import type { Pipeline } from '../opportunities/pipeline';

/** An opportunity of a contact, with everything that was read of it. */
export interface Candidacy {
	opportunityId: string;
	facts: OpportunityFacts;
	offers: ReadOffer[];
	offersRead: true | ReadFailure;
	rawSha256: Sha256;
	/** Collection that the opportunity was read with */
	collectionId: Sha256;
}

/** What must be known of an opportunity to tell whether it may be a hire. */
interface Undecided {
	facts: OpportunityFacts;
	offers: ReadonlyArray<Parameters<typeof isSigned>[0]>;
	offersRead: true | ReadFailure;
}

/** Earliest first: by creation, then id. */
export function earliestFirst(a: Candidacy, b: Candidacy): number {
	return (
		compareTimes(a.facts.createdAt, b.facts.createdAt) ||
		compareCodeUnits(a.opportunityId, b.opportunityId)
	);
}

/** Whether the opportunity was archived with a hired-type reason. */
export function isArchivedAsHired({ archived }: OpportunityFacts, pipeline: Pipeline): boolean {
	return archived !== null && pipeline.reasonType(archived.reasonId) === 'hired';
}

/**
 * Whether the opportunity may be a hire (rules.md §3): archived with a hired-type reason, or with a
 * signed offer, also when it was archived otherwise later. An active opportunity from Offer on whose
 * offers could not be read may be one too: what is unknown must not fall out.
 */
export function mayBeHire({ facts, offers, offersRead }: Undecided, pipeline: Pipeline): boolean {
	if (isArchivedAsHired(facts, pipeline) || offers.some(isSigned)) return true;
	if (offersRead === true || offersRead.reason === 'notFound') return false;
	return facts.archived === null && pipeline.offerStages.some(({ id }) => id === facts.stageId);
}

/** The dates by which opportunities are grouped into episodes. */
export function episodeDates(
	{ facts, offers }: Candidacy,
	pipeline: Pipeline,
	zone: TimeZone,
): EpisodeDates {
	const signed = newestSigned(offers);
	const archivedAt = facts.archived?.archivedAt ?? null;
	return {
		start: startOf(signed ?? [...offers].sort(newestFirst)[0], zone),
		acceptedAt: acceptanceOf(signed, null).acceptedAt,
		hiredAt: isArchivedAsHired(facts, pipeline) ? archivedAt : null,
		otherwise: archivedAt ?? facts.createdAt,
	};
}

/** The first day that an offer names; null when it names none that can be read without doubt. */
export function startOf(
	offer: Pick<ReadOffer, 'startDateRaw'> | null | undefined,
	zone: TimeZone,
): CivilDate | null {
	const reading = parseDateField(offer?.startDateRaw ?? null, [zone]);
	return reading.kind === 'date' ? reading.date : null;
}

/** Whether anything of the candidacy lies on or after the day, or is still open. */
export function reaches(candidacy: Candidacy, since: CivilDate, dates: EpisodeDates): boolean {
	const { archived } = candidacy.facts;
	if (archived === null || archived.archivedAt === null) return true;
	const times = [
		archived.archivedAt,
		dates.acceptedAt,
		dates.start === null ? null : utcMidnight(dates.start),
	];
	return times.some((time) => time !== null && time >= utcMidnight(since));
}
