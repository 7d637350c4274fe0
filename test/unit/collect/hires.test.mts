import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Hire, LeverCollection } from '../../../nodes/shared/contracts/index.ts';
import {
	account,
	archived,
	at,
	HIRED,
	HIRED_FORMER,
	opportunity,
	signedOffer,
	WITHDREW,
} from './account.mts';
import { collectFrom } from './collecting.mts';
import type { FakeAccount, Raw } from './fakeLever.mts';

const START = at('2026-10-20T00:00:00Z');

async function hiresOf(opportunities: Raw[], offers: FakeAccount['offers'] = {}): Promise<Hire[]> {
	return (await collectFrom(account({ opportunities, offers }), { families: ['hires'] })).hires;
}

describe('who may be a hire', () => {
	it.each<[string, Raw, Raw[], boolean]>([
		['archived as hired, no offer', archived(HIRED, '2026-10-01T09:00:00Z'), [], true],
		[
			'archived with a former hired reason',
			archived(HIRED_FORMER, '2026-10-01T09:00:00Z'),
			[],
			true,
		],
		['at Offer with a signed offer', {}, [signedOffer('o', '2026-10-01T10:00:00Z', START)], true],
		[
			'after Offer with a signed offer',
			{ stage: 'stage-preboarding' },
			[signedOffer('o', '2026-10-01T10:00:00Z', START)],
			true,
		],
		[
			'signed, then archived as withdrawn',
			archived(WITHDREW, '2026-10-10T09:00:00Z'),
			[signedOffer('o', '2026-10-01T10:00:00Z', START)],
			true,
		],
		['at Offer without offer', {}, [], false],
		[
			'at Offer with an open offer',
			{},
			[signedOffer('o', '2026-10-01T10:00:00Z', START, { status: 'sent', signatures: null })],
			false,
		],
		['archived as withdrawn', archived(WITHDREW, '2026-10-10T09:00:00Z'), [], false],
	])('%s', async (_what, fields, offers, expected) => {
		const hires = await hiresOf([opportunity('a', fields)], { a: offers });
		expect(hires.map(({ hireId }) => hireId)).toEqual(expected ? ['contact-of-a:a'] : []);
	});
});

describe('a hire', () => {
	it('holds what the checks need, and nothing else of the person', async () => {
		const [hire] = await hiresOf(
			[
				opportunity('a', {
					...archived(HIRED, '2026-10-02T09:00:00Z'),
					contact: 'c',
					tags: ['Backend', 'Report Clear'],
					applications: [
						{
							id: 'app',
							posting: 'posting-app',
							email: 'applied@example.com',
							requisitionForHire: { id: 'requisition-1', requisitionCode: 'T-1' },
						},
					],
					stageChanges: [
						{
							toStageId: 'applicant-new',
							toStageIndex: 1,
							updatedAt: at('2026-08-01T09:00:00Z'),
						},
						{
							toStageId: 'offer',
							toStageIndex: 2,
							updatedAt: at('2026-08-20T09:00:00Z'),
							userId: 'user-recruiter',
						},
						{ toStageId: null, updatedAt: 0 },
						'odd',
					],
					dataProtection: {
						store: { allowed: true, expiresAt: at('2027-08-01T05:07:09Z') },
						contact: { allowed: false, expiresAt: null },
					},
				}),
			],
			{ a: [signedOffer('o', '2026-10-01T10:00:00Z', START)] },
		);
		const { offers, rawSha256, collectionIds, ...rest } = hire ?? ({} as Hire);
		expect(rest).toEqual({
			kind: 'hire',
			hireId: 'c:a',
			contact: 'c',
			opportunityIds: ['a'],
			otherOpportunityIds: [],
			postingId: 'posting-app',
			jobTitle: 'Backend Engineer',
			workLocation: 'Los Angeles',
			startDate: '2026-10-20',
			startDateSource: 'offer',
			acceptedAt: at('2026-10-01T10:00:00Z'),
			acceptedAtSource: 'candidateSignature',
			archivedAt: at('2026-10-02T09:00:00Z'),
			hiredReasonId: HIRED,
			archives: [
				{
					opportunityId: 'a',
					reasonId: HIRED,
					reasonType: 'hired',
					archivedAt: at('2026-10-02T09:00:00Z'),
				},
			],
			stageIds: ['offer'],
			isAnonymized: false,
			confidential: false,
			owner: 'user-recruiter',
			hiringManager: 'user-manager',
			offersRead: true,
			screeningTags: ['reportReturned'],
			leverUrl: 'https://hire.lever.co/candidates/a',
			identity: {
				name: 'Person c',
				emails: ['c@example.com', 'applied@example.com', 'signer.o@example.com'],
				otherEmails: [],
				contactEmails: ['c@example.com', 'applied@example.com'],
				signerEmails: { o: 'signer.o@example.com' },
				tags: ['Backend', 'Report Clear'],
			},
			stageChanges: [
				{
					opportunityId: 'a',
					stageId: 'applicant-new',
					stageIndex: 1,
					at: at('2026-08-01T09:00:00Z'),
					userId: null,
				},
				{
					opportunityId: 'a',
					stageId: 'offer',
					stageIndex: 2,
					at: at('2026-08-20T09:00:00Z'),
					userId: 'user-recruiter',
				},
			],
			postingIds: ['posting-app', 'posting-backend'],
			requisitionIds: ['requisition-1'],
			dataProtection: { storeAllowed: true, storeExpiresAt: at('2027-08-01T05:07:09Z') },
		});
		expect(offers.map(({ id }) => id)).toEqual(['o']);
		expect(Object.keys(rawSha256)).toEqual(['a', 'o']);
		expect(Object.values(rawSha256).join()).toMatch(/^[0-9a-f]{64},[0-9a-f]{64}$/);
		expect(collectionIds.opportunities).not.toBe(collectionIds.offers);
		expect(JSON.stringify(hire)).not.toMatch(/840000|offer\.pdf|555 01 234|profile|salary/);
	});

	it.each<[string, unknown]>([
		['missing', null],
		['no date', 'next Monday'],
		['ambiguous', '03/04/2026'],
		['a moment that begins no day', at('2026-10-20T13:37:00Z')],
	])('has no start date when the field is %s', async (_what, value) => {
		const [hire] = await hiresOf([opportunity('a')], {
			a: [signedOffer('o', '2026-10-01T10:00:00Z', value)],
		});
		expect(hire).toMatchObject({ startDate: null, startDateSource: 'none' });
		expect(hire?.offers[0]?.startDateRaw).toBe(value);
	});

	it('takes the start of the newest signed offer, and keeps all offers', async () => {
		const [hire] = await hiresOf([opportunity('a')], {
			a: [
				signedOffer('second', '2026-10-05T10:00:00Z', at('2026-11-03T00:00:00Z')),
				signedOffer('first', '2026-10-01T10:00:00Z', START),
				signedOffer('draft', '2026-10-09T10:00:00Z', at('2027-01-04T00:00:00Z'), {
					status: 'draft',
					signatures: null,
				}),
			],
		});
		expect(hire?.startDate).toBe('2026-11-03');
		expect(hire?.acceptedAt).toBe(at('2026-10-05T10:00:00Z'));
		expect(hire?.offers.map(({ id }) => id)).toEqual(['first', 'second', 'draft']);
	});

	it('that Lever anonymised stays anonymous', async () => {
		const [hire] = await hiresOf(
			[
				opportunity('a', {
					...archived(HIRED, '2026-10-02T09:00:00Z'),
					name: 'Anonymized',
					emails: [],
					isAnonymized: true,
				}),
			],
			{ a: [signedOffer('o', '2026-10-01T10:00:00Z', START)] },
		);
		expect(hire).toMatchObject({
			isAnonymized: true,
			identity: { name: '', emails: [], otherEmails: [] },
		});
	});
});

describe('several opportunities of a contact', () => {
	const contact = 'c';

	it('are one hire when their starts lie within 30 days', async () => {
		const hires = await hiresOf(
			[
				opportunity('later', {
					contact,
					createdAt: at('2026-09-01T09:00:00Z'),
					...archived(HIRED, '2026-10-02T09:00:00Z'),
				}),
				opportunity('earlier', { contact, createdAt: at('2026-08-01T09:00:00Z') }),
			],
			{
				later: [signedOffer('o1', '2026-10-01T10:00:00Z', START)],
				earlier: [signedOffer('o2', '2026-09-20T10:00:00Z', at('2026-10-05T00:00:00Z'))],
			},
		);
		expect(hires).toHaveLength(1);
		expect(hires[0]).toMatchObject({
			hireId: 'c:earlier',
			opportunityIds: ['earlier', 'later'],
			startDate: '2026-10-20',
			archivedAt: at('2026-10-02T09:00:00Z'),
			leverUrl: 'https://hire.lever.co/candidates/earlier',
		});
		expect(Object.keys(hires[0]?.rawSha256 ?? {}).sort()).toEqual(['earlier', 'later', 'o1', 'o2']);
	});

	it('are two hires when they do not, found also when the older one is long past', async () => {
		const hires = await hiresOf(
			[
				opportunity('new', { contact, ...archived(HIRED, '2026-10-02T09:00:00Z') }),
				opportunity('old', {
					contact,
					stage: 'applicant-new',
					createdAt: at('2022-01-01T09:00:00Z'),
					emails: ['old.address@example.com'],
					...archived(HIRED, '2022-03-01T09:00:00Z'),
				}),
			],
			{
				new: [signedOffer('o1', '2026-10-01T10:00:00Z', START)],
				old: [signedOffer('o2', '2022-02-20T10:00:00Z', at('2022-04-04T00:00:00Z'))],
			},
		);
		expect(hires.map(({ hireId, startDate }) => [hireId, startDate])).toEqual([
			['c:new', '2026-10-20'],
			['c:old', '2022-04-04'],
		]);
		expect(hires[0]?.identity).toMatchObject({
			emails: ['c@example.com', 'signer.o1@example.com'],
			otherEmails: ['old.address@example.com', 'signer.o2@example.com'],
		});
		expect(hires[0]?.otherOpportunityIds).toEqual(['old']);
		expect(hires[0]?.collectionIds.opportunities).not.toBe(hires[1]?.collectionIds.opportunities);
	});

	it('name the collection of each opportunity where one hire stands in two', async () => {
		const fake = account({
			opportunities: [
				opportunity('hired', { contact, ...archived(HIRED, '2026-10-02T09:00:00Z') }),
				opportunity('moved-back', { contact, stage: 'applicant-new' }),
			],
			offers: {
				hired: [signedOffer('o1', '2026-10-01T10:00:00Z', START)],
				'moved-back': [signedOffer('o2', '2026-10-02T10:00:00Z', START)],
			},
		});
		const { hires, only } = await collectFrom(fake);
		expect(hires).toHaveLength(1);
		expect(hires[0]).toMatchObject({
			opportunityIds: ['hired', 'moved-back'],
			collectionIds: { opportunities: only('hires').collectionId },
			opportunityCollectionIds: { 'moved-back': only('identities').collectionId },
		});
		const exhaustive = await collectFrom(fake, { exhaustive: true });
		expect(exhaustive.hires[0]).not.toHaveProperty('opportunityCollectionIds');
	});

	it('leave out candidacies that are no hire, but keep their addresses', async () => {
		const [hire, ...others] = await hiresOf([
			opportunity('hired', { contact, ...archived(HIRED, '2026-10-02T09:00:00Z') }),
			opportunity('rejected', {
				contact,
				stage: 'applicant-new',
				emails: ['C@example.com', 'private@example.com'],
				...archived(WITHDREW, '2025-02-01T09:00:00Z'),
			}),
		]);
		expect(others).toEqual([]);
		expect(hire).toMatchObject({
			opportunityIds: ['hired'],
			otherOpportunityIds: ['rejected'],
			identity: { emails: ['c@example.com'], otherEmails: ['private@example.com'] },
		});
	});
});

describe('the order in which Lever lists things', () => {
	const people = [
		opportunity('a1', { contact: 'a', ...archived(HIRED, '2026-10-02T09:00:00Z') }),
		opportunity('a2', { contact: 'a', createdAt: at('2026-07-01T09:00:00Z') }),
		opportunity('a3', {
			contact: 'a',
			stage: 'lead-new',
			emails: ['third@example.com'],
			...archived(WITHDREW, '2024-01-01T09:00:00Z'),
		}),
		opportunity('b1', { contact: 'b' }),
		opportunity('c1', { contact: 'c', ...archived(HIRED_FORMER, '2025-12-01T09:00:00Z') }),
		opportunity('c2', { contact: 'c', ...archived(HIRED, '2026-10-01T09:00:00Z') }),
		opportunity('d1', { contact: 'd', stage: 'applicant-new' }),
	];
	const offers = {
		a1: [signedOffer('oa1', '2026-10-01T10:00:00Z', START)],
		a2: [
			signedOffer('oa2', '2026-10-01T10:00:00Z', at('2026-10-12T00:00:00Z')),
			signedOffer('oa3', '2026-10-01T10:00:00Z', at('2026-10-13T00:00:00Z')),
		],
		b1: [signedOffer('ob', '2026-10-01T10:00:00Z', START)],
	};

	it('and the size of its pages change nothing', async () => {
		const expected = await collectFrom(account({ opportunities: people, offers }));
		expect(expected.hires.map(({ hireId }) => hireId)).toEqual(['a:a2', 'b:b1', 'c:c1', 'c:c2']);
		const stable = ({ collectionId, recordsSha256, rule, records }: LeverCollection) => ({
			collectionId,
			recordsSha256,
			rule,
			records,
		});
		await fc.assert(
			fc.asyncProperty(
				fc.shuffledSubarray(people, { minLength: people.length }),
				fc.shuffledSubarray(offers.a2, { minLength: 2 }),
				fc.integer({ min: 1, max: 4 }),
				async (opportunities, a2, pageSize) => {
					const again = await collectFrom(
						account({ opportunities, offers: { ...offers, a2 } }),
						{},
						{ pageSize },
					);
					expect(again.population).toEqual(expected.population);
					expect(again.collections.map(stable)).toEqual(expected.collections.map(stable));
				},
			),
			{ numRuns: 40 },
		);
	});
});
