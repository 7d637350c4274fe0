import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import { account, archived, HIRED, opportunity, user } from '../../unit/collect/account.mts';
import { collect } from './collecting.mts';

const HOST = 'http://lever.example';
const HIRES = /archive_reason_id/;

/** A small account behind nock, whose lists of opportunities a test makes itself. */
function lever(opportunities: (query: URLSearchParams) => [number, unknown]): void {
	const { stages, archive_reasons: reasons, tags } = account();
	const list = (data: unknown[]) => ({ data, hasNext: false });
	const scope = nock(HOST).persist();
	scope.get('/v1/stages').query(true).reply(200, list(stages));
	scope.get('/v1/archive_reasons').query(true).reply(200, list(reasons));
	scope.get('/v1/tags').query(true).reply(200, list(tags));
	scope
		.get('/v1/users')
		.query(true)
		.reply(200, list([user('admin')]));
	scope
		.get(/^\/v1\/opportunities\/[^/]+\/offers$/)
		.query(true)
		.reply(200, list([]));
	scope
		.get('/v1/opportunities')
		.query(true)
		.reply(({ url }: Request) => opportunities(new URL(url).searchParams));
}

const hired = (id: string) => opportunity(id, archived(HIRED, '2026-10-02T09:00:00Z'));
/** Families whose reads the account behind nock answers. */
const FAMILIES = { checkFamilies: ['hires', 'users', 'records'] };
const NOTHING: [number, unknown] = [200, { data: [], hasNext: false }];

beforeEach(() => nock.disableNetConnect());
afterEach(() => {
	nock.cleanAll();
	nock.enableNetConnect();
});

describe('a list that breaks in the middle', () => {
	it('leaves the records read so far, and a record that says that the list is not complete', async () => {
		lever((query) => {
			if (!HIRES.test(query.toString())) return NOTHING;
			return query.has('offset')
				? [404, { code: 'ResourceNotFound', message: 'gone' }]
				: [200, { data: [hired('a'), hired('b')], hasNext: true, next: 'page-2' }];
		});
		const run = await collect(`${HOST}/v1`, 'key', FAMILIES);
		expect(run.error).toBeUndefined();
		expect(run.only('hires')).toMatchObject({
			complete: false,
			records: 2,
			failure: { httpStatus: 404 },
			incompleteBecause: expect.stringContaining('The list ended early, after 2 records'),
		});
		expect(run.only('records').complete).toBe(true);
		const hires = run.items.filter((item) => item.kind === 'hire');
		expect(hires.map(({ hireId }) => hireId)).toEqual(['contact-of-a:a', 'contact-of-b:b']);
	});

	it('does the same for a page that says there is more but not where', async () => {
		lever((query) =>
			HIRES.test(query.toString()) ? [200, { data: [hired('a')], hasNext: true }] : NOTHING,
		);
		const run = await collect(`${HOST}/v1`, 'key', FAMILIES);
		expect(run.only('hires')).toMatchObject({
			complete: false,
			failure: { reason: 'malformedAnswer' },
		});
	});

	it('reads a refused cursor again from the start, and counts that', async () => {
		let refusals = 0;
		lever((query) => {
			if (!HIRES.test(query.toString()) || query.has('updated_at_start')) return NOTHING;
			if (!query.has('offset')) {
				return [200, { data: [hired('a')], hasNext: true, next: `page-2-${refusals}` }];
			}
			if (refusals === 0) {
				refusals += 1;
				return [400, { code: 'BadRequestError', message: 'Invalid offset token' }];
			}
			return [200, { data: [hired('b')], hasNext: false }];
		});
		const run = await collect(`${HOST}/v1`, 'key', FAMILIES);
		expect(run.only('hires')).toMatchObject({
			complete: true,
			restartedCursors: 1,
			records: 3,
			uniqueIds: 2,
			duplicates: 1,
		});
		expect(run.only('records').restartedCursors).toBe(0);
	});
});

describe('records that only come with the second read', () => {
	it('become hires, and are counted', async () => {
		lever((query) => {
			if (!HIRES.test(query.toString())) return NOTHING;
			if (query.has('created_at_start')) return NOTHING;
			return query.has('updated_at_start')
				? [200, { data: [hired('late')], hasNext: false }]
				: [200, { data: [hired('a')], hasNext: false }];
		});
		const run = await collect(`${HOST}/v1`, 'key', { checkFamilies: ['hires'] });
		expect(run.only('hires')).toMatchObject({
			complete: true,
			rereadTail: { records: 1, added: 1, changed: 0 },
			uniqueIds: 2,
			duplicates: 0,
		});
		expect(run.items.filter(({ kind }) => kind === 'hire')).toHaveLength(2);
	});
});

describe('an expand that Lever refuses', () => {
	it('is left out, and the rule says so', async () => {
		lever((query) => {
			if (query.getAll('expand').includes('applications')) {
				return [400, { code: 'BadRequestError', message: 'applications is not expandable' }];
			}
			return HIRES.test(query.toString()) ? [200, { data: [hired('a')], hasNext: false }] : NOTHING;
		});
		const run = await collect(`${HOST}/v1`, 'key', { checkFamilies: ['hires'] });
		expect(run.only('hires')).toMatchObject({
			complete: true,
			rule: expect.stringContaining('Applications could not be read'),
			visibility: { confidential: 'included' },
		});
		expect(run.items.filter(({ kind }) => kind === 'hire')).toHaveLength(1);
	});
});

describe('an address that answers HTML', () => {
	it('still leaves every collection record, none of them complete but those with nothing to read', async () => {
		nock(HOST)
			.persist()
			.get(/.*/)
			.reply(200, '<!doctype html><title>Sign in</title>', { 'content-type': 'text/html' });
		const run = await collect(`${HOST}/v1`, 'key');
		expect(run.error).toBeUndefined();
		expect(run.collections).toHaveLength(13);
		const complete = run.collections.filter((collection) => collection.complete);
		expect(complete.map(({ purpose }) => purpose)).toEqual(['identities', 'offers', 'interviews']);
		for (const { failure } of run.collections.filter((collection) => !collection.complete)) {
			expect(failure?.reason).toBe('malformedAnswer');
		}
	});
});
