import { createHash } from 'node:crypto';

import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { canonicalJson } from '../../../nodes/shared/canonicalJson.ts';
import { OPPORTUNITY, USER } from '../../unit/lever/samples.mts';
import type { NodeRun } from '../harness/index.mts';
import { API, isolateNetwork, list, runLever } from './support.mts';

isolateNetwork();

const users = { resource: 'user', operation: 'getAll' };
const opportunities = { resource: 'opportunity', operation: 'getAll' };
const withRecord = { options: { collectionRecord: true } };

const user = (index: number) => ({ ...USER, id: `user-${index}` });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

function recordOf(run: NodeRun): Record<string, unknown> {
	if (run.error) throw run.error;
	expect(run.outputs[1]).toHaveLength(1);
	return run.outputs[1]?.[0]?.json ?? {};
}

describe('Collection Record', () => {
	it('is off by default: one output', async () => {
		nock(API)
			.get('/v1/users?limit=50')
			.reply(200, list([USER]));
		expect((await runLever(users)).outputs).toHaveLength(1);
	});

	it('says how a whole list was read, with a digest that can be worked out again', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list([user(2), user(1)], 'c1'));
		nock(API)
			.get('/v1/users?limit=100&offset=c1')
			.reply(200, list([user(2), user(3)]));
		const run = await runLever({ ...users, ...withRecord, returnAll: true, simplify: false });
		expect((run.outputs[0] ?? []).map(({ json }) => json['id'])).toEqual([
			'user-2',
			'user-1',
			'user-3',
		]);
		const lines = [1, 2, 3].map((index) => `${sha256(canonicalJson(user(index)))}\n`);
		expect(recordOf(run)).toMatchObject({
			kind: 'collection',
			resource: 'users',
			purpose: 'list',
			baseUrl: 'https://api.lever.co/v1',
			production: true,
			complete: true,
			pages: 2,
			records: 4,
			uniqueIds: 3,
			duplicates: 1,
			requests: [{ path: '/users', query: { limit: '100' } }],
			visibility: { confidential: 'notApplicable', deactivated: 'notAsked' },
			rule: 'All users that Lever shows to this credential.',
			digestsSha256: sha256(lines.join('')),
		});
	});

	it('is not complete when Limit stopped the list while Lever has more', async () => {
		nock(API)
			.get('/v1/users?limit=2')
			.reply(200, list([user(1), user(2)], 'c1'));
		const stopped = await runLever({ ...users, ...withRecord, limit: 2 });
		expect(recordOf(stopped)).toMatchObject({
			complete: false,
			incompleteBecause:
				"'Limit' stopped the list at 2, and Lever has more users. Switch on 'Return All' to read all of them.",
			failure: { reason: 'stoppedByLimit' },
			uniqueIds: 2,
		});
		expect(stopped.hints.map(({ message }) => message)).toEqual([
			"Not all users: 'Limit' stopped at 2, and Lever has more. Switch on 'Return All' to read all of them.",
		]);
	});

	it('is complete when the list ends at Limit or before', async () => {
		nock(API)
			.get('/v1/users?limit=2')
			.reply(200, list([user(1), user(2)]));
		const exact = await runLever({ ...users, ...withRecord, limit: 2 });
		expect(recordOf(exact)).toMatchObject({ complete: true });
		expect(exact.hints).toEqual([]);
		nock(API).get('/v1/users?limit=2').reply(200, list([]));
		const empty = await runLever({ ...users, ...withRecord, limit: 2 });
		expect(recordOf(empty)).toMatchObject({ complete: true, records: 0 });
	});

	it('says what is missing when the node continues after a fault', async () => {
		nock(API)
			.get('/v1/users?limit=100')
			.reply(200, list([user(1)], 'c1'));
		nock(API).get('/v1/users?limit=100&offset=c1').reply(403, {});
		const run = await runLever(
			{ ...users, ...withRecord, returnAll: true },
			{ onError: 'continueRegularOutput' },
		);
		expect(run.outputs[0]).toHaveLength(1);
		expect(run.outputs[0]?.[0]?.json).toHaveProperty('error');
		const record = recordOf(run);
		expect(record).toMatchObject({ complete: false, failure: { reason: 'forbidden' } });
		expect(record['incompleteBecause']).toContain('nothing of it was given');
	});

	it('keeps its place when the node has an output for errors', async () => {
		nock(API).get('/v1/users?limit=50').reply(403, {});
		const run = await runLever({ ...users, ...withRecord }, { onError: 'continueErrorOutput' });
		expect(run.outputs.map((output) => output.length)).toEqual([0, 1, 1]);
		expect(run.outputs[1]?.[0]?.json).toMatchObject({ kind: 'collection', complete: false });
		expect(run.outputs[2]?.[0]?.json).toHaveProperty('error');
	});
});

describe('Updated Since', () => {
	const since = '2026-10-01T00:00:00.000Z';
	const from = Date.parse(since) - 15 * 60_000;
	const answerChanges = (record: object) =>
		nock(API)
			.get('/v1/opportunities')
			.query(({ updated_at_start }) => Number(updated_at_start) >= from)
			.reply(200, list([record]))
			.persist();

	it('reads with an overlap, the deleted ones too, and says where the next run begins', async () => {
		answerChanges(OPPORTUNITY);
		nock(API)
			.get(`/v1/opportunities/deleted?deleted_at_start=${from}&limit=100`)
			.reply(200, list([{ ...OPPORTUNITY, id: 'gone', deletedAt: Date.parse(since) }]));
		const begun = Date.now();
		const run = await runLever({
			...opportunities,
			returnAll: true,
			options: { updatedSince: since, includeDeleted: true, collectionRecord: true },
		});
		nock.cleanAll();
		expect((run.outputs[0] ?? []).map(({ json }) => [json['id'], json['deletedAt']])).toEqual([
			[OPPORTUNITY.id, undefined],
			['gone', since],
		]);
		const [changed, deleted] = (run.outputs[1] ?? []).map(({ json }) => json);
		expect(changed).toMatchObject({ resource: 'opportunities', complete: true });
		expect(changed?.['rule']).toContain('changes of offers, files and feedback alone');
		const next = Date.parse(String(changed?.['nextUpdatedSince']));
		expect(next).toBeGreaterThanOrEqual(begun);
		expect(next).toBeLessThanOrEqual(Date.now());
		expect(deleted).toMatchObject({
			resource: 'opportunities/deleted',
			rule: 'All deleted opportunities that Lever shows to this credential, narrowed by deleted_at_start.',
			complete: true,
		});
	});

	it('gives no place for the next run when Limit left something out', async () => {
		nock(API)
			.get('/v1/opportunities')
			.query({ updated_at_start: String(from), limit: '1' })
			.reply(200, list([OPPORTUNITY], 'c1'));
		const run = await runLever({
			...opportunities,
			limit: 1,
			options: { updatedSince: since, collectionRecord: true },
		});
		expect(recordOf(run)).toMatchObject({ complete: false });
		expect(recordOf(run)).not.toHaveProperty('nextUpdatedSince');
	});

	it('empty, it reads everything and says where the next run begins', async () => {
		nock(API)
			.get('/v1/opportunities')
			.query(({ created_at_start, updated_at_start }) => {
				return created_at_start === undefined && updated_at_start === undefined;
			})
			.reply(200, list([OPPORTUNITY]));
		nock(API)
			.get('/v1/opportunities')
			.query(({ updated_at_start, created_at_start }) =>
				Boolean(updated_at_start ?? created_at_start),
			)
			.optionally()
			.reply(200, list([]))
			.persist();
		const run = await runLever({
			...opportunities,
			returnAll: true,
			options: { updatedSince: '', collectionRecord: true },
		});
		nock.cleanAll();
		expect(run.outputs[0]).toHaveLength(1);
		expect(recordOf(run)).toHaveProperty('nextUpdatedSince');
	});
});

describe('Page by Page', () => {
	it('gives one batch, and where to go on beside it', async () => {
		nock(API)
			.get('/v1/opportunities')
			.query(true)
			.reply(200, list([OPPORTUNITY]))
			.persist();
		const run = await runLever({ ...opportunities, returnAll: true, pageByPage: true });
		nock.cleanAll();
		expect(run.outputs[0]).toHaveLength(1);
		expect(recordOf(run)).toMatchObject({ complete: true, resumeFrom: null, recordsSoFar: 1 });
	});

	it('says what to do with a state that is none', async () => {
		const run = await runLever({
			...opportunities,
			returnAll: true,
			pageByPage: true,
			resumeFrom: 'c7',
		});
		expect(run.error?.message).toContain("'Resume From' is not what Page by Page gave");
	});
});
