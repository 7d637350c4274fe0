import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { beforeAll, describe, expect, it } from 'vitest';

import { addRecords, defineIds } from '../../../mock-lever/scenarios/account.mts';
import { addAround } from '../../../mock-lever/scenarios/around/index.mts';
import { nothingStated } from '../../../mock-lever/scenarios/build/context.mts';
import { readInstant, ScenarioClock } from '../../../mock-lever/scenarios/clock.mts';
import { SymbolicIds, uuidFor } from '../../../mock-lever/scenarios/ids.mts';
import { loadScenario } from '../../../mock-lever/scenarios/load.mts';
import type { LeverDatabase } from '../../../mock-lever/scenarios/records.mts';
import { emptyDatabase } from '../../../mock-lever/scenarios/records.mts';
import { checkShape } from '../../../mock-lever/scenarios/shape.mts';
import type { Situation } from '../../../mock-lever/scenarios/situation.mts';
import { goldenFiles } from './goldenFiles.mts';

const AS_OF = '2026-11-02T06:00:00Z';
const DAY = 86_400_000;
const COMPANY_POSTINGS = 5;
const companyFile = join(import.meta.dirname, '../../../mock-lever/scenarios/company/company.json');

/** The company with one situation, as the loader builds it. */
function accountWith(lever: Situation['lever']) {
	const clock = new ScenarioClock(readInstant(AS_OF));
	const database = emptyDatabase();
	const stated = nothingStated();
	const company = new SymbolicIds('company');
	const ids = new SymbolicIds('file', company);
	const base = JSON.parse(readFileSync(companyFile, 'utf8')) as Situation;
	const own: Situation = { reference: '', title: '', lever, expected: {} };
	for (const [situation, names, number] of [
		[base, company, 'company'],
		[own, ids, '01'],
	] as const) {
		checkShape(situation);
		defineIds(names, situation);
		addRecords({ situation, clock, ids: names, database, number, stated });
	}
	addAround(database, clock.now, stated);
	return { database, ids, day: (days: number) => clock.epoch({ day: days }) };
}

const PERSON = { contacts: [{ id: 'contact-a', name: 'Ada Sample' }] };

describe('what a situation states', () => {
	it('is all there is: feedback, files, forms and notes of an opportunity', () => {
		const { database, ids, day } = accountWith({
			...PERSON,
			opportunities: [
				{
					id: 'opp-a',
					contact: 'contact-a',
					feedback: [
						{ createdAt: { day: -50 }, completedAt: { day: -49 } },
						{ by: 'user-admin-1', createdAt: { day: -48 }, completedAt: null },
					],
					files: [{ name: 'background-check.pdf', uploadedAt: { day: -20 } }],
					forms: [{ title: 'Background check', createdAt: { day: -19 } }],
					notes: [],
				},
			],
		});
		const below = <T extends { opportunityId: string }>(records: T[]) =>
			records.filter(({ opportunityId }) => opportunityId === ids.resolve('opp-a'));
		expect(below(database.feedback).map(({ completedAt }) => completedAt)).toEqual([
			day(-49),
			null,
		]);
		expect(below(database.feedback)[1]?.user).toBe(ids.resolve('user-admin-1'));
		expect(below(database.files).map(({ name }) => name)).toEqual(['background-check.pdf']);
		expect(below(database.forms).map(({ text }) => text)).toEqual(['Background check']);
		expect(below(database.notes)).toEqual([]);
	});

	it('moves the opportunity through the stages that are stated, and says what may be stored', () => {
		const { database, ids, day } = accountWith({
			...PERSON,
			opportunities: [
				{
					id: 'opp-a',
					contact: 'contact-a',
					createdAt: { day: -70 },
					stageChanges: [
						{ stage: 'applicant-new', at: { day: -70 }, by: null },
						{ stage: 'stage-onsite', at: { day: -40 }, by: 'user-recruiter-2' },
					],
					dataProtection: { storeExpiresAt: { day: -3 } },
				},
			],
		});
		const [opportunity] = database.opportunities;
		expect(opportunity?.stage).toBe(ids.resolve('stage-onsite'));
		expect(opportunity?.lastAdvancedAt).toBe(day(-40));
		expect(opportunity?.stageChanges).toEqual([
			{ toStageId: 'applicant-new', toStageIndex: 3, updatedAt: day(-70) },
			{
				toStageId: ids.resolve('stage-onsite'),
				toStageIndex: 6,
				updatedAt: day(-40),
				userId: ids.resolve('user-recruiter-2'),
			},
		]);
		expect(opportunity?.dataProtection?.store).toEqual({ allowed: true, expiresAt: day(-3) });
	});

	it('hires on the stated requisition, with the people and the approval that it names', () => {
		const { database, ids } = accountWith({
			...PERSON,
			postings: [
				{
					id: 'posting-a',
					text: 'Site Reliability Engineer',
					location: 'Berlin',
					team: 'Platform',
					state: 'closed',
					commitment: 'Contractor',
					owner: 'user-recruiter-2',
					hiringManager: null,
				},
			],
			opportunities: [
				{
					id: 'opp-a',
					contact: 'contact-a',
					posting: 'posting-a',
					archived: { reason: 'reason-hired', at: { day: -10 } },
				},
			],
			offers: [{ id: 'offer-a', opportunity: 'opp-a', creator: 'user-admin-1', approved: false }],
			requisitions: [
				{
					id: 'req-a',
					postings: ['posting-a'],
					status: 'closed',
					headcount: 1,
					employmentStatus: 'contractor',
					approval: { approvers: ['user-admin-2'] },
				},
			],
		});
		const posting = database.postings.find(({ text }) => text === 'Site Reliability Engineer');
		expect(posting).toMatchObject({
			state: 'closed',
			owner: ids.resolve('user-recruiter-2'),
			hiringManager: null,
			requisitionCodes: ['R-01-req-a'],
		});
		expect(posting?.categories.commitment).toBe('Contractor');
		const own = database.requisitions.filter(({ postings }) => postings[0] === posting?.id);
		expect(own).toHaveLength(1);
		expect(own[0]).toMatchObject({
			status: 'closed',
			headcountTotal: 1,
			headcountHired: 1,
			offerIds: [ids.resolve('offer-a')],
			employmentStatus: 'contractor',
		});
		expect(own[0]?.approval.steps[0]?.approvers[0]?.user).toMatchObject({
			userId: ids.resolve('user-admin-2'),
		});
		expect(database.applications[0]?.requisitionForHire?.id).toBe(ids.resolve('req-a'));
		expect(database.offers[0]).toMatchObject({
			creator: ids.resolve('user-admin-1'),
			approved: false,
		});
	});

	it('can leave a posting without requisition, and a user without a sign-in', () => {
		const { database, ids, day } = accountWith({
			...PERSON,
			users: [
				{ id: 'user-a', name: 'Bo Sample', lastSignInAt: null },
				{ id: 'user-b', name: 'Cy Sample', lastSignInAt: { day: -80 } },
			],
			postings: [
				{
					id: 'posting-a',
					text: 'Gardener',
					location: 'Berlin',
					team: 'People',
					requisitionCodes: [],
				},
			],
			auditEvents: [
				{
					type: 'user.role:changed',
					at: { day: -5 },
					user: 'user-a',
					from: 'interviewer',
					to: 'admin',
				},
				{ type: 'key:added', at: { day: -100 }, tokenLastFour: 'k3y1' },
			],
		});
		expect(
			database.requisitions.some(({ postings }) => postings.includes(ids.resolve('posting-a'))),
		).toBe(false);
		const eventsOf = (user: string) =>
			database.audit_events
				.filter(({ target }) => target.id === ids.resolve(user))
				.map(({ type, createdAt }) => [type, createdAt]);
		expect(eventsOf('user-a').map(([type]) => type)).toEqual(['user.role:changed', 'user:added']);
		expect(eventsOf('user-b')[0]).toEqual(['user.authentication:succeeded', day(-80)]);
		const key = database.audit_events.find(({ type }) => type === 'key:added');
		expect(key?.meta).toMatchObject({ key: { tokenLastFour: 'k3y1' } });
	});

	it('is refused where a key is misspelt', () => {
		const opportunity = { id: 'opp-a', contact: 'contact-a' };
		const files = [{ name: 'a.pdf', uploadedOn: { day: 0 } }] as never;
		expect(() => accountWith({ ...PERSON, opportunities: [{ ...opportunity, files }] })).toThrow(
			/"files" of "opp-a" has the unknown key "uploadedOn"/,
		);
	});
});

describe('what situations leave open', () => {
	/** Opportunities whose situation says how they were interviewed. */
	const stated = new Set(
		goldenFiles.flatMap(({ name, situation }) =>
			(situation.lever?.opportunities ?? [])
				.filter(({ feedback, stageChanges }) => feedback ?? stageChanges)
				.map(({ id }) => uuidFor(`${name}/${id}`)),
		),
	);
	let db: LeverDatabase;
	beforeAll(() => {
		({ db } = loadScenario('golden', AS_OF));
	});

	it('is feedback completed before the offer, for everybody who came to one', () => {
		const interviewed = new Map<string, number[]>();
		for (const { opportunityId, completedAt } of db.feedback) {
			const known = interviewed.get(opportunityId) ?? [];
			interviewed.set(opportunityId, [...known, completedAt ?? Infinity]);
		}
		const reasons = new Set(
			db.archive_reasons.filter(({ type }) => type === 'hired').map(({ id }) => id),
		);
		const hired = db.opportunities.filter(
			({ archived, stage }) => stage === 'offer' && reasons.has(archived?.reason ?? ''),
		);
		expect(hired.length).toBeGreaterThan(100);
		for (const { id, createdAt, lastAdvancedAt } of hired) {
			if (stated.has(id) || lastAdvancedAt - createdAt < 5 * DAY) continue;
			const completed = interviewed.get(id) ?? [];
			expect(completed.length).toBeGreaterThanOrEqual(2);
			expect(Math.max(...completed)).toBeLessThanOrEqual(lastAdvancedAt);
		}
	});

	it('is an open requisition for every posting that was hired for, which lists the offers', () => {
		const byPosting = new Map(
			db.requisitions.flatMap((one) => one.postings.map((posting) => [posting, one] as const)),
		);
		const usual = new Set(db.postings.slice(0, COMPANY_POSTINGS).map(({ id }) => id));
		const postingOf = new Map(db.applications.map((one) => [one.opportunityId, one.posting]));
		for (const { id, opportunityId, status } of db.offers) {
			const posting = postingOf.get(opportunityId);
			if (status === 'draft' || posting === undefined || !usual.has(posting)) continue;
			expect(byPosting.get(posting)?.offerIds).toContain(id);
		}
	});
});
