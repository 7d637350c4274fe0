import { setTimeout as sleep } from 'node:timers/promises';

import nock from 'nock';
import { describe, expect, it } from 'vitest';

import { items } from '../harness/index.mts';
import { OFFER } from '../../unit/lever/samples.mts';
import { API, isolateNetwork, list, runLever } from './support.mts';

isolateNetwork();

const offersOf = {
	resource: 'offer',
	operation: 'getAll',
	opportunityId: { __rl: true, mode: 'id', value: '={{ $json.id }}' },
};

const people = (count: number) =>
	items(Array.from({ length: count }, (_, index) => ({ id: `opportunity-${index}` })));

function answerOffers(index: number): nock.Interceptor {
	const path = `/v1/opportunities/opportunity-${index}/offers?limit=50`;
	return nock(API).get(path);
}

const NOT_FOUND = { code: 'ResourceNotFound', message: 'Opportunity was not found' };

describe('many input items', () => {
	it('are read side by side, and come out in their order and linked to their item', async () => {
		let open = 0;
		let mostOpen = 0;
		for (let index = 0; index < 10; index++) {
			answerOffers(index).reply(async () => {
				open += 1;
				mostOpen = Math.max(mostOpen, open);
				// The first of three answers last, so that they end in another order than they began.
				await sleep(index % 3 === 0 ? 100 : 10);
				open -= 1;
				return [200, list([{ ...OFFER, id: `offer-${index}` }])];
			});
		}
		const run = await runLever(offersOf, { inputs: { 0: people(10) } });
		const given = (run.outputs[0] ?? []).map(({ json, pairedItem }) => [json['id'], pairedItem]);
		expect(given).toEqual(Array.from({ length: 10 }, (_, item) => [`offer-${item}`, { item }]));
		expect(mostOpen).toBeGreaterThan(3);
	});

	it('whose opportunity is gone give nothing, and one hint says which', async () => {
		for (let index = 0; index < 8; index++) {
			const gone = index < 6;
			answerOffers(index).reply(gone ? 404 : 200, gone ? NOT_FOUND : list([OFFER]));
		}
		const run = await runLever(
			{ ...offersOf, options: { collectionRecord: true } },
			{ inputs: { 0: people(8) } },
		);
		expect(run.error).toBeUndefined();
		expect((run.outputs[0] ?? []).map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 6 },
			{ item: 7 },
		]);
		expect(run.hints).toHaveLength(1);
		expect(run.hints[0]?.message).toMatch(
			/^6 opportunities are not in Lever.*opportunity-0, .*opportunity-4 and others/,
		);
		const records = (run.outputs[1] ?? []).map(({ json }) => json);
		expect(records.map(({ complete }) => complete)).toEqual([
			...Array.from({ length: 6 }, () => false),
			true,
			true,
		]);
		expect(records[0]).toMatchObject({
			resource: 'offers',
			rule: 'All offers of the opportunity opportunity-0 that Lever shows to this credential.',
			failure: { reason: 'notFound', httpStatus: 404 },
			uniqueIds: 0,
		});
	});

	it('whose opportunity is gone give an item with what happened when the node continues', async () => {
		answerOffers(0).reply(404, NOT_FOUND);
		answerOffers(1).reply(200, list([OFFER]));
		const run = await runLever(offersOf, {
			inputs: { 0: people(2) },
			onError: 'continueRegularOutput',
		});
		expect((run.outputs[0] ?? []).map(({ json }) => 'error' in json)).toEqual([true, false]);
		expect(run.hints[0]?.message).toContain('opportunity-0');
	});

	it('stop with the first fault: what was asked is awaited, nothing more is asked', async () => {
		let asked = 0;
		nock(API)
			.get(/offers/)
			.times(40)
			.delay(30)
			.reply(() => {
				asked += 1;
				return asked === 5
					? [403, { code: 'ForbiddenError', message: 'no' }]
					: [200, list([OFFER])];
			});
		const run = await runLever(offersOf, { inputs: { 0: people(40) } });
		nock.cleanAll();
		expect(run.error?.message).toContain('does not let this API key read');
		expect(asked).toBeLessThan(40 / 2);
	});

	it('give what happened for one, and go on, when the node continues', async () => {
		for (let index = 0; index < 3; index++) {
			answerOffers(index).reply(index === 1 ? 403 : 200, list([OFFER]));
		}
		const run = await runLever(offersOf, {
			inputs: { 0: people(3) },
			onError: 'continueRegularOutput',
		});
		expect((run.outputs[0] ?? []).map(({ json }) => 'error' in json)).toEqual([false, true, false]);
	});

	it('end within one request when the execution is stopped', async () => {
		let asked = 0;
		let cancel: (() => void) | undefined;
		nock(API)
			.get(/offers/)
			.times(60)
			.delay(40)
			.reply(() => {
				asked += 1;
				if (asked === 15) cancel?.();
				return [200, list([OFFER])];
			});
		const run = await runLever(offersOf, {
			inputs: { 0: people(60) },
			onStart: (stop) => {
				cancel = stop;
			},
		});
		const whenStopped = asked;
		await sleep(200);
		nock.cleanAll();
		expect(run.status).toBe('canceled');
		expect(asked).toBeLessThanOrEqual(15 + 12);
		expect(asked - whenStopped).toBeLessThanOrEqual(12);
	});
});
