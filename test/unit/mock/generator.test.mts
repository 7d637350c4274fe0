import { describe, expect, it } from 'vitest';
import type { GeneratedOptions, Scenario } from '../../../mock-lever/index.mts';
import { loadScenario } from '../../../mock-lever/index.mts';
import { AS_OF } from './client.mts';

const DAY = 86_400_000;
const generate = (options: GeneratedOptions = {}) => loadScenario('generated', AS_OF, options);
const hiredReasons = ({ db }: Scenario) =>
	new Set(db.archive_reasons.filter((each) => each.type === 'hired').map((each) => each.id));
const hired = (scenario: Scenario) =>
	scenario.db.opportunities.filter((each) =>
		hiredReasons(scenario).has(each.archived?.reason ?? ''),
	);

describe('a generated company', () => {
	it('is the same for the same seed, and another one for another', () => {
		expect(generate({ size: 200, seed: 7 })).toEqual(generate({ size: 200, seed: 7 }));
		const names = (seed: number) =>
			generate({ size: 50, seed }).db.contacts.map((contact) => contact.name);
		expect(names(8)).not.toEqual(names(7));
	});

	it.each([
		[{ size: 1 }, 0, 0],
		[{ size: 30 }, 1, 2],
		[{ size: 40, hires: 40 }, 40, 40],
		[{ size: 500, hires: 0, offers: 20 }, 0, 20],
		[{ size: 600, hires: 20, offers: 90 }, 20, 90],
		[{ size: 600, hires: 20, offers: 90, shape: 'skewed' }, 20, 90],
	] as const)('%j has exactly %i hires and %i offers', (options, hires, offers) => {
		const scenario = generate(options);
		expect(scenario.db.opportunities).toHaveLength(options.size);
		expect(hired(scenario)).toHaveLength(hires);
		expect(scenario.db.offers).toHaveLength(offers);
		for (const { id } of hired(scenario)) {
			const own = scenario.db.offers.filter((offer) => offer.opportunityId === id);
			expect(own.map((offer) => offer.status)).toEqual(['signed']);
			expect(own[0]?.signatures?.candidate?.signed).toBe(true);
		}
	});

	it('grows evenly, or most of it lately', () => {
		const share = (shape: 'even' | 'skewed') => {
			const { db, asOf } = generate({ size: 4000, shape });
			const recent = db.opportunities.filter((each) => each.createdAt > asOf - 91 * DAY);
			return recent.length / db.opportunities.length;
		};
		expect(share('even')).toBeGreaterThan(0.06);
		expect(share('even')).toBeLessThan(0.11);
		expect(share('skewed')).toBeGreaterThan(0.77);
		expect(share('skewed')).toBeLessThan(0.83);
	});

	it('puts everything in an order that can have happened', () => {
		for (const shape of ['even', 'skewed'] as const) {
			const { db, asOf } = generate({ size: 3000, shape, hires: 200, offers: 400 });
			const opportunities = new Map(db.opportunities.map((each) => [each.id, each]));
			for (const each of db.opportunities) {
				expect(each.createdAt).toBeLessThanOrEqual(each.lastAdvancedAt);
				expect(each.lastAdvancedAt).toBeLessThanOrEqual(each.archived?.archivedAt ?? asOf);
				expect(each.lastInteractionAt).toBeLessThanOrEqual(asOf);
				expect(each.stageChanges.at(-1)?.toStageId).toBe(each.stage);
			}
			for (const offer of db.offers) {
				const opportunity = opportunities.get(offer.opportunityId);
				const signed = offer.signatures?.candidate?.signedAt ?? asOf;
				const course = [
					opportunity?.lastAdvancedAt ?? Infinity,
					offer.createdAt,
					offer.approvedAt ?? offer.createdAt,
					offer.sentAt ?? offer.approvedAt ?? offer.createdAt,
					signed,
					asOf,
				];
				expect(course, offer.id).toEqual([...course].sort((a, b) => a - b));
			}
			for (const each of db.deleted_opportunities) {
				expect(each.deletedAt).toBeLessThanOrEqual(asOf);
				expect(each.deletedAt).toBeGreaterThanOrEqual(each.lastInteractionAt);
			}
		}
	});

	const scenario = generate({ size: 6000, hires: 200, offers: 400 });
	const { db, companion } = scenario;

	it('holds what real accounts hold', () => {
		const some = <T,>(records: readonly T[], test: (record: T) => boolean) =>
			records.filter(test).length;
		expect(new Set(db.offers.map((offer) => offer.status))).toEqual(
			new Set([
				...['draft', 'approval-sent', 'approved', 'sent'],
				...['sent-manually', 'opened', 'denied', 'signed'],
			]),
		);
		const partly = some(
			db.offers,
			({ signatures }) =>
				signatures?.company_signature_1?.signed === true && signatures.candidate?.signed !== true,
		);
		expect(partly).toBeGreaterThan(0);
		expect(some(db.opportunities, (each) => each.updatedAt === null)).toBeGreaterThan(100);
		expect(some(db.opportunities, (each) => each.owner === null)).toBeGreaterThan(100);
		expect(
			some(db.opportunities, (each) => each.confidentiality === 'confidential'),
		).toBeGreaterThan(20);
		expect(some(db.opportunities, (each) => each.snoozedUntil !== null)).toBeGreaterThan(20);
		expect(some(db.opportunities, (each) => !('opportunityLocation' in each))).toBeGreaterThan(100);
		expect(some(db.contacts, (each) => each.isAnonymized)).toBeGreaterThan(10);
		expect(some(db.contacts, (each) => /[^\u0000-\u024f]/.test(each.name))).toBeGreaterThan(500);
		expect(
			some(db.users, (each) => each.accessRole === '' || each.accessRole === null),
		).toBeGreaterThan(1);
		expect(some(db.users, (each) => each.deactivatedAt !== null)).toBeGreaterThan(1);
		expect(db.deleted_opportunities.length).toBeGreaterThan(10);
		const people = Map.groupBy(db.opportunities, (each) => each.contact);
		expect([...people.values()].filter((own) => own.length > 1).length).toBeGreaterThan(300);
		const hires = Map.groupBy(hired(scenario), (each) => each.contact);
		expect([...hires.values()].filter((own) => own.length > 1).length).toBeGreaterThan(0);
	});

	it('is plainly invented: every address is at example.com', () => {
		const addresses = [
			...db.contacts.flatMap((each) => each.emails),
			...db.users.map((each) => each.email),
		];
		for (const address of addresses) expect(address).toMatch(/^[a-z0-9.-]+@example\.com$/);
	});

	it('has lists of the same people', () => {
		const people = new Set([...db.contacts, ...db.users].map((each) => each.name));
		const anonymised = db.contacts.some((each) => each.isAnonymized);
		const known = (rows: Array<Record<string, string>>) =>
			rows.filter((row) => people.has(row.name ?? '')).length / rows.length;
		expect(companion.screening.length).toBeGreaterThan(180);
		// The lists keep the names of people who were anonymised in Lever.
		expect(anonymised).toBe(true);
		expect(known(companion.screening)).toBeGreaterThan(0.9);
		expect(known(companion.staff)).toBeGreaterThan(0.9);
	});

	it.each([
		[{ size: 0 }, /size must be a whole number from 1/],
		[{ size: 1.5 }, /size must be a whole number/],
		[{ size: 10, hires: 11 }, /hires must be a whole number from 0 to 10/],
		[{ size: 10, hires: 5, offers: 4 }, /offers must be a whole number from 5 to 10/],
		[{ seed: -1 }, /seed must be a whole number/],
	])('%j is refused with a sentence', (options, sentence) => {
		expect(() => generate(options)).toThrow(sentence);
	});
});
