import { describe, expect, it } from 'vitest';

import { retryAfterMs } from '../../../nodes/shared/transport/faults/classify.ts';
import { FakeClock, httpFault, networkFault, rejection, scriptedClient } from './support.mts';

const STAGE = { data: { id: 'offer', text: 'Offer' } };

describe('retry', () => {
	it('sends again after 429, and counts what happened', async () => {
		const { client, sent } = scriptedClient([httpFault(429), httpFault(429), STAGE]);
		expect(await client.get('/stages')).toEqual(STAGE.data);
		expect(sent).toHaveLength(3);
		expect(client.counters).toEqual({
			requests: 3,
			retries: 2,
			throttled: 2,
			restartedCursors: 0,
		});
	});

	it('waits as long as Retry-After says', async () => {
		const { client, sent } = scriptedClient([httpFault(429, {}, { 'retry-after': '7' }), STAGE]);
		await client.get('/stages');
		expect(sent[1]?.at).toBeGreaterThanOrEqual(7000);
		expect(sent[1]?.at).toBeLessThan(8000);
	});

	it('reads Retry-After as seconds and as a date', () => {
		const now = Date.parse('2026-11-02T06:00:00Z');
		expect(retryAfterMs('3', now)).toBe(3000);
		expect(retryAfterMs('Mon, 02 Nov 2026 06:00:10 GMT', now)).toBe(10_000);
		expect(retryAfterMs('Mon, 02 Nov 2026 05:00:00 GMT', now)).toBe(0);
		expect(retryAfterMs('soon', now)).toBeUndefined();
		expect(retryAfterMs(undefined, now)).toBeUndefined();
	});

	it('gives up at once when Retry-After asks for more than the whole allowance', async () => {
		const { client, sent, clock } = scriptedClient([httpFault(429, {}, { 'retry-after': '3600' })]);
		const error = await rejection(client.get('/stages'));
		expect(error).toMatchObject({
			failure: { reason: 'rateLimited', httpStatus: 429 },
			retryAfterMs: 3_600_000,
		});
		expect(sent).toHaveLength(1);
		expect(clock.totalSlept).toBe(0);
	});

	it.each([
		[500, 5],
		[502, 5],
		[503, 5],
		[408, 5],
		[429, 10],
		[400, 1],
		[401, 1],
		[403, 1],
		[404, 1],
		[422, 1],
	])('status %i is tried %i times in all', async (status, tries) => {
		const { client, sent } = scriptedClient(() => httpFault(status));
		const error = await rejection(client.get('/stages'));
		expect(error).toMatchObject({ failure: { httpStatus: status } });
		expect(sent).toHaveLength(tries);
	});

	it.each(['ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT', 'ECONNABORTED', 'EAI_AGAIN'])(
		'%s is tried 4 times',
		async (code) => {
			const { client, sent } = scriptedClient(() => networkFault(code));
			expect(await rejection(client.get('/stages'))).toMatchObject({
				failure: { reason: 'network' },
			});
			expect(sent).toHaveLength(4);
		},
	);

	it('does not try again what no waiting mends', async () => {
		const { client, sent } = scriptedClient(() => networkFault('CERT_HAS_EXPIRED'));
		expect(await rejection(client.get('/stages'))).toMatchObject({
			failure: { reason: 'unknown' },
		});
		expect(sent).toHaveLength(1);
	});

	it('never waits longer than the allowance, whatever the jitter', async () => {
		for (const randomValue of [0, 0.5, 0.999]) {
			const clock = new FakeClock();
			clock.randomValue = randomValue;
			const { client } = scriptedClient(() => httpFault(429), {
				clock,
				retry: { attempts: { rateLimited: 1000 } },
				pace: { requestsPerSecond: 1000, burst: 1000 },
			});
			await rejection(client.get('/stages'));
			expect(clock.totalSlept).toBeLessThanOrEqual(121_000);
		}
	});

	it('grows the waits, and spreads them', async () => {
		const waits = async (randomValue: number) => {
			const clock = new FakeClock();
			clock.randomValue = randomValue;
			const { client, sent } = scriptedClient(() => httpFault(503), { clock });
			await rejection(client.get('/stages'));
			return sent.slice(1).map(({ at }, index) => at - (sent[index]?.at ?? 0));
		};
		expect(await waits(0)).toEqual([250, 500, 1000, 2000]);
		expect(await waits(0.5)).toEqual([375, 750, 1500, 3000]);
	});

	it('stops a long wait soon after the execution is stopped, and sends nothing more', async () => {
		const stop = new AbortController();
		const { client, sent, clock } = scriptedClient(
			() => {
				queueMicrotask(() => stop.abort());
				return httpFault(429, {}, { 'retry-after': '100' });
			},
			{ signal: stop.signal },
		);
		expect(await rejection(client.get('/stages'))).toMatchObject({
			failure: { reason: 'cancelled' },
		});
		expect(sent).toHaveLength(1);
		expect(clock.time).toBeLessThanOrEqual(500);
	});

	it('passes on defects of ours instead of dressing them up', async () => {
		const { withRetry, DEFAULT_RETRY } = await import(
			'../../../nodes/shared/transport/requests/retry.ts'
		);
		const defect = new TypeError('a defect');
		const tools = {
			limits: DEFAULT_RETRY,
			clock: new FakeClock(),
			onFault: () => undefined,
			onRetry: () => undefined,
		};
		expect(await rejection(withRetry(async () => await Promise.reject(defect), tools))).toBe(
			defect,
		);
	});
});
