import { describe, expect, it, vi } from 'vitest';
import { rateLimitOf } from '../../../mock-lever/access/commandLine.mts';
import { RateLimiter } from '../../../mock-lever/access/rateLimit.mts';
import { Latency } from '../../../mock-lever/access/latency.mts';
import { startMock } from '../../../mock-lever/index.mts';
import { AS_OF, basic, bearer, send } from './client.mts';

describe('rate limit (lever-api.md §2.1)', () => {
	it('is on from the start: twenty at once, then 429', async () => {
		const limited = await startMock({ asOf: AS_OF });
		try {
			expect(limited.access.limiter.current).toMatchObject({ perSecond: 10, burst: 20 });
			limited.access.limiter.change({ perSecond: 0.001, burst: 20 });
			const answers = await Promise.all(
				Array.from({ length: 40 }, () => send(limited, '/stages?limit=1')),
			);
			const refused = answers.filter((answer) => answer.status === 429);
			expect(refused).toHaveLength(20);
			expect(refused[0]?.body.code).toBe('TooManyRequestsError');
			expect(refused[0]?.headers.get('retry-after')).toBeNull();
			const other = { authorization: basic(limited.keys.noOffers) };
			expect((await send(limited, '/stages', other)).status).toBe(200);
		} finally {
			await limited.close();
		}
	});

	it('says when to come back, if so set', async () => {
		const rateLimit = { perSecond: 0.001, burst: 1, retryAfter: true };
		const limited = await startMock({ asOf: AS_OF, rateLimit });
		try {
			await send(limited, '/stages');
			const { status, headers } = await send(limited, '/stages');
			expect(status).toBe(429);
			expect(headers.get('retry-after')).toBe('1');
		} finally {
			await limited.close();
		}
	});

	it('counts all OAuth tokens of the account together', async () => {
		const rateLimit = { perSecond: 0.001, burst: 2 };
		const limited = await startMock({ asOf: AS_OF, rateLimit });
		const ask = async (authorization: string) =>
			(await send(limited, '/stages', { authorization })).status;
		try {
			const tokens = [1, 2, 3].map(() => bearer(limited.oauth.grant().access_token));
			const seen: number[] = [];
			for (const token of tokens) seen.push(await ask(token));
			expect(seen).toEqual([200, 200, 429]);
			expect(await ask(basic(limited.keys.all))).toBe(200);
		} finally {
			await limited.close();
		}
	});

	it('can be changed while the mock runs', async () => {
		const limited = await startMock({ asOf: AS_OF, rateLimit: { perSecond: 0.001, burst: 1 } });
		const ask = async () => (await send(limited, '/stages')).status;
		try {
			expect([await ask(), await ask()]).toEqual([200, 429]);
			limited.access.limiter.change({ perSecond: 0.001, burst: 2 });
			expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 429]);
			limited.access.limiter.change(false);
			expect([await ask(), await ask(), await ask()]).toEqual([200, 200, 200]);
			expect(limited.access.limiter.current).toBe(false);
		} finally {
			await limited.close();
		}
	});

	it('can begin without a token, as when other programs used the same key', () => {
		let now = 0;
		const limiter = new RateLimiter({ perSecond: 10, burst: 20, startEmpty: true }, () => now);
		expect(limiter.take('key')).toBe(false);
		now += 100;
		expect([limiter.take('key'), limiter.take('key')]).toEqual([true, false]);
	});

	it('refills with time, up to the burst', () => {
		let now = 0;
		const limiter = new RateLimiter({ perSecond: 10, burst: 20 }, () => now);
		const taken = () => {
			let count = 0;
			while (limiter.take('key')) count += 1;
			return count;
		};
		expect(taken()).toBe(20);
		now += 500;
		expect(taken()).toBe(5);
		now += 60_000;
		expect(taken()).toBe(20);
	});
});

describe('latency', () => {
	const drawn = (latency: Latency, count: number) =>
		Array.from({ length: count }, () => latency.next());

	it('is nothing by default', () => {
		expect(new Latency({ milliseconds: 0, jitterMilliseconds: 0 }, 1).next()).toBe(0);
	});

	it('is what is set and up to the jitter more, the same in every run', () => {
		const settings = { milliseconds: 200, jitterMilliseconds: 50 };
		const first = drawn(new Latency(settings, 3), 200);
		expect(Math.min(...first)).toBeGreaterThanOrEqual(200);
		expect(Math.max(...first)).toBeLessThan(250);
		expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(40);
		expect(drawn(new Latency(settings, 3), 200)).toEqual(first);
		expect(drawn(new Latency(settings, 4), 200)).not.toEqual(first);
	});

	it('changes in part', () => {
		const latency = new Latency({ milliseconds: 200, jitterMilliseconds: 0 }, 1);
		latency.change({ jitterMilliseconds: 5 });
		expect(latency.current).toEqual({ milliseconds: 200, jitterMilliseconds: 5 });
		latency.change({ milliseconds: 0, jitterMilliseconds: 0 });
		expect(latency.next()).toBe(0);
	});

	it('keeps answers and refusals waiting, and none for another', async () => {
		const slow = await startMock({ asOf: AS_OF, rateLimit: false, latencyMilliseconds: 3_600_000 });
		const authorization = basic('nobody');
		const waiting = Promise.allSettled([
			...Array.from({ length: 20 }, () => send(slow, '/stages')),
			send(slow, '/stages', { authorization }),
		]);
		try {
			await vi.waitFor(() => expect(slow.requests()).toHaveLength(21), { timeout: 30_000 });
			slow.access.latency.change({ milliseconds: 1 });
			expect((await send(slow, '/stages')).status).toBe(200);
			expect((await send(slow, '/stages', { authorization })).status).toBe(401);
			expect(slow.requests().map(({ status }) => status)).toEqual([
				...Array.from({ length: 21 }, () => 0),
				200,
				401,
			]);
		} finally {
			await slow.close();
		}
		const ends = (await waiting).map(({ status }) => status);
		expect(new Set(ends)).toEqual(new Set(['rejected']));
	});
});

describe('the rate limit on the command line', () => {
	it.each([
		['off', false],
		['5', { perSecond: 5, burst: 10 }],
		['0.2', { perSecond: 0.2, burst: 1 }],
		['5:burst=8', { perSecond: 5, burst: 8 }],
		['5:retryAfter,startEmpty', { perSecond: 5, burst: 10, retryAfter: true, startEmpty: true }],
	])('%s', (text, limit) => {
		expect(rateLimitOf(text)).toEqual(limit);
	});

	it.each([
		['fast', /requests per second or off, not "fast"/],
		['0', /not "0"/],
		['', /not ""/],
		['5:burst', /not "burst"/],
		['5:burst=0', /not "burst=0"/],
		['5:retryAfter=3', /not "retryAfter=3"/],
		['5:toString', /not "toString"/],
	])('refuses %j', (text, sentence) => {
		expect(() => rateLimitOf(text)).toThrow(sentence);
	});
});
