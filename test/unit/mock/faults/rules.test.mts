import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultOf } from '../../../../mock-lever/faults/commandLine.mts';
import { FAULT_PATHS } from '../../../../mock-lever/faults/open.mts';
import type { FaultRule, MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import { AS_OF, basic, send } from '../client.mts';

let mock: MockLever;
beforeAll(async () => {
	mock = await startMock({ asOf: AS_OF, rateLimit: false });
});
afterAll(async () => {
	await mock.close();
});
afterEach(() => {
	mock.faults.clear();
});

const statuses = async (on: MockLever, paths: readonly string[]) => {
	const seen: number[] = [];
	for (const path of paths) seen.push((await send(on, path)).status);
	return seen;
};
const times = (count: number, path = '/stages') => Array.from({ length: count }, () => path);

describe('when a rule strikes', () => {
	it('once when nothing is said, then never again', async () => {
		mock.faults.add({ fault: 'unavailable' });
		expect(await statuses(mock, times(3))).toEqual([503, 200, 200]);
	});

	it('after some, and so many times', async () => {
		mock.faults.add({ fault: 'unavailable', after: 2, times: 2 });
		expect(await statuses(mock, times(6))).toEqual([200, 200, 503, 503, 200, 200]);
	});

	it('always', async () => {
		mock.faults.add({ fault: 'unavailable', times: Infinity });
		expect(await statuses(mock, times(3))).toEqual([503, 503, 503]);
	});

	it('only on its path, whatever the ids in it are called; fixed words are no ids', async () => {
		mock.faults.add({ fault: 'unavailable', path: '/opportunities/{any}', times: 5 });
		const id = (await send<{ data: Array<{ id: string }> }>(mock, '/opportunities')).body.data[0]
			?.id;
		const paths = ['/opportunities', '/opportunities/deleted', `/opportunities/${id}/offers`];
		expect(await statuses(mock, [...paths, `/opportunities/${id}`])).toEqual([200, 200, 200, 503]);
	});

	it('one after the other, when two fit; both count every request', async () => {
		mock.faults.add({ fault: 'unavailable', after: 1 });
		mock.faults.add({ fault: 'serverError', after: 1 });
		expect(await statuses(mock, times(4))).toEqual([200, 503, 500, 200]);
	});

	it('by chance, the same with the same seed and another with another', async () => {
		const pattern = async (faultSeed: number) => {
			const faults: FaultRule[] = [{ fault: 'unavailable', share: 0.3, times: 1000 }];
			const seeded = await startMock({ asOf: AS_OF, rateLimit: false, faults, faultSeed });
			try {
				return await statuses(seeded, times(60));
			} finally {
				await seeded.close();
			}
		};
		const first = await pattern(7);
		const struck = first.filter((status) => status === 503).length;
		expect(struck).toBeGreaterThan(8);
		expect(struck).toBeLessThan(30);
		expect(await pattern(7)).toEqual(first);
		expect(await pattern(8)).not.toEqual(first);
	});

	it('not on requests that are refused anyway', async () => {
		mock.faults.add({ fault: 'unavailable' });
		expect((await send(mock, '/stages', { authorization: basic('nobody') })).status).toBe(401);
		const denied = await send(mock, '/users', { authorization: basic(mock.keys.noUsers) });
		expect(denied.status).toBe(403);
		expect(await statuses(mock, times(1))).toEqual([503]);
	});

	it('as often as it may when many requests are under way', async () => {
		mock.faults.add({ fault: 'unavailable', times: 3 });
		const answers = await Promise.all(times(20).map((path) => send(mock, path)));
		expect(answers.filter(({ status }) => status === 503)).toHaveLength(3);
	});
});

describe('rules at run time', () => {
	it('are listed with what they did, and taken away one by one or all', async () => {
		const first = mock.faults.add({ fault: 'unavailable', times: 9 });
		mock.faults.add({ fault: 'forbidden', path: '/users', times: 9 });
		await statuses(mock, times(2));
		expect(mock.faults.list()).toMatchObject([
			{ id: first, rule: { fault: 'unavailable', times: 9 }, struck: 2 },
			{ rule: { fault: 'forbidden' }, struck: 0 },
		]);
		mock.faults.remove(first);
		expect(await statuses(mock, ['/stages', '/users'])).toEqual([200, 403]);
		mock.faults.clear();
		expect(mock.faults.list()).toEqual([]);
		expect(await statuses(mock, ['/users'])).toEqual([200]);
	});
});

describe('rules that make no sense are refused with a sentence', () => {
	it.each([
		[{ fault: 'unavailible' }, /"fault" of a fault is one of: rateLimited, .*; not "unavailible"/],
		[{}, /"fault" is missing/],
		[{ fault: 'constructor' }, /one of/],
		[{ fault: 'unavailable', path: '/nowhere' }, /No endpoint has the path "\/nowhere"/],
		[{ fault: 'unavailable', path: 3 }, /"path" of a fault is a path/],
		[{ fault: 'unavailable', times: 0 }, /"times" of a fault is a whole number, 1 or more; not 0/],
		[{ fault: 'unavailable', after: -1 }, /"after"/],
		[{ fault: 'unavailable', after: 1.5 }, /"after"/],
		[{ fault: 'unavailable', share: 0 }, /"share"/],
		[{ fault: 'unavailable', share: 1.1 }, /"share"/],
		[{ fault: 'unavailable', retryAfterSeconds: 'soon' }, /"retryAfterSeconds"/],
		[{ fault: 'unavailable', toString: 1 }, /no "toString"/],
		[{ fault: 'unavailable', probability: 1 }, /no "probability", only: fault, path/],
	])('%j', (rule, sentence) => {
		expect(() => mock.faults.add(rule as FaultRule)).toThrow(sentence);
		expect(mock.faults.list()).toEqual([]);
	});

	it('at the start as well, and nothing is left listening', async () => {
		const faults = [{ fault: 'nothing' }] as unknown as FaultRule[];
		await expect(startMock({ asOf: AS_OF, faults })).rejects.toThrow('"fault" of a fault');
	});
});

describe('rules on the command line', () => {
	it.each([
		['noAnswer', { fault: 'noAnswer' }],
		[
			'unavailable:path=/opportunities/{opportunity}/offers,after=2,times=3',
			{
				fault: 'unavailable',
				path: '/opportunities/{opportunity}/offers',
				after: 2,
				times: 3,
			},
		],
		['serverError:share=0.05,times=always', { fault: 'serverError', share: 0.05, times: Infinity }],
		[
			'rateLimitedWithRetryAfter:retryAfterSeconds=4',
			{ fault: 'rateLimitedWithRetryAfter', retryAfterSeconds: 4 },
		],
	])('%s', (text, rule) => {
		expect(faultOf(text, FAULT_PATHS)).toEqual(rule);
	});

	it.each([
		['', /"fault" of a fault is one of/],
		['fire', /not "fire"/],
		['unavailable:after', /"after" of a fault is a whole number/],
		['unavailable:times=often', /"times".*not "often"/],
		['unavailable:wen=2', /no "wen"/],
		['unavailable:path=/x', /No endpoint has the path "\/x"/],
	])('refuses %j', (text, sentence) => {
		expect(() => faultOf(text, FAULT_PATHS)).toThrow(sentence);
	});
});
