import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../nodes/shared/canonicalJson.ts';
import { populationInOrder, POPULATIONS } from '../../../nodes/shared/populations.ts';
import { sha256OfLines } from '../../../nodes/shared/sha256.ts';
import { executionHints } from '../../../nodes/Lever/evidence/hints.ts';
import type { CheckFamily } from '../../../nodes/Lever/evidence/settings.ts';
import {
	account,
	archived,
	at,
	HIRED,
	opportunity,
	signedOffer,
	user,
	WITHDREW,
} from './account.mts';
import { collectFrom, tickingClock } from './collecting.mts';
import { refused, type FakeAccount, type SeenRequest } from './fakeLever.mts';

const START = at('2026-10-20T00:00:00Z');

function company(): FakeAccount {
	return account({
		opportunities: [
			opportunity('hired', archived(HIRED, '2026-10-02T09:00:00Z')),
			opportunity('upcoming', { stage: 'stage-preboarding' }),
			opportunity('offered'),
			opportunity('secret', {
				confidentiality: 'confidential',
				...archived(HIRED, '2026-09-02T09:00:00Z'),
			}),
			opportunity('applicant', { stage: 'applicant-new' }),
			opportunity('rejected', {
				stage: 'applicant-new',
				...archived(WITHDREW, '2026-06-01T09:00:00Z'),
			}),
			opportunity('long-ago', archived(HIRED, '2021-03-01T09:00:00Z')),
		],
		offers: {
			hired: [signedOffer('o1', '2026-10-01T10:00:00Z', START)],
			upcoming: [signedOffer('o2', '2026-10-25T10:00:00Z', at('2026-11-16T00:00:00Z'))],
			offered: [
				signedOffer('o3', '2026-10-25T10:00:00Z', START, { status: 'sent', signatures: null }),
			],
		},
		users: [
			user('u2', { accessRole: 'super admin', linkedContactIds: ['contact-of-hired'] }),
			user('u1', { accessRole: '', deactivatedAt: at('2026-05-01T09:00:00Z') }),
			user('u3', { accessRole: null }),
		],
	});
}

const offerPaths = (requests: SeenRequest[]) =>
	requests.map(({ path }) => path).filter((path) => path.endsWith('/offers'));

/** Sets of values of one query parameter that was sent to the opportunity list. */
const sentValues = (requests: SeenRequest[], name: string) =>
	requests.filter(({ path }) => path === '/opportunities').map(({ query }) => query[name]);

/** By kind, then id, as populations are sealed. */
const inOrder = <Item extends { kind: string }>(items: readonly Item[]) =>
	POPULATIONS.flatMap(({ kind }) =>
		populationInOrder(
			kind,
			items.filter((item) => item.kind === kind),
		),
	);

describe('a collection', () => {
	it('gives collection records in the order of the plan, then every kind sorted by id', async () => {
		const { collections, population, hires, users, opportunities, definitions } =
			await collectFrom(company());
		expect(collections.map(({ purpose, resource }) => `${purpose} ${resource}`)).toEqual([
			'definitions archive_reasons',
			'definitions stages',
			'definitions tags',
			'hires opportunities',
			'identities opportunities',
			'offers offers',
			'users users',
			'records opportunities',
		]);
		expect(collections.every(({ complete }) => complete)).toBe(true);
		expect(new Set(collections.map(({ collectionId }) => collectionId)).size).toBe(8);
		expect(hires.map(({ hireId }) => hireId)).toEqual([
			'contact-of-hired:hired',
			'contact-of-secret:secret',
			'contact-of-upcoming:upcoming',
		]);
		expect(users.map(({ userId }) => userId)).toEqual(['u1', 'u2', 'u3']);
		expect(opportunities.map(({ opportunityId }) => opportunityId)).toEqual([
			'applicant',
			'hired',
			'offered',
			'rejected',
			'secret',
			'upcoming',
		]);
		expect(definitions).toHaveLength(3 + 4 + 2);
		expect(population.map(({ kind }) => kind)).toEqual([
			...hires.map(() => 'hire'),
			...users.map(() => 'user'),
			...opportunities.map(() => 'opportunity'),
			...definitions.map(() => 'definition'),
		]);
	});

	it('records evidence date, period, zone, host and credential', async () => {
		const { collections } = await collectFrom(company(), { workflowZone: 'Asia/Tokyo' });
		for (const collection of collections) {
			expect(collection).toMatchObject({
				asOf: '2026-11-02T06:00:00.000Z',
				period: { from: '2025-11-02', to: '2026-12-02' },
				workflowZone: 'Asia/Tokyo',
				environment: 'custom',
				baseUrl: 'http://lever.example/v1',
				production: false,
				credentialKind: 'apiKey',
				operation: 'getAll',
			});
			expect(collection.startedAt < collection.finishedAt).toBe(true);
		}
	});

	it('takes the period from the day in the workflow’s zone', async () => {
		const { collections } = await collectFrom(company(), {
			workflowZone: 'America/Los_Angeles',
			periodDaysBack: 1,
			periodDaysAhead: 0,
		});
		expect(collections[0]?.period).toEqual({ from: '2026-10-31', to: '2026-11-01' });
	});

	it('says what the ids mean', async () => {
		const { definitions, collections } = await collectFrom(company());
		expect(definitions.find(({ id }) => id === 'offer')).toMatchObject({
			definitionType: 'stage',
			text: 'Offer',
			index: 2,
			collectionId: collections[1]?.collectionId,
		});
		expect(definitions.find(({ id }) => id === HIRED)).toMatchObject({
			definitionType: 'archiveReason',
			type: 'hired',
			status: 'active',
		});
		expect(definitions.find(({ id }) => id === 'Backend')).toMatchObject({
			definitionType: 'tag',
			text: 'Backend',
		});
	});

	it('keeps users without photo, with the role as Lever wrote it', async () => {
		const { users, only } = await collectFrom(company());
		expect(users.map(({ accessRole }) => accessRole)).toEqual(['', 'super admin', null]);
		expect(users[1]).toMatchObject({ linkedContactIds: ['contact-of-hired'], deactivatedAt: null });
		expect(JSON.stringify(users)).not.toContain('photo');
		expect(only('users').visibility).toEqual({
			confidential: 'notApplicable',
			deactivated: 'included',
		});
	});

	it('says of every read what it gave, and which reads there were', async () => {
		const { collections, population } = await collectFrom(company());
		const items = Object.fromEntries(
			collections.map(({ purpose, resource, given }) => [`${purpose} ${resource}`, given?.items]),
		);
		expect(items).toEqual({
			'definitions archive_reasons': 3,
			'definitions stages': 4,
			'definitions tags': 2,
			'hires opportunities': 3,
			'identities opportunities': 0,
			'offers offers': 0,
			'users users': 3,
			'records opportunities': 6,
		});
		const reads = collections.map(({ collectionId, resource, purpose }) => ({
			collectionId,
			resource,
			purpose,
		}));
		for (const collection of collections) {
			expect(collection.reads).toEqual(reads);
			const own = population.filter((item) =>
				item.kind === 'hire'
					? collection.purpose === 'hires'
					: item.collectionId === collection.collectionId,
			);
			const { given, ...record } = collection;
			const lines = [record, ...inOrder(own)].map((item) => canonicalJson(item));
			expect(given?.sha256).toBe(sha256OfLines(lines));
		}
	});

	it('gives the same items whenever it runs', async () => {
		const first = await collectFrom(company());
		const later = await collectFrom(company(), {}, { now: tickingClock('2026-11-05T23:00:00Z') });
		expect(later.population).toEqual(first.population);
		expect(later.collections.map(({ collectionId }) => collectionId)).toEqual(
			first.collections.map(({ collectionId }) => collectionId),
		);
		expect(later.collections.map(({ recordsSha256 }) => recordsSha256)).toEqual(
			first.collections.map(({ recordsSha256 }) => recordsSha256),
		);
	});

	it.each<[readonly CheckFamily[], string[]]>([
		[['users'], ['users']],
		[['records'], ['definitions', 'records']],
		[['hires'], ['definitions', 'hires', 'identities', 'offers']],
		[['interviews'], ['definitions', 'hires', 'identities', 'offers', 'interviews']],
		[['files'], ['definitions', 'hires', 'identities', 'offers', 'files']],
		[['jobs'], ['jobs']],
		[['auditEvents'], ['auditEvents']],
		[['connection'], ['connection']],
		[
			['hires', 'users', 'records'],
			['definitions', 'hires', 'identities', 'offers', 'users', 'records'],
		],
		[
			[],
			[
				'definitions',
				'hires',
				'identities',
				'offers',
				'interviews',
				'users',
				'records',
				'jobs',
				'auditEvents',
				'connection',
			],
		],
	])('reads for %j only what it needs', async (families, purposes) => {
		const { collections } = await collectFrom(company(), { families });
		expect([...new Set(collections.map(({ purpose }) => purpose))]).toEqual(purposes);
	});
});

describe('an empty account', () => {
	it('still leaves every collection record', async () => {
		const { collections, hires, opportunities, requests } = await collectFrom(
			account({ users: [user('admin', { accessRole: 'super admin' })] }),
		);
		expect(collections).toHaveLength(8);
		expect(collections.every(({ complete }) => complete)).toBe(true);
		expect(hires).toEqual([]);
		expect(opportunities).toEqual([]);
		expect(offerPaths(requests)).toEqual([]);
		expect(sentValues(requests, 'contact_id').every((ids) => ids === undefined)).toBe(true);
		const digestOfNothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
		expect(collections.find(({ purpose }) => purpose === 'offers')).toMatchObject({
			records: 0,
			recordsSha256: digestOfNothing,
		});
	});
});

describe('the narrow read', () => {
	it('asks for hired reasons and stages from Offer on, of the last 12 months and the period', async () => {
		const { requests } = await collectFrom(company(), { families: ['hires'] });
		const since = String(at('2024-11-02T00:00:00Z'));
		const filters = requests
			.filter(({ path, query }) => path === '/opportunities' && !query.updated_at_start)
			.map(({ query: { limit: _l, expand: _e, confidentiality: _c, ...query } }) => query);
		expect(filters.slice(0, 3)).toEqual([
			{ archive_reason_id: ['reason-hired', 'reason-hired-former'], archived_at_start: since },
			{ stage_id: ['offer', 'stage-preboarding'], archived: 'false' },
			{ stage_id: ['offer', 'stage-preboarding'], archived_at_start: since },
		]);
	});

	it('reads offers of possible hires only, once each', async () => {
		const { requests, only } = await collectFrom(company());
		expect(offerPaths(requests).sort()).toEqual([
			'/opportunities/hired/offers',
			'/opportunities/offered/offers',
			'/opportunities/secret/offers',
			'/opportunities/upcoming/offers',
		]);
		expect(only('offers')).toMatchObject({ records: 3, complete: true, pages: 4 });
	});

	it('asks for the other opportunities of hires in short requests', async () => {
		const many = Array.from({ length: 60 }, (_, number) =>
			opportunity(`opp-${number}`, archived(HIRED, '2026-10-02T09:00:00Z')),
		);
		const { requests, only } = await collectFrom(account({ opportunities: many }));
		const batches = sentValues(requests, 'contact_id').filter((ids) => ids !== undefined);
		expect(batches.map((ids) => [ids].flat().length)).toEqual([25, 25, 10]);
		expect(new Set(batches.flat()).size).toBe(60);
		expect(only('identities').requests).toHaveLength(3);
	});

	it('never sends an empty filter', async () => {
		const nobody = company();
		nobody.archive_reasons = [{ id: WITHDREW, text: 'Withdrew', type: 'non-hired' }];
		nobody.opportunities = [opportunity('applicant', { stage: 'applicant-new' })];
		const { requests, only } = await collectFrom(nobody, { families: ['hires'] });
		for (const { path, query } of requests) {
			if (path === '/opportunities') expect(query).toHaveProperty('stage_id');
		}
		expect(only('identities')).toMatchObject({ requests: [], records: 0, complete: true });
	});
});

describe('the exhaustive read', () => {
	it('finds the same hires as the narrow one', async () => {
		const narrow = await collectFrom(company());
		const exhaustive = await collectFrom(company(), { exhaustive: true });
		const comparable = ({ collectionIds: _ids, ...hire }: (typeof narrow.hires)[number]) => hire;
		expect(exhaustive.hires.map(comparable)).toEqual(narrow.hires.map(comparable));
		expect(offerPaths(exhaustive.requests)).toHaveLength(7);
		expect(exhaustive.only('identities')).toMatchObject({ requests: [], complete: true });
		expect(exhaustive.only('hires').collectionId).not.toBe(narrow.only('hires').collectionId);
	});

	it('also finds a signed offer at an earlier stage', async () => {
		const odd = account({
			opportunities: [opportunity('moved-back', { stage: 'applicant-new' })],
			offers: { 'moved-back': [signedOffer('o', '2026-10-01T10:00:00Z', START)] },
		});
		expect((await collectFrom(odd)).hires).toEqual([]);
		expect((await collectFrom(odd, { exhaustive: true })).hires).toHaveLength(1);
	});
});

describe('what Lever does not let us read', () => {
	it('confidential records: reads the rest and asks only once', async () => {
		const { hires, collections, requests } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ query }) => {
					if (query.confidentiality === 'all') throw refused(403);
				},
			},
		);
		expect(hires.map(({ hireId }) => hireId)).toEqual([
			'contact-of-hired:hired',
			'contact-of-upcoming:upcoming',
		]);
		expect(requests.filter(({ query }) => query.confidentiality === 'all')).toHaveLength(1);
		for (const { purpose, visibility, rule, complete } of collections) {
			expect(complete).toBe(true);
			if (['hires', 'identities', 'offers', 'records'].includes(purpose)) {
				expect(visibility.confidential).toBe('forbidden');
			}
			if (purpose === 'hires') expect(rule).toContain('Confidential hires were not tested');
		}
		expect(
			executionHints(collections)
				.map(({ message }) => message)
				.join(),
		).toContain('Confidential hires were not tested');
	});

	it('offers: stops asking after a few, and keeps everybody who may be a hire', async () => {
		const many = Array.from({ length: 100 }, (_, number) =>
			opportunity(`opp-${number}`, archived(HIRED, '2026-10-02T09:00:00Z')),
		);
		const waiting = opportunity('waiting');
		const declined = opportunity('declined', archived(WITHDREW, '2026-10-02T09:00:00Z'));
		const { hires, only, requests, collections } = await collectFrom(
			account({ opportunities: [...many, waiting, declined] }),
			{},
			{
				beforePage: ({ path }) => {
					if (path.endsWith('/offers')) throw refused(403);
				},
			},
		);
		expect(offerPaths(requests).length).toBeLessThanOrEqual(10);
		expect(hires).toHaveLength(101);
		for (const hire of hires) {
			expect(hire.offersRead).toMatchObject({ reason: 'forbidden', httpStatus: 403 });
			expect(hire.acceptedAtSource).toBe(
				hire.contact === 'contact-of-waiting' ? 'none' : 'archive',
			);
		}
		expect(only('offers')).toMatchObject({
			complete: false,
			failure: { reason: 'forbidden' },
			incompleteBecause: expect.stringContaining('The offers of 102 of 102 opportunities'),
		});
		expect(only('hires').complete).toBe(true);
		expect(executionHints(collections).at(-1)?.message).toMatch(/^Not complete: offers/);
	});

	it('one opportunity that was deleted meanwhile: reports it and goes on', async () => {
		const { hires, only } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/opportunities/hired/offers' || path === '/opportunities/hired') {
						throw refused(404);
					}
				},
			},
		);
		expect(only('offers')).toMatchObject({ complete: true, records: 2 });
		expect(only('offers').rule).toContain('1 opportunity was deleted');
		expect(hires.find(({ contact }) => contact === 'contact-of-hired')?.offersRead).toMatchObject({
			reason: 'notFound',
		});
		expect(hires.find(({ contact }) => contact === 'contact-of-upcoming')?.offersRead).toBe(true);
	});

	it.each([
		['answers', null],
		['cannot be read', 503],
		['is forbidden', 403],
	])('404 for offers, and the opportunity %s: nobody falls out', async (_how, status) => {
		const { hires, only } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path.endsWith('/offers')) throw refused(404);
					if (status !== null && /^\/opportunities\/[^/]+$/.test(path)) throw refused(status);
				},
			},
		);
		expect(hires.map(({ contact }) => contact)).toEqual([
			'contact-of-hired',
			'contact-of-offered',
			'contact-of-secret',
			'contact-of-upcoming',
		]);
		for (const { offersRead } of hires) {
			expect(offersRead).not.toBe(true);
			expect(offersRead).not.toMatchObject({ reason: 'notFound' });
		}
		expect(only('offers')).toMatchObject({
			complete: false,
			incompleteBecause: expect.stringContaining('The offers of 4 of 4 opportunities'),
		});
		expect(only('offers').rule).not.toContain('deleted');
	});

	it('the offers of one opportunity: the others are read', async () => {
		const { hires, only } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/opportunities/hired/offers') throw refused(503);
				},
			},
		);
		expect(only('offers')).toMatchObject({ complete: false, records: 2 });
		expect(hires.map(({ offersRead }) => offersRead === true)).toEqual([false, true, true]);
	});

	it.each(['users', 'tags'])('%s: the rest is there', async (resource) => {
		const { collections, hires, opportunities } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path === `/${resource}`) throw refused(403);
				},
			},
		);
		const incomplete = collections.filter(({ complete }) => !complete);
		expect(incomplete.map((collection) => collection.resource)).toEqual([resource]);
		expect(hires).toHaveLength(3);
		expect(opportunities).toHaveLength(6);
	});

	it('archive reasons: hires by signed offer remain, and the hires are not complete', async () => {
		const { hires, only } = await collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/archive_reasons') throw refused(403);
				},
			},
		);
		expect(hires.map(({ contact }) => contact)).toEqual([
			'contact-of-hired',
			'contact-of-upcoming',
		]);
		expect(hires[0]?.archives[0]?.reasonType).toBeNull();
		expect(only('hires')).toMatchObject({
			complete: false,
			failure: { reason: 'forbidden' },
			incompleteBecause: expect.stringContaining('Which archive reasons mean "hired" is not known'),
		});
	});

	it('no archive reason of type hired: the hires are not complete', async () => {
		const renamed = company();
		renamed.archive_reasons = [{ id: WITHDREW, text: 'Withdrew', type: 'non-hired' }];
		for (const exhaustive of [false, true]) {
			const { only } = await collectFrom(renamed, { exhaustive });
			expect(only('hires')).toMatchObject({
				complete: false,
				incompleteBecause: expect.stringContaining('no archive reason of type hired'),
			});
		}
	});

	it.each(['applications', 'contact'])(
		'%s refused: says so in the records of both reads',
		async (expansion) => {
			const { only, collections } = await collectFrom(
				company(),
				{},
				{
					beforePage: ({ query }) => {
						if ([query.expand].flat().includes(expansion)) throw refused(403);
					},
				},
			);
			for (const purpose of ['hires', 'identities'] as const) {
				expect(only(purpose)).toMatchObject({ complete: true, refusedExpansions: [expansion] });
			}
			expect(only('records').refusedExpansions).toBeUndefined();
			expect(executionHints(collections).filter(({ type }) => type === 'warning')).toHaveLength(1);
		},
	);

	it('stages: reads the stage Offer, and the hires are not complete', async () => {
		const withoutStages = {
			beforePage: ({ path }: SeenRequest) => {
				if (path === '/stages') throw refused(403);
			},
		};
		const { hires, only } = await collectFrom(company(), {}, withoutStages);
		expect(hires.map(({ contact }) => contact)).toEqual(['contact-of-hired', 'contact-of-secret']);
		expect(only('hires').complete).toBe(false);

		const exhaustive = await collectFrom(company(), { exhaustive: true }, withoutStages);
		expect(exhaustive.hires).toHaveLength(3);
		expect(exhaustive.only('hires').complete).toBe(true);
	});

	it('everything: eight collection records say so', async () => {
		const { collections, population } = await collectFrom(
			company(),
			{},
			{
				beforePage: () => {
					throw refused(403);
				},
			},
		);
		expect(collections).toHaveLength(8);
		expect(population).toEqual([]);
		const incomplete = collections.filter(({ complete }) => !complete);
		expect(incomplete.map(({ resource }) => resource)).toEqual([
			'archive_reasons',
			'stages',
			'tags',
			'opportunities',
			'users',
			'opportunities',
		]);
	});

	it('a wrong key stops the run', async () => {
		const collecting = collectFrom(
			company(),
			{},
			{
				beforePage: () => {
					throw refused(401);
				},
			},
		);
		await expect(collecting).rejects.toMatchObject({ failure: { reason: 'unauthorized' } });
	});

	it('a key that is revoked between two offers stops the run', async () => {
		const collecting = collectFrom(
			company(),
			{},
			{
				beforePage: ({ path }) => {
					if (path === '/opportunities/upcoming/offers') throw refused(401);
				},
			},
		);
		await expect(collecting).rejects.toMatchObject({ failure: { reason: 'unauthorized' } });
	});
});

describe('hints beside the output', () => {
	it('say that it is not production', async () => {
		const { collections } = await collectFrom(company());
		expect(executionHints(collections).map(({ message }) => message)).toEqual([
			expect.stringContaining('Test data, not evidence'),
		]);
	});

	it('are absent when there is nothing to say', async () => {
		const { collections } = await collectFrom(
			company(),
			{},
			{
				connection: { environment: 'production', production: true },
			},
		);
		expect(executionHints(collections)).toEqual([]);
	});
});
