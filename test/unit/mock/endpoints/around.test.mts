import { describe, expect, it } from 'vitest';
import { documentSize } from '../../../../mock-lever/documents/size.mts';
import { loadScenario } from '../../../../mock-lever/index.mts';
import type { LeverDatabase } from '../../../../mock-lever/scenarios/records.mts';

const GENERATED = { size: 250, seed: 11 };
const DATES = ['2026-11-02T06:00:00Z', '2027-02-28T23:30:00+02:00'];
const cases = DATES.flatMap((asOf) => [
	{ name: 'golden', asOf, options: {} },
	{ name: 'generated', asOf, options: GENERATED },
]);

const BELOW = [
	'applications',
	'interviews',
	'panels',
	'feedback',
	'forms',
	'notes',
	'referrals',
	'resumes',
	'files',
	'file_actions',
] as const;
/** Nobody made one over the API; the sender would call it */
const EMPTY = ['webhooks'];

const idsOf = (records: ReadonlyArray<{ id: string }>) => new Set(records.map(({ id }) => id));

describe.each(cases)(
	'what stands around the people of $name at $asOf',
	({ name, asOf, options }) => {
		const scenario = loadScenario(name, asOf, options);
		const db: LeverDatabase = scenario.db;
		const opportunities = new Map(db.opportunities.map((each) => [each.id, each]));

		it('holds some of each kind, every id once', () => {
			for (const [kind, records] of Object.entries(db)) {
				if (!EMPTY.includes(kind)) expect(records.length, kind).toBeGreaterThan(0);
				const ids = (records as object[]).map(
					(record) => Reflect.get(record, 'id') ?? Reflect.get(record, 'text'),
				);
				expect(new Set(ids).size, kind).toBe(ids.length);
			}
		});

		it('is the same each time', () => {
			expect(loadScenario(name, asOf, options).db).toEqual(db);
		});

		it('belongs to opportunities that exist, and was made after them and before now', () => {
			for (const kind of BELOW) {
				for (const record of db[kind]) {
					const opportunity = opportunities.get(record.opportunityId);
					const made = 'uploadedAt' in record ? record.uploadedAt : record.createdAt;
					expect(made, kind).toBeGreaterThanOrEqual(opportunity?.createdAt ?? Infinity);
					expect(made, kind).toBeLessThanOrEqual(scenario.asOf);
				}
			}
			for (const { createdAt } of [...db.audit_events, ...db.postings, ...db.requisitions]) {
				expect(createdAt).toBeLessThanOrEqual(scenario.asOf);
			}
		});

		it('names people, stages, postings and forms that exist', () => {
			const users = idsOf(db.users);
			const stages = idsOf(db.stages);
			const postings = idsOf(db.postings);
			for (const record of [...db.interviews, ...db.panels, ...db.forms, ...db.referrals]) {
				expect(users.has(record.user)).toBe(true);
				expect(stages.has(record.stage)).toBe(true);
			}
			for (const record of [...db.notes, ...db.feedback]) expect(users.has(record.user)).toBe(true);
			for (const { postings: ids } of [...db.interviews, ...db.requisitions]) {
				for (const id of ids) expect(postings.has(id)).toBe(true);
			}
			for (const { sourcedBy } of db.opportunities) {
				if (sourcedBy !== null) expect(users.has(sourcedBy)).toBe(true);
			}
			for (const { type, user } of db.applications) {
				expect(user === null ? null : users.has(user)).toBe(type === 'posting' ? null : true);
			}
		});

		it('panels repeat their interviews, and interviews name their feedback', () => {
			const panels = new Map(db.panels.map((panel) => [panel.id, panel]));
			for (const interview of db.interviews) {
				const panel = panels.get(interview.panel);
				const short = panel?.interviews.find(({ id }) => id === interview.id);
				expect(short).toMatchObject({
					date: interview.date,
					duration: interview.duration,
					subject: interview.subject,
				});
				expect(panel?.stage).toBe(interview.stage);
				expect(panel?.canceledAt).toBe(interview.canceledAt);
				const given = db.feedback.filter(
					(feedback) => feedback.interview === interview.id && feedback.deletedAt === null,
				);
				expect(interview.feedbackForms.sort()).toEqual(given.map(({ id }) => id).sort());
			}
			expect(db.panels.flatMap(({ interviews }) => interviews)).toHaveLength(db.interviews.length);
		});

		it('requisitions count the hires that name them', () => {
			const offers = idsOf(db.offers);
			for (const requisition of db.requisitions) {
				const hires = db.applications.filter(
					({ requisitionForHire }) => requisitionForHire?.id === requisition.id,
				);
				// Lever counts hires as well that nobody may read.
				expect(requisition.headcountHired).toBeGreaterThanOrEqual(hires.length);
				for (const id of requisition.offerIds) expect(offers.has(id)).toBe(true);
				const codes = requisition.postings.flatMap(
					(id) => db.postings.find((posting) => posting.id === id)?.requisitionCodes ?? [],
				);
				expect(codes).toContain(requisition.requisitionCode);
			}
			const tied = db.requisitions.flatMap(({ offerIds }) => offerIds);
			expect(new Set(tied).size).toBe(tied.length);
		});

		it('says no more of an anonymised person', () => {
			for (const { id } of db.opportunities.filter(({ isAnonymized }) => isAnonymized)) {
				for (const kind of ['resumes', 'files', 'notes', 'forms', 'referrals'] as const) {
					const own = (db[kind] as Array<{ opportunityId: string }>).filter(
						({ opportunityId }) => opportunityId === id,
					);
					expect(own).toEqual([]);
				}
			}
		});

		it('sizes are those of the documents', () => {
			for (const { id, size } of db.files) expect(size).toBe(documentSize(id));
			for (const { id, file } of db.resumes) {
				if (file !== null) expect(file.size).toBe(documentSize(id));
			}
		});
	},
);
