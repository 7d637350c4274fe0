import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { MockLever } from '../../../../mock-lever/index.mts';
import { startMock } from '../../../../mock-lever/index.mts';
import type { ListBody } from '../client.mts';
import { AS_OF, send } from '../client.mts';
import { ask } from './wire.mts';

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

const PATH = '/opportunities?limit=3';
const list = async () => (await send<ListBody>(mock, PATH)).body;

describe('contents that are not as described', () => {
	it('truncatedJson: the first half, sent as if it were the whole', async () => {
		const right = await ask(mock, PATH);
		mock.faults.add({ fault: 'truncatedJson' });
		const half = await ask(mock, PATH);
		expect(half).toMatchObject({ end: 'whole', status: 200 });
		expect(half.headers['content-type']).toBe(right.headers['content-type']);
		expect(half.bytes.length).toBe(Math.floor(right.bytes.length / 2));
		expect(Number(half.headers['content-length'])).toBe(half.bytes.length);
		expect(right.bytes.subarray(0, half.bytes.length).equals(half.bytes)).toBe(true);
		expect(() => JSON.parse(half.bytes.toString()) as unknown).toThrow();
	});

	it('invalidUtf8: JSON around a text that strict decoding refuses', async () => {
		mock.faults.add({ fault: 'invalidUtf8' });
		const { status, bytes } = await ask(mock, PATH);
		expect(status).toBe(200);
		expect(() => new TextDecoder('utf-8', { fatal: true }).decode(bytes)).toThrow();
		const { data } = JSON.parse(bytes.toString('utf8')) as ListBody;
		expect(data[0]?.name).toContain('\uFFFD');
		expect((await list()).data[0]?.name).not.toContain('\uFFFD');
	});

	it('largeRecord: one record of 10 MB, the others as they are', async () => {
		const right = await list();
		mock.faults.add({ fault: 'largeRecord' });
		const { data } = await list();
		expect(data[0]).toEqual({ ...right.data[0], mockLargeText: expect.any(String) });
		expect(String(data[0]?.mockLargeText)).toHaveLength(10_000_000);
		expect(data.slice(1)).toEqual(right.data.slice(1));
	});

	it('unknownFields: beside the known ones, in each record and around them', async () => {
		const right = await list();
		mock.faults.add({ fault: 'unknownFields', times: 2 });
		const { data, ...around } = await list();
		expect(around).toMatchObject({ hasNext: true, next: right.next });
		for (const each of [around, ...data]) expect(each).toHaveProperty('mockUnknownObject');
		data.forEach((record, index) => expect(record).toMatchObject(right.data[index] ?? {}));
		const id = String(right.data[0]?.id);
		const single = await send<{ data: object }>(mock, `/opportunities/${id}`);
		expect(single.body.data).toMatchObject({ id, mockUnknownNothing: null });
	});

	it('nullForText: in one text of one record', async () => {
		const right = await list();
		mock.faults.add({ fault: 'nullForText' });
		const { data } = await list();
		expect(data[0]).toEqual({ ...right.data[0], name: null });
		expect(data.slice(1)).toEqual(right.data.slice(1));
	});

	it('wait for an answer that can be changed', async () => {
		mock.faults.add({ fault: 'nullForText' });
		expect((await send(mock, '/opportunities/nobody')).status).toBe(404);
		expect((await send<ListBody>(mock, '/opportunities?email=x')).body.data).toEqual([]);
		expect((await list()).data[0]?.name).toBeNull();
	});
});
