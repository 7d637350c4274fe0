import type {
	StoredApplication,
	StoredContact,
	StoredOpportunity,
	StoredPosting,
} from '../records.mts';
import type { OfferSituation, OpportunitySituation } from '../situation.mts';
import { uuidFor } from '../ids.mts';
import type { BuildContext } from './context.mts';
import { DAY, momentOr, nullableMoment, overlay } from './context.mts';
import { offerDates } from './offerDates.mts';
import { stageChanges } from './stageChanges.mts';

export interface BuiltOpportunity {
	opportunity: StoredOpportunity;
	application: StoredApplication | null;
}

interface OpportunityDates {
	createdAt: number;
	lastAdvancedAt: number;
	archivedAt: number | null;
	lastInteractionAt: number;
}

/** Given dates, and around them those that must lie before (situation.mts says which). */
function datesOf(
	context: BuildContext,
	opportunity: OpportunitySituation,
	offers: readonly OfferSituation[],
): OpportunityDates {
	const courses = offers.map((offer) => offerDates(context, offer));
	const archivedAt = opportunity.archived ? context.clock.epoch(opportunity.archived.at) : null;
	const offersBegin =
		courses.length === 0 ? null : Math.min(...courses.map((each) => each.createdAt));
	const firstKnown = Math.min(
		offersBegin ?? Number.POSITIVE_INFINITY,
		archivedAt ?? Number.POSITIVE_INFINITY,
		context.clock.epoch({ day: -30 }),
	);
	const createdAt = momentOr(context, opportunity.createdAt, firstKnown - 30 * DAY);
	const advancedByDefault = Math.max(
		createdAt,
		offersBegin === null ? createdAt + 7 * DAY : offersBegin - DAY,
	);
	const lastChange = opportunity.stageChanges?.at(-1);
	const lastAdvancedAt = momentOr(
		context,
		lastChange?.at ?? opportunity.lastAdvancedAt,
		advancedByDefault,
	);
	const signed = courses.map((each) => each.candidateSignedAt ?? 0);
	return {
		createdAt,
		lastAdvancedAt,
		archivedAt,
		lastInteractionAt: Math.max(lastAdvancedAt, archivedAt ?? 0, ...signed),
	};
}

function buildApplication(
	context: BuildContext,
	opportunity: OpportunitySituation,
	record: StoredOpportunity,
	posting: StoredPosting,
): StoredApplication | null {
	if (opportunity.application === null) return null;
	const { email, hiringManager } = opportunity.application ?? {};
	const anonymized = record.isAnonymized;
	return {
		id: uuidFor(`application/${record.id}`),
		type: 'posting',
		candidateId: record.id,
		opportunityId: record.id,
		posting: posting.id,
		postingHiringManager:
			hiringManager === null ? null : context.ids.resolve(hiringManager ?? 'user-hiring-manager'),
		postingOwner: record.owner,
		name: anonymized ? null : record.name,
		company: null,
		phone: anonymized ? null : (record.phones[0] ?? null),
		email: anonymized ? null : email === undefined ? (record.emails[0] ?? null) : email,
		links: [],
		comments: null,
		user: null,
		customQuestions: [],
		createdAt: record.createdAt,
		archived: record.archived,
		requisitionForHire: null,
	};
}

/** The moves that the file states; undefined when it leaves them open. */
function statedChanges(
	{ clock, database, ids }: BuildContext,
	{ stageChanges: stated }: OpportunitySituation,
	ownerId: string | null,
): StoredOpportunity['stageChanges'] | undefined {
	return stated?.map(({ stage, at, by }) => {
		const toStageId = ids.resolve(stage);
		const userId = by === undefined ? ownerId : by === null ? null : ids.resolve(by);
		return {
			toStageId,
			toStageIndex: database.stages.findIndex(({ id }) => id === toStageId),
			updatedAt: clock.epoch(at),
			...(userId === null ? {} : { userId }),
		};
	});
}

/** Contacting may be forbidden apart from storing; the checks look at storing only. */
function dataProtectionOf(
	context: BuildContext,
	{ dataProtection }: OpportunitySituation,
): StoredOpportunity['dataProtection'] {
	if (!dataProtection) return null;
	const { storeAllowed = true, storeExpiresAt } = dataProtection;
	const given = {
		allowed: storeAllowed,
		expiresAt: nullableMoment(context, storeExpiresAt, null),
	};
	return { store: given, contact: given };
}

/** @param offers the offers of this opportunity, for the default dates */
export function buildOpportunity(
	context: BuildContext,
	opportunity: OpportunitySituation,
	contact: StoredContact,
	posting: StoredPosting,
	offers: readonly OfferSituation[],
): BuiltOpportunity {
	const id = context.ids.resolve(opportunity.id);
	const dates = datesOf(context, opportunity, offers);
	const owner = opportunity.owner === undefined ? 'user-recruiter-1' : opportunity.owner;
	const ownerId = owner === null ? null : context.ids.resolve(owner);
	const stage = context.ids.resolve(
		opportunity.stage ?? opportunity.stageChanges?.at(-1)?.stage ?? 'offer',
	);
	const { createdAt, lastAdvancedAt, archivedAt, lastInteractionAt } = dates;
	const record: StoredOpportunity = {
		id,
		name: contact.name,
		contact: contact.id,
		headline: contact.headline,
		stage,
		confidentiality: opportunity.confidentiality ?? 'non-confidential',
		location: contact.location.name,
		phones: contact.phones,
		emails: contact.isAnonymized ? [] : (opportunity.emails ?? contact.emails),
		links: [],
		archived:
			opportunity.archived && archivedAt !== null
				? { reason: context.ids.resolve(opportunity.archived.reason), archivedAt }
				: null,
		tags: opportunity.tags ?? [],
		sources: ['Job site'],
		stageChanges:
			statedChanges(context, opportunity, ownerId) ??
			stageChanges(context.database.stages, stage, createdAt, lastAdvancedAt, ownerId),
		origin: 'applied',
		sourcedBy: null,
		owner: ownerId,
		followers: ownerId === null ? [] : [ownerId],
		applications: opportunity.application === null ? [] : [uuidFor(`application/${id}`)],
		createdAt,
		updatedAt: lastInteractionAt,
		lastInteractionAt,
		lastAdvancedAt,
		snoozedUntil: null,
		urls: {
			list: 'https://hire.lever.co/candidates',
			show: `https://hire.lever.co/candidates/${id}`,
		},
		isAnonymized: contact.isAnonymized,
		dataProtection: dataProtectionOf(context, opportunity),
		opportunityLocation: opportunity.location ?? 'Berlin',
	};
	const application = buildApplication(context, opportunity, record, posting);
	// What is said of the record must not name somebody who was anonymised.
	const raw = contact.isAnonymized ? { ...opportunity.raw, links: [] } : opportunity.raw;
	return { opportunity: overlay(context, record, raw), application };
}
