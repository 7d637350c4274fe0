import { describe, expect, it } from 'vitest';

import { listCollection } from '../../../../nodes/Lever/lists/listCollection.ts';
import type { ListCollection } from '../../../../nodes/Lever/lists/listCollection.ts';
import { LimitedReading } from '../../../../nodes/Lever/lists/readLimited.ts';
import type { LeverQuery } from '../../../../nodes/shared/transport/types.ts';
import { scriptedClient } from '../../transport/support.mts';

/** The record of a list with one page of one record. */
async function recordOf(path: string, query: LeverQuery, parent?: string): Promise<ListCollection> {
	const { client } = scriptedClient(() => ({ data: [{ id: 'one' }], hasNext: false }));
	const before = { ...client.counters };
	const plan = {
		path,
		query,
		idOf: ({ id }: { id: string }) => id,
		partition: null,
		reread: false,
	};
	const reading = new LimitedReading(client, plan, 'records', 10);
	for await (const batch of reading.batches()) expect(batch.records).toHaveLength(1);
	const list = { path, query, records: 'records', ...(parent !== undefined && { parent }) };
	return listCollection({ client, list, summary: reading.summary(), before });
}

describe('the collection record of a list', () => {
	it.each([
		['/opportunities', undefined, 'opportunities'],
		['/opportunities/deleted', undefined, 'opportunities/deleted'],
		['/opportunities/person-1/offers', 'person-1', 'offers'],
		['/postings/posting-1/users', undefined, 'postings/users'],
	])('of %s names the resource', async (path, parent, resource) => {
		expect(await recordOf(path, {}, parent)).toMatchObject({ resource });
	});

	it('names the filters, never their values', async () => {
		const query = { email: 'person@example.com', tag: ['a'], stage_id: [], expand: ['stage'] };
		const { rule } = await recordOf('/opportunities', query);
		expect(rule).toBe('All records that Lever shows to this credential, narrowed by email, tag.');
	});

	it.each([
		['/opportunities', {}, { confidential: 'notAsked', deactivated: 'notApplicable' }],
		[
			'/postings',
			{ confidentiality: 'all' },
			{ confidential: 'included', deactivated: 'notApplicable' },
		],
		['/users', {}, { confidential: 'notApplicable', deactivated: 'notAsked' }],
		[
			'/users',
			{ includeDeactivated: true },
			{ confidential: 'notApplicable', deactivated: 'included' },
		],
		[
			'/postings/posting-1/users',
			{},
			{ confidential: 'notApplicable', deactivated: 'notApplicable' },
		],
	])('of %s with %o says what Lever hides by default', async (path, query, visibility) => {
		expect((await recordOf(path, query)).visibility).toEqual(visibility);
	});

	it('has the same id whenever the same list is read', async () => {
		const [first, second, other] = await Promise.all([
			recordOf('/stages', {}),
			recordOf('/stages', {}),
			recordOf('/tags', {}),
		]);
		expect(first.collectionId).toBe(second.collectionId);
		expect(first.collectionId).not.toBe(other.collectionId);
	});
});
