import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../mock-lever/scenarios/load.mts';
import { loadScenario } from '../../../mock-lever/scenarios/load.mts';
import type { StoredOffer, StoredOpportunity } from '../../../mock-lever/scenarios/records.mts';
import { uuidFor } from '../../../mock-lever/scenarios/ids.mts';
import { EVIDENCE_DATES, goldenFiles } from './goldenFiles.mts';

const PIPELINE = [
	'lead-new',
	'lead-reached-out',
	'lead-responded',
	'applicant-new',
	'stage-recruiter-screen',
	'stage-phone-interview',
	'stage-onsite',
	'stage-reference-check',
	'offer',
	'stage-preboarding',
];

const ascending = (values: ReadonlyArray<number | null | undefined>) => {
	const known = values.filter((value): value is number => typeof value === 'number');
	return known.every((value, index) => index === 0 || (known[index - 1] ?? 0) <= value);
};

function signaturesOf(offer: StoredOffer): number[] {
	const { signatures } = offer;
	if (signatures === null) return [];
	return [signatures, ...Object.values(signatures)].flatMap((signature) => {
		const signedAt = (signature as { signedAt?: unknown } | null)?.signedAt;
		return typeof signedAt === 'number' ? [signedAt] : [];
	});
}

/** Everything that happened to a record; none of it can lie after the evidence date. */
const momentsOf = (opportunity: StoredOpportunity, offers: readonly StoredOffer[]) => [
	opportunity.createdAt,
	opportunity.lastAdvancedAt,
	opportunity.lastInteractionAt,
	opportunity.archived?.archivedAt ?? 0,
	...offers.flatMap((offer) => [
		offer.createdAt,
		offer.approvedAt ?? 0,
		offer.sentAt ?? 0,
		offer.signedDocument?.uploadedAt ?? 0,
		...signaturesOf(offer),
	]),
];

const offersOf = ({ db }: Scenario, { id }: StoredOpportunity) =>
	db.offers.filter((offer) => offer.opportunityId === id);

/**
 * Offers that a situation file tells of; the crowd's are none of its business. One that says when it was
 * approved may say so of an approval that came too late.
 */
const toldOffers = new Set(
	goldenFiles.flatMap(({ name, situation }) =>
		(situation.lever?.offers ?? [])
			.filter(({ approvedAt }) => approvedAt === undefined)
			.map((offer) => uuidFor(`${name}/${offer.id}`)),
	),
);

/** Opportunities whose way through the pipeline a file states, so that it may go on after the archiving. */
const toldWays = new Set(
	goldenFiles.flatMap(({ name, situation }) =>
		(situation.lever?.opportunities ?? [])
			.filter(({ stageChanges }) => stageChanges !== undefined)
			.map((opportunity) => uuidFor(`${name}/${opportunity.id}`)),
	),
);

const shapeOf = ({ expected, notInPopulation }: Scenario) => ({ expected, notInPopulation });
const reference = loadScenario('golden', EVIDENCE_DATES[0] ?? '');

describe.each(EVIDENCE_DATES)('golden records around %s', (asOf) => {
	const scenario = loadScenario('golden', asOf);
	const { db } = scenario;

	it('has the same subjects and results as around any other date', () => {
		expect(shapeOf(scenario)).toEqual(shapeOf(reference));
	});

	it('has every id once', () => {
		const all = [db.opportunities, db.contacts, db.applications, db.offers, db.users];
		const ids = all.flatMap((records) => records.map((record) => record.id));
		// An opportunity's candidate id equals its own; no record shares one with another (lever-api.md §5.1).
		expect(new Set(ids).size).toBe(ids.length);
	});

	it('leads each opportunity through the pipeline to its stage', () => {
		const order = db.stages.map((stage) => stage.id);
		expect(order).toHaveLength(PIPELINE.length);
		for (const opportunity of db.opportunities) {
			const { stageChanges, createdAt, lastAdvancedAt, archived } = opportunity;
			const last = stageChanges.at(-1);
			expect(last?.toStageId).toBe(opportunity.stage);
			expect(last?.updatedAt).toBe(lastAdvancedAt);
			expect(ascending([createdAt, ...stageChanges.map((change) => change.updatedAt)])).toBe(true);
			for (const change of stageChanges) {
				expect(order[change.toStageIndex]).toBe(change.toStageId);
			}
			if (archived !== null && !toldWays.has(opportunity.id)) {
				expect(archived.archivedAt).toBeGreaterThanOrEqual(lastAdvancedAt);
			}
		}
	});

	it('keeps the links between records', () => {
		const contacts = new Map(db.contacts.map((contact) => [contact.id, contact]));
		const applications = new Map(db.applications.map((each) => [each.id, each]));
		const reasons = new Set(db.archive_reasons.map((reason) => reason.id));
		const opportunities = new Set(db.opportunities.map((each) => each.id));
		for (const opportunity of db.opportunities) {
			const contact = contacts.get(opportunity.contact);
			expect(contact?.name).toBe(opportunity.name);
			expect(contact?.isAnonymized).toBe(opportunity.isAnonymized);
			expect(opportunity.applications.length).toBeLessThanOrEqual(1);
			for (const id of opportunity.applications) {
				expect(applications.get(id)?.opportunityId).toBe(opportunity.id);
			}
			// Without a reason: PIP-03 looks for that.
			const reason = opportunity.archived?.reason ?? null;
			if (reason !== null) expect(reasons.has(reason)).toBe(true);
		}
		for (const offer of db.offers) expect(opportunities.has(offer.opportunityId)).toBe(true);
	});

	it('puts nothing that happened after the evidence date, and offers in the order of their course', () => {
		for (const opportunity of db.opportunities) {
			const offers = offersOf(scenario, opportunity);
			for (const moment of momentsOf(opportunity, offers)) {
				expect(moment).toBeLessThanOrEqual(scenario.asOf);
			}
			for (const offer of offers.filter((each) => toldOffers.has(each.id))) {
				expect(offer.createdAt).toBeGreaterThanOrEqual(opportunity.createdAt);
				expect(ascending([offer.createdAt, offer.approvedAt, offer.sentAt]), offer.id).toBe(true);
				for (const signedAt of signaturesOf(offer)) {
					expect(signedAt).toBeGreaterThanOrEqual(offer.sentAt ?? offer.createdAt);
				}
			}
		}
		for (const user of db.users) {
			expect(ascending([user.createdAt, user.deactivatedAt, scenario.asOf])).toBe(true);
		}
		for (const row of scenario.companion.screening) {
			for (const column of ['ordered_at', 'completed_at'] as const) {
				const moment = Date.parse(row[column] ?? '');
				if (!Number.isNaN(moment)) expect(moment).toBeLessThanOrEqual(scenario.asOf);
			}
		}
		for (const row of scenario.companion.approvals) {
			expect(Date.parse(row.approved_at ?? '')).toBeLessThanOrEqual(scenario.asOf);
		}
	});

	it('removes what names an anonymised person', () => {
		const gone = db.contacts.filter((contact) => contact.isAnonymized);
		expect(gone).toHaveLength(4);
		for (const contact of gone) expect([contact.name, contact.emails]).toEqual(['', []]);
	});
});
