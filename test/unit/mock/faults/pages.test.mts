import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import type { ListBody } from '../client.mts';
import { AS_OF, send, walk } from '../client.mts';

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

const PATH = '/opportunities?created_at_start=0';
const idsOf = (records: Array<Record<string, unknown>>) => records.map(({ id }) => id);
const page = async (offset?: string, path = PATH) => {
	const query = offset === undefined ? '' : `&offset=${offset}`;
	return (await send<ListBody>(mock, `${path}&limit=20${query}`)).body;
};

describe('pages that do not lead on', () => {
	it('nextMissing', async () => {
		const right = await page();
		mock.faults.add({ fault: 'nextMissing' });
		expect(await page()).toEqual({ data: right.data, hasNext: true });
		expect(await page()).toEqual(right);
	});

	it('nextMissing strikes a last page as well', async () => {
		mock.faults.add({ fault: 'nextMissing' });
		expect(await page(undefined, '/stages?include=id')).toMatchObject({ hasNext: true });
	});

	it.each([
		['as it came', (next: string) => next],
		['encoded once more', encodeURIComponent],
	])('cursorRepeats, on a page after the first, the cursor sent %s', async (_how, encode) => {
		const { next: first = '' } = await page();
		const right = await page(first);
		mock.faults.add({ fault: 'cursorRepeats' });
		expect((await page()).next).toBe(first);
		expect(await page(encode(first))).toEqual({ data: right.data, hasNext: true, next: first });
		expect(await page(first)).toEqual(right);
	});

	it.each([
		['as it came', (next: string) => next],
		['encoded once more', encodeURIComponent],
	])('emptyPageGoesOn loses nothing, the cursor sent %s', async (_how, encode) => {
		const whole = (await walk(mock, PATH, 20)).records;
		mock.faults.add({ fault: 'emptyPageGoesOn', times: 3 });
		const empty = await page();
		expect(empty).toEqual({ data: [], hasNext: true, next: expect.any(String) });
		expect(empty.next).toMatch(/^%5B/);
		const walked = await walk(mock, PATH, 20, encode);
		expect(idsOf(walked.records)).toEqual(idsOf(whole));
		expect(walked.pages).toBe(Math.ceil(whole.length / 20) + 2);
	});

	it('a page that was held back is still there when the fault is taken away', async () => {
		const right = await page();
		const id = mock.faults.add({ fault: 'emptyPageGoesOn' });
		const { next } = await page();
		mock.faults.remove(id);
		expect(await page(next)).toEqual(right);
	});

	it('recordTwice: the last record of the page before comes first, and nothing is left out', async () => {
		mock.faults.add({ fault: 'recordTwice' });
		const first = await page();
		const second = await page(first.next);
		const right = await page(first.next);
		expect(second.data).toEqual([first.data.at(-1), ...right.data]);
		expect({ ...second, data: [] }).toEqual({ ...right, data: [] });
	});

	it('faults of pages wait for a list', async () => {
		const { data } = await page();
		mock.faults.add({ fault: 'nextMissing' });
		const single = await send(mock, `/opportunities/${String(data[0]?.id)}`);
		expect(single.status).toBe(200);
		expect(mock.faults.list()[0]?.struck).toBe(0);
		expect(mock.requests().at(-1)).not.toHaveProperty('fault');
	});
});
